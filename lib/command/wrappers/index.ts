import { containerWrappers } from "./containers.js";
import { packageWrappers } from "./packages.js";
import { remoteWrappers } from "./remote.js";
import { systemWrappers } from "./system.js";
import { terminalWrappers } from "./terminals.js";
import type { Wrapper } from "./wrapper.js";

/** Every program that runs another program, by name. Shells, `find`, `xargs` and interpreters have files of their own. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map(
  [...systemWrappers, ...terminalWrappers, ...packageWrappers, ...containerWrappers, ...remoteWrappers].flatMap(
    ([names, wrapper]) => names.split(" ").map((name) => [name, wrapper] as const),
  ),
);
