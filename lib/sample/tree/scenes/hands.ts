import { second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

/** What she types all afternoon, while her agents work in other terminals. */
export const hands: Scene = {
  name: "hands",
  often: 1,
  *play(garden, shell) {
    for (const line of linesFor(garden, "hands", between(garden.draw, 14, 30))) {
      yield between(garden.draw, 2, 240) * second;
      yield* typed(garden, shell, line, garden.draw() < 0.3 ? projectOf(garden) : shell.cwd);
    }
  },
};
