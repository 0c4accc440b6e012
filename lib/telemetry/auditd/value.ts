const utf8 = new TextDecoder();

/** Bytes written as hexadecimal digits, read as UTF-8; what is none becomes the replacement character. */
export const textOfHex = (digits: string): string => {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return utf8.decode(bytes);
};

/** The kernel writes hexadecimal digits in capitals, and never half a byte. */
export const isHex = (raw: string): boolean => raw.length % 2 === 0 && /^[0-9A-F]+$/.test(raw);

/** What stands between the quotes, or the value itself where it has none. */
export const unquoted = (raw: string): string => {
  const quote = raw[0];
  if (quote !== '"' && quote !== "'") return raw;
  return raw.length > 1 && raw.endsWith(quote) ? raw.slice(1, -1) : raw.slice(1);
};

/**
 * A text of an audit record: quoted, or in hexadecimal if it has a blank, a quote or anything beyond ASCII in it.
 *
 * @example
 * textOf('"/usr/bin/git"') // => "/usr/bin/git"
 * textOf("6120C3A4") // => "a ä"
 * textOf('""') // => ""
 */
export const textOf = (raw: string): string => (isHex(raw) ? textOfHex(raw) : unquoted(raw));
