import type { Signature } from "../domain/command.js";
import type { Reading } from "../domain/reading.js";
import { flagClassesOf } from "./flag-classes.js";

/** Names that programs have; anything else may be text, or a secret, and is not kept. */
const programShape = /^[a-z0-9_[][a-z0-9._+[-]{0,31}$/;
const verbShape = /^[a-z][a-z0-9_:-]{0,31}$/;
const scriptEnding = /\.(sh|bash|zsh|py|rb|pl|js|mjs|ts|php|ps1|bat|cmd|exe|jar|lua|command|bin|run)$/;

/**
 * The shape of a command that is counted: `program/verb/shape`, always three parts, `-` where one is empty.
 *
 * - program: its base name; a script called by its path is `script:sh` by its ending, or `script`; what does not look
 *   like a program's name is `odd-name`, a name computed at run time `computed`.
 * - verb: the verb path, joined by dots; a word that does not look like a verb is `odd`.
 * - shape: the classes of its flags (see `flagClassesOf`), then of its targets, sorted, joined by `+`; what is
 *   written to by redirection counts with the targets as `writes:path...`.
 *
 * @example
 * signatureOf({ program: "rm", verb: [], operands: ["/tmp/x"], flags: new Set(["-r", "-f"]), values: new Map(), targets: new Set(["path:temporary"]), writes: new Set() }, ["sudo"]) // => "rm/-/force+privileged+recursive+path:temporary"
 * signatureOf({ program: "-", verb: [], operands: [], flags: new Set(), values: new Map(), targets: new Set(), writes: new Set(["path:log"]) }, []) // => "-/-/writes:path:log"
 */
export function signatureOf(reading: Reading, wrappers: readonly string[]): Signature {
  const flags = flagClassesOf(reading, wrappers);
  const targets = [...reading.targets].sort();
  const writes = [...reading.writes].sort().map((target) => `writes:${target}`);
  const verb = reading.verb.map((word) => (verbShape.test(word) ? word : "odd")).join(".");
  const shape = [...flags, ...targets, ...writes].join("+");
  return `${programPart(reading.program)}/${verb === "" ? "-" : verb}/${shape === "" ? "-" : shape}`;
}

function programPart(program: string): string {
  if (program === "-") return "-";
  if (/[$`*?]/.test(program)) return "computed";
  const ending = scriptEnding.exec(program)?.[1];
  if (ending !== undefined) return `script:${ending}`;
  return programShape.test(program) ? program : "odd-name";
}
