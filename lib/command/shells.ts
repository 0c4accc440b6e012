const shells: ReadonlySet<string> = new Set(
  "sh bash zsh dash ksh mksh ash fish rbash csh tcsh yash oksh posh nu elvish xonsh -sh -bash -zsh".split(" "),
);

/**
 * Whether a program is a shell of the Unix kind.
 *
 * @example
 * isShell("bash") // => true
 * isShell("ssh") // => false
 */
export const isShell = (program: string): boolean => shells.has(program);

/** Programs, besides shells, that run the text or the file that they are given as shell commands. */
export const readsText: ReadonlySet<string> = new Set([
  "eval",
  "source",
  ".",
  "python",
  "python3",
  "node",
  "perl",
  "ruby",
]);

/** How a shell was called: with a script as text, or reading standard input, or neither (a file, or interactive). */
export type ShellCall =
  | { readonly kind: "text"; readonly text: string; readonly positional: readonly string[] }
  | { readonly kind: "input" }
  | { readonly kind: "other" };

const valued: ReadonlySet<string> = new Set(["--rcfile", "--init-file"]);

/**
 * Reads a shell's own arguments: `-c`, alone or in a bundle as in `-lc`, makes the next word that is no option the script.
 *
 * @example
 * shellCall(["bash", "-lc", "ls; id"]) // => { kind: "text", text: "ls; id", positional: [] }
 * shellCall(["bash", "-s"]) // => { kind: "input" }
 * shellCall(["sh", "install.sh"]) // => { kind: "other" }
 */
export function shellCall(argv: readonly string[]): ShellCall {
  let text = false;
  let stdin = false;
  let at = 1;
  for (; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (!/^[-+]./.test(word) || word === "--") break;
    text ||= /^-[A-Za-z]*c[A-Za-z]*$/.test(word) || word === "--command";
    stdin ||= /^-[A-Za-z]*s[A-Za-z]*$/.test(word);
    if (/^[-+][A-Za-z]*[oO]$/.test(word) || valued.has(word)) at += 1;
  }
  if (argv[at] === "--") at += 1;
  const first = argv[at];
  if (text && first !== undefined) return { kind: "text", text: first, positional: argv.slice(at + 1) };
  return stdin || first === undefined || first === "-" || first === "/dev/stdin"
    ? { kind: "input" }
    : { kind: "other" };
}
