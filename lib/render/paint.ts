/** Marks for a terminal; without colour the text alone. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
}

const code = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
const plain = (text: string): string => text;

export const paint = (colour: boolean): Paint =>
  colour
    ? { strong: code(1, 22), faint: code(2, 22), alarm: code(31, 39) }
    : { strong: plain, faint: plain, alarm: plain };
