import { minute, second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { run } from "../run.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** A server for tools that an agent starts beside its calls; what it starts in turn is the agent's as well. */
export const mcp: Scene = {
  name: "claude-code: tool server",
  often: 0.4,
  *play(garden, shell) {
    const { draw } = garden;
    const { cwd, ...session } = { ...startAgent(garden, shell, "claude-code", projectOf(garden)), cwd: shell.cwd };
    const truth = { ...shell.truth, agent: session.agent };
    const words = ["node", "/usr/lib/node_modules/@example/tickets-mcp/dist/index.js"];
    const differences = { truth, stays: true } as const;
    const server = yield* run(garden, session.process, words, garden.command(words, truth), { cwd, differences });
    for (const line of linesFor(garden, "agents", 3)) {
      yield between(draw, 5, 60) * second;
      yield* callOf(garden, session, line);
    }
    yield between(draw, 1, 20) * minute;
    const ask = ["git", "log", "-1", "--format=%H"];
    yield* run(garden, server, ask, garden.command(ask, truth), { cwd });
  },
};
