/** What makes a line more than one program with its arguments: operators, expansions, patterns, comments, assignments. */
const beyondOneProgram = /[|&;<>()$`*?#\n\\]|^\w+=/;

/** Words that the shell itself does, without starting a program. */
const builtins = /^(?:cd|export|source|history|alias|set|unset|\.)(?: |$)/;

/** Whether an exec sensor could show this line as one process: one program, plain arguments. */
export const isOneProgram = (line: string): boolean =>
  !builtins.test(line) && !beyondOneProgram.test(withoutSingleQuoted(line));

/** Single quotes make everything in them literal, double quotes do not. */
const withoutSingleQuoted = (line: string): string => line.replaceAll(/'[^']*'/g, "");

/**
 * The arguments a shell would pass on for a line that is one program.
 *
 * @param home what a leading `~/` stands for
 * @example
 * shellWords("git commit -m 'fix cart'", "/home/ada") // => ["git", "commit", "-m", "fix cart"]
 * shellWords("cat ~/notes.md", "/home/ada") // => ["cat", "/home/ada/notes.md"]
 */
export const shellWords = (line: string, home: string): readonly string[] =>
  (line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [])
    .map((word) => (word.startsWith("~/") ? home + word.slice(1) : word))
    .map((word) =>
      word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ""),
    );

/**
 * Text in single quotes, as one shell word.
 *
 * @example
 * singleQuoted("echo it's") // => "'echo it'\"'\"'s'"
 */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;
