import { isHex, textOf, textOfHex, unquoted } from "./value.js";

/** The arguments of one exec, put together from its EXECVE lines. */
export interface Arguments {
  add(fields: ReadonlyMap<string, string>): void;
  /** Whether all that was announced has come; asked after every line, so it only compares counts. */
  isWhole(): boolean;
  /** The exact arguments, or null where one of them, or a piece of one, is missing. */
  argv(): readonly string[] | null;
}

const argument = /^a(\d{1,7})(?:\[(\d{1,7})\]|(_len))?$/;

/** The pieces of one argument: 7,500 characters fit into a line, so a longer one is `a1_len=16384 a1[0]=... a1[1]=...`. */
interface Pieces {
  length: number;
  readonly raw: Map<number, string>;
}

const joined = ({ raw }: Pieces): string | null => {
  const pieces: string[] = [];
  for (let index = 0; index < raw.size; index++) {
    const piece = raw.get(index);
    if (piece === undefined) return null;
    pieces.push(piece);
  }
  // A character's bytes may lie in two pieces, so digits are joined before they are read.
  return pieces.every(isHex) ? textOfHex(pieces.join("")) : pieces.map(textOf).join("");
};

export function createArguments(): Arguments {
  const all = new Map<number, Pieces>();
  let announced = Number.NaN;
  let missing = 0;

  const piecesOf = (index: number): Pieces => {
    const pieces = all.get(index) ?? { length: 0, raw: new Map() };
    all.set(index, pieces);
    return pieces;
  };

  return {
    add(fields) {
      for (const [name, raw] of fields) {
        if (name === "argc") announced = Number(raw);
        const match = argument.exec(name);
        if (match === null) continue;
        const pieces = piecesOf(Number(match[1]));
        if (match[3] !== undefined) {
          missing += Number(raw) - pieces.length;
          pieces.length = Number(raw);
          continue;
        }
        const place = Number(match[2] ?? 0);
        if (match[2] !== undefined) missing -= unquoted(raw).length - unquoted(pieces.raw.get(place) ?? "").length;
        pieces.raw.set(place, raw);
      }
    },
    isWhole: () => all.size === announced && missing === 0,
    argv() {
      if (all.size !== announced || missing !== 0) return null;
      const argv: string[] = [];
      for (let index = 0; index < all.size; index++) {
        const pieces = all.get(index);
        const text = pieces === undefined || pieces.raw.size === 0 ? null : joined(pieces);
        if (text === null) return null;
        argv.push(text);
      }
      return argv;
    },
  };
}
