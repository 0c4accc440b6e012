import { anyOf } from "../choose.js";
import type { Scheme } from "./plan.js";

const lines = [
  "grep -rn 'rm -rf' scripts",
  "rg -n 'rm -rf' docs",
  "git commit -m 'docs: warn about rm -rf /'",
  "echo 'never run rm -rf / on a shared machine'",
  "git log --oneline --grep='rm -rf'",
  "# no need to rm -rf the cache first\ngit status --short",
  "printf '%s\\n' 'rm -rf /var/lib is what the old script did'",
];

/** An agent writes about a dangerous command, or looks for it; it does not run it. */
export const mentionsRmRf: Scheme = {
  kind: "mentions-rm-rf",
  fits: () => true,
  draw: ({ agents }, random) => ({
    agent: anyOf(random, agents),
    lines: [{ line: anyOf(random, lines), mustFind: false }],
    rehearsals: [],
  }),
};
