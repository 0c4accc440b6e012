import type { Finding } from "../domain/finding.js";
import type { Observation } from "../domain/observation.js";
import { type Principal, principalOf } from "../domain/principal.js";
import type { Instant } from "../domain/units.js";
import { commandsIn, compact, emptyBaseline, mergeBaselines } from "./baseline.js";
import { behave, behaviourFinding, isDoubted, type LaneMove } from "./behaviour.js";
import { type Judged, lesson } from "./learn.js";
import type { Memory } from "./memory.js";
import { type Context, type Learned, type Step, still } from "./outcome.js";
import { usualFor } from "./usual.js";

/** The baseline is brought within its bounds each time it has grown by so many commands, which may exceed them by three nodes each. */
const compactEvery = 256;

/** Learns what was judged up to an instant; younger judgements keep waiting, the newest of them while there is room. */
export function learnUntil(
  memory: Memory,
  until: Instant,
  room: number,
  seen: Observation,
  { policy, judgeFrom, cohorts }: Context,
): Step {
  const tooMany = memory.waiting.length - room;
  const isDue = ({ at }: Judged, place: number) => at <= until || place < tooMany;
  const due = memory.waiting.filter(isDue);
  if (due.length === 0) return still(memory);

  const baselines = new Map(memory.baselines);
  const lanes = new Map(memory.lanes);
  const learned: Learned[] = [];
  const behaviour: Finding[] = [];
  const moved: [Principal, LaneMove][] = [];
  let compacted = false;
  for (const judged of due) {
    const { identity, agent } = judged.observation;
    const principal = principalOf(identity, agent);
    const before = baselines.get(principal) ?? emptyBaseline;
    const gates = judged.at >= judgeFrom;
    const isWatched = policy.identityLane.findAtOdds !== null;
    const behaved = isWatched ? behave(judged, lanes.get(principal), before, cohorts, policy, !gates) : null;
    if (behaved !== null) {
      lanes.set(principal, behaved.state);
      moved.push([principal, behaved.move]);
    }
    if (behaved?.outcome?.verdict === "find")
      behaviour.push(behaviourFinding(behaved.outcome, judged, seen, usualFor(before)));
    const own = lesson(judged, before, policy.learning, gates);
    // While somebody else may be acting, neither lane learns what she does.
    const isHers = behaved === null || !gates || !isDoubted(behaved.state);
    const trusted = isHers ? own : { ...own, counts: emptyBaseline.counts };
    const taught = mergeBaselines(trusted, behaved?.lesson ?? emptyBaseline);
    const after = mergeBaselines(before, taught);
    const grown = commandsIn(after) % compactEvery === 0;
    compacted ||= grown;
    baselines.set(principal, grown ? compact(after, memory.counted.clock, policy.learning) : after);
    learned.push({ agent, lesson: taught });
  }
  const waiting = memory.waiting.filter((judged, place) => !isDue(judged, place));
  return { memory: { ...memory, baselines, lanes, waiting }, learned, behaviour, moved, compacted };
}
