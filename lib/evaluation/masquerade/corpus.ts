/** So many commands in a block: the corpora of masquerades are labelled by it. */
export const blockSize = 100;
/** Every user's first commands are her own. */
export const cleanCommands = 5_000;

/** A hundred commands, and whether somebody else gave them. */
export interface Block {
  readonly commands: readonly string[];
  readonly masquerade: boolean;
}

/** One user: what is known to be hers, then what is to be judged, in order. */
export interface User {
  readonly name: string;
  readonly clean: readonly (readonly string[])[];
  readonly judged: readonly Block[];
}

/**
 * The users of a corpus as it is published: for each a list of command names, and a table of labels with a row for each
 * block after the clean ones and a column for each user.
 *
 * @param texts one command a line, user by user
 * @param table 0 and 1, separated by spaces
 * @throws when a list or the table is of another size: a mistake in it would make wrong figures
 * @see Schonlau et al. 2001, "Computer intrusion: detecting masquerades", Statistical Science 16(1)
 */
export function readCorpus(texts: readonly string[], table: string): readonly User[] {
  const labels = linesOf(table).map((line) => line.trim().split(/\s+/));
  return texts.map((text, column) => {
    const name = `User${column + 1}`;
    const blocks = blocksOf(linesOf(text).map((line) => line.trim()));
    const judged = blocks.slice(cleanCommands / blockSize);
    if (judged.length !== labels.length || judged.length === 0)
      throw new Error(
        `readCorpus requires a block for each of ${labels.length} labels, got ${judged.length} of ${name}`,
      );
    return {
      name,
      clean: blocks.slice(0, cleanCommands / blockSize),
      judged: judged.map((commands, row) => ({ commands, masquerade: isLabelled(labels[row]?.[column], name, row) })),
    };
  });
}

function isLabelled(label: string | undefined, name: string, row: number): boolean {
  if (label === "0" || label === "1") return label === "1";
  throw new Error(`readCorpus requires labels of 0 and 1, got ${label ?? "none"} for block ${row + 1} of ${name}`);
}

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line.trim() !== "");

function blocksOf(commands: readonly string[]): readonly (readonly string[])[] {
  const blocks: (readonly string[])[] = [];
  for (let from = 0; from + blockSize <= commands.length; from += blockSize)
    blocks.push(commands.slice(from, from + blockSize));
  return blocks;
}
