/**
 * The name of the program that a word starts: base name in lower case, `.exe` dropped.
 *
 * A word that holds an unknown value keeps it, so that it is seen to be computed: see `isComputed`.
 *
 * @example
 * programName("/usr/bin/Git") // => "git"
 * programName("C:\\Windows\\System32\\cmd.exe") // => "cmd"
 * programName("$HOME/bin/tool") // => "tool"
 * programName("") // => "-"
 */
export function programName(word: string): string {
  const base = word.includes("$(") || word.includes("`") ? afterSubstitution(word) : lastSegment(word);
  const lower = base.toLowerCase();
  const name = lower.endsWith(".exe") && lower.length > 4 ? lower.slice(0, -4) : lower;
  return name === "" ? "-" : name;
}

function lastSegment(word: string): string {
  let end = word.length;
  while (end > 1 && isSeparator(word.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && !isSeparator(word.charCodeAt(start - 1))) start -= 1;
  return word.slice(start, end);
}

const isSeparator = (code: number): boolean => code === 47 || code === 92;

/** A slash inside `$(cat /etc/x)` does not part folders: only what follows the substitution counts. */
function afterSubstitution(word: string): string {
  const end = Math.max(word.lastIndexOf(")"), word.lastIndexOf("`"));
  const slash = word.lastIndexOf("/");
  return slash > end ? word.slice(slash + 1) : word;
}

/**
 * Whether a program's name is only known when the command runs: it holds a variable, a substitution or a glob.
 *
 * @example
 * isComputed("$cmd") // => true
 * isComputed("$HOME/bin/tool") // => false
 * isComputed("/bin/r?") // => true
 * isComputed("[") // => false
 */
export function isComputed(word: string): boolean {
  const name = programName(word);
  const bracket = name.indexOf("[");
  return /[$`*?]/.test(name) || (bracket >= 0 && name.indexOf("]", bracket + 2) > 0);
}
