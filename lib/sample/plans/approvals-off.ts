import { anyOf } from "../choose.js";
import { showsTypedLines } from "../person.js";
import { disguised } from "./disguise.js";
import type { Scheme } from "./plan.js";

const typed = [
  "claude --dangerously-skip-permissions",
  "claude --permission-mode bypassPermissions",
  "codex --yolo",
  "codex --dangerously-bypass-approvals-and-sandbox",
  "gemini --approval-mode=yolo",
  "gemini --yolo",
  "copilot --allow-all-tools",
];

const startedByAgent = [
  "claude -p 'fix the failing tests' --dangerously-skip-permissions",
  "codex exec --yolo 'fix the failing tests'",
  "gemini --yolo -p 'fix the failing tests'",
  "copilot -p 'fix the failing tests' --allow-all-tools",
];

/** An agent that asks nobody: a person starts it so, or another agent does. */
export const approvalsOff: Scheme = {
  kind: "approvals-off",
  fits: () => true,
  draw: (person, random) => {
    const byHand = random() < 0.6;
    const line = anyOf(random, byHand ? typed : startedByAgent);
    return {
      agent: byHand ? null : anyOf(random, person.agents),
      lines: [{ line: disguised(random, line, byHand && !showsTypedLines(person)), mustFind: true }],
      rehearsals: [],
    };
  },
};
