import { second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import type { TreeAgent } from "../agents.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

const agents: readonly TreeAgent[] = ["claude-code", "cursor", "gemini-cli", "copilot", "opencode"];

/** A terminal and an agent that ran before the sensor did: no record tells of their own starts. */
export const before: Scene = {
  name: "an agent from before the sensor",
  often: 0.3,
  onlyBy: ["parentCommandLine", "environment", "declared"],
  *play(garden) {
    const { draw, person } = garden;
    const parentPid = between(draw, 900, 999);
    const shell = garden.start(null, [`-${person.shell}`], { unseen: true, stays: true, parentPid });
    const agent = anyOf(draw, agents);
    const session = startAgent(garden, shell, agent, projectOf(garden), [], undefined, { unseen: true });
    for (const line of linesFor(garden, "agents", 5)) {
      yield between(draw, 2, 60) * second;
      yield* callOf(garden, session, line);
      yield between(draw, 1, 30) * second;
      yield* typed(garden, shell, linesFor(garden, "hands", 1)[0] ?? "git status");
    }
  },
};
