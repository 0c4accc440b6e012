import { programName } from "../../command/names.js";
import { understand } from "../../command/understand.js";
import type { Command } from "../../domain/command.js";

// What the script that takes the snapshot is made of; none of it reaches beyond the shell itself and its own file.
const shellsOwn: ReadonlySet<string> = new Set(
  "cat true : [ [[ test set unset shopt setopt unsetopt unalias typeset declare local read type command hash function exit base64 grep head tail sort uniq cut tr wc dirname basename".split(
    " ",
  ),
);
const startFile = /(?:^|[/\\])\.(?:bashrc|bash_profile|profile|zshrc|zshenv|zprofile)$/;
const substitution = /^(?:-[nE]|-E|s(.)[^\n]*\1g?)$/;
const ownFile =
  /^(?:\$\{?SNAPSHOT_FILE\}?|\/dev\/null|&[012]|.*[/\\]\.claude[/\\]shell-snapshots[/\\]snapshot-[\w-]+\.sh)$/;

const isHarmless = ({ argv, redirections, dynamic }: Command): boolean => {
  const [program = "", ...rest] = argv;
  const name = programName(program);
  if (dynamic || !redirections.every(({ operator, target }) => operator === "<" || ownFile.test(target))) return false;
  if (argv.length === 0) return true;
  if (name === "source" || name === ".") return rest.length === 1 && startFile.test(rest[0] ?? "");
  if (name === "sed") return rest.every((argument) => substitution.test(argument));
  if (name === "echo" || name === "printf" || name === "export" || name === "alias") return true;
  return shellsOwn.has(name) && rest.every((argument) => !/[/~\\]/.test(argument) || ownFile.test(argument));
};

const snapshotFile =
  /^SNAPSHOT_FILE=['"]?[^\s'";&|`$]*[/\\]\.claude[/\\]shell-snapshots[/\\]snapshot-[\w-]+\.sh['"]?(?=\s)/;

/**
 * Whether a script is the one in which Claude Code writes down the user's aliases and functions when it starts.
 *
 * It is left out of everything, so it is only believed when each of its commands is one that such a script needs:
 * naming a snapshot file is no way to stay unseen.
 */
export const takesSnapshot = (script: string): boolean => {
  if (!snapshotFile.test(script)) return false;
  const { commands, notUnderstood } = understand({ kind: "script", text: script });
  return notUnderstood === undefined && commands.every(isHarmless);
};
