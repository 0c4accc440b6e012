import type { Act } from "./act.js";
import type { AgentName } from "./agents.js";
import { digits, hex } from "./choose.js";
import { homeOf } from "./person.js";
import { type Random, random } from "./random.js";
import { singleQuoted } from "./shell-words.js";

/** The argv of the shell that an agent starts for one tool call. */
type Wrapper = (act: Act, draw: Random) => readonly string[];

/** Sources a snapshot of the person's shell, runs the call in `eval`, and leaves the folder it ended in in a file. */
const claudeCode: Wrapper = ({ person, session, line }, draw) => {
  const { shell } = person;
  const mark = random(session ?? "", "snapshot");
  const older = shell === "zsh" && mark() < 0.3;
  const snapshot = `${homeOf(person)}/.claude/shell-snapshots/snapshot-${shell}-17730${digits(mark, 8)}-${hex(mark, 6)}.sh`;
  const input = line.includes("<<") ? "" : older ? " \\< /dev/null" : " < /dev/null";
  const folder = older
    ? `/var/folders/${hex(mark, 2)}/T/claude-${hex(draw, 4)}-cwd`
    : `/tmp/claude-${hex(draw, 4)}-cwd`;
  const call = `eval ${singleQuoted(line)}${input} && pwd -P >| ${folder}`;
  if (older)
    return ["/bin/zsh", "-c", "-l", `source ${snapshot} && setopt NO_EXTENDED_GLOB 2>/dev/null || true && ${call}`];
  const options = shell === "zsh" ? "setopt NO_EXTENDED_GLOB" : "shopt -u extglob";
  const aliases = "{ \\builtin unalias -- 'll'; \\builtin unset -f -- 'll'; } >/dev/null 2>&1";
  const prelude = `source ${snapshot} 2>/dev/null || true && ${options} 2>/dev/null || true && ${aliases} || true`;
  return [`/bin/${shell}`, "-c", `${prelude} && ${call}`];
};

/** Restores the state of the last call from a file descriptor, runs the call as `$1`, and dumps the state again. */
const cursor: Wrapper = ({ person: { shell }, line }) => {
  const option = shell === "zsh" ? ["/bin/zsh", "-o", "extendedglob"] : ["/bin/bash", "-O", "extglob"];
  const script =
    'snap=$(command cat <&3) && builtin eval "$snap" && { builtin export PWD="$(builtin pwd)"; builtin eval "$1" < /dev/null; }; ' +
    `COMMAND_EXIT_CODE=$?; dump_${shell}_state >&4; builtin exit $COMMAND_EXIT_CODE`;
  return [...option, "-c", script, "--", line];
};

/** A sandbox helper that takes the call after `--`. */
const codex: Wrapper = ({ person, session, cwd, line }) => {
  const home = homeOf(person);
  const mark = random(session ?? "", "snapshot");
  const snapshot = `${home}/.codex/shell_snapshots/${session}.17730${digits(mark, 14)}.sh`;
  const profile = JSON.stringify({ type: "managed", network: "restricted" });
  return [
    `${home}/.codex/tmp/arg0/codex-arg0${hex(mark, 6)}/codex-linux-sandbox`,
    "--sandbox-policy-cwd",
    cwd,
    "--command-cwd",
    cwd,
    "--permission-profile",
    profile,
    "--",
    "/bin/bash",
    "-c",
    `if . '${snapshot}' >/dev/null 2>&1; then :; fi\n\nexec '/bin/bash' -c ${singleQuoted(line)}`,
  ];
};

/** A subshell with a trap that writes down which jobs were left in the background. */
const geminiCli: Wrapper = ({ line }, draw) => [
  "bash",
  "-c",
  `shopt -u promptvars nullglob extglob nocaseglob dotglob; _bgpids_file='/tmp/gemini-shell-${hex(draw, 6)}/bgpids.tmp'\n(\n` +
    `  trap 'jobs -p > "$_bgpids_file"' EXIT\n${line}\n)\n__code=$?\nexit $__code`,
];

/** No marker at all; only a sensor that declares the agent can tell. */
const copilot: Wrapper = ({ line }) => ["/bin/bash", "-c", line];

const wrappers: Readonly<Record<AgentName, Wrapper>> = {
  "claude-code": claudeCode,
  cursor,
  codex,
  "gemini-cli": geminiCli,
  copilot,
};

/** The wrapper shell of an agent's tool call, as argv. The shapes are those the agents really use. */
export const wrapperOf = (agent: AgentName, act: Act, draw: Random): readonly string[] => wrappers[agent](act, draw);
