import type { Command, Redirection } from "../domain/command.js";
import { programName } from "./names.js";
import { withText } from "./standard-input.js";
import { windowsFields } from "./windows-path.js";

/** What is looked at of a text that was not understood, from its beginning and from its end. */
const mostSalvaged = 128 * 1024;
/** So many commands of one program, from the beginning and from the end: padding with one hides no other. */
const mostOfProgram = 32;
/** More words of one command are not kept. */
const mostWords = 256;

/** More characters of an interpreter's code are not kept. */
const mostCode = 4_096;

/** Signs between commands, pipes, redirections, and words. */
const tokens = /[;\n`(){}]|&&?|\|\|?|\d?>>?&?|<+|[^\s;&`(){}|<>]+/g;

/**
 * The commands that a text seems to hold, for a text that could not be understood to its end: whatever follows a known
 * program's name, up to the next sign that ends a command. Quotes are dropped, nothing is resolved, so that it is only
 * good for not losing what stands in plain sight; it may see commands in what is only said.
 *
 * @param isKnown whether a name is worth a look
 * @example
 * salvage("sudo sudo 'rm' -rf / | tee x", (name) => name === "rm").map(({ argv }) => argv) // => [["rm", "-rf", "/"]]
 */
export function salvage(text: string, isKnown: (program: string) => boolean): readonly Command[] {
  const ends = text.length <= 2 * mostSalvaged ? text : `${text.slice(0, mostSalvaged)}\n${text.slice(-mostSalvaged)}`;
  const found = statementsIn(ends).flatMap((pipeline) => commandsOf(ends, pipeline, isKnown));
  return firstAndLast(found);
}

interface Stage {
  readonly words: string[];
  /** Where each word ends in the text. */
  readonly ends: number[];
  readonly redirections: Redirection[];
}

const newStage = (): Stage => ({ words: [], ends: [], redirections: [] });

function statementsIn(text: string): readonly (readonly Stage[])[] {
  const pipelines: Stage[][] = [];
  let pipeline: Stage[] = [newStage()];
  let operator: Redirection["operator"] | undefined;
  for (const match of text.matchAll(tokens)) {
    const token = match[0];
    const stage = pipeline.at(-1) ?? newStage();
    if (token === "|") pipeline.push(newStage());
    else if (/^\d?>>/.test(token)) operator = ">>";
    else if (/^\d?>/.test(token)) operator = ">";
    else if (/^[;\n`(){}&|]/.test(token)) {
      pipelines.push(pipeline);
      pipeline = [newStage()];
      operator = undefined;
    } else if (!token.startsWith("<")) {
      const bare = token.replace(/["']/g, "");
      const word = windowsFields(bare)?.[0] ?? bare.replaceAll("\\", "");
      if (operator !== undefined) stage.redirections.push({ operator, target: word });
      else if (word !== "" && stage.words.length < mostWords) {
        stage.words.push(word);
        stage.ends.push(match.index + token.length);
      }
      operator = undefined;
    }
  }
  return [...pipelines, pipeline];
}

function commandsOf(
  text: string,
  pipeline: readonly Stage[],
  isKnown: (program: string) => boolean,
): readonly Command[] {
  const programs = pipeline.map(({ words }) => words.map(programName).filter(isKnown).slice(0, mostOfProgram));
  return pipeline.flatMap(({ words, ends, redirections }, at) => {
    const upstream = programs.slice(0, at).flat().reverse();
    const downstream = programs.slice(at + 1).flat();
    return words.flatMap((word, start) => {
      const program = programName(word);
      if (!isKnown(program)) return [];
      const wrappers = words.slice(0, start).map(programName).slice(-mostOfProgram);
      return [words.slice(start), withCode(program, text, ends[start] ?? 0)]
        .filter((argv) => argv.length > 0)
        .map((argv) => ({ argv, wrappers, redirections, upstream, downstream, dynamic: false }));
    });
  });
}

/** What stands behind an interpreter or a database client is taken for its code: signs that end a command do not end that. */
function withCode(program: string, text: string, start: number): readonly string[] {
  const line = text.slice(start, start + mostCode);
  const argv = withText(program, [program], line.slice(0, line.indexOf("\n") < 0 ? mostCode : line.indexOf("\n")));
  return argv.length > 1 ? argv : [];
}

/** Of each program the first and the last of its commands, one of each spelling. */
function firstAndLast(commands: readonly Command[]): readonly Command[] {
  const byProgram = new Map<string, Map<string, Command>>();
  for (const command of commands) {
    const program = programName(command.argv[0] ?? "");
    const own = byProgram.get(program) ?? new Map<string, Command>();
    const spelling = command.argv.join(" ");
    if (!own.has(spelling)) own.set(spelling, command);
    byProgram.set(program, own);
  }
  return [...byProgram.values()].flatMap((own) => {
    const all = [...own.values()];
    return all.length <= 2 * mostOfProgram ? all : [...all.slice(0, mostOfProgram), ...all.slice(-mostOfProgram)];
  });
}
