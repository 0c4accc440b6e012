import type { Redirection } from "../domain/command.js";
import { mostPipelines, redirectionAt, type Stage } from "./stage.js";
import { splitWindows } from "./windows-line.js";

/**
 * The pipelines of a text that cmd would read: double quotes hold signs, a caret takes a sign's meaning away.
 *
 * What `if`, `for ... do`, `call` and brackets stand before is the command. `rmdir` is the `rd` that it means here.
 *
 * @example
 * cmdPipelines("cd x && d^el /f a | more > b")[1].map(({ argv }) => argv) // => [["del", "/f", "a"], ["more"]]
 * cmdPipelines("if exist x (rd /s x)")[0][0].argv // => ["rd", "/s", "x"]
 */
export function cmdPipelines(text: string): readonly (readonly Stage[])[] {
  const pipelines: Stage[][] = [];
  let pipeline: Stage[] = [];
  let part = "";
  let redirections: Redirection[] = [];
  let quoted = false;
  const endStage = (): void => {
    const argv = splitWindows(bareCommand(part));
    if (argv.length > 0 || redirections.length > 0) pipeline.push({ argv, redirections });
    part = "";
    redirections = [];
  };
  const endPipeline = (): void => {
    endStage();
    if (pipeline.length > 0) pipelines.push(pipeline);
    pipeline = [];
  };
  for (let at = 0; at < text.length && pipelines.length < mostPipelines; at += 1) {
    const letter = text[at] ?? "";
    if (letter === '"') quoted = !quoted;
    const redirection = letter === ">" && !quoted ? redirectionAt(text.slice(at, at + 1_100)) : undefined;
    if (quoted || letter === '"') part += letter;
    else if (letter === "^") {
      at += 1;
      part += text[at] === "\n" ? " " : (text[at] ?? "");
    } else if (redirection !== undefined) {
      if (/^(?:.*\s)?\d$/.test(part.slice(-2))) part = part.slice(0, -1);
      if (redirection.redirection !== undefined) redirections.push(redirection.redirection);
      at += redirection.length - 1;
    } else if (letter === "&" || letter === "\n" || (letter === "|" && text[at + 1] === "|")) {
      endPipeline();
      if (text[at + 1] === letter) at += 1;
    } else if (letter === "|") endStage();
    else part += letter;
  }
  endPipeline();
  return pipelines;
}

/** What stands before a command and only says whether, or how often, it runs. */
const heads = [
  /^[@(\s]+/,
  /^else\b\s*/i,
  /^call\s+/i,
  /^for\s[^()]{0,256}\([^()]{0,1024}\)\s*do\s+/i,
  /^if\s+(?:\/i\s+)?(?:not\s+)?(?:(?:exist|defined|errorlevel)\s+(?:"[^"]{0,512}"|[^\s"]{1,512})|(?:"[^"]{0,512}"|[^\s"]{1,512})\s*(?:==|equ|neq|lss|leq|gtr|geq)\s*(?:"[^"]{0,512}"|[^\s"]{1,512}))\s+/i,
];

/** More heads before one command are not taken off. */
const mostHeads = 16;

function bareCommand(part: string): string {
  let rest = part.trim();
  for (let turn = 0; turn < mostHeads; turn += 1) {
    const head = heads.find((each) => each.test(rest));
    if (head === undefined) break;
    rest = rest.replace(head, "");
  }
  const command = rest.includes("(") ? rest : rest.replace(/[)\s]{1,64}$/, "");
  return command.replace(/^rmdir(?=\s)/i, "rd");
}
