import { plural } from "../domain/wording.js";
import { paint } from "./paint.js";
import { safeText } from "./safe-text.js";

interface Planted {
  readonly kind: string;
  readonly identity: string;
  readonly agent: string | null;
  readonly text: string;
}

interface Demonstrated {
  readonly incidents: readonly (Planted & { readonly found: boolean })[];
  readonly controls: readonly (Planted & { readonly quiet: boolean })[];
  readonly others: readonly unknown[];
}

/** What was planted in the day, and what became of it. */
export function demonstrationText(
  { incidents, controls, others }: Demonstrated,
  { colour }: { readonly colour: boolean },
): string {
  const { strong, alarm } = paint(colour);
  return [
    strong("What was planted in this day:"),
    ...incidents.map((one) => `  ${one.found ? "found  " : alarm("MISSED ")} ${line(one)}`),
    ...controls.map((one) => `  ${one.quiet ? "quiet  " : alarm("LOUD   ")} ${line(one)}`),
    `  and ${others.length === 0 ? "no other findings" : plural(others.length, "other finding")}`,
  ].join("\n");
}

const line = ({ kind, identity, agent, text }: Planted): string =>
  `${kind.padEnd(18)} ${(agent === null ? identity : `${agent} as ${identity}`).padEnd(26)} ${safeText(text, 70)}`;
