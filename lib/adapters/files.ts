import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { glob, isDynamicPattern } from "tinyglobby";
import { type Instant, second } from "../domain/units.js";
import type { Input } from "../ports/replay.js";
import { Misuse } from "./misuse.js";

/** Files as given, folders and patterns with all their files in the order of their names, `-` for standard input. */
export async function* readInputs(paths: readonly string[]): AsyncIterable<Input> {
  for (const path of paths) {
    if (path === "-") yield { name: "standard input", bytes: await buffer(process.stdin), arrived: null };
    else
      for (const file of await filesOf(path))
        yield { name: file, bytes: await bytesOf(file), arrived: await writtenAt(file) };
  }
}

const bytesOf = (file: string): Promise<Uint8Array> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(`${file} cannot be read (${error.code})`, "check its permissions, or that it is a file");
  });

/** To the second: finer than any copy of the file keeps. */
const writtenAt = async (file: string): Promise<Instant> => Math.floor((await stat(file)).mtimeMs / second) * second;

async function filesOf(path: string): Promise<readonly string[]> {
  const scheme = /^(\w+):\/\//.exec(path)?.[1];
  if (scheme !== undefined)
    throw new Misuse(
      `${scheme}:// cannot be read yet`,
      "save it with aws s3 cp or aws kinesis get-records, and replay the files",
    );
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return filesBelow(path);
  if (found !== undefined) return [path];
  if (isDynamicPattern(path)) return filesLike(path);
  throw new Misuse(`there is no file ${path}`, "check the path; - reads standard input");
}

/** Nothing is left out silently: a link is followed, and what is no file at all is said when it is opened. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pipe = entries.find((entry) => entry.isFIFO()); // to open it could wait for ever
  if (pipe !== undefined) throw new Misuse(`${join(pipe.parentPath, pipe.name)} is a pipe`, "name the files instead");
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** As a folder, a pattern means files whose names start with a dot, too. */
async function filesLike(pattern: string): Promise<readonly string[]> {
  const files = await glob(pattern, { dot: true, expandDirectories: false });
  if (files.length === 0) throw new Misuse(`no file matches ${pattern}`, "check the pattern, and put it in quotes");
  return files.sort();
}
