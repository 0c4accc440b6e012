import { sampleRecords, samplesIn } from "../../telemetry/samples.js";

/** Every field of a record, by its path, with the type of its value; the elements of a list are one field, null has any type. */
export function fieldsOf(value: unknown, path = ""): readonly string[] {
  if (value === null) return [];
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  if (Array.isArray(value)) return value.flatMap((part) => fieldsOf(part, `${path}[]`));
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, path === "" ? name : `${path}/${name}`));
}

/**
 * The fields that a real sensor would never write: neither seen in its records nor documented.
 *
 * @param samples    files of the samples, or a folder of them
 * @param documented fields that are in none of the samples, with their type
 */
export function inventedFields(
  records: readonly unknown[],
  samples: string | readonly string[],
  documented: readonly string[] = [],
): readonly string[] {
  const files = typeof samples === "string" ? samplesIn(samples) : samples;
  const seen = files.flatMap((file) => sampleRecords(file).flatMap((one) => fieldsOf(one)));
  const known = new Set([...documented, ...seen]);
  return [...new Set(records.flatMap((record) => fieldsOf(record)))].filter((field) => !known.has(field));
}
