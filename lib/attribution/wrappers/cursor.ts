import { agentShell, type WrapperReader } from "./agent-shell.js";

// All that Cursor's script does around the command; anything else in it would be somebody's own.
const knownStatements = [
  /^snap=\$\(command cat <&3\)$/,
  /^builtin (?:shopt|setopt|unsetopt|unalias|set) [-+\w '*]+(?: 2>\/dev\/null)?(?: \|\| true)?$/,
  /^builtin eval (?:-- )?"\$snap"$/,
  /^builtin eval "\$\{__CURSOR_[A-Z_]+:-\}"(?: 2>\/dev\/null)?$/,
  /^builtin export PWD="\$\(builtin pwd\)"$/,
  /^alias sudo='sudo -A'$/,
  /^builtin eval "\$1"(?: < \/dev\/null)?$/,
  /^COMMAND_EXIT_CODE=\$\?$/,
  /^dump_(?:bash|zsh)_state >&4$/,
  /^builtin exit \$COMMAND_EXIT_CODE$/,
];

const isKnown = (script: string): boolean =>
  script
    .split(/(?:;|&&|\{(?= )|(?<= )\}(?=;))/)
    .map((statement) => statement.trim())
    .every((statement) => statement === "" || knownStatements.some((known) => known.test(statement)));

const looksLikeCursor = (script: string): boolean =>
  script.startsWith("snap=$(command cat <&3)") &&
  script.includes('builtin eval "$1"') &&
  /dump_(?:bash|zsh)_state >&4; builtin exit \$COMMAND_EXIT_CODE\s*$/.test(script.slice(-256));

// The recorded scripts have some 400 characters.
const longestFrame = 8192;

/** Cursor, editor and command line: a script that evaluates `$1`, and the command as the word after `--`. */
export const cursor: WrapperReader = (call) => {
  const { script, positional } = call;
  if (!looksLikeCursor(script)) return null;
  const isFrame = script.length <= longestFrame && isKnown(script) && positional[0] === "--" && positional.length === 2;
  return agentShell("cursor", call, isFrame ? (positional[1] ?? null) : null, null);
};
