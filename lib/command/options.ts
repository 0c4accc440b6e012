/**
 * Where the words after the options begin: options are skipped with the values they take, `--` ends them.
 *
 * @param start   index of the first word that may be an option
 * @param valued  options whose value is the next word; in a bundle, only when it is the last letter
 * @example
 * optionsEnd(["sudo", "-nu", "root", "ls"], 1, new Set(["-u"])) // => 3
 * optionsEnd(["env", "--", "ls"], 1, new Set()) // => 2
 */
export function optionsEnd(argv: readonly string[], start: number, valued: ReadonlySet<string>): number {
  let at = start;
  while (at < argv.length) {
    const word = argv[at] ?? "";
    if (word === "--") return at + 1;
    if (word.length < 2 || !word.startsWith("-")) return at;
    at += takesNext(word, valued) ? 2 : 1;
  }
  return argv.length;
}

/**
 * Whether an option's value is the next word.
 *
 * @example
 * takesNext("-u", new Set(["-u"])) // => true
 * takesNext("-uroot", new Set(["-u"])) // => false
 * takesNext("--user=root", new Set(["--user"])) // => false
 */
export function takesNext(word: string, valued: ReadonlySet<string>): boolean {
  if (valued.has(word)) return true;
  if (word.startsWith("--") || word.length > 8) return false;
  for (let at = 1; at < word.length; at += 1) {
    if (valued.has(`-${word[at] ?? ""}`)) return at === word.length - 1;
  }
  return false;
}

/**
 * The value of the first of some options: in the next word, or after `=`; a short one may end a bundle, as in `-qc`, or
 * have text behind it in its own word, as in `-c'rm x'`.
 *
 * @example
 * optionValue(["su", "-c", "id"], ["-c"]) // => "id"
 * optionValue(["su", "-crm x"], ["-c"]) // => "rm x"
 * optionValue(["watch", "--interval=2"], ["--interval"]) // => "2"
 * optionValue(["ls"], ["-c"]) // => undefined
 */
export function optionValue(argv: readonly string[], names: readonly string[]): string | undefined {
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    for (const name of names) {
      if (word === name || (name.length === 2 && isBundleEndingIn(word, name))) return argv[at + 1];
      if (name.startsWith("--") && word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (name.length === 2 && /^-[A-Za-z][^-]/.test(word) && /\s/.test(word)) {
        const at = word.indexOf(name.slice(1));
        if (at > 0 && at < mostBundled) return word.slice(at + 1);
      }
    }
  }
  return undefined;
}

/** More letters than this before an option's own are text, not a bundle. */
const mostBundled = 4;

const isBundleEndingIn = (word: string, name: string): boolean =>
  word.length > 2 && word.length < 8 && /^-[A-Za-z]+$/.test(word) && word.endsWith(name.slice(1));
