/**
 * One value on one line, with every character that could act on a terminal written as a JSON escape: the reader of the
 * JSON gets the text unchanged, a terminal gets nothing to obey.
 *
 * @example
 * jsonLine({ command: "ls\u202e" }) // => '{"command":"ls\\u202e"}'
 */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(unsafe, escapeUnits);

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}]/gu;

const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
