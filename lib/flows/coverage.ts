import { understand } from "../command/understand.js";
import type { Understanding } from "../domain/command.js";
import type { CommandSource } from "../domain/event.js";
import { notable } from "../domain/impact.js";
import type { Probability } from "../domain/units.js";
import { defaultCatalogue } from "../impact/catalogue/index.js";
import { classify } from "../impact/classify.js";
import type { Catalogue } from "../impact/compile.js";

/** A command as it was typed, or its exact arguments. */
export type CommandLine = string | readonly string[];

type Reason = NonNullable<Understanding["notUnderstood"]>;

/** How much of a corpus of command lines is understood, and how much of it the catalogue covers. */
export interface Coverage {
  readonly commands: number;
  /** The share with a notable impact: 0.3 or more, or not understood. */
  readonly covered: Probability;
  /** The share not understood to its end, and how many lines for which reason. */
  readonly notUnderstood: Probability;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

/**
 * What a catalogue covers of some command lines, each taken as a whole: a script counts once, by its heaviest command.
 *
 * Shares are rounded to 0.0001. Nothing was looked at, nothing is covered: the shares of an empty corpus are 0.
 *
 * @example
 * coverageOf(["ls", "sudo rm -rf /"]) // => { commands: 2, covered: 0.5, notUnderstood: 0, reasons: {} }
 * coverageOf(["echo 'open"]) // => { commands: 1, covered: 1, notUnderstood: 1, reasons: { syntax: 1 } }
 */
export function coverageOf(lines: readonly CommandLine[], catalogue: Catalogue = defaultCatalogue): Coverage {
  const reasons: Partial<Record<Reason, number>> = {};
  let covered = 0;
  let opaque = 0;
  for (const line of lines) {
    const { commands, notUnderstood: why } = understand(sourceOf(line));
    if (why !== undefined) {
      reasons[why] = (reasons[why] ?? 0) + 1;
      opaque += 1;
    }
    const isNotable = commands.some((command) => classify(command, catalogue).some(({ weight }) => weight >= notable));
    if (why !== undefined || isNotable) covered += 1;
  }
  return {
    commands: lines.length,
    covered: share(covered, lines.length),
    notUnderstood: share(opaque, lines.length),
    reasons,
  };
}

const sourceOf = (line: CommandLine): CommandSource =>
  typeof line === "string" ? { kind: "script", text: line } : { kind: "argv", argv: line };

const share = (part: number, whole: number): Probability =>
  whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
