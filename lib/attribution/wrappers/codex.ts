import { programName } from "../../command/names.js";
import type { CommandSource } from "../../domain/event.js";
import { shellCallIn, shellCallsIn } from "../shell-call.js";
import { plainArgv, shellWord } from "../split.js";
import { type AgentShell, agentShell, type WrapperReader } from "./agent-shell.js";

const agent = "codex";

const snapshotHead =
  /^if \. '([^']*[/\\]\.codex[/\\]shell_snapshots[/\\]([\w-]+)\.[^']*)' >\/dev\/null 2>&1; then :; fi\s+exec (?=['/])/;
const looksLikeSnapshot = /^if \. '[^']*[/\\]shell_snapshots[/\\]([\w-]+)\./;

/** `'/bin/bash' -c 'COMMAND'` up to the end of the script. */
const executed = (script: string, start: number): string | null => {
  const shell = shellWord(script, start);
  const option = shell === null ? null : shellWord(script, shell.end + 1);
  const word = option === null ? null : shellWord(script, option.end + 1);
  if (shell === null || option === null || word === null || script.slice(word.end).trim() !== "") return null;
  return shellCallIn([shell.text, option.text, word.text])?.script ?? null;
};

/** Codex's shell with a snapshot: `if . SNAPSHOT ...; then :; fi`, then `exec SHELL -c COMMAND`. */
export const codexSnapshot: WrapperReader = (call) => {
  const { script, positional } = call;
  const session = looksLikeSnapshot.exec(script)?.[1];
  if (session === undefined) return null;
  const head = snapshotHead.exec(script);
  const command = head === null ? null : executed(script, head[0].length);
  return agentShell(agent, call, positional.length === 0 ? command : null, session);
};

const sandboxNames: ReadonlySet<string> = new Set(["codex-linux-sandbox", "codex-linux-san", "codex"]);
const isSandbox = (name: string, rest: string): boolean =>
  (sandboxNames.has(name) && /(?:^|\s)--(?:sandbox-policy(?:-cwd)?|permission-profile)\s/.test(rest)) ||
  (name === "bwrap" && /(?:^|\s)--argv0 codex-linux-sandbox\s/.test(rest)) ||
  (name === "sandbox-exec" && /(?:^|\s)-DWRITABLE_ROOT_0=/.test(rest));

const quoted = (argument: string): string =>
  /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'"'"'`)}'`;

// codex-linux-sandbox, bwrap, the sandbox again inside it, and one to spare.
const deepest = 4;

const innerShell = (source: CommandSource, plain: string, depth: number): AgentShell => {
  const nested = depth < deepest ? codexSandbox(source, depth + 1) : null;
  if (nested !== null) return nested;
  const [call] = shellCallsIn(source);
  const shell = call === undefined ? null : codexSnapshot(call);
  const script = call === undefined || call.positional.length > 0 ? plain : call.script;
  return shell ?? { agent, housekeeping: false, script, session: null, frame: "known" };
};

/**
 * Codex's sandbox helpers: everything behind their `--` is the command, most often a shell with a snapshot.
 *
 * One command shows as up to four processes: helper, bwrap, the helper again, the shell.
 */
export const codexSandbox = (source: CommandSource, depth = 0): AgentShell | null => {
  const argv = source.kind === "script" ? plainArgv(source.text) : null;
  if (argv !== null) return codexSandbox({ kind: "argv", argv }, depth);
  if (source.kind === "argv") {
    const [program = "", ...rest] = source.argv;
    const border = rest.indexOf("--");
    if (border === -1 || !isSandbox(programName(program), ` ${rest.slice(0, border).join(" ")} `)) return null;
    const inner = rest.slice(border + 1);
    return innerShell({ kind: "argv", argv: inner }, inner.map(quoted).join(" "), depth);
  }
  const program = /^\S+/.exec(source.text)?.[0] ?? "";
  const border = source.text.indexOf(" -- ");
  if (border === -1 || !isSandbox(programName(program), source.text.slice(program.length, border + 1))) return null;
  const inner = source.text.slice(border + " -- ".length);
  return innerShell({ ...source, text: inner }, inner, depth);
};
