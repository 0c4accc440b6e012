import type { Signs } from "../attribution/attribute.js";
import type { Fact, Holder, Kept } from "../attribution/fact.js";
import type { Observation, Sighting } from "../domain/observation.js";
import type { Packet } from "../ports/lineage.js";

/** What a record itself says of who acted: enough to say it again when more is known. */
export type Said = Pick<Signs, "signs" | "hands" | "session">;

/** An observation without its arguments, and without who acted and what stands above it, which may turn out otherwise. */
export type Deed = Omit<
  Observation,
  "identity" | "trust" | "agent" | "attribution" | "session" | "argv" | "sighting"
> & {
  readonly sighting: Omit<Sighting, "line" | "revision" | "byHand" | "withdrawn">;
};

/** A process, and what it did, as long as somebody above it may still turn up. */
export interface Relative {
  readonly fact: Fact;
  readonly pending: { readonly said: Said; readonly deeds: readonly Deed[] } | null;
}

/** What a batch tells of a host, as it is kept: lists instead of objects, because most of a packet would be names. */
export interface Relatives {
  readonly version: 1;
  readonly all: readonly RelativeJson[];
}

type RelativeJson = readonly [FactJson] | readonly [FactJson, Said, readonly Deed[]];
type FactJson = readonly [
  key: Fact["key"],
  format: Fact["format"],
  at: Fact["at"],
  id: string | null,
  pid: string | null,
  parentId: string | null,
  parentPid: string | null,
  identity: Holder["identity"],
  trust: Holder["trust"],
  standing: Holder["standing"],
  heritage: Fact["heritage"],
  landmark: Fact["landmark"],
  program: Fact["program"],
  words: readonly [own: string, starter: string | null, says: string, asks: readonly string[], folder: string | null],
  kept: Kept | null,
];

/** A packet is closed when it has so many characters: a few kilobytes when it is packed, and far below what a store takes. */
const fullPacket = 50_000;

/** What a batch tells of a host as packets, none of them too large for a store, however much it is. */
export function packetsOf(
  { host, id, term }: Pick<Packet<Relatives>, "host" | "id" | "term">,
  relatives: readonly Relative[],
): readonly Packet<Relatives>[] {
  const parcels: RelativeJson[][] = [];
  let size = fullPacket;
  for (const json of relatives.flatMap(relativeToJson)) {
    const characters = JSON.stringify(json).length;
    if (size + characters > fullPacket) {
      parcels.push([]);
      size = 0;
    }
    parcels.at(-1)?.push(json);
    size += characters;
  }
  return parcels.map((all, n) => ({ host, id: n === 0 ? id : `${id}/${n}`, term, content: { version: 1, all } }));
}

/** What a packet tells; nothing when it is of another version, whose meaning is not known here. */
export const relativesIn = ({ version, all }: Relatives): readonly Relative[] =>
  version === 1 ? all.map(relativeFromJson) : [];

/** A script of ten thousand commands is one process: its deeds are told in pieces. */
const deedsAtOnce = 20;

function relativeToJson({ fact, pending }: Relative): readonly RelativeJson[] {
  const { key, format, at, process, holder, heritage, landmark, program, words, kept = null } = fact;
  const { id, pid, parentId, parentPid } = process;
  const { identity, trust, standing } = holder;
  const json: FactJson = [
    key,
    format,
    at,
    id,
    pid,
    parentId,
    parentPid,
    identity,
    trust,
    standing,
    heritage,
    landmark,
    program,
    [words.own, words.starter, words.says, words.asks, words.folder],
    kept,
  ];
  if (pending === null) return [[json]];
  const { said, deeds } = pending;
  const pieces = Math.max(1, Math.ceil(deeds.length / deedsAtOnce));
  return Array.from({ length: pieces }, (_, n) => [json, said, deeds.slice(n * deedsAtOnce, (n + 1) * deedsAtOnce)]);
}

function relativeFromJson([json, said, deeds]: RelativeJson): Relative {
  const [key, format, at, id, pid, parentId, parentPid, ...more] = json;
  const [identity, trust, standing, heritage, landmark, program, [own, starter, says, asks, folder], kept] = more;
  const process = { id, pid, parentId, parentPid };
  const holder = { identity, trust, standing };
  const words = { own, starter, says, asks, folder };
  const known = { key, format, process, at, holder, heritage, landmark, program, words };
  const fact = { ...known, ...(kept !== null && { kept }) };
  return { fact, pending: said === undefined ? null : { said, deeds: deeds ?? [] } };
}
