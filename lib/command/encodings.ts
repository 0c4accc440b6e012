const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const base64Values: ReadonlyMap<string, number> = new Map([...base64Letters].map((letter, value) => [letter, value]));

/**
 * The text in base64; letters that do not belong are skipped, as decoders for people do.
 *
 * @example
 * decodeBase64("cm0gLXJmIC8=") // => "rm -rf /"
 * decodeBase64("") // => ""
 */
export function decodeBase64(encoded: string): string {
  return textOf(base64Bytes(encoded));
}

/**
 * The text in base64 of UTF-16, as PowerShell's `-EncodedCommand` takes it.
 *
 * @example
 * decodeUtf16Base64("bABzAA==") // => "ls"
 */
export function decodeUtf16Base64(encoded: string): string {
  const bytes = base64Bytes(encoded);
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  return text;
}

/**
 * The text written as pairs of hexadecimal digits.
 *
 * @example
 * decodeHex("6c 73") // => "ls"
 */
export function decodeHex(encoded: string): string {
  const digits = encoded.replace(/[^0-9a-fA-F]/g, "");
  const bytes: number[] = [];
  for (let at = 0; at + 1 < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16));
  return textOf(bytes);
}

function base64Bytes(encoded: string): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of encoded) {
    const value = base64Values.get(letter === "-" ? "+" : letter === "_" ? "/" : letter);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return bytes;
}

const textOf = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));
