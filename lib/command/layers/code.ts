import { codeOf, hiddenCodeIn, shellCallsIn } from "../code.js";
import { withText } from "../standard-input.js";
import { exact, type Layer, type Surroundings } from "./layer.js";
import { fileName } from "./shell.js";

/**
 * Interpreters and database clients stay commands. What their code visibly hands to a shell is a command too, and code
 * that was encoded, or stands in a file that the source wrote, is shown as if given in plain sight.
 */
export function codeLayer(program: string, argv: readonly string[], around: Surroundings): Layer | undefined {
  const outer = around.input === undefined ? argv : withText(program, argv, around.input.text);
  const file = argv.slice(1).find((word) => !word.startsWith("-"));
  const written = file === undefined ? undefined : around.files?.get(fileName(file));
  const fromFile = written === undefined ? argv : withText(program, argv.slice(0, 1), written);
  const code = fromFile === argv ? codeOf(program, outer) : written;
  if (code === undefined) return outer === argv ? undefined : { outer, inner: [], consumes: true };
  const hidden = hiddenCodeIn(code).map((text) => withText(program, argv.slice(0, 1), text));
  const shown = [...(fromFile === argv ? [] : [fromFile]), ...hidden].filter((one) => one.length > 1);
  const inner = [...shown.map(exact), ...shellCallsIn(program, code)];
  return inner.length === 0 && outer === argv ? undefined : { outer, inner, consumes: outer !== argv };
}
