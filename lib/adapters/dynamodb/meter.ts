import type { ConsumedCapacity, DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What DynamoDB charges for, summed. The embedded one leaves out indexes. */
export interface Units {
  readonly write: number;
  readonly read: number;
}

/**
 * Asks for the price of every request that a client makes, and adds them up; gives the sum so far. A refused
 * conditional write costs what a write costs too, but DynamoDB does not tell it.
 */
export function meter(client: DynamoDBClient): () => Units {
  let sum: Units = { write: 0, read: 0 };
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (request) => {
        const reply = await next({ ...request, input: { ...request.input, ReturnConsumedCapacity: "TOTAL" } });
        const units = unitsOf((reply.output as Priced).ConsumedCapacity);
        sum = /Put|Update|Delete|Write/.test(commandName)
          ? { ...sum, write: sum.write + units }
          : { ...sum, read: sum.read + units };
        return reply;
      },
    { step: "initialize", name: "meter" },
  );
  return () => sum;
}

interface Priced {
  readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[];
}

const unitsOf = (consumed: Priced["ConsumedCapacity"] = []): number =>
  [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
