import { second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** Claude Code in a shell of Cursor's agent: who starts it is Cursor, what it does is its own. The nearest counts. */
export const nested: Scene = {
  name: "claude-code inside cursor",
  often: 0.4,
  *play(garden, shell) {
    const { draw } = garden;
    const outer = startAgent(garden, shell, "cursor", projectOf(garden));
    for (const line of linesFor(garden, "agents", 2)) {
      yield between(draw, 2, 20) * second;
      yield* callOf(garden, outer, line);
    }
    const commands = [garden.command(["claude", "-p", "fix the lint errors"], { ...shell.truth, agent: "cursor" })];
    const line = 'claude -p "fix the lint errors"';
    const { shell: inside } = garden.call(outer.process, "cursor", outer.id, line, commands, outer.process.cwd);
    const inner = startAgent(garden, inside, "claude-code", inside.cwd, ["-p", "fix the lint errors"], commands[0]);
    for (const asked of linesFor(garden, "agents", 4)) {
      yield between(draw, 2, 20) * second;
      yield* callOf(garden, inner, asked);
    }
  },
};
