import { shellWord } from "../split.js";
import { agentShell, type WrapperReader } from "./agent-shell.js";
import { takesSnapshot } from "./claude-code-startup.js";

const agent = "claude-code";
const snapshot = /[/\\]shell-snapshots[/\\]snapshot-(?:bash|zsh|sh)-([\w-]+)\.sh/;
const ownSnapshot = /[/\\]\.claude[/\\]shell-snapshots[/\\]snapshot-(?:bash|zsh|sh)-[\w-]+\.sh['"]?$/;
const workingFolder = /[/\\]claude-[\w-]+-cwd["']?$/;

// What Claude Code puts before its `eval`, seen in 1.x and 2.1; a piece of any other kind may be somebody's own.
const silent = String.raw`(?: 2>/dev/null \|\| true)?`;
const harmlessPieces = [
  new RegExp(`(?:shopt|setopt|unsetopt) [-\\w ]+${silent} && `, "y"),
  /\{ (?:\\?builtin (?:unalias|unset -f) -- '[\w.:+-]+'; )+\} >\/dev\/null 2>&1 \|\| true && /y,
];
const sourcePiece = new RegExp(`source ('[^']*'|"[^"]*"|(?:[^\\s\\\\]|\\\\.)+)${silent} && `, "y");
const ending = /^(?: \\?< ?\/dev\/null)?(?: && pwd -P >\|? ?('[^']*'|"[^"]*"|(?:[^\s\\]|\\.)+))?\s*$/;

const skip = (script: string, piece: RegExp, at: number): number => {
  piece.lastIndex = at;
  return piece.test(script) ? piece.lastIndex : at;
};

/** Where the `eval` of a frame stands in which nothing but known pieces come before it; else -1. */
const knownFrameEnd = (script: string): number => {
  sourcePiece.lastIndex = 0;
  const source = sourcePiece.exec(script);
  if (source !== null && !ownSnapshot.test(source[1] ?? "")) return -1;
  let at = source === null ? 0 : sourcePiece.lastIndex;
  for (let before = -1; before !== at; ) {
    before = at;
    for (const piece of harmlessPieces) at = skip(script, piece, at);
  }
  return script.startsWith("eval ", at) ? at : -1;
};

/** The text inside `eval '...'`, if nothing but the usual ending follows it. */
const evaluated = (script: string): string | null => {
  const frameEnd = knownFrameEnd(script);
  const word = frameEnd === -1 ? null : shellWord(script, frameEnd + "eval ".length);
  if (word === null) return null;
  const tail = ending.exec(script.slice(word.end));
  if (tail === null) return null;
  return tail[1] === undefined || workingFolder.test(tail[1]) ? word.text : null;
};

/**
 * Claude Code: `source SNAPSHOT ... && eval 'COMMAND' < /dev/null && pwd -P >| /tmp/claude-XXXX-cwd`.
 *
 * The frame is known piece by piece: where something else stands in it, the whole script is the command, so that nobody
 * hides a command between the pieces.
 */
export const claudeCode: WrapperReader = (call) => {
  const { script } = call;
  if (takesSnapshot(script)) return { agent, housekeeping: true };
  const taken = /^(?:source |SNAPSHOT_FILE=)/.test(script) ? snapshot.exec(script.slice(0, 4096)) : null;
  const ends =
    /(?:^|&& )eval /.test(script) && /&& pwd -P >\|? ?\S*claude-[\w-]+-cwd["']?\s*$/.test(script.slice(-4096));
  if (taken === null && !ends) return null;
  return agentShell(agent, call, call.positional.length === 0 ? evaluated(script) : null, taken?.[1] ?? null);
};
