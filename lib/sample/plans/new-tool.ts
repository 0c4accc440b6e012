import { anyOf } from "../choose.js";
import type { Scheme } from "./plan.js";

const lines = [
  "hyperfine 'make build'",
  "tokei .",
  "jless report.json",
  "dust -d 2 .",
  "difft README.md NOTES.md",
  "glow README.md",
  "scc --by-file src",
  "onefetch",
  "bat --plain README.md",
];

/** Somebody tries a tool that nobody here has run before, and that can do no harm. */
export const newTool: Scheme = {
  kind: "new-tool",
  fits: () => true,
  draw: ({ agents }, random) => ({
    agent: anyOf(random, [null, ...agents]),
    lines: [{ line: anyOf(random, lines), mustFind: false }],
    rehearsals: [],
  }),
};
