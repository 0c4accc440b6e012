import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Misuse } from "./misuse.js";

/** The texts of a corpus of masquerades: `User1` ... `UserN` in the order of their numbers, and `label.txt`. */
export async function readMasqueradeFiles(
  folder: string,
): Promise<{ readonly texts: readonly string[]; readonly table: string }> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(`${folder} cannot be read (${error.code})`, "give the folder with User1 ... UserN and label.txt");
  });
  const numbers = names.flatMap((name) => /^User(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  if (numbers.length < 2 || !names.includes("label.txt"))
    throw new Misuse(`${folder} has no User1, User2 ... and label.txt`, "give the folder of the corpus");
  const ordered = numbers.sort((a, b) => a - b);
  const text = (name: string) => readFile(join(folder, name), "utf8");
  return { texts: await Promise.all(ordered.map((number) => text(`User${number}`))), table: await text("label.txt") };
}
