import { second } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { startAgent } from "../session.js";
import { projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** What was asked for, and the words that the programs have after the shell or another program has filled them in. */
const asked: readonly (readonly [
  line: string,
  ...programs: readonly (readonly [asked: string, got: string, below?: true])[],
])[] = [
  ["rm -f build/*.log", ["rm -f build/*.log", "rm -f build/cart.log build/order.log"]],
  [
    'git tag "$(git describe --tags)"-rc',
    ["git describe --tags", "git describe --tags"],
    ["git tag", "git tag v1.4.2-rc"],
  ],
  [
    "for f in cart order; do wc -l $f.md; done",
    ["wc -l cart.md", "wc -l cart.md"],
    ["wc -l order.md", "wc -l order.md"],
  ],
  [
    "find . -name '*.orig' | xargs rm -f",
    ["find . -name *.orig", "find . -name *.orig"],
    ["xargs rm -f", "xargs rm -f"],
    ["xargs rm -f", "rm -f ./a.orig ./b.orig", true],
  ],
];

/** Lines whose programs have other words than the line: patterns, substitutions, loops, xargs. */
export const expansions: Scene = {
  name: "expansions",
  often: 0.5,
  *play(garden, shell) {
    const { draw } = garden;
    const session = startAgent(garden, shell, "claude-code", projectOf(garden));
    const truth = { ...shell.truth, agent: session.agent };
    for (const [line, ...programs] of asked) {
      yield between(draw, 2, 60) * second;
      const commands = new Map(programs.map(([words]) => [words, garden.command(words.split(" "), truth)]));
      const { process, agent, id } = session;
      const called = garden.call(process, agent, id, line, [...commands.values()], process.cwd);
      let last = called.shell;
      for (const [words, got, below] of programs) {
        yield between(draw, 5, 200);
        const shown = commands.get(words);
        last = garden.start(
          below ? last : called.shell,
          got.split(" "),
          shown === undefined ? {} : { commands: [shown] },
        );
      }
    }
  },
};
