import { minute, second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import type { Gardener } from "../gardener.js";
import type { Start } from "../process.js";
import { callOf } from "../session.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

/** An editor of hers, opened from its icon, and the part of it that starts terminals. */
function openEditor(garden: Gardener, which: "code" | "cursor"): Start {
  const mac = garden.system === "macos";
  const name = which === "code" ? "Code" : "Cursor";
  const path = mac ? `/Applications/${name}.app/Contents/MacOS/${name}` : `/usr/share/${which}/${which}`;
  const editor = garden.start(null, [path], { stays: true, parentPid: between(garden.draw, 900, 999) });
  const helper = mac
    ? [
        `/Applications/${name}.app/Contents/Frameworks/${name} Helper.app/Contents/MacOS/${name} Helper`,
        "--type=utility",
      ]
    : [path, "--type=utility", "--utility-sub-type=node.mojom.NodeService"];
  return garden.start(editor, helper, { stays: true });
}

/** She types in a terminal inside her editor. Where the editor has Claude Code's extension, its variable is there too. */
export const integrated: Scene = {
  name: "an editor's terminal",
  often: 0.5,
  *play(garden) {
    const editor = openEditor(garden, garden.draw() < 0.5 ? "code" : "cursor");
    const marker = garden.draw() < 0.3 ? { CLAUDECODE: "1" } : {};
    const shell = garden.start(editor, [`/bin/${garden.person.shell}`, "-l"], {
      stays: true,
      cwd: projectOf(garden),
      environment: { TERM_PROGRAM: "vscode", ...marker },
    });
    for (const line of linesFor(garden, "hands", between(garden.draw, 4, 9))) {
      yield between(garden.draw, 2, 90) * second;
      yield* typed(garden, shell, line);
    }
  },
};

/** The agent in the editor works beside her, below the same processes. */
export const editorsAgent: Scene = {
  name: "an editor's agent",
  often: 0.4,
  *play(garden) {
    const editor = openEditor(garden, "cursor");
    const session = { agent: "cursor", process: editor, id: garden.session() } as const;
    const cwd = projectOf(garden);
    const shell = garden.start(editor, [`/bin/${garden.person.shell}`, "-l"], { stays: true, cwd });
    for (const [index, line] of linesFor(garden, "agents", 6).entries()) {
      yield between(garden.draw, 2, 40) * second;
      yield* callOf(garden, session, line, { cwd });
      if (index % 2 === 1) yield* typed(garden, shell, linesFor(garden, "hands", 1)[0] ?? "git status");
    }
    yield between(garden.draw, 1, 5) * minute;
  },
};
