import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

/** The repository's root, whatever folder the tests are started from. */
export const root = resolve(import.meta.dirname, "../..");

export const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** All files of a folder with this ending, from the repository's root and in a fixed order; none if there is no such folder. */
export const filesBelow = (folder: string, ending: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name.split(sep).join("/")}`)
        .sort()
    : [];
