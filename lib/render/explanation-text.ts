import { notable } from "../domain/impact.js";
import type { Attribution } from "../domain/observation.js";
import { plural } from "../domain/wording.js";
import { notUnderstoodId } from "../impact/not-understood.js";
import { paint } from "./paint.js";
import { safeText } from "./safe-text.js";

interface Explained {
  readonly agent: string | null;
  readonly attribution: Attribution;
  readonly commands: readonly ExplainedCommand[];
  readonly notUnderstood: "too-long" | "too-deep" | "too-many-commands" | "syntax" | null;
  readonly rest: readonly { readonly id: string; readonly weight: number; readonly floor: boolean }[];
}

interface ExplainedCommand {
  readonly command: string;
  readonly wrappers: readonly string[];
  readonly signature: string;
  readonly kinds: readonly string[];
  readonly impacts: readonly ExplainedImpact[];
}

interface ExplainedImpact {
  readonly id: string;
  readonly weight: number;
  readonly floor: boolean;
  readonly attack: readonly string[];
  readonly because: string;
  readonly falsePositives: string;
  readonly whatToDo: string;
  readonly tokens: readonly string[];
}

type Style = ReturnType<typeof paint>;

/** How a command line was understood, for a person: each command out of its wrappers, and what it could do. */
export function explanationText(explained: Explained, { colour }: { readonly colour: boolean }): string {
  const style = paint(colour);
  const { agent, attribution, commands, notUnderstood } = explained;
  const heading = [plural(commands.length, "command")];
  if (agent !== null)
    heading.push(`run by ${safeText(agent)}: ${attribution.evidence.map((clue) => safeText(clue)).join("; ")}`);
  const rest = notUnderstood === null ? "" : restText(notUnderstood, explained.rest, style);
  return `${heading.join(", ")}\n${commands.map((command) => commandText(command, style)).join("")}${rest}`;
}

const whyNot = {
  "too-long": "it is longer than what is read",
  "too-deep": "more stands inside each other than is followed",
  "too-many-commands": "it holds more commands than are looked at",
  syntax: "it is no complete shell script",
} as const;

/** Why some of it was not understood, what that weighs, and what the text seems to hold. */
function restText(why: keyof typeof whyNot, impacts: Explained["rest"], style: Style): string {
  const [heaviest] = impacts;
  const held = impacts
    .filter(({ weight, floor, id }) => id !== notUnderstoodId && (floor || weight >= notable))
    .map(({ id, weight, floor }) => `${id} ${weight}${floor ? ", always found" : ""}`);
  const lines = [
    "",
    style.alarm("the rest"),
    row("impact", `could not be understood (${why}), which weighs ${heaviest?.weight ?? 0}`),
    row("why", whyNot[why]),
    ...(held.length === 0 ? [] : [row("it holds", held.join("; "))]),
  ];
  return `${lines.join("\n")}\n`;
}

function commandText({ command, wrappers, signature, kinds, impacts }: ExplainedCommand, style: Style): string {
  const lines = [
    "",
    style.strong(safeText(command)),
    ...(wrappers.length === 0 ? [] : [row("inside", wrappers.map((wrapper) => safeText(wrapper)).join(" > "))]),
    row("signature", safeText(signature)),
    ...(kinds.length === 0 ? [] : [row("redacted", kinds.map((kind) => safeText(kind)).join(", "))]),
    ...impactRows(impacts, style),
  ];
  return `${lines.join("\n")}\n`;
}

/** Notable impacts in full; what is low, in a line. */
function impactRows(impacts: readonly ExplainedImpact[], style: Style): readonly string[] {
  const full = impacts.filter(({ weight, floor }) => weight >= notable || floor).flatMap((one) => fullRows(one, style));
  const low = impacts
    .filter(({ weight, floor }) => weight < notable && !floor)
    .map(({ id, weight }) => `${id} ${weight}`);
  if (low.length > 0) full.push(row(full.length === 0 ? "impact" : "also", `low: ${low.join(", ")}`));
  return full.length === 0 ? [row("impact", "none that is known")] : full;
}

function fullRows(impact: ExplainedImpact, { alarm, faint }: Style): readonly string[] {
  const { id, weight, floor, attack, because, falsePositives, whatToDo, tokens } = impact;
  const decidedBy = tokens.map((token) => safeText(token, 60)).join(" ");
  return [
    row("impact", `${because}${floor ? alarm(", always found") : ""}`),
    row("", faint([id, `weight ${weight}`, ...attack].join(", "))),
    row("decided by", decidedBy),
    row("honest use", falsePositives),
    row("what to do", whatToDo),
  ];
}

const row = (name: string, text: string): string => `  ${name.padEnd(11)}${text}`;
