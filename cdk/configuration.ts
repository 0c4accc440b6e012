import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkConfig, defaultConfig } from "../lib/config.js";
import type { Infrastructure } from "../lib/config-infrastructure.js";

/** The file that is deployed, replayed with and run locally: one for all. */
export const configurationFile = "baseliner.config.json";

export type Configuration =
  | {
      readonly ok: true;
      readonly infrastructure: Infrastructure;
      /** The folder that holds the file; undefined when there is none and every default holds. */
      readonly folder: string | undefined;
    }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Reads and checks a folder's configuration: all mistakes at once, so that one deployment is enough to see them. */
export function readConfiguration(folder: string): Configuration {
  const path = join(folder, configurationFile);
  if (!existsSync(path)) return { ok: true, infrastructure: defaultConfig.infrastructure, folder: undefined };
  const file = parseJson(readFileSync(path, "utf8"));
  if (!file.ok) return { ok: false, mistakes: [`(the whole file): must be JSON, but ${file.reason}`] };
  const checked = checkConfig(file.value);
  return checked.ok ? { ok: true, infrastructure: checked.config.infrastructure, folder } : checked;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (wrong) {
    return { ok: false, reason: (wrong as Error).message };
  }
}
