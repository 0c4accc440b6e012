import { optionsEnd } from "../options.js";
import { exact, type Inner, type Layer, type Surroundings, script } from "./layer.js";

const guessed = (text: string): Inner => ({ kind: "script", text, guessed: true });

const layerOf = (argv: readonly string[], inner: readonly Inner[]): Layer | undefined =>
  inner.length === 0 ? undefined : { outer: argv, inner };

/** Settings of git whose value is a program that git starts. */
const gitPrograms =
  /^(?:alias\.[\w-]{1,64}|core\.(?:pager|editor|sshcommand|fsmonitor|askpass|gitproxy)|diff\.external|sequence\.editor|credential\.helper|(?:diff|merge|filter)\.[\w-]{1,64}\.(?:command|driver|textconv|clean|smudge|process)|gpg\.program|pager\.[\w-]{1,64})=(.*)$/is;
const gitValued: ReadonlySet<string> = new Set(["-c", "-C", "--git-dir", "--work-tree", "--exec-path", "--namespace"]);

/** `git -c alias.x='!rm x'`, `submodule foreach`, `bisect run`, `rebase -x`: what git starts for others. */
export function gitLayer(argv: readonly string[]): Layer | undefined {
  const inner: Inner[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const value = argv[at - 1] === "-c" ? gitPrograms.exec(argv[at] ?? "")?.[1] : undefined;
    if (value !== undefined && (value.startsWith("!") || !/^alias\./i.test(argv[at] ?? "")))
      inner.push(guessed(value.replace(/^!/, "")));
    if (/^(-x|--exec|--(tree|index|msg|env|commit|parent)-filter)$/.test(argv[at] ?? "") && argv[at + 1] !== undefined)
      inner.push(guessed(argv[at + 1] ?? ""));
  }
  const verb = optionsEnd(argv, 1, gitValued);
  const rest = argv.slice(verb + 2).filter((word, index) => index > 0 || !word.startsWith("-"));
  const [first, second] = [argv[verb], argv[verb + 1]];
  if (first === "submodule" && second === "foreach") inner.push(script(rest.join(" ")));
  if (first === "bisect" && second === "run") inner.push(exact(rest));
  const shellAlias = first === "config" ? argv.slice(verb + 1).find((word) => word.startsWith("!")) : undefined;
  if (shellAlias !== undefined) inner.push(guessed(shellAlias.slice(1)));
  return layerOf(argv, inner);
}

/** A line of a crontab is a time, in five fields or one word with `@`, and what is run then. */
const crontabLine = /^\s*(?:@\w+|(?:[\d*/,A-Za-z-]+\s+){4}[\d*/,A-Za-z-]+)\s+(\S.*)$/;

/** What a crontab that is read from standard input will run. */
export function crontabLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const lines = (around.input?.text ?? "").split("\n").map((line) => crontabLine.exec(line)?.[1]);
  return layerOf(argv, lines.filter((line) => line !== undefined).map(guessed));
}

const shellOut =
  /(?:^|[\n;{}'"|])\s{0,8}(?:[:+]{0,2}!|\\!|\.(?:shell|system)\s|shell\s|system\s)\s{0,8}([^\n]{1,4096})/;

/** `:!rm x` in an editor, `\! rm x` in a database client: the rest of the word is for a shell. */
export function shellOutLayer(argv: readonly string[]): Layer | undefined {
  const texts = argv.slice(1).map((word) => shellOut.exec(word)?.[1]);
  return layerOf(argv, texts.filter((text) => text !== undefined).map(guessed));
}

/** `tmux send-keys` and `screen -X stuff` type into a shell that is there already; names of keys are no text. */
export function typedLayer(argv: readonly string[]): Layer | undefined {
  const at = argv.findIndex((word) => word === "send-keys" || word === "send" || word === "stuff");
  if (at < 0) return undefined;
  const words = argv.slice(optionsEnd(argv, at + 1, new Set(["-t", "-N"])));
  const text = words.filter((word) => !/^(Enter|C-[a-z]|Escape|Space|Tab)$/.test(word)).join(" ");
  return layerOf(argv, [guessed(text.replace(/\\[nr]|\^M/g, "\n"))]);
}

/** Variables whose value a program runs. */
const runs =
  /^(?:PROMPT_COMMAND|GIT_(?:SSH_COMMAND|SSH|EXTERNAL_DIFF|PROXY_COMMAND|PAGER|EDITOR|SEQUENCE_EDITOR)|(?:MAN)?PAGER|EDITOR|VISUAL|LESSOPEN|BROWSER)=([\s\S]*)$/;

/** `export PROMPT_COMMAND='rm x'` and `alias ls='rm x'`: text that will run under another name. */
export function laterLayer(argv: readonly string[]): Layer | undefined {
  const pattern = argv[0] === "alias" ? /^[\w.-]{1,64}=([\s\S]*)$/ : runs;
  const texts = argv.slice(1).map((word) => pattern.exec(word)?.[1]);
  return layerOf(
    argv,
    texts.filter((text) => text?.includes(" ")).map((text) => guessed(text ?? "")),
  );
}

/** `fd -x rm` runs the rest of its words. */
export function fdLayer(argv: readonly string[]): Layer | undefined {
  const at = argv.findIndex((word) => /^(-x|-X|--exec|--exec-batch)$/.test(word));
  return at < 0 ? undefined : layerOf(argv, [exact(argv.slice(at + 1).filter((word) => word !== ";"))]);
}
