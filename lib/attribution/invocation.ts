import { splitJoined, splitQuoted } from "../command/lines.js";
import { programName } from "../command/names.js";
import { isShell } from "../command/shells.js";
import { splitWindows } from "../command/windows-line.js";
import type { CommandSource } from "../domain/event.js";

/** Which program a command starts: its path and, for an interpreter, the script or module that it runs. */
export interface Invocation {
  /** Base name: lower case, no `.exe` or `.cmd`, no dash of a login shell. */
  readonly name: string;
  readonly path: string;
  readonly script: string | null;
  readonly module: string | null;
}

/** Linux keeps 15 bytes of a program's name beside its path, and some sensors have nothing else. */
export const keptOfName = 15;

// Options and a script's path fit into this; what follows is somebody's text, in which nothing is looked for.
const looked = 4096;

/**
 * @example
 * binaryName("C:\\Tools\\Claude.exe") // => "claude"
 * binaryName("-zsh") // => "zsh"
 */
export const binaryName = (path: string): string =>
  programName(path)
    .replace(/\.(?:cmd|bat|ps1)$/, "")
    .replace(/^-(?=[a-z])/, "");

/** The first arguments of a command; good enough to find an interpreter's script, no more. */
const firstArguments = (source: CommandSource): readonly string[] => {
  if (source.kind === "argv") return source.argv.slice(0, 64);
  const text = source.text.slice(0, looked);
  if (source.kind === "script" || source.fidelity === "quoted") return splitQuoted(text);
  return source.fidelity === "raw-windows" ? splitWindows(text) : splitJoined(text);
};

const firstWord = /^\s*(?:"([^"]{1,4096})"|(\S{1,4096}))/;

/** The program's own word, without taking the rest apart: this is asked of every event. */
const programIn = (source: CommandSource): string | undefined => {
  if (source.kind === "argv") return source.argv[0];
  const word = firstWord.exec(source.text);
  return word?.[1] ?? word?.[2];
};

const interpreter = /^(?:node|nodejs|bun|deno|tsx|ts-node|python[\d.]*|pypy[\d.]*|ruby|perl)$/;
const takesValue = /^(?:-r|--require|--import|--loader|-W|-X|--experimental-loader)$/;
const runsText = /^(?:-[A-Za-z]*[ce]|--eval|--print|-p)$/;

/** The script or module in an interpreter's arguments; a script given as text (`-c`, `-e`) is neither. */
const runBy = (name: string, argv: readonly string[]): Pick<Invocation, "script" | "module"> => {
  const nothing = { script: null, module: null };
  for (let at = 1; at < argv.length; at++) {
    const argument = argv[at] ?? "";
    if (runsText.test(argument)) return nothing;
    if (argument === "-m" && name.startsWith("py")) return { script: null, module: argv[at + 1] ?? null };
    if (takesValue.test(argument)) at++;
    else if (!argument.startsWith("-") && argument !== "run") return { script: argument, module: null };
  }
  return nothing;
};

/**
 * The program of a command, or null where nothing is known. The binary the sensor names comes before what the line
 * says of itself.
 *
 * @example
 * invocationOf(null, { kind: "argv", argv: ["node", "/opt/tool/cli.js"] }).script // => "/opt/tool/cli.js"
 * invocationOf("/bin/bash", { kind: "argv", argv: ["bash", "-c", "claude"] }).script // => null
 */
export const invocationOf = (binary: string | null, command: CommandSource | null): Invocation | null => {
  const path = binary ?? (command === null ? undefined : programIn(command));
  if (path === undefined) return null;
  const name = binaryName(path);
  if (command === null || !(interpreter.test(name) || isShell(name))) return { name, path, script: null, module: null };
  return { name, path, ...runBy(name, firstArguments(command)) };
};
