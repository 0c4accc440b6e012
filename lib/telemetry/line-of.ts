const newline = 0x0a;

/**
 * Tells in which line a place in some bytes is, from 1. Places are asked for in their order, so that bytes are looked at once.
 *
 * @example
 * const lineOf = createLineOf(new Uint8Array([97, 10, 10, 98]))
 * lineOf(0) // => 1
 * lineOf(3) // => 3
 */
export function createLineOf(bytes: Uint8Array): (at: number) => number {
  let line = 1;
  let next = bytes.indexOf(newline);
  return (at) => {
    while (next !== -1 && next < at) {
      line += 1;
      next = bytes.indexOf(newline, next + 1);
    }
    return line;
  };
}
