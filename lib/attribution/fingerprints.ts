import type { Fingerprint } from "./fingerprint.js";
import { amazonQ, kiro } from "./fingerprints/amazon.js";
import { claudeCode } from "./fingerprints/claude-code.js";
import { codex } from "./fingerprints/codex.js";
import { copilot } from "./fingerprints/copilot.js";
import { cursor } from "./fingerprints/cursor.js";
import { antigravity, geminiCli, jules, qwenCode } from "./fingerprints/gemini-cli.js";
import * as open from "./fingerprints/open.js";
import * as vendors from "./fingerprints/vendors.js";

/** Raised with every change of the entries, so that a finding can be read with the list it was made with. */
export const fingerprintsVersion = "2026-11-25";

/** The agents that are known without any configuration. */
export const fingerprints: readonly Fingerprint[] = [
  claudeCode,
  cursor,
  codex,
  geminiCli,
  copilot,
  amazonQ,
  kiro,
  qwenCode,
  antigravity,
  jules,
  ...Object.values(open),
  ...Object.values(vendors),
];

/**
 * The known agents with an operator's own, hers first: where two claim one sign, she knows her hosts better. An own entry
 * of a known name adds its signs to those.
 */
export const withOwn = (own: readonly Fingerprint[]): readonly Fingerprint[] => {
  const named = new Set(own.map(({ agent }) => agent));
  const known = new Map(fingerprints.map((fingerprint) => [fingerprint.agent, fingerprint]));
  return [
    ...own.map((fingerprint) => joined(fingerprint, known.get(fingerprint.agent))),
    ...fingerprints.filter(({ agent }) => !named.has(agent)),
  ];
};

const joined = (own: Fingerprint, known: Fingerprint | undefined): Fingerprint =>
  known === undefined
    ? own
    : {
        ...own,
        aliases: [...own.aliases, ...known.aliases],
        binaries: [...own.binaries, ...known.binaries],
        paths: [...own.paths, ...known.paths],
        namesakes: [...own.namesakes, ...known.namesakes],
        modules: [...own.modules, ...known.modules],
        environment: [...own.environment, ...known.environment],
        sessionVariables: [...own.sessionVariables, ...known.sessionVariables],
        evidence: [...own.evidence, ...known.evidence],
      };
