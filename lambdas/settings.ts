import { readFileSync } from "node:fs";
import { type Config, checkConfig, defaultConfig } from "../lib/config.js";
import { day } from "../lib/domain/units.js";
import { environment } from "../lib/environment.js";

/** A setting of a deployed function; CDK writes it, and a function without it must not start. */
export function setting(name: keyof typeof environment): string {
  const value = process.env[environment[name]];
  if (value === undefined || value === "")
    throw new Error(`setting requires ${environment[name]} to be set, got nothing`);
  return value;
}

/** The configuration that was deployed with the function; all defaults where there is none. */
export function deployedConfig(): Config {
  const path = process.env[environment.config];
  if (path === undefined) return defaultConfig;
  const checked = checkConfig(JSON.parse(readFileSync(path, "utf8")));
  if (!checked.ok)
    throw new Error(`deployedConfig requires a right configuration, got: ${checked.mistakes.join("; ")}`);
  return checked.config;
}

/** Contributions outlive the streams, which can repeat a batch for seven days. */
export const contributionsKept = 8 * day;
