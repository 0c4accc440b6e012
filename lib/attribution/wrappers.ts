import type { CommandSource } from "../domain/event.js";
import { shellCallsIn } from "./shell-call.js";
import type { AgentShell, WrapperReader } from "./wrappers/agent-shell.js";
import { claudeCode } from "./wrappers/claude-code.js";
import { codexSandbox, codexSnapshot } from "./wrappers/codex.js";
import { cursor } from "./wrappers/cursor.js";
import { geminiCli } from "./wrappers/gemini-cli.js";

export type { AgentShell } from "./wrappers/agent-shell.js";

const readers: readonly WrapperReader[] = [claudeCode, cursor, codexSnapshot, geminiCli];

// Most commands are nobody's wrapper: one look tells, before any is taken apart.
const telltale =
  /shell[-_]snapshots|claude-[\w-]{1,64}-cwd|COMMAND_EXIT_CODE|_bgpids_file|shell_pgrep_|--sandbox-policy|--permission-profile|codex-linux-sandbox|-DWRITABLE_ROOT_0=/;

const mayBeWrapper = (source: CommandSource): boolean =>
  source.kind === "argv" ? source.argv.some((argument) => telltale.test(argument)) : telltale.test(source.text);

/**
 * The command in an agent's wrapper shell, byte for byte as the agent sent it, or null for every other command.
 *
 * Agents start each tool call through a shell whose arguments are unmistakable and hold the whole command, so one event
 * is enough. Anybody can write such a line: it is evidence, not proof. And a frame in which something unknown stands is
 * handed out whole, so that pretending to be an agent hides nothing.
 *
 * @example
 * unwrapAgentShell({ kind: "argv", argv: ["bash", "-lc", "ls"] }) // => null
 */
export const unwrapAgentShell = (source: CommandSource): AgentShell | null => {
  if (!mayBeWrapper(source)) return null;
  const sandboxed = codexSandbox(source);
  if (sandboxed !== null) return sandboxed;
  let unknown: AgentShell | null = null;
  for (const call of shellCallsIn(source)) {
    for (const read of readers) {
      const shell = read(call);
      if (shell !== null && (shell.housekeeping || shell.frame === "known")) return shell;
      unknown ??= shell;
    }
  }
  return unknown;
};
