import { oneLayer } from "../assess/one-layer.js";
import { createFamily, type Family } from "../attribution/family.js";
import type { Config } from "../config.js";
import type { Event, FormatName } from "../domain/event.js";
import type { Observation } from "../domain/observation.js";
import type { Instant } from "../domain/units.js";
import type { Inflate } from "../ports/inflate.js";
import type { Input, Progress } from "../ports/replay.js";
import { hash64 } from "../stats/hash64.js";
import { fileLimit, type JsonObject } from "../telemetry/decode.js";
import { normalise } from "../telemetry/normalise.js";
import { readRecords } from "../telemetry/read.js";
import { hostOf } from "./facts.js";
import { createInterpreter, type Draft, type Interpreter } from "./interpret.js";

/** An observation and its instant. */
export interface Observed {
  readonly observation: Observation;
  readonly at: Instant;
}

/** Where a record stands: its line, where the input has lines, and which of the input's records it is, both from 1. */
export interface RecordPlace {
  readonly input: string;
  readonly line: number | null;
  readonly record: number;
}

/** How many records were left out for one reason, and where the first of them stands; never what it says. */
export interface LeftOut {
  readonly count: number;
  readonly first: RecordPlace;
}

/** Everything that was read, in canonical order, and what could not be. */
export interface Gathered {
  readonly observed: readonly Observed[];
  /** Sightings of commands that another layer had shown already. */
  readonly joined: number;
  readonly records: number;
  /** Records whose format was recognised, whether or not they start a process. */
  readonly recognised: number;
  readonly events: number;
  /** Records kept out of the way, by reason. */
  readonly unreadable: ReadonlyMap<string, LeftOut>;
  /** Inputs that hold records, none of which could be read. */
  readonly opaque: readonly string[];
}

/** Records that are well understood and start no process: skipped, not lost. */
export const skipped: ReadonlySet<string> = new Set(["not-a-process-start"]);

/** Records between two signs of life. */
const progressEvery = 5_000;

/**
 * Inputs to observations in the canonical order: time, then event id, then the command's place in its event.
 *
 * Unreadable records are counted by reason, with the place of the first, and never stop the run.
 */
export async function gather(
  inputs: AsyncIterable<Input>,
  inflate: Inflate,
  format: FormatName | "auto",
  config: Config,
  progress: Progress,
): Promise<Gathered> {
  const interpreter = createInterpreter(config);
  const nameContent = contentNames();
  const drafts: Draft[] = [];
  const unreadable = new Map<string, LeftOut>();
  const opaque: string[] = [];
  let records = 0;
  let recognised = 0;
  let events = 0;

  for await (const { name, bytes, arrived } of inputs) {
    const before = { records, recognised };
    for (const record of readRecords(bytes, inflate, fileLimit)) {
      records += 1;
      if (records % progressEvery === 0) progress("reading", records);
      const event = record.ok
        ? normalise(record.value, format, {
            contentId: () => nameContent(record.value),
            arrived: record.arrived ?? arrived,
          })
        : record;
      if (event.ok || skipped.has(event.reason)) recognised += 1;
      if (!event.ok) {
        const first = { input: name, line: record.line, record: records - before.records };
        const others = unreadable.get(event.reason) ?? { count: 0, first };
        unreadable.set(event.reason, { ...others, count: others.count + 1 });
        continue;
      }
      events += 1;
      drafts.push(interpreter.draft(event.value));
    }
    if (records > before.records && recognised === before.recognised) opaque.push(name);
  }
  const seen = observeAll(drafts, interpreter).sort(canonical);
  const observed = [...oneLayer(seen, config.policy.learning.graceMs)].sort(canonical);
  return { observed, joined: seen.length - observed.length, records, recognised, events, unreadable, opaque };
}

/** Every draft below all processes of its host that are in the inputs, whatever their order. */
function observeAll(drafts: Draft[], { observe }: Interpreter): Observed[] {
  const families = new Map<string, Family>();
  for (const { fact, event } of drafts) {
    if (fact === null) continue;
    const host = hostOf(event);
    const family = families.get(host) ?? createFamily();
    family.add(fact);
    families.set(host, family);
  }
  const observed: Observed[] = [];
  // Each draft makes room for its observations: of a month's log there is no room for both.
  drafts.reverse();
  for (let draft = drafts.pop(); draft !== undefined; draft = drafts.pop()) {
    const { at, event } = draft;
    for (const observation of observe(draft, families.get(hostOf(event)) ?? null)) observed.push({ observation, at });
  }
  return observed;
}

/** A record without an id is named by its content and how often that content has come: two real repeats stay two. */
export function contentNames(): (record: JsonObject) => Event["id"] {
  const seen = new Map<string, number>();
  return (record) => {
    const content = hash64(JSON.stringify(record));
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return `${content}-${occurrence}`;
  };
}

const canonical = (a: Observed, b: Observed): number =>
  a.at - b.at ||
  compare(withoutZone(a.observation.event.time), withoutZone(b.observation.event.time)) ||
  compare(a.observation.event.id, b.observation.event.id) ||
  compare(a.observation.event.host ?? "", b.observation.event.host ?? "") ||
  a.observation.index - b.observation.index;

/** `...07.1Z` before `...07.12Z`: beyond the millisecond, the digits decide. */
const withoutZone = (time: string): string => time.slice(0, -1);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
