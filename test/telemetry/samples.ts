import { existsSync, readdirSync, readFileSync } from "node:fs";
import { normalise } from "../../lib/telemetry/normalise.js";

/** Records of real sensors lie beside the project where they are at hand. */
const samples = new URL("../../../shared/samples/", import.meta.url);
export const haveSamples = existsSync(samples);

/** The records of one file among the samples: NDJSON, or one object as a whole. */
export const sampleRecords = (file: string): readonly Record<string, unknown>[] => {
  const whole = readFileSync(new URL(file, samples), "utf8");
  return (file.endsWith(".json") ? [whole] : whole.split("\n"))
    .filter((part) => part.trim() !== "")
    .map((part) => JSON.parse(part));
};

/** The NDJSON files in a folder of the samples. */
export const samplesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, samples))
    .filter((file) => file.endsWith(".jsonl"))
    .map((file) => `${folder}/${file}`);

/** All records in the NDJSON files of a folder. */
export const recordedRecords = (folder: string): readonly Record<string, unknown>[] =>
  samplesIn(folder).flatMap(sampleRecords);

/** How each of them is read: the format of its event, or the reason why there is none. */
export const outcomesOf = (file: string): readonly string[] =>
  sampleRecords(file).map((record) => {
    const event = normalise(record, "auto", { contentId: () => "content", arrived: Date.UTC(2026, 2, 1) });
    return event.ok ? event.value.format : event.reason;
  });
