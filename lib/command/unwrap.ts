import { codeLayer } from "./layers/code.js";
import { findLayer, findWords, parallelLayer, xargsLayer } from "./layers/each.js";
import type { Layer, Surroundings } from "./layers/layer.js";
import { awsLayer } from "./layers/remote.js";
import { fileLayer, shellLayer, sourceLayer } from "./layers/shell.js";
import { crontabLayer, fdLayer, gitLayer, laterLayer, shellOutLayer, typedLayer } from "./layers/tools.js";
import { windowsLayer } from "./layers/windows.js";
import { wrapperLayer, wrapperWords } from "./layers/wrapped.js";
import { programName } from "./names.js";
import { isShell } from "./shells.js";
import { wrappers } from "./wrappers/index.js";

const special: ReadonlyMap<string, (argv: readonly string[], around: Surroundings) => Layer | undefined> = new Map([
  ["find", findLayer],
  ["gfind", findLayer],
  ["xargs", xargsLayer],
  ["gxargs", xargsLayer],
  ["parallel", parallelLayer],
  ["source", sourceLayer],
  [".", sourceLayer],
  ["at", sourceLayer],
  ["batch", sourceLayer],
  ["aws", awsLayer],
  ["git", gitLayer],
  ["crontab", crontabLayer],
  ["alias", laterLayer],
  ["export", laterLayer],
  ["fd", fdLayer],
  ["fdfind", fdLayer],
  ...["vim", "vi", "nvim", "ex", "ed", "view", "gdb", "lldb", "less", "ftp", "sftp"].map(
    (name) => [name, shellOutLayer] as const,
  ),
]);

/**
 * Takes one layer off a command; undefined when it runs no other command that can be seen.
 *
 * @example
 * unwrap(["sudo", "-u", "root", "ls"]) // => { outer: undefined, inner: [{ kind: "argv", argv: ["ls"] }] }
 * unwrap(["ssh", "web-1", "uptime"]).outer // => ["ssh", "web-1", "uptime"]
 * unwrap(["ls", "-l"]) // => undefined
 */
export function unwrap(argv: readonly string[], around: Surroundings = {}): Layer | undefined {
  const program = programName(argv[0] ?? "");
  if (isShell(program)) return shellLayer(argv, around);
  const own = special.get(program);
  if (own !== undefined) return own(argv, around);
  const wrapper = wrappers.get(program);
  if (wrapper !== undefined) return wrapperLayer(argv, wrapper, around) ?? typesInto(program, argv);
  return fileLayer(argv, around) ?? windowsLayer(program, argv, around) ?? codeLayer(program, argv, around);
}

const typesInto = (program: string, argv: readonly string[]): Layer | undefined =>
  program === "tmux" || program === "screen" ? typedLayer(argv) : undefined;

/**
 * A command's own words, without those of the command that it runs: what `docker exec` is told, not what runs inside.
 *
 * @example
 * ownWords(["ssh", "-p", "22", "web-1", "rm", "-r", "x"]) // => ["ssh", "-p", "22", "web-1"]
 * ownWords(["find", ".", "-exec", "rm", "-f", "{}", ";", "-print"]) // => ["find", ".", "-exec", "-print"]
 * ownWords(["ls", "-l"]) // => ["ls", "-l"]
 */
export const ownWords = (argv: readonly string[]): readonly string[] =>
  programName(argv[0] ?? "") === "find" ? findWords(argv) : wrapperWords(argv);
