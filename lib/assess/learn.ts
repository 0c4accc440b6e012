import type { Countable, Moment } from "../detectors/detector.js";
import { detectors } from "../detectors/index.js";
import type { Verdict } from "../domain/finding.js";
import { tellingImpact } from "../domain/impact.js";
import type { Attribution, Observation } from "../domain/observation.js";
import { principalOf } from "../domain/principal.js";
import { day } from "../domain/units.js";
import { epochMs } from "../identity/settings.js";
import { type CountTree, emptyTree, merge, at as nodeAt, seed } from "../stats/count-tree.js";
import { countIn, once } from "../stats/epoch-counts.js";
import { oneScore } from "../stats/score-histogram.js";
import { shortName } from "../stats/short-name.js";
import { type Baseline, heldName } from "./baseline.js";
import { harmAt, sessionOf } from "./earlier.js";
import type { Learning } from "./policy.js";
import type { Score } from "./score.js";
import type { Seen } from "./seen.js";

/** A command that waits to be learned, and what it takes to know it when it is seen again. No text. */
export interface Judged extends Teachable {
  readonly attribution: Attribution;
  readonly seen: Seen;
}

/** A command that has been judged: no more of it than its lesson needs. */
export interface Teachable extends Moment {
  readonly observation: Pick<Observation, "identity" | "agent" | "session"> & Countable;
  readonly score: Pick<Score, "bits" | "pValue">;
  readonly verdict: Verdict;
}

/** The rarest hundredth of scores: twice the p-value of the lightest finding lies in it, so flooding it would hide some. */
const rare = 0.01;

/**
 * What one judged command teaches: the baseline of that command alone, to be merged into the principal's.
 *
 * Its activity always counts. Its score counts unless this session or day has added too many that are rare, or were
 * found. Its shape counts unless it was found (then it is held until it was seen on enough days in enough sessions), or
 * is notable and this session or day has taught it often enough. `gates` false learns what was found too: warm-up. What
 * somebody called expected is never held, but for floor entries; caps hold for it as for everything.
 */
export function lesson(judged: Teachable, baseline: Baseline, learning: Learning, gates = true): Baseline {
  const { observation, score, verdict } = judged;
  const today = Math.floor(judged.at / day);
  const week = once(Math.floor(judged.at / epochMs));
  const session = shortName(sessionOf(observation.session, judged.at));
  const signature = heldName(observation);
  const impact = tellingImpact(observation.impacts);
  const isNotable = impact !== undefined;
  // Nobody reads what a day has taught.
  const what = shortName(signature);
  const found = verdict === "find" && gates;
  // What was found once is held until it is believed, also when it has become too frequent to be found again.
  const isDoubtful = found || (gates && nodeAt(baseline.held, [signature]).counts.length > 0);
  const held = isDoubtful && (impact?.floor === true || !isExpected(observation, learning));

  const taughtHere = (what: string, perSession: number, perDay: number) =>
    countOn(baseline.taught, [what, session], today) < perSession && countOn(baseline.taught, [what], today) < perDay;
  const kind = found ? "found" : score.pValue <= rare ? "rare" : "usual";
  const rareToday = Math.max(learning.rarePerDay, learning.rareShare * countIn(baseline.activity, today));
  const scored =
    kind === "usual" ||
    (kind === "rare" && countOn(baseline.taught, ["rare"], today) < rareToday) ||
    (kind === "found" && taughtHere("found", learning.foundPerSession, learning.foundPerDay));
  const counted =
    (!held || (impact?.floor !== true && isAbsorbed(baseline.held, signature, learning))) &&
    (!isNotable || taughtHere(what, learning.notablePerSession, learning.notablePerDay));

  let taught = isNotable ? seed(harmAt(session, impact.class, judged.at), once(today)) : emptyTree;
  if (kind !== "usual" && scored) taught = merge(taught, seed([kind, session], once(today)));
  if (isNotable && counted) taught = merge(taught, seed([what, session], once(today)));
  return {
    activity: once(today),
    counts: counted ? countsOf(judged, week) : new Map(),
    scores: scored ? oneScore(score.bits, week) : emptyTree,
    held: held ? seed([signature, String(today), session], week) : emptyTree,
    taught,
  };
}

function countsOf({ observation, ...moment }: Teachable, week: readonly number[]): ReadonlyMap<string, CountTree> {
  const counts = new Map<string, CountTree>();
  for (const { id, paths } of detectors) {
    let tree = emptyTree;
    for (const path of paths(observation, moment)) tree = merge(tree, seed(path, week));
    counts.set(id, tree);
  }
  return counts;
}

/** Whether somebody has said that this is the principal's work. */
function isExpected({ identity, agent, signature }: Teachable["observation"], { expected }: Learning): boolean {
  const principal = principalOf(identity, agent);
  return expected.some((one) => one.principal === principal && one.signature === signature);
}

/** Whether a held signature has been seen on enough days, in enough sessions, to be believed. */
function isAbsorbed(held: CountTree, signature: string, { absorbDays, absorbSessions }: Learning): boolean {
  const days = nodeAt(held, [signature]).children;
  const sessions = new Set([...days.values()].flatMap(({ children }) => [...children.keys()]));
  return days.size >= absorbDays && sessions.size >= absorbSessions;
}

const countOn = (taught: CountTree, path: readonly string[], today: number): number =>
  countIn(nodeAt(taught, path).counts, today);
