import { second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** `make review`, in which a recipe starts an agent without anybody to ask: she made it start, and it acts. */
export const fromScript: Scene = {
  name: "claude-code from a Makefile",
  often: 0.4,
  *play(garden, shell) {
    const cwd = projectOf(garden);
    const make = garden.start(shell, ["make", "review"], { cwd });
    const rest = ["-p", "review the last commit", "--output-format", "json"];
    const command = garden.command(["claude", ...rest], shell.truth);
    const line = "claude -p 'review the last commit' --output-format json";
    const recipe = garden.start(make, ["/bin/sh", "-c", line], { commands: [command] });
    const session = startAgent(garden, recipe, "claude-code", cwd, rest, command);
    for (const asked of linesFor(garden, "agents", 4)) {
      yield between(garden.draw, 2, 20) * second;
      yield* callOf(garden, session, asked);
    }
  },
};
