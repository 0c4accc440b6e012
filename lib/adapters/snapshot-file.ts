import { access, constants, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Misuse } from "./misuse.js";

/** JSON of a file, gzipped or not: whichever its first bytes say. */
export async function readSnapshotFile(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(`${file} cannot be read (${error.code})`, "name a file that --save-baseline has written");
  });
  try {
    return JSON.parse((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8"));
  } catch {
    return null;
  }
}

/** That a file can be written is worth knowing before hours of work. */
export async function checkFolder(file: string): Promise<void> {
  await access(dirname(file), constants.W_OK).catch((error: NodeJS.ErrnoException) => cannotWrite(file, error));
}

function cannotWrite(file: string, { code }: NodeJS.ErrnoException): never {
  throw new Misuse(`${file} cannot be written (${code})`, "check that its folder is there, and may be written to");
}

/** Writes JSON, gzipped where the name ends in `.gz`. The file is there whole or not at all. */
export async function writeSnapshotFile(file: string, content: unknown): Promise<void> {
  const json = JSON.stringify(content);
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, file.endsWith(".gz") ? gzipSync(json) : json, { mode: 0o600 });
    await rename(unfinished, file);
  } catch (error) {
    cannotWrite(file, error as NodeJS.ErrnoException);
  }
}
