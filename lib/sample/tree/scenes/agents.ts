import { second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import type { TreeAgent } from "../agents.js";
import { startAgent, work } from "../session.js";
import { linesFor, projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** She starts an agent in a terminal, and it works; two of these at once are two agents at once. */
const sessionOf = (agent: TreeAgent, often: number, only?: Scene["only"]): Scene => ({
  name: agent,
  often,
  ...(only === undefined ? {} : { only }),
  *play(garden, shell) {
    const cwd = projectOf(garden);
    const session = startAgent(garden, shell, agent, cwd);
    yield between(garden.draw, 2, 8) * second;
    yield* work(garden, session, linesFor(garden, "agents", between(garden.draw, 5, 12)));
  },
});

/** Agents whose shells are unmistakable. */
export const marked: readonly Scene[] = [
  sessionOf("claude-code", 0.8),
  sessionOf("cursor", 0.5),
  sessionOf("codex", 0.5, "linux"),
  sessionOf("gemini-cli", 0.4),
];

/** Agents that start a plain shell, as anybody does: only descent and the environment tell. */
export const plain: readonly Scene[] = [
  sessionOf("copilot", 0.4),
  sessionOf("aider", 0.2),
  sessionOf("opencode", 0.2),
  sessionOf("goose", 0.2),
];
