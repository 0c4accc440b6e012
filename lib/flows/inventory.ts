import { invocationOf } from "../attribution/invocation.js";
import { recogniseAgent } from "../attribution/recognise.js";
import { notable } from "../domain/impact.js";
import type { Inventory, InventoryRow, UnseenAgent } from "../domain/inventory.js";
import type { Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import type { Probability } from "../domain/units.js";
import type { Observed } from "./gather.js";

/** What is counted of one principal; it grows with her sessions and hosts, not with her commands. */
interface Tally {
  readonly first: Observation;
  last: Observation;
  commands: number;
  notable: number;
  readonly sessions: Set<string>;
  readonly hosts: Set<string>;
  readonly confidences: Map<Probability, number>;
  readonly clues: Map<string, { commands: number; strength: Probability }>;
}

/**
 * Observations in canonical order to one row for each identity and agent.
 *
 * An event that was delivered twice counts once. Trust is that of the last command: an account may be renamed.
 */
export function inventory(observed: readonly Observed[]): Inventory {
  const tallies = new Map<string, Tally>();
  const starts = new Map<string, UnseenAgent>();
  let before = "";
  for (const { observation } of observed) {
    const name = observation.name;
    if (name === before) continue; // in canonical order a second delivery stands beside the first
    before = name;
    const principal = principalOf(observation.identity, observation.agent);
    const tally = tallies.get(principal) ?? emptyTally(observation);
    tallies.set(principal, tally);
    add(tally, observation);
    countStart(starts, observation);
  }
  const rows = [...tallies].map(([principal, tally]) => rowOf(tally, starts.get(principal)?.unattended ?? 0));
  const unseen = [...starts].filter(([principal]) => !tallies.has(principal)).map(([, start]) => start);
  return { rows: rows.sort(byPrincipal), unseen: unseen.sort(byPrincipal) };
}

const emptyTally = (first: Observation): Tally => ({
  first,
  last: first,
  commands: 0,
  notable: 0,
  sessions: new Set(),
  hosts: new Set(),
  confidences: new Map(),
  clues: new Map(),
});

function add(tally: Tally, observation: Observation): void {
  const { attribution, event, impacts, session } = observation;
  const { confidence, evidence } = attribution;
  tally.last = observation;
  tally.commands += 1;
  if (impacts.some(({ weight }) => weight >= notable)) tally.notable += 1;
  if (session !== null) tally.sessions.add(session);
  if (event.host !== null) tally.hosts.add(event.host);
  tally.confidences.set(confidence, (tally.confidences.get(confidence) ?? 0) + 1);
  for (const clue of new Set(evidence)) {
    const known = tally.clues.get(clue) ?? { commands: 0, strength: 0 };
    known.commands += 1;
    // Confidence rests on the first clue; the others only agree with it.
    if (clue === evidence[0]) known.strength = Math.max(known.strength, confidence);
    tally.clues.set(clue, known);
  }
}

/** A command that starts an agent is its starter's, and says something about the agent. */
function countStart(starts: Map<string, UnseenAgent>, { identity, argv, impacts }: Observation): void {
  const invocation = argv.length === 0 ? null : invocationOf(null, { kind: "argv", argv });
  const agent = invocation === null ? undefined : recogniseAgent(invocation)?.agent;
  if (agent === undefined) return;
  const principal = principalOf(identity, agent);
  const { starts: before, unattended } = starts.get(principal) ?? { starts: 0, unattended: 0 };
  const unasked = impacts.some(({ class: kind, floor }) => kind === "unattended-agent" && floor);
  starts.set(principal, { identity, agent, starts: before + 1, unattended: unattended + (unasked ? 1 : 0) });
}

const rowOf = ({ first, last, ...tally }: Tally, unattended: number): InventoryRow => ({
  identity: first.identity,
  agent: first.agent,
  trust: last.trust,
  commands: tally.commands,
  sessions: tally.sessions.size,
  hosts: [...tally.hosts].sort(),
  firstSeen: first.event.time,
  lastSeen: last.event.time,
  confidence: spreadOf(tally.confidences, tally.commands),
  evidence: [...tally.clues]
    .sort(([a, one], [b, other]) => other.strength - one.strength || other.commands - one.commands || compare(a, b))
    .map(([clue, { commands }]) => ({ clue, commands })),
  notable: tally.notable,
  unattended,
});

/** The median is the lower of two in the middle, so that it is one that a command really had. */
function spreadOf(counts: ReadonlyMap<Probability, number>, commands: number): InventoryRow["confidence"] {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  let passed = 0;
  const middle = sorted.find(([, count]) => {
    passed += count;
    return passed >= commands / 2;
  });
  return { min: sorted[0]?.[0] ?? 0, median: middle?.[0] ?? 0, max: sorted.at(-1)?.[0] ?? 0 };
}

const byPrincipal = (
  a: { readonly identity: string; readonly agent: string | null },
  b: { readonly identity: string; readonly agent: string | null },
): number => compare(a.identity, b.identity) || compare(a.agent ?? "", b.agent ?? "");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
