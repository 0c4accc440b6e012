import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Reads the files that another one names: from its own folder, unless they are named in full. Null where it cannot. */
export const textBeside =
  (file: string) =>
  (name: string): string | null => {
    try {
      return readFileSync(resolve(dirname(file), name), "utf8");
    } catch {
      return null;
    }
  };
