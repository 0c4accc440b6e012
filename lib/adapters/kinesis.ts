import { KinesisClient, PutRecordsCommand, type PutRecordsResultEntry } from "@aws-sdk/client-kinesis";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { second } from "../domain/units.js";
import type { Outgoing, PutRecords } from "../ports/stream.js";
import type { Sleep } from "./clock.js";

/** What one PutRecords call carries at most, partition keys included. */
const mostRecords = 500;
const mostBytes = 5 * 1024 * 1024;

/** Calls in a row of which nothing was taken; with the waits between them about seven seconds. */
const mostRefusals = 8;

/** The first wait after a refusal; it doubles up to the longest, as a shard's limits are per second. */
const firstWait = second / 10;
const longestWait = 2 * second;

/**
 * A client as the environment configures it; with an endpoint, one for an emulator on this machine.
 *
 * The SDK speaks HTTP/2 to Kinesis and emulators do not. So the HTTP/1.1 handler, which Kinesis understands as well, goes
 * wherever an endpoint is named: here, or in the variables that the SDK reads endpoints from. An emulator named here also
 * wants to see a region and credentials, whatever these say; those of an environment are the environment's.
 */
export const createKinesisClient = ({ endpoint }: { readonly endpoint?: string } = {}): KinesisClient => {
  if (endpoint === undefined)
    return new KinesisClient(environmentNamesEndpoint() ? { requestHandler: new NodeHttpHandler() } : {});
  return new KinesisClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: new NodeHttpHandler(),
  });
};

const environmentNamesEndpoint = (): boolean =>
  [process.env.AWS_ENDPOINT_URL_KINESIS, process.env.AWS_ENDPOINT_URL].some((url) => url !== undefined && url !== "");

/**
 * Puts records in calls of at most 500 records and 5 MiB, and those that were not taken again, after a wait.
 *
 * Kinesis promises no order in a PutRecords call: a record that fails does not stop those behind it. So a call carries
 * at most one record of each partition key, and the key's next one leaves when that one has been taken: records of one
 * key arrive in their order, one call each. Between keys there is no order. A call whose answer was lost is sent again
 * by the SDK and may put its records twice; readers drop what they have counted.
 *
 * Gives up, with Kinesis' reason as the cause, after eight calls in a row of which nothing was taken; what the SDK
 * itself gives up on is thrown untouched. Either way some records may be in the stream already.
 */
export function createPutRecords(
  client: KinesisClient,
  streamName: string,
  { sleep, random = Math.random }: { readonly sleep: Sleep; readonly random?: () => number },
): PutRecords {
  return async (records) => {
    let waiting = records;
    let refusals = 0;
    while (waiting.length > 0) {
      const { call, rest } = nextCall(waiting);
      const results = await put(call);
      const refused = call.filter((_, index) => !isTaken(results[index]));
      waiting = [...refused, ...rest];
      refusals = refused.length === call.length ? refusals + 1 : 0;
      if (refusals === mostRefusals) throw refusal(streamName, waiting.length, results[0]);
      // Between half of the wait and all of it, so that writers that were refused together do not come back together.
      if (refused.length > 0) await sleep(Math.min(firstWait * 2 ** refusals, longestWait) * (0.5 + random() / 2));
    }
  };

  async function put(call: readonly Outgoing[]): Promise<readonly PutRecordsResultEntry[]> {
    const entries = call.map(({ partitionKey, data }) => ({ PartitionKey: partitionKey, Data: data }));
    const { Records = [] } = await client.send(new PutRecordsCommand({ StreamName: streamName, Records: entries }));
    return Records;
  }
}

const isTaken = (result: PutRecordsResultEntry | undefined): boolean => result?.SequenceNumber !== undefined;

const refusal = (streamName: string, left: number, result: PutRecordsResultEntry | undefined): Error =>
  new Error(
    `putRecords requires ${streamName} to take records, got ${mostRefusals} refusals in a row with ${left} records left`,
    { cause: new Error(`${result?.ErrorCode ?? "no reason"}: ${result?.ErrorMessage ?? ""}`) },
  );

const encoder = new TextEncoder();

/** The first waiting record of each key, as many as one call carries; a key that is passed over waits with all it has. */
function nextCall(waiting: readonly Outgoing[]): {
  readonly call: readonly Outgoing[];
  readonly rest: readonly Outgoing[];
} {
  const call: Outgoing[] = [];
  const rest: Outgoing[] = [];
  const keys = new Set<string>();
  let bytes = 0;
  for (const record of waiting) {
    const size = record.data.length + encoder.encode(record.partitionKey).length;
    const fits = call.length < mostRecords && (call.length === 0 || bytes + size <= mostBytes);
    if (fits && !keys.has(record.partitionKey)) {
      call.push(record);
      bytes += size;
    } else {
      rest.push(record);
    }
    keys.add(record.partitionKey);
  }
  return { call, rest };
}
