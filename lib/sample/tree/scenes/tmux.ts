import { minute, second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { startAgent, work } from "../session.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

/** A terminal that outlives its window: the server is a copy of the first client, and every pane is the server's. */
export const tmux: Scene = {
  name: "tmux by hand",
  often: 0.4,
  *play(garden, shell) {
    const client = garden.start(shell, ["tmux", "new", "-s", "work"], { stays: true });
    const server = garden.fork(true);
    const cwd = projectOf(garden);
    const pane = garden.start(client, [`-${garden.person.shell}`], { fork: server, stays: true, cwd });
    for (const line of linesFor(garden, "hands", 4)) {
      yield between(garden.draw, 2, 90) * second;
      yield* typed(garden, pane, line);
    }
    yield between(garden.draw, 1, 20) * minute;
    const other = garden.start(client, [`-${garden.person.shell}`], { fork: server, stays: true, cwd });
    yield* work(garden, startAgent(garden, other, "claude-code"), linesFor(garden, "agents", 4));
  },
};
