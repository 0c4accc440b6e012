import type { Inflate } from "../../ports/inflate.js";
import type { TreeEncoder } from "../../sample/tree/encode/encode.js";
import type { Command, Tree } from "../../sample/tree/process.js";
import { normalise } from "../../telemetry/normalise.js";
import { readRecords } from "../../telemetry/read.js";
import { contentNames } from "../gather.js";

/** What a sensor wrote of one start or call, and the commands that it is a sighting of. */
export interface Labelled {
  readonly bytes: Uint8Array;
  readonly commands: readonly Command[];
  readonly scene: string;
  readonly person: string;
}

const utf8 = new TextEncoder();

const linesOf = (records: readonly (object | string)[]): Uint8Array =>
  utf8.encode(records.map((one) => `${typeof one === "string" ? one : JSON.stringify(one)}\n`).join(""));

/** A tree as one sensor, or one agent, writes it down; what it cannot see is left out. */
export function labelled(encoder: TreeEncoder, tree: Tree): readonly Labelled[] {
  const written =
    encoder.kind === "starts"
      ? tree.starts.map((start) => ({ ...start, records: encoder.encode(start, tree) }))
      : tree.calls
          .filter(({ agent }) => agent === encoder.agent)
          .map((call) => ({ ...call, scene: "calls", records: encoder.encode(call, tree) }));
  return written
    .filter(({ records }) => records.length > 0)
    .map(({ records, commands, scene }) => ({ bytes: linesOf(records), commands, scene, person: tree.person }));
}

/** The name of an event among those of many hosts. */
export const nameOf = (id: string, host: string | null): string => `${id} on ${host ?? "-"}`;

/**
 * Which record an observation is of: by the name that its event has when the record is read alone.
 *
 * A record that has none is named by its content, as in `gather`. One id for two starts would make every comparison
 * worthless, and is an error of the encoder.
 */
export function labelsByName(all: readonly Labelled[], inflate: Inflate): ReadonlyMap<string, Labelled> {
  const nameContent = contentNames();
  const labels = new Map<string, Labelled>();
  for (const one of all) {
    for (const record of readRecords(one.bytes, inflate)) {
      const event = record.ok
        ? normalise(record.value, "auto", { contentId: () => nameContent(record.value), arrived: null })
        : record;
      if (!event.ok) throw new Error(`labelsByName requires records that can be read, got ${event.reason}`);
      const name = nameOf(event.value.id, event.value.host);
      if ((labels.get(name) ?? one) !== one)
        throw new Error(`labelsByName requires a name for each start, got ${name}`);
      labels.set(name, one);
    }
  }
  return labels;
}

/** All of it as one input. */
export async function* asInput(all: readonly Labelled[]) {
  const bytes = new Uint8Array(all.reduce((size, one) => size + one.bytes.length, 0));
  let at = 0;
  for (const one of all) {
    bytes.set(one.bytes, at);
    at += one.bytes.length;
  }
  yield { name: "tree", bytes, arrived: null };
}
