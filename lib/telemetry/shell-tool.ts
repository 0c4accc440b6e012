/** What agents call the tool that runs a command in a shell, in lower case. */
const shellTools: ReadonlySet<string> = new Set([
  ...["bash", "shell", "sh", "zsh", "powershell", "pwsh", "cmd"],
  ...["run_shell_command", "exec_command", "shell_command", "local_shell", "local_shell_call", "container.exec"],
  ...["run_terminal_cmd", "run_in_terminal", "execute_command"],
]);

/**
 * Whether an agent's tool starts a command. Tools that read from one that runs already, or write to it, do not.
 *
 * @example
 * isShellTool("Bash") // => true
 * isShellTool("BashOutput") // => false
 */
export const isShellTool = (name: unknown): boolean => typeof name === "string" && shellTools.has(name.toLowerCase());
