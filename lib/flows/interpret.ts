import { attribute, type Signs, signsOf } from "../attribution/attribute.js";
import type { Fact, Holder } from "../attribution/fact.js";
import type { Family } from "../attribution/family.js";
import { identify } from "../attribution/identity.js";
import { descentOf } from "../attribution/lineage.js";
import { createRecogniser } from "../attribution/recognise.js";
import { sessionNamed } from "../attribution/session-names.js";
import type { Config } from "../config.js";
import type { ArgvFidelity, CommandSource, Event } from "../domain/event.js";
import type { Observation, Sighting } from "../domain/observation.js";
import type { Instant } from "../domain/units.js";
import { catalogueWith } from "../impact/own.js";
import { hash64 } from "../stats/hash64.js";
import { accountOf, factOf } from "./facts.js";
import { createMeanings, type Meaning, wholeOf } from "./meanings.js";
import { remembering } from "./remembering.js";

/**
 * An event as far as its own record goes: who acted may still depend on the processes above it. Of its texts only those
 * of its commands are left, as a draft may have to wait until all others have been read.
 */
export interface Draft {
  readonly event: Observation["event"];
  readonly at: Instant;
  readonly signs: Pick<Signs, "signs" | "session" | "hands">;
  readonly holder: Holder;
  /** What its host should remember of it; null where the source knows no processes. */
  readonly fact: Fact | null;
  /** What its commands mean; none for an agent's own housekeeping. */
  readonly meanings: readonly Meaning[];
  readonly argvFidelity: ArgvFidelity;
  readonly seen: Pick<Sighting, "layer" | "source" | "whole" | "starter" | "cwd" | "startedAt">;
}

/** Reads an event for itself, and says what it is once it is known what stands above it. */
export interface Interpreter {
  draft(event: Event): Draft;
  /** The observations of its commands. */
  observe(draft: Draft, family: Family | null): readonly Observation[];
}

/**
 * One event to the observations of its commands: whose it is, what it means, and how it was seen.
 *
 * Pure but for memos: the same event below the same processes always gives the same observations. What is made here is
 * written out field by field, as every event comes by: to spread objects into others takes many times as long.
 */
export function createInterpreter({
  identities,
  agents,
  catalogue,
}: Pick<Config, "identities" | "agents" | "catalogue">): Interpreter {
  const recogniser = createRecogniser(agents);
  const meaningsOf = createMeanings(catalogueWith(catalogue));
  const holderOf = remembering(
    ({ account, host }: Pick<Event, "account" | "host">) => JSON.stringify([account.name, account.uid, host]),
    ({ account, host }) => identify(account, host, identities),
  );
  return {
    draft(event) {
      const { id, format, time, host, at, account } = event;
      const owner = sessionNamed(account.name ?? "", identities);
      const told = signsOf(event, recogniser, owner?.agent ?? null);
      const holder = holderOf({ account: accountOf(event), host });
      const meanings = meaningsOf(told.command);
      return {
        event: { id, format, time, host },
        at,
        signs: { signs: told.signs, session: told.session, hands: told.hands },
        holder,
        fact: factOf(event, told, holder, recogniser, meanings),
        meanings: told.housekeeping ? [] : meanings,
        argvFidelity: fidelityOf(told.command),
        seen: seenAs(event, told),
      };
    },
    observe({ event, signs, holder, fact, meanings, argvFidelity, seen }, family) {
      const descent = fact === null || family === null ? null : descentOf(fact, family);
      const { identity, trust } = descent?.holder ?? holder;
      const { agent, attribution, session } = attribute(signs, descent);
      const line = fact === null || !isNumbered(fact) ? [] : [fact.key, ...(descent?.line ?? [])];
      return meanings.map(({ means, looks }, index) => ({
        event,
        name: hash64(event.format, event.id, event.host, event.time, index, means.command),
        index,
        identity,
        trust,
        agent,
        attribution,
        session,
        command: means.command,
        argv: means.argv,
        wrappers: means.wrappers,
        signature: means.signature,
        impacts: means.impacts,
        argvFidelity,
        sighting: {
          layer: seen.layer,
          source: seen.source,
          line,
          whole: seen.whole,
          starter: seen.starter,
          cwd: seen.cwd,
          startedAt: seen.startedAt,
          revision: descent?.known ?? 0,
          byHand: agent === null && descent?.bordered === true,
          withdrawn: false,
          text: looks.text,
          program: looks.program,
          expands: looks.expands,
        },
      }));
    },
  };
}

/** A source that numbers no processes has facts all the same, told apart by command lines. */
const isNumbered = ({ process }: Fact): boolean => process.id !== null || process.pid !== null;

/** How all commands of an event were seen. */
const seenAs = (
  { format, layer, cwd, at, tookMs, command, parent }: Event,
  { unwrapped }: Pick<Signs, "unwrapped">,
): Draft["seen"] => ({
  layer: unwrapped ? "call" : layer,
  source: `${format}/${unwrapped ? "shell" : layer}`,
  whole: wholeOf(command),
  starter: parent?.command ? wholeOf(parent.command) : null,
  cwd: cwd === null ? null : folderOf(cwd),
  startedAt: at - tookMs,
});

const folderOf = remembering(
  (path: string) => path,
  (path) => hash64(path.replace(/(?<=.)\/$/, "")),
);

const fidelityOf = (source: CommandSource): ArgvFidelity => (source.kind === "line" ? source.fidelity : "exact");
