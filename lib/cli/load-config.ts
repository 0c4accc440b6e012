import { readFile } from "node:fs/promises";
import { Misuse } from "../adapters/misuse.js";
import { textBeside } from "../adapters/text-beside.js";
import { type Config, checkConfig, defaultConfig } from "../config.js";
import { parseConfig } from "../config-json.js";

/** The configuration in a file, or the default one; a file with mistakes is refused with all of them. */
export async function loadConfig(path: string | undefined): Promise<Config> {
  if (path === undefined) return defaultConfig;
  const text = await readFile(path, "utf8").catch(() => {
    throw new Misuse(`the configuration file ${path} cannot be read`, "check the path after --config");
  });
  const json = parseConfig(text);
  if (!json.ok) throw new Misuse(`${path} is not JSON: ${json.where}`, json.hint);
  const checked = checkConfig(json.value, textBeside(path));
  if (checked.ok) return checked.config;
  throw new Misuse(
    `${path} has ${checked.mistakes.length} mistake(s):\n  ${checked.mistakes.join("\n  ")}\n`,
    "correct them and try again",
  );
}
