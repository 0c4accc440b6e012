import { isObject, type JsonObject } from "./json.js";

const rowsIn = (rows: unknown, action: string): readonly { readonly columns: unknown; readonly action: string }[] =>
  Array.isArray(rows) ? rows.map((columns: unknown) => ({ columns, action })) : [];

/**
 * The records in one JSON object: it is one itself, but osquery may write many rows of a query as one.
 *
 * A batch (`diffResults`, with `--logger_event_type=false`) and a snapshot (`snapshot`) give each row as osquery's
 * differential log would write it: the same query, host and time, with `columns` and `action`. One without any row
 * stays what it is. Everything else passes untouched.
 *
 * @example
 * [...recordsIn({ hostIdentifier: "web-1", snapshot: [{ pid: "7" }] })] // => [{ hostIdentifier: "web-1", columns: { pid: "7" }, action: "snapshot" }]
 * [...recordsIn({ snapshot: [{ pid: "7" }] })] // => [{ snapshot: [{ pid: "7" }] }]
 */
export const recordsIn = (record: JsonObject): Iterable<JsonObject> =>
  record.hostIdentifier === undefined ? [record] : rowsOf(record);

function* rowsOf(record: JsonObject): Generator<JsonObject> {
  const { diffResults, snapshot, ...query } = record;
  const changes = isObject(diffResults) ? diffResults : {};
  const rows = [
    ...rowsIn(changes.added, "added"),
    ...rowsIn(changes.removed, "removed"),
    ...rowsIn(snapshot, typeof record.action === "string" ? record.action : "snapshot"),
  ];
  if (rows.length === 0) yield record;
  for (const row of rows) yield { ...query, ...row };
}
