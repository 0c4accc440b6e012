import type { Finding, Reach } from "../domain/finding.js";
import type { Trust } from "../domain/observation.js";

const reachWords: Readonly<Record<Reach, readonly string[]>> = {
  own: [],
  machine: ["it reaches the whole machine"],
  shared: ["it reaches what others use"],
  everything: ["it reaches production, or all of what others use"],
};

const trustWords: Readonly<Record<Trust, readonly string[]>> = {
  trusted: [],
  service: ["it is a service account"],
  unknown: ["they are not known as trusted"],
};

type Circumstances = Pick<Finding, "reach" | "agent" | "trust"> & { readonly impact: object | null };

/**
 * What makes a finding more urgent than its harm and rarity alone, in a few words; empty where nothing does.
 *
 * @example
 * soonerBecause({ impact: {}, reach: "shared", agent: "codex", trust: "unknown" }) // => "it reaches what others use; an agent acts; they are not known as trusted"
 * soonerBecause({ impact: {}, reach: "own", agent: null, trust: "trusted" }) // => ""
 */
export const soonerBecause = ({ impact, reach, agent, trust }: Circumstances): string =>
  // Of a whole identity nothing is known to be reached yet; and what an earlier version kept has no reach.
  [
    ...((impact !== null && reachWords[reach]) || []),
    ...(agent === null ? [] : ["an agent acts"]),
    ...trustWords[trust],
  ].join("; ");
