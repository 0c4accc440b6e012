/** One parsed record. Nothing is known of its fields: every reader checks what it takes. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * @example
 * isObject({ a: 1 }) // => true
 * isObject([1]) // => false
 * isObject(null) // => false
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The object in a JSON text inside a record (agents put JSON into strings), or null.
 *
 * @example
 * objectIn('{"full_command":"ls"}') // => { full_command: "ls" }
 * objectIn("{") // => null
 */
export const objectIn = (text: unknown): JsonObject | null => {
  if (isObject(text)) return text;
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};
