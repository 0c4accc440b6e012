import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textBeside } from "../lib/adapters/text-beside.js";
import { checkConfig, defaultConfig } from "../lib/config.js";
import type { Infrastructure } from "../lib/config-infrastructure.js";
import { parseConfig } from "../lib/config-json.js";

/** The file that is deployed, replayed with and run locally: one for all. */
export const configurationFile = "baseliner.config.json";

export type Configuration =
  | {
      readonly ok: true;
      readonly infrastructure: Infrastructure;
      /** The file with what it names in others written into it; undefined when there is none and every default holds. */
      readonly text: string | undefined;
    }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Reads and checks a folder's configuration: all mistakes at once, so that one deployment is enough to see them. */
export function readConfiguration(folder: string): Configuration {
  const path = join(folder, configurationFile);
  if (!existsSync(path)) return { ok: true, infrastructure: defaultConfig.infrastructure, text: undefined };
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  const file = parseConfig(text);
  if (!file.ok) return { ok: false, mistakes: [`(the whole file): must be JSON; ${file.where}: ${file.hint}`] };
  const checked = checkConfig(file.value, textBeside(path));
  if (!checked.ok) return checked;
  const alone = checked.file === file.value ? text : JSON.stringify(checked.file);
  return { ok: true, infrastructure: checked.config.infrastructure, text: alone };
}
