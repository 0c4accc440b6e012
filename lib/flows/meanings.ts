import { programName } from "../command/names.js";
import { read } from "../command/reading.js";
import { signatureOf } from "../command/signature.js";
import { understand } from "../command/understand.js";
import type { Command, Understanding } from "../domain/command.js";
import type { CommandSource } from "../domain/event.js";
import type { Observation, Sighting } from "../domain/observation.js";
import { classify } from "../impact/classify.js";
import type { Catalogue } from "../impact/compile.js";
import { impactsOfRest } from "../impact/not-understood.js";
import { hash64 } from "../stats/hash64.js";
import { redact, redactArgv } from "../telemetry/redact.js";
import { type RedactedCommand, redactedCommands, withoutSecrets } from "./redacted.js";
import { remembering } from "./remembering.js";

/** What one command means, whoever ran it, and by what it is told when it is seen again. */
export interface Meaning {
  readonly means: Pick<Observation, "command" | "argv" | "wrappers" | "signature" | "impacts">;
  readonly looks: Pick<Sighting, "text" | "program" | "expands">;
}

/** A command shown or kept is cut here; scripts of many kilobytes stay in the source stream. */
const shown = 2_000;

/** The meanings of a source's commands: parse, classify, redact. Pure but for a memo. */
export const createMeanings = (catalogue: Catalogue): ((source: CommandSource) => readonly Meaning[]) =>
  remembering(keyOf, (source) => meaningsOf(source, catalogue));

/** A list of arguments starts with a bracket, which the name of no kind does. */
const keyOf = (source: CommandSource): string =>
  source.kind === "argv"
    ? JSON.stringify(source.argv)
    : `${source.kind === "line" ? source.fidelity : source.kind} ${source.text}`;

function meaningsOf(source: CommandSource, catalogue: Catalogue): readonly Meaning[] {
  const safe = redactSource(source);
  const { commands, notUnderstood: why } = understand(safe, withoutSecrets);
  const redacted = redactedCommands(commands);
  const meanings = commands.map((command, at) => meaningOf(command, redacted.commands[at], catalogue));
  return why === undefined ? meanings : [...meanings, incomprehensible(redacted.hide(textOf(safe)), why, catalogue)];
}

function textOf(source: CommandSource): string {
  return source.kind === "argv" ? source.argv.join(" ") : source.text;
}

const nothing = { command: "", argv: [] };

function meaningOf(
  command: Command,
  { command: text, argv }: Pick<RedactedCommand, "command" | "argv"> = nothing,
  catalogue: Catalogue,
): Meaning {
  const means = {
    command: text.slice(0, shown),
    argv,
    wrappers: command.wrappers,
    signature: signatureOf(read(command), command.wrappers),
    impacts: classify(command, catalogue),
  };
  const isFilled = command.wrappers.some((wrapper) => fillers.has(wrapper));
  return { means, looks: looksOf(argv, text, command.dynamic || isFilled) };
}

/** What could not be understood to its end is worth a finding, never silence. */
function incomprehensible(
  text: string,
  why: NonNullable<Understanding["notUnderstood"]>,
  catalogue: Catalogue,
): Meaning {
  const means = {
    command: text.slice(0, shown),
    argv: [],
    wrappers: [],
    signature: "not-understood/-/-",
    impacts: impactsOfRest(text, why, catalogue),
  };
  return { means, looks: looksOf([], text, false) };
}

/** These add words of their own to the command that they start. */
const fillers: ReadonlySet<string> = new Set(["xargs", "parallel", "find"]);

const interpreter = /^(?:env|node|nodejs|bun|python[\d.]*|ruby|perl|(?:ba|z|da|k)?sh)$/;
const installed = /^(?:\/.*\/(?:s?bin|\.bin)\/[^/]+|\.\.?\/.+)$/;

/**
 * `node /usr/bin/npm test` is what the kernel makes of `npm test`, a script behind `#!`; and `npx` starts what stands
 * behind it.
 */
function withoutInterpreter(argv: readonly string[]): readonly string[] {
  let words = argv;
  while (words.length > 1 && interpreter.test(programName(words[0] ?? ""))) {
    const next = words[1] ?? "";
    if (!installed.test(next) && !interpreter.test(next)) break;
    words = words.slice(1);
  }
  return programName(words[0] ?? "") === "npx" && /^[^-]/.test(words[1] ?? "") ? words.slice(1) : words;
}

/** By what a command is told: the same whether its words come from a script, an argv, or a line that lost its quotes. */
function looksOf(argv: readonly string[], text: string, dynamic: boolean): Meaning["looks"] {
  const [program, ...rest] = withoutInterpreter(argv);
  if (program === undefined) return { text: hash64(text), program: "", expands: false };
  const name = programName(program);
  const words = bareWords([name, ...rest].join(" "));
  return { text: hash64(words), program: hash64(name), expands: dynamic || /[$`*?~[{]/.test(words) };
}

const bareWords = (text: string): string =>
  text
    .replace(/['"\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** More than this of a command line is not needed to tell it from others. */
const compared = 4_096;

/** A whole command line, by which a child names its starter: the same with and without quotes. */
export const wholeOf = remembering(textOf, (source) => hash64(bareWords(textOf(source).slice(0, compared))));

const redactSource = (source: CommandSource): CommandSource =>
  source.kind === "argv"
    ? { ...source, argv: redactArgv(source.argv).argv }
    : { ...source, text: redact(source.text).text };
