import { isObject } from "./json.js";

/** An environment has some fifty variables; one that has thousands was made to be long. */
const mostVariables = 512;
const longestName = 128;
const longestValue = 512;

/**
 * Environment variables as sensors write them: a list of `NAME=value`, a list of `{ "key", "value" }` or `{ "name",
 * "value" }`, or an object. What is none of these, or too long to be a marker, is left out.
 *
 * @example
 * environmentOf(["CLAUDECODE=1", "broken"]) // => { CLAUDECODE: "1" }
 * environmentOf([{ key: "AI_AGENT", value: "x" }]) // => { AI_AGENT: "x" }
 * environmentOf({ CODEX_THREAD_ID: "7" }) // => { CODEX_THREAD_ID: "7" }
 * environmentOf(7) // => {}
 */
export const environmentOf = (value: unknown): Readonly<Record<string, string>> => {
  const pairs = Array.isArray(value)
    ? value.slice(0, mostVariables).map(pairOf)
    : isObject(value)
      ? Object.entries(value)
      : [];
  const environment = Object.create(null) as Record<string, string>;
  for (const pair of pairs.slice(0, mostVariables)) {
    const [name, content] = pair ?? [];
    if (typeof name !== "string" || typeof content !== "string") continue;
    if (name !== "" && name.length <= longestName && content.length <= longestValue) environment[name] = content;
  }
  return { ...environment };
};

const pairOf = (entry: unknown): readonly [unknown, unknown] | null => {
  if (typeof entry === "string") {
    const sign = entry.indexOf("=");
    return sign <= 0 ? null : [entry.slice(0, sign), entry.slice(sign + 1)];
  }
  return isObject(entry) ? [entry.key ?? entry.name, entry.value] : null;
};
