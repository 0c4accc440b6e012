import { understand } from "../../lib/command/understand.js";

/** A way to write a command line so that it does the same. */
export interface Wrapping {
  readonly name: string;
  readonly wrap: (line: string) => string;
  /** Only in front of one simple command: the rest of a list would stay outside. */
  readonly simpleOnly: boolean;
}

const quoted = (line: string): string => `'${line.replaceAll("'", "'\\''")}'`;
const encoded = (line: string): string => Buffer.from(line).toString("base64");

const before = (prefix: string): Wrapping => ({
  name: prefix.trim(),
  wrap: (line) => prefix + line,
  simpleOnly: true,
});

const around = (name: string, wrap: Wrapping["wrap"]): Wrapping => ({ name, wrap, simpleOnly: false });

/** What needs the first word only, as it is written. */
const firstWord = (name: string, change: (word: string) => string): Wrapping => ({
  name,
  wrap: (line) => line.replace(/^[a-z][\w.-]*(?=\s|$)/, change),
  simpleOnly: true,
});

export const prefixes: readonly Wrapping[] = [
  "sudo ",
  "sudo -nu root ",
  "doas ",
  "env A=b ",
  "nohup ",
  "setsid ",
  "nice -n 5 ",
  "ionice -c3 ",
  "timeout 60 ",
  "stdbuf -oL ",
  "time ",
  "command ",
  "chroot /srv/root ",
  "nsenter -t 1 -m ",
  "unshare -r ",
  "flock /run/x.lock ",
].map(before);

export const quotings: readonly Wrapping[] = [
  firstWord("backslash", (word) => `${word.slice(0, 1)}\\${word.slice(1)}`),
  firstWord("single quotes", (word) => `'${word.slice(0, 1)}'${word.slice(1)}`),
  firstWord("double quotes", (word) => `"${word}"`),
  firstWord("hexadecimal", (word) => `$'\\x${word.charCodeAt(0).toString(16)}'${word.slice(1)}`),
];

/** The first word in a variable: what comes of it is a list. */
export const variable = firstWord("a variable", (word) => `v=${word}; $v`);

export const surroundings: readonly Wrapping[] = [
  around("bash -c", (line) => `bash -c ${quoted(line)}`),
  around("sudo sh -c", (line) => `sudo sh -c ${quoted(line)}`),
  around("eval", (line) => `eval ${quoted(line)}`),
  around("su -c", (line) => `su - ada -c ${quoted(line)}`),
  around("ssh", (line) => `ssh -p 22 web-1 ${quoted(line)}`),
  around("docker exec", (line) => `docker exec -it web sh -c ${quoted(line)}`),
  around("kubectl exec", (line) => `kubectl -n shop exec web-1 -- sh -c ${quoted(line)}`),
  around("tmux", (line) => `tmux new -d ${quoted(line)}`),
  around("script", (line) => `script -qc ${quoted(line)} /dev/null`),
  around("a pipe", (line) => `printf %s ${quoted(line)} | sh`),
  around("base64", (line) => `echo ${encoded(line)} | base64 -d | sh`),
  around("a substitution", (line) => `bash -c "$(echo ${encoded(line)} | base64 -d)"`),
  around("a group", (line) => `{ ${line}\n}`),
  around("a subshell", (line) => `( ${line}\n)`),
  around("a condition", (line) => `if true; then ${line}\nfi`),
  around("a function", (line) => `f() { ${line}\n}; f`),
  around("something before", (line) => `cd /srv/shop && true; ${line}`),
];

/** Whether prefixes and quotes can go in front: one command, no list, no keyword, no bare redirection. */
export function isSimple(line: string): boolean {
  if (
    /[;&|\n(){}<>]|^\s*(?:if|for|while|case|export|alias|\w+=|:|\.|source|trap|exec|set|unset|shopt|history|umask)\b/.test(
      line,
    )
  )
    return false;
  return understand({ kind: "script", text: line }).notUnderstood === undefined;
}
