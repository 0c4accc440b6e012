const notable: ReadonlySet<string> = new Set(
  (
    "HISTFILE HISTSIZE HISTFILESIZE HISTCONTROL HISTIGNORE LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT DYLD_INSERT_LIBRARIES " +
    "DYLD_LIBRARY_PATH PROMPT_COMMAND BASH_ENV ZDOTDIR GIT_SSH GIT_SSH_COMMAND GIT_EXTERNAL_DIFF GIT_PROXY_COMMAND NODE_OPTIONS " +
    "NODE_TLS_REJECT_UNAUTHORIZED PYTHONSTARTUP PERL5OPT RUBYOPT KUBECONFIG AWS_PROFILE"
  ).split(" "),
);

/**
 * Variables whose setting is an act of its own: they load code, blind a history, or choose the account that is used.
 * An assignment of one, alone or before a command, is found as `export NAME=value`, which it amounts to.
 *
 * @example
 * isNotableVariable("LD_PRELOAD") // => true
 * isNotableVariable("COUNT") // => false
 */
export const isNotableVariable = (name: string): boolean => notable.has(name);
