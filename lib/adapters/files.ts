import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Input } from "../ports/replay.js";
import { Misuse } from "./misuse.js";

/** Files as given, folders with all files below them in the order of their names, `-` for standard input. */
export async function* readInputs(paths: readonly string[]): AsyncIterable<Input> {
  for (const path of paths) {
    if (path === "-") yield { name: "standard input", bytes: await buffer(process.stdin) };
    else for (const file of await filesOf(path)) yield { name: file, bytes: await bytesOf(file) };
  }
}

const bytesOf = (file: string): Promise<Uint8Array> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(`${file} cannot be read (${error.code})`, "check its permissions, or that it is a file");
  });

async function filesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Misuse(`there is no file ${path}`, "check the path; - reads standard input");
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
