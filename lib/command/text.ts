import type { Command } from "../domain/command.js";

/** Words that the shell would read back as they stand. */
const plain = /^[A-Za-z0-9_@%+=:,./~$*?{}[\]!^#-]+$/;

/**
 * One command as one line of text for people: arguments quoted where they must be, with its redirections.
 *
 * @example
 * showCommand({ argv: ["echo", "a b"], wrappers: [], redirections: [{ operator: ">>", target: "~/.profile" }], upstream: [], downstream: [], dynamic: false }) // => "echo 'a b' >> ~/.profile"
 */
export function showCommand(command: Command): string {
  const files = command.redirections.map((one) => `${one.operator} ${showWord(one.target)}`);
  return [...command.argv.map(showWord), ...files].join(" ");
}

/** A word that holds a substitution stays as written: quoted, it would look as if it did not run. */
function showWord(word: string): string {
  if (plain.test(word)) return word;
  if (/\$\(|`|^[<>]\(/.test(word)) return /\s/.test(word) && !/^([$<>]\(|`)/.test(word) ? `"${word}"` : word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
