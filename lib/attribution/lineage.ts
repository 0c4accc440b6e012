import type { Millis } from "../domain/units.js";
import { type Fact, type Heritage, isSystem, type Kept } from "./fact.js";
import type { Family } from "./family.js";

/** What descent tells of one process; the heritage is one that only a variable tells of where there is no other. */
export interface Descent extends Kept {
  /** The processes above it, from near to far. */
  readonly above: readonly Fact[];
  /** The keys of the nearest of them. */
  readonly line: readonly string[];
  /** Somebody above it is not known and may still turn up: what is said here may have to be revised. */
  readonly open: boolean;
  /** The walk came to a border: everybody who could have acted is known. */
  readonly bordered: boolean;
}

/** Agents start their commands a few steps down; deeper chains are made to be deep. */
const deepest = 32;
/** Of a longer line the nearest are named: enough to see that one process runs below another. */
const named = 12;

/**
 * Who is behind a process, by those above it.
 *
 * The nearest agent above it is its agent; an agent's own program that the same agent's program (a launcher) started is
 * still whoever's started that. The holder of its account is who acts, unless somebody above it says more of a person (ada above
 * root, a name above a bare uid); behind a switcher (sudo, su) the account says nothing. The walk ends at a border, above
 * which nobody acts, and where nothing more is known.
 */
export function descentOf(fact: Fact, family: Family): Descent {
  const above: Fact[] = [];
  let heritage: Descent["heritage"] = null;
  let { holder } = fact;
  let { standing } = holder;
  let switched = fact.landmark === "switcher";
  let top = fact;
  let open = false;
  let bordered = false;
  let launching = fact.program;
  for (let steps = 1; steps <= deepest; steps += 1) {
    const next = family.above(top);
    if (next === undefined) {
      const { kept } = top;
      if (kept?.switched && top !== fact) standing = 0;
      if (kept !== undefined && kept.holder.standing > standing) holder = kept.holder;
      if (heritage === null && kept?.heritage) heritage = { ...kept.heritage, steps: steps - 1 + kept.heritage.steps };
      switched ||= kept?.switched === true;
      open = !isOrphan(top);
      break;
    }
    if (next.key === fact.key || above.includes(next)) break;
    top = next;
    above.push(top);
    if (top.landmark === "switcher") {
      standing = 0;
      switched = true;
    }
    if (top.holder.standing > standing) {
      holder = top.holder;
      standing = holder.standing;
    }
    bordered = top.landmark === "border";
    if (bordered) break;
    if (launching !== null && top.program === launching) continue;
    launching = null;
    if (top.heritage !== null && isNearer(top.heritage, heritage)) heritage = { ...top.heritage, steps };
  }
  const line = above.slice(0, named).map(({ key }) => key);
  return { heritage, holder, switched, above, line, known: knowledgeOf(fact, above), open, bordered };
}

/** Those above are looked at from near to far; what only a variable tells makes room for what a process tells. */
const isNearer = (next: Heritage, heritage: Heritage | null): boolean =>
  heritage === null || (heritage.isMarker && !next.isMarker);

/** Nobody started it who could still turn up. */
const isOrphan = ({ process: { parentId, parentPid }, words }: Fact): boolean =>
  parentId === null && (parentPid === null ? words.starter === null : isSystem(parentPid));

/** So many steps are compared one by one, each with six bits; of what is above them the number counts, in five: 53 bits. */
const compared = 8;
const [closest, mostSteps] = [63, 31];

/**
 * How much is known of those above a process.
 *
 * Knowing more makes the line longer, or puts somebody nearer into it: behind a pid that came back stands its last
 * owner, once he is known, and not the one before. So the nearest step decides, the later the higher, and then the next.
 * Times that differ by less than a half count as the same.
 */
function knowledgeOf(fact: Fact, above: readonly Fact[]): number {
  let known = 0;
  for (let step = 0; step < compared; step += 1) {
    const [below, next] = [above[step - 1] ?? fact, above[step]];
    known = known * (closest + 1) + (next === undefined ? 0 : closeness(below.at - next.at));
  }
  return known * (mostSteps + 1) + Math.min(above.length, mostSteps);
}

/** From 63, for a millisecond, down to 1; one that seems to start after what it started is the last that is taken. */
const closeness = (gap: Millis): number => (gap < 0 ? 1 : Math.max(1, closest - Math.floor(1.5 * Math.log2(1 + gap))));
