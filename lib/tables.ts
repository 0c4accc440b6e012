/**
 * The DynamoDB tables, as data: cdk deploys from it, the embedded DynamoDB is set up from it. All keys are texts.
 * `docs/decisions/0005` says why these three.
 */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey: string | null;
  /** The attribute with the second since 1970 after which DynamoDB deletes the item; null keeps items for ever. */
  readonly expires: string | null;
  /** A second order; only items that have both of its keys are in it, and it carries keys only. */
  readonly index: IndexDefinition | null;
  /** What the table's stream tells of a change. */
  readonly stream: "KEYS_ONLY" | null;
}

export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** The outbox: findings that nobody has been told, oldest first. */
export const unsentIndex: IndexDefinition = { name: "unsent", partitionKey: "unsent", sortKey: "place" };

/** How the partitions of the state table begin that hold hosts' processes: interpret may touch these and no other. */
export const lineagePartitions = "lineage#";

export type TableName = "state" | "findings" | "deadLetters";

export const tables: Readonly<Record<TableName, TableDefinition>> = {
  /** Journals, contributions to cohorts, and what hosts' processes have left behind. */
  state: { partitionKey: "pk", sortKey: "sk", expires: "expires", index: null, stream: null },
  findings: { partitionKey: "id", sortKey: null, expires: null, index: unsentIndex, stream: "KEYS_ONLY" },
  deadLetters: { partitionKey: "id", sortKey: null, expires: "expires", index: null, stream: null },
};
