/** Where a variable starts: a name as shells allow it, and its sign. */
const startsVariable = /^[A-Za-z_]\w*=/;

/** More text than this is no environment: Linux gives arguments and environment together 128 KiB by default. */
const longestEnvironment = 1024 * 1024;

/**
 * Variables that a sensor glued to one text, with a blank between them (osquery's `env`, Falco's `proc.env`).
 *
 * A value may hold blanks itself, and nothing marks its end: what does not look like a variable belongs to the one
 * before, and a value that holds ` NAME=` is read as two variables.
 *
 * @example
 * variablesIn("PS1=my prompt TERM=xterm") // => ["PS1=my prompt", "TERM=xterm"]
 * variablesIn(null) // => []
 */
export const variablesIn = (text: unknown): readonly string[] => {
  if (typeof text !== "string" || text.length > longestEnvironment) return [];
  const variables: string[] = [];
  for (const word of text.split(" ")) {
    if (startsVariable.test(word)) variables.push(word);
    else if (variables.length > 0) variables[variables.length - 1] += ` ${word}`;
  }
  return variables;
};
