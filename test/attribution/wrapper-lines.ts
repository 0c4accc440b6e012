/** The wrapper shells of agents, in the shape that was seen of each, around any command. */

const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;

export const claudeCode = (command: string): readonly string[] => [
  "/bin/bash",
  "-c",
  [
    "source /home/ada/.claude/shell-snapshots/snapshot-bash-1790000000000-abc123.sh 2>/dev/null || true",
    "shopt -u extglob 2>/dev/null || true",
    "{ \\builtin unalias -- 'unsetenv'; \\builtin unset -f -- 'unsetenv'; } >/dev/null 2>&1 || true",
    `eval ${singleQuoted(command)} < /dev/null`,
    "pwd -P >| /tmp/claude-1a2b-cwd",
  ].join(" && "),
];

export const cursorBash = (command: string): readonly string[] => [
  "/bin/bash",
  "-O",
  "extglob",
  "-c",
  'snap=$(command cat <&3) && builtin shopt -s extglob && builtin eval -- "$snap" && { builtin set +u 2>/dev/null || true; builtin export PWD="$(builtin pwd)"; builtin shopt -s expand_aliases 2>/dev/null; alias sudo=\'sudo -A\'; builtin eval "$1"; }; COMMAND_EXIT_CODE=$?; dump_bash_state >&4; builtin exit $COMMAND_EXIT_CODE',
  "--",
  command,
];

export const cursorZsh = (command: string): readonly string[] => [
  "/bin/zsh",
  "-o",
  "extendedglob",
  "-c",
  'snap=$(command cat <&3); builtin unsetopt aliases 2>/dev/null; builtin unalias -m \'*\' 2>/dev/null || true; builtin setopt extendedglob; builtin eval "$snap" && { builtin export PWD="$(builtin pwd)"; builtin setopt aliases 2>/dev/null; builtin eval "$1" < /dev/null; }; COMMAND_EXIT_CODE=$?; dump_zsh_state >&4; builtin exit $COMMAND_EXIT_CODE',
  "--",
  command,
];

export const codexShell = (command: string): readonly string[] => [
  "/bin/bash",
  "-c",
  `if . '/home/ada/.codex/shell_snapshots/thread-1.1790000000000000000.sh' >/dev/null 2>&1; then :; fi\n\nexec '/bin/bash' -c ${singleQuoted(command)}`,
];

const helper = (program: string, ...more: readonly string[]): readonly string[] => [
  program,
  ...["--sandbox-policy-cwd", "/srv/shop", "--command-cwd", "/srv/shop", "--permission-profile", '{"type":"managed"}'],
  ...more,
  "--",
];

/** The sandbox helper inside bwrap: the longest of the chain. */
export const codexSandbox = (command: string): readonly string[] => [
  ...["bwrap", "--new-session", "--ro-bind", "/", "/", "--unshare-pid", "--argv0", "codex-linux-sandbox", "--"],
  ...helper("/home/ada/.codex/packages/bin/codex", "--apply-seccomp-then-exec"),
  ...codexShell(command),
];

export const geminiCli = (command: string): readonly string[] => [
  "bash",
  "-c",
  `shopt -u promptvars nullglob extglob nocaseglob dotglob; _bgpids_file='/tmp/bg-1.tmp'\n(\n  trap 'jobs -p > "$_bgpids_file"' EXIT\n${command}\n)\n__code=$?\nexit $__code`,
];
