import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { getAll, type Item, insist, putAll } from "../../../lib/adapters/dynamodb/batch.js";

interface Asked {
  readonly input: { readonly RequestItems: Readonly<Record<string, Puts | Gets>> };
}
type Puts = readonly { readonly PutRequest: { readonly Item: Item } }[];
interface Gets {
  readonly Keys: readonly Item[];
}

/** A table that does only the first two items of every request, as DynamoDB may when it is throttled. */
function reluctantTable(): { readonly client: DynamoDBClient; readonly put: Item[]; readonly requests: () => number } {
  const put: Item[] = [];
  let requests = 0;
  const send = async ({ input }: Asked) => {
    requests += 1;
    const [[table, asked] = ["", []]] = Object.entries(input.RequestItems);
    if ("Keys" in asked) {
      const left = asked.Keys.slice(2);
      const UnprocessedKeys = left.length > 0 ? { [table]: { ...asked, Keys: left } } : {};
      return { Responses: { [table]: asked.Keys.slice(0, 2) }, UnprocessedKeys };
    }
    put.push(...asked.slice(0, 2).map(({ PutRequest }) => PutRequest.Item));
    return { UnprocessedItems: asked.length > 2 ? { [table]: asked.slice(2) } : {} };
  };
  return { client: { send } as unknown as DynamoDBClient, put, requests: () => requests };
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, i) => ({ id: { S: `${i}` } }));

describe("a batch of which a throttled table does only a part", () => {
  it("is put until nothing is left", async () => {
    const { client, put, requests } = reluctantTable();
    await putAll(client, "letters", items(5));
    expect(put).toEqual(items(5));
    expect(requests()).toBe(3);
  });

  it("is read until nothing is left", async () => {
    const { client, requests } = reluctantTable();
    expect(await getAll(client, "findings", items(5))).toEqual(items(5));
    expect(requests()).toBe(3);
  });

  it("is asked for in pieces that DynamoDB takes", async () => {
    const { client, requests } = reluctantTable();
    await putAll(client, "letters", []);
    expect(await getAll(client, "findings", [])).toEqual([]);
    expect(requests()).toBe(0);
  });

  it("is given up after eight attempts, with a wait between each", async () => {
    const waits: number[] = [];
    let asked = 0;
    const never = insist(
      "all of it",
      async (left) => {
        asked += 1;
        return left;
      },
      async (attempt) => {
        waits.push(attempt);
      },
    );
    await expect(never).rejects.toThrow(
      "insist requires a table that takes the whole batch, got parts of it refused 8",
    );
    expect([asked, waits]).toEqual([8, [1, 2, 3, 4, 5, 6, 7]]);
  });
});
