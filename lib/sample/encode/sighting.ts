import type { Instant } from "../../domain/units.js";
import type { Act } from "../act.js";
import { agentPrograms } from "../agents.js";
import { homeOf } from "../person.js";
import type { Random } from "../random.js";
import { isOneProgram, shellWords } from "../shell-words.js";
import { wrapperOf } from "../wrappers.js";

/** A record as a sensor writes it, and its own id as the readers show it. */
export interface Encoded {
  readonly id: string;
  readonly record: object;
}

/** Writes an act as one record. `serial` is never used twice for one person. */
export type Encode = (act: Act, draw: Random, serial: number) => Encoded;

/** The one process of an act that an exec sensor shows, and the one that started it. */
export interface Sighting {
  readonly argv: readonly string[];
  readonly parent: readonly string[];
}

/**
 * One layer of an act: its program below the wrapper shell, or the wrapper shell below the agent.
 *
 * A line of more than one program has no single process but the shell that runs it, so that is what is shown.
 */
export function sightingOf(act: Act, draw: Random, shows: "wrapper" | "program"): Sighting {
  const { agent, person, line } = act;
  const program = isOneProgram(line);
  const home = homeOf(person);
  if (agent === null)
    return {
      argv: program ? shellWords(line, home) : [`/bin/${person.shell}`, "-c", line],
      parent: [`-${person.shell}`],
    };
  const wrapper = wrapperOf(agent, act, draw);
  if (program && shows === "program") return { argv: shellWords(line, home), parent: wrapper };
  return { argv: wrapper, parent: agentPrograms[agent].argv.map((word) => word.replace(/^~/, home)) };
}

/** Where a program lies that was started by this name. */
export function pathOf(name: string, cwd: string): string {
  if (name.startsWith("./")) return cwd + name.slice(1);
  if (name.startsWith("/")) return name;
  return name.startsWith("-") ? `/bin/${name.slice(1)}` : `/usr/bin/${name}`;
}

/** The last part of a path; of a login shell's `-bash`, the shell. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/^-/, "");

/** ISO 8601 with more digits after the second than the clock of this generator has. */
export const isoWith = (at: Instant, moreDigits: string): string =>
  new Date(at).toISOString().replace("Z", `${moreDigits}Z`);
