import { second } from "../../../domain/units.js";
import { between, digits, hex } from "../../choose.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** Claude Code begins by writing down her shell's aliases, and looks at the repository: nobody asked for the first. */
export const housekeeping: Scene = {
  name: "claude-code: housekeeping",
  often: 0.4,
  *play(garden, shell) {
    const { draw, home, person } = garden;
    const session = startAgent(garden, shell, "claude-code", projectOf(garden));
    const file = `${home}/.claude/shell-snapshots/snapshot-${person.shell}-17730${digits(draw, 8)}-${hex(draw, 6)}.sh`;
    const start = person.shell === "zsh" ? `${home}/.zshrc` : `${home}/.bashrc`;
    const script = `SNAPSHOT_FILE=${file}\nsource "${start}" < /dev/null\necho "# Snapshot file" >| "$SNAPSHOT_FILE"\nalias | sed 's/^alias //g' >> "$SNAPSHOT_FILE"`;
    const truth = { agent: session.agent };
    garden.start(session.process, [`/bin/${person.shell}`, "-c", "-l", script], { commands: [], truth });
    garden.start(session.process, ["git", "rev-parse", "--is-inside-work-tree"], { truth });
    for (const line of linesFor(garden, "agents", 2)) {
      yield between(draw, 2, 20) * second;
      yield* callOf(garden, session, line);
    }
  },
};
