import { Command } from "commander";
import { loadCommand } from "./baseline-load.js";
import { showCommand } from "./baseline-show.js";

export const baselineCommand = (settle: (code: number) => void): Command =>
  new Command("baseline")
    .description("What is known of everybody.")
    .helpCommand(false)
    .addCommand(showCommand(settle))
    .addCommand(loadCommand(settle));
