const utf8 = new TextDecoder();

/**
 * A text in which some bytes are written as `%` and two hexadecimal digits, as Laurel writes `%`, `+`, control characters
 * and what is no UTF-8. What is no such byte stays as it is.
 *
 * @example
 * percentDecoded("100%25 %2b 1") // => "100% + 1"
 * percentDecoded("a%0ab") // => "a\nb"
 * percentDecoded("50% off") // => "50% off"
 */
export const percentDecoded = (text: string): string =>
  text.includes("%")
    ? text.replace(/(?:%[0-9a-f]{2}){1,64}/gi, (run) =>
        utf8.decode(Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16))),
      )
    : text;
