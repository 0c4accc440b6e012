import { type Weighted, weighted } from "../choose.js";
import type { Random } from "../random.js";
import { isOneProgram, singleQuoted } from "../shell-words.js";

/** Ways to run the same line, none of which makes it any better. */
const disguises: readonly Weighted<(line: string) => string>[] = [
  [4, (line) => line],
  [2, (line) => `bash -lc ${singleQuoted(line)}`],
  [2, (line) => `cd "$(git rev-parse --show-toplevel)" && ${line}`],
  [2, (line) => `cd .. && ${line}`],
  [2, (line) => (isOneProgram(line) ? `env LC_ALL=C ${line}` : line)],
  [1, (line) => (isOneProgram(line) ? `LANG=C ${line}` : line)],
];

/**
 * The line as it is, or in another wrapper.
 *
 * @param oneProgram where only an exec sensor looks on, a person's line must stay one program
 */
export function disguised(random: Random, line: string, oneProgram: boolean): string {
  const drawn = weighted(random, disguises)(line);
  return oneProgram && !isOneProgram(drawn) ? line : drawn;
}
