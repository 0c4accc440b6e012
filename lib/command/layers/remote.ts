import { literalsIn } from "../code.js";
import { optionValue } from "../options.js";
import { type Layer, script } from "./layer.js";

/** `aws ssm` runs its parameter `commands`, shorthand or JSON, on other machines; `aws ecs execute-command` in a container. */
export function awsLayer(argv: readonly string[]): Layer | undefined {
  if (argv.includes("ecs") && argv.includes("execute-command")) {
    const text = optionValue(argv, ["--command"]);
    return text === undefined ? undefined : { outer: argv, inner: [script(text)] };
  }
  if (!argv.includes("ssm") || !(argv.includes("send-command") || argv.includes("start-session"))) return undefined;
  const words = argv.filter((word) => /\bcommands?["']?\s{0,4}[=:]/.test(word));
  const inner = words.flatMap((word) => {
    const value = word
      .slice(word.search(/\bcommands?["']?\s{0,4}[=:]/))
      .replace(/^commands?["']?\s{0,4}[=:]\s{0,4}/, "");
    const literals = literalsIn(value);
    return literals.length > 0 ? literals.map(script) : [script(value.replace(/^\[|\]$/g, ""))];
  });
  return inner.length === 0 ? undefined : { outer: argv, inner };
}
