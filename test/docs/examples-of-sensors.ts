import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { read } from "../architecture/sources.js";

const file = (name: string): string => read(`docs/examples/${name}`);

/** Comments of osquery's configuration: whole lines, which it takes out before it reads the JSON. */
const withoutComments = (text: string): string => text.replace(/^\s*(?:\/\/|#).*$/gm, "");

/** `--name=value`, one a line. */
const flagsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from(text.matchAll(/^--(\w+)=(.*)$/gm), ([, name = "", value = ""]) => [name, value]));

/** The example configurations of docs/examples, each read as its own program reads it. */
export const examples = {
  claudeCode: JSON.parse(file("claude-code/managed-settings.json")),
  collector: parseYaml(file("opentelemetry/collector.yaml")),
  defenderByVector: parseYaml(file("vector/defender.yaml")),
  falco: parseYaml(file("falco/falco.yaml")),
  falcoRules: parseYaml(file("falco/baseliner_rules.yaml")),
  falcosidekick: parseYaml(file("falco/falcosidekick.yaml")),
  fluentBit: parseYaml(file("fluent-bit/fluent-bit.yaml")),
  laurel: parseToml(file("laurel/config.toml")) as Record<string, never>,
  osqueryConf: JSON.parse(withoutComments(file("osquery/osquery.conf"))),
  osqueryFlags: flagsIn(file("osquery/osquery.flags")),
  tetragon: parseYaml(file("tetragon/tetragon.yaml")),
  vector: parseYaml(file("vector/vector.yaml")),
};
