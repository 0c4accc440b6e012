import { principalOf } from "../../domain/principal.js";
import { type Compared, isAgents, isHers } from "./compare.js";

/** In which scene somebody was taken for somebody else. */
export interface Confusion {
  readonly scene: string;
  /** `her/claude-code`: the engineer of the host, with her agent. */
  readonly expected: string;
  readonly told: string;
  readonly observations: number;
  readonly formats: readonly string[];
}

/** Of more it is not worth to read. */
const shown = 12;

const named = (identity: string, agent: string | null, person: string): string =>
  principalOf(identity === person ? "her" : identity.startsWith("root@") ? "root" : identity, agent);

/** The most frequent confusions over all formats; those of formats that carry neither starter nor descent belong there. */
export function worstOf(
  all: readonly { readonly compared: Compared; readonly format: string }[],
): readonly Confusion[] {
  const confusions = new Map<string, { confusion: Confusion; formats: Set<string>; observations: number }>();
  for (const { compared, format } of all) {
    const { scene, person, expected, told } = compared;
    if (isHers(compared) && isAgents(compared)) continue;
    const confusion = {
      scene,
      expected: expected === null ? "nothing" : named(expected.identity, expected.agent, person),
      told: named(told.identity, told.agent, person),
      observations: 0,
      formats: [],
    };
    const key = JSON.stringify(confusion);
    const known = confusions.get(key) ?? { confusion, formats: new Set(), observations: 0 };
    known.formats.add(format);
    known.observations += 1;
    confusions.set(key, known);
  }
  return [...confusions.values()]
    .sort((a, b) => b.observations - a.observations)
    .slice(0, shown)
    .map(({ confusion, formats, observations }) => ({ ...confusion, observations, formats: [...formats] }));
}
