import { optionsEnd, optionValue } from "../options.js";
import { exact, type Inner, type Layer, type Surroundings, script } from "./layer.js";

/** More words of a visible input are not put into the inner command. */
const mostInputWords = 64;

/** Holes are not filled when text times filling is more than this: both are the attacker's. */
const mostFilled = 1_000_000;

const runsEach = /^-(exec|execdir|ok|okdir)$/;

/** Each `-exec` of `find` runs a command, to the next `;` or `+`; `find` itself stays a command. */
export function findLayer(argv: readonly string[]): Layer | undefined {
  const inner: Inner[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    if (!runsEach.test(argv[at] ?? "")) continue;
    let end = at + 1;
    while (end < argv.length && !endsExec(argv, end)) end += 1;
    if (end > at + 1) inner.push(exact(argv.slice(at + 1, end)));
    at = end;
  }
  return inner.length === 0 ? undefined : { outer: argv, inner };
}

/** The words of `find` without the commands it runs. */
export function findWords(argv: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    words.push(argv[at] ?? "");
    if (runsEach.test(argv[at] ?? "")) while (at + 1 < argv.length && !endsExec(argv, at)) at += 1;
  }
  return words;
}

/** A lone `+` ends only after `{}`; `\;` may reach us with its backslash when a shell in between was not there. */
const endsExec = (argv: readonly string[], at: number): boolean =>
  argv[at] === ";" || argv[at] === "\\;" || (argv[at] === "+" && argv[at - 1] === "{}");

const xargsValued: ReadonlySet<string> = new Set(
  "-I -n -P -L -d -E -s -a -J -R -S --max-args --max-procs --max-lines --delimiter --arg-file --replace".split(" "),
);

/** Visible words on standard input become the inner command's last words, or fill its hole, as `xargs` would do. */
export function xargsLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const rest = argv.slice(optionsEnd(argv, 1, xargsValued));
  if (rest.length === 0) return undefined;
  const hole = holeOf(argv);
  const byLine = hole !== undefined || /^(\n|\\n)$/.test(optionValue(argv, ["-d", "--delimiter"]) ?? "");
  const words = (around.input?.text ?? "")
    .split(byLine ? "\n" : /[\s\0]+/)
    .filter((word) => word !== "")
    .slice(0, mostInputWords);
  return { outer: undefined, inner: [exact(filled(rest, words, hole))], consumes: true };
}

function holeOf(argv: readonly string[]): string | undefined {
  if (argv.includes("-i") || argv.includes("--replace")) return "{}";
  const glued = argv.find((word) => /^-[IJi]./.test(word));
  return glued?.slice(2) ?? optionValue(argv, ["-I", "-J", "--replace"]);
}

function filled(rest: readonly string[], words: readonly string[], hole: string | undefined): readonly string[] {
  if (hole === undefined || hole === "") return [...rest, ...words];
  if (words.length === 0 || rest.join("").length * words.join(" ").length > mostFilled) return rest;
  return rest.flatMap((word) => (word === hole ? words : [word.split(hole).join(words.join(" "))]));
}

const parallelValued: ReadonlySet<string> = new Set(
  "-j --jobs -a --arg-file -I -n -N -L -S --sshlogin --joblog --results --timeout --delay --retries --colsep -C -d".split(
    " ",
  ),
);

/** GNU parallel runs shell text: its words, filled from after `:::` or from standard input; or each input line. */
export function parallelLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const rest = argv.slice(optionsEnd(argv, 1, parallelValued));
  const sources = rest.findIndex((word) => /^:::\+?$|^::::$/.test(word));
  const command = (sources < 0 ? rest : rest.slice(0, sources)).join(" ");
  const values = sources < 0 ? (around.input?.text.split("\n") ?? []) : rest.slice(sources + 1);
  const words = values.filter((value) => value !== "" && !value.startsWith(":::")).slice(0, mostInputWords);
  if (command === "" && words.length === 0) return undefined;
  if (command === "") return { outer: undefined, inner: words.map(script), consumes: true };
  const hole = words.length === 0 ? "{}" : words.join(" ");
  const fills = command.includes("{}") && command.length * hole.length <= mostFilled;
  const text = fills ? command.split("{}").join(hole) : [command, ...words].join(" ");
  return { outer: undefined, inner: [script(text)], consumes: true };
}
