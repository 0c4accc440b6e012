import { createHash } from "node:crypto";

/** DynamoDB takes sort keys of at most 1,024 bytes; half of it leaves room for what stands around the name. */
const longestKey = 512;
const hashed = "sha256:";

/**
 * Any text, however hostile, as a part of a key: itself, or its hash when it is empty, too long, or no valid Unicode
 * (which UTF-8 would fold together). A text that looks like a hash is hashed too, so that no two texts share a key.
 *
 * @example
 * safeKey("ada") // => "ada"
 * safeKey("a".repeat(513)) // => "sha256:04810e66301a82a0f22b421ea5a43ab9388eca7dd0f3effa4b428a0b6bf53da1"
 */
export function safeKey(text: string): string {
  const bytes = Buffer.from(text);
  const fits = bytes.length > 0 && bytes.length <= longestKey && bytes.toString() === text;
  if (fits && !text.startsWith(hashed)) return text;
  return hashed + createHash("sha256").update(JSON.stringify(text)).digest("hex");
}
