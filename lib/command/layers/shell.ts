import { programName } from "../names.js";
import { isShell, shellCall } from "../shells.js";
import { type Layer, type Surroundings, script } from "./layer.js";

/** Shells that were given their script as text, on standard input, or in a file that the source wrote itself. */
export function shellLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const call = shellCall(argv);
  if (call.kind === "text") {
    return { outer: undefined, inner: [{ kind: "script", text: call.text, positional: call.positional }] };
  }
  return call.kind === "input" ? inputLayer(argv, around) : fileLayer(argv, around);
}

/** `source FILE`, `. FILE`, and `at`, which runs what it reads later. */
export function sourceLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const file = argv[1];
  return file === undefined || file === "/dev/stdin" || programName(argv[0] ?? "") === "at"
    ? inputLayer(argv, around)
    : fileLayer(argv, around);
}

/** A file of the source's own making, called by its path. */
export function fileLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const at = isShell(programName(argv[0] ?? "")) || /^(source|\.)$/.test(argv[0] ?? "") ? firstOperand(argv) : 0;
  const text = around.files?.get(fileName(argv[at] ?? ""));
  return text === undefined
    ? undefined
    : { outer: argv, inner: [{ kind: "script", text, positional: argv.slice(at) }] };
}

const firstOperand = (argv: readonly string[]): number =>
  argv.findIndex((word, index) => index > 0 && !/^[-+]/.test(word));

/** One spelling for a file written and run by the same source: `./x.sh` and `.\\x.sh` are `x.sh`. */
export const fileName = (word: string): string => (/^\.[/\\]/.test(word) ? word.slice(2) : word);

/** A shell at the end of a pipe stays a command: that text was run is worth knowing, even when the text is known. */
function inputLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const input = around.input;
  if (input === undefined) return undefined;
  return { outer: input.piped ? argv : undefined, inner: [script(input.text)], consumes: true };
}
