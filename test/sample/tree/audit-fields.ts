import { readdirSync, readFileSync } from "node:fs";
import { parseLine } from "../../../lib/telemetry/auditd/line.js";

const folder = "../shared/samples/laurel-auditd";

const recorded = (ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split("\n"))
    .filter((line) => line !== "");

/** Every line of an audit log that was recorded of real hosts. */
export const recordedLines = (): readonly string[] => recorded(".log").filter((line) => parseLine(line) !== null);

/** Every record that Laurel wrote on real hosts. */
export const recordedLaurel = (): readonly Record<string, unknown>[] =>
  recorded(".laurel.json").map((line) => JSON.parse(line));

/** The fields of audit lines, `TYPE/name`; one argument is like another. */
export const fieldsOfLines = (lines: readonly string[]): readonly string[] => [
  ...new Set(
    lines.flatMap((text) => {
      const { type, fields } = parseLine(text) ?? { type: "?", fields: new Map() };
      return [...fields.keys()].map((name) => `${type}/${name.replace(/^a\d+$/, "aN")}`);
    }),
  ),
];

const pathsOf = (value: unknown, path: string): readonly string[] => {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part) => pathsOf(part, `${path}[]`));
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([name, part]) => pathsOf(part, `${path}/${name}`));
};

/** The fields of Laurel's records by path, with their type. */
export const fieldsOfLaurel = (records: readonly unknown[]): readonly string[] => [
  ...new Set(records.flatMap((record) => pathsOf(record, ""))),
];
