/** One `name=value` of a line: the value as it stands there, with its quotes, and where it starts. */
export interface Field {
  readonly name: string;
  readonly raw: string;
  readonly at: number;
}

/**
 * The `name=value` pairs of a text, one after the other. A quoted value ends at its quote: auditd has no escapes, a value
 * with a quote in it is written in hexadecimal. Linear in the text, whatever stands in it.
 *
 * @example
 * [...fieldsIn('pid=7 comm="a b" key=(null)')].map(({ name, raw }) => [name, raw]) // => [["pid", "7"], ["comm", '"a b"'], ["key", "(null)"]]
 */
export function* fieldsIn(text: string): Generator<Field> {
  let from = 0;
  while (from < text.length) {
    const sign = text.indexOf("=", from);
    if (sign === -1) return;
    const before = text.slice(from, sign);
    const at = sign + 1;
    const quote = text[at];
    const ending = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) + 1 : text.indexOf(" ", at);
    from = ending <= 0 ? text.length : ending;
    yield { name: before.slice(before.lastIndexOf(" ") + 1), raw: text.slice(at, from), at };
  }
}
