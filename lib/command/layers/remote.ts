import { literalsIn } from "../code.js";
import { type Layer, script } from "./layer.js";

/** `aws ssm send-command` runs its `commands` parameter, shorthand or JSON, on other machines. */
export function ssmLayer(argv: readonly string[]): Layer | undefined {
  if (!argv.includes("ssm") || !argv.includes("send-command")) return undefined;
  const words = argv.filter((word) => /\bcommands["']?\s{0,4}[=:]/.test(word));
  const inner = words.flatMap((word) => {
    const value = word.slice(word.search(/\bcommands/)).replace(/^commands["']?\s{0,4}[=:]\s{0,4}/, "");
    const literals = literalsIn(value);
    return literals.length > 0 ? literals.map(script) : [script(value.replace(/^\[|\]$/g, ""))];
  });
  return inner.length === 0 ? undefined : { outer: argv, inner };
}
