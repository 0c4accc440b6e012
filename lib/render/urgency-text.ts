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

/**
 * What makes a finding more urgent than its harm and rarity alone, in a few words; empty where nothing does.
 *
 * @example
 * soonerBecause({ reach: "shared", agent: "codex", trust: "unknown" }) // => "it reaches what others use; an agent acts; they are not known as trusted"
 * soonerBecause({ reach: "own", agent: null, trust: "trusted" }) // => ""
 */
export const soonerBecause = ({ reach, agent, trust }: Pick<Finding, "reach" | "agent" | "trust">): string =>
  // What an earlier version kept has no reach.
  [...(reachWords[reach] ?? []), ...(agent === null ? [] : ["an agent acts"]), ...trustWords[trust]].join("; ");
