import type { Millis } from "../../domain/units.js";
import { between } from "../choose.js";
import { type Child, childrenOf, deeper } from "./children.js";
import type { Differences, Gardener } from "./gardener.js";
import { imagesOf } from "./images.js";
import type { Command, Fork, Start, Truth } from "./process.js";
import { partsOf } from "./script.js";
import { underSudo } from "./sudo.js";
import { root } from "./users.js";

/** Something that goes on for a while; it yields how long it waits, so that others may act meanwhile. */
export type Course<Result = void> = Generator<Millis, Result, void>;

/** How a shell starts a program. */
export interface Manner {
  readonly cwd: string;
  /** The shell turns into it, as it does with the last program of a script. */
  readonly inPlace?: boolean;
  /** It goes on for so many more processes below. */
  readonly depth?: number;
  readonly differences?: Differences;
}

/** The commands in a line, in their order. */
export const commandsOf = (garden: Gardener, line: string, truth: Truth): readonly Command[] =>
  partsOf(line, garden.home).map(({ words }) => garden.command(words, truth));

/** These turn into the command behind their own words; `timeout` starts it and waits. */
const prefixes: Readonly<Record<string, { readonly own: number; readonly starts?: true }>> = {
  nohup: { own: 0 },
  timeout: { own: 1, starts: true },
};

/** Starts one program as a shell does, with all that it starts in turn; gives the program's own process. */
export function* run(
  garden: Gardener,
  from: Start,
  words: readonly string[],
  command: Command,
  { cwd, inPlace = false, depth = 0, differences = {} }: Manner,
): Course<Start> {
  const begin = (argv: readonly string[], more: Differences = {}): Start => {
    const it = { ...differences, ...more, cwd, commands: [command] };
    return inPlace ? garden.exec(from, argv, it) : garden.start(from, argv, it);
  };
  const [program = "", ...rest] = words;
  if (program === "sudo") {
    const { user, behind } = underSudo(rest);
    const sudo = begin(words, { user: root });
    yield between(garden.draw, 5, 60);
    const fork = garden.monitors && from.truth.agent === null ? { fork: garden.fork() } : {};
    return yield* run(garden, sudo, behind, command, { cwd, depth, differences: { user, ...fork } });
  }
  const prefix = prefixes[program];
  if (prefix !== undefined) {
    const outer = begin(words);
    const starts = prefix.starts === true;
    return yield* run(garden, outer, rest.slice(prefix.own), command, { cwd, depth, inPlace: !starts });
  }
  const [first = words, ...others] = imagesOf(words, cwd);
  let start = begin(first);
  for (const argv of others) start = garden.exec(start, argv);
  yield* descend(garden, start, words, command, depth);
  return start;
}

/** What a program starts, and what that starts. */
function* descend(garden: Gardener, start: Start, words: readonly string[], command: Command, depth: number): Course {
  const { draw } = garden;
  // npx starts what it was asked for, through a shell: the same command still.
  if (words[0] === "npx") return yield* inShell(garden, start, words.slice(1).join(" "), [command], depth);
  for (const child of childrenOf(words, draw)) yield* breed(garden, start, child, 0);
  if (depth > 0) yield* breed(garden, start, deeper(draw), depth - 1);
}

function* breed(garden: Gardener, start: Start, child: Child, depth: number): Course {
  yield between(garden.draw, 10, 900);
  const { cwd, truth } = start;
  if ("line" in child) yield* inShell(garden, start, child.line, commandsOf(garden, child.line, truth), depth);
  else yield* run(garden, start, child.words, garden.command(child.words, truth), { cwd, depth });
}

function* inShell(garden: Gardener, parent: Start, line: string, commands: readonly Command[], depth: number): Course {
  const shell = garden.start(parent, ["sh", "-c", line], { commands });
  yield* runScript(garden, shell, line, commands, { mayExec: true, depth });
}

/** How a shell runs its script. */
interface Running {
  /** It may turn into the last program instead of waiting for it. */
  readonly mayExec: boolean;
  readonly depth?: number;
  /** The copy of itself in which it runs the script. */
  readonly fork?: Fork;
  readonly stays?: true;
}

/** What a shell does with its script: it starts the programs of the line. */
export function* runScript(
  garden: Gardener,
  shell: Start,
  line: string,
  commands: readonly Command[],
  { mayExec, depth = 0, fork, stays }: Running,
): Course<readonly Start[]> {
  const parts = partsOf(line, garden.home);
  const started: Start[] = [];
  let { cwd } = shell;
  for (const [index, { words, builtin }] of parts.entries()) {
    if (words[0] === "cd") cwd = folderIn(cwd, words[1] ?? garden.home);
    if (builtin) continue;
    yield between(garden.draw, 3, 60);
    const isLast = index === parts.length - 1;
    const inPlace = mayExec && isLast && fork === undefined && garden.draw() < 0.6;
    const differences = { ...(fork === undefined ? {} : { fork }), ...(stays === undefined ? {} : { stays }) };
    const manner = { cwd, inPlace, depth: isLast ? depth : 0, differences };
    started.push(yield* run(garden, shell, words, commands[index] ?? garden.command(words, shell.truth), manner));
  }
  return started;
}

const folderIn = (cwd: string, folder: string): string => (folder.startsWith("/") ? folder : `${cwd}/${folder}`);
