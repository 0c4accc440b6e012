import { agentShell, type WrapperReader } from "./agent-shell.js";

const agent = "gemini-cli";

const head = /^(?:shopt -u [a-z ]+; )?_bgpids_file='[^'\n]*'\n\(\n[ \t]*trap 'jobs -p > "\$_bgpids_file"' EXIT\n/;
const tail = "\n)\n__code=$?\nexit $__code";
const looksLikeIt = /^(?:shopt -u [a-z ]+; )?_bgpids_file=/;

const olderHead = /^(?:shopt -u [a-z ]+; )?\{ /;
const olderTail = /;? \}; __code=\$\?; pgrep -g 0 >['"]?[^\s'"]*shell_pgrep_\w+\.tmp['"]? 2>&1; exit \$__code;?\s*$/;

/** `{ COMMAND; }; __code=$?; pgrep -g 0 >/tmp/shell_pgrep_XXXX.tmp ...`, until the trap took its place. */
const older = (script: string): string | null => {
  const before = olderHead.exec(script);
  const from = Math.max(0, script.length - 1024);
  const after = before === null ? null : olderTail.exec(script.slice(from));
  return before === null || after === null ? null : script.slice(before[0].length, from + after.index);
};

/** Gemini CLI: the command stands on its own lines in a subshell, between a trap and the exit code. */
export const geminiCli: WrapperReader = (call) => {
  const { script } = call;
  if (!looksLikeIt.test(script)) {
    const command = older(script);
    return command === null ? null : agentShell(agent, call, command, null);
  }
  const before = head.exec(script);
  const trimmed = script.trimEnd();
  const whole =
    before !== null &&
    call.positional.length === 0 &&
    trimmed.endsWith(tail) &&
    trimmed.length - tail.length >= before[0].length;
  return agentShell(agent, call, whole ? trimmed.slice(before[0].length, -tail.length) : null, null);
};
