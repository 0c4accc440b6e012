import type { Portrait, Share } from "../domain/portrait.js";
import { number, plural } from "../domain/wording.js";
import { paint } from "./paint.js";
import { safeText } from "./safe-text.js";

/** Lines of each list; `--json` has all of them. */
const shown = 12;
/** Characters of the longest bar. */
const width = 24;

/** What is usual for a principal, as bars for a terminal. */
export function portraitText(portrait: Portrait, { colour }: { readonly colour: boolean }): string {
  const { strong, faint, alarm } = paint(colour);
  const { principal, commands, days, since, last, young, usual, harm, held, scores } = portrait;
  const standing = young
    ? "too little is known to judge by this history alone: peers speak too"
    : `judged by their own history: a new score is ranked among ${number(scores)}`;
  const heldLines = held.map(
    (one) =>
      `  ${alarm(safeText(one.signature, 60))}  seen ${plural(one.sightings, "time")} on ${plural(one.days, "day")} in ${plural(one.sessions, "session")}`,
  );
  return [
    strong(safeText(principal, 100)),
    `${plural(commands, "command")} on ${plural(days, "day")}, ${since} to ${last}; ${standing}`,
    ...section(strong("What is usual"), barsOf(usual), usual.length),
    ...section(strong("What of it could do harm"), barsOf(harm), harm.length),
    ...section(strong("Found, and not believed yet"), heldLines.slice(0, shown), held.length),
    ...(held.length === 0 ? [faint("nothing is held")] : []),
    "",
  ].join("\n");
}

const section = (heading: string, lines: readonly string[], all: number): readonly string[] =>
  all === 0 ? [] : ["", heading, ...lines, ...(all > lines.length ? [`  and ${number(all - lines.length)} more`] : [])];

function barsOf(all: readonly Share[]): readonly string[] {
  const some = all.slice(0, shown);
  const most = some[0]?.share ?? 1;
  const names = some.map(({ what }) => safeText(what, 32));
  const column = Math.max(...names.map((name) => name.length));
  return some.map(({ share, count }, i) => {
    const bar = "█".repeat(Math.max(1, Math.round((width * share) / most)));
    return `  ${(names[i] ?? "").padEnd(column)}  ${bar} ${percent(share)} (${number(count)})`;
  });
}

const percent = (share: number): string => `${share < 0.01 ? "< 1" : String(Math.round(100 * share))} %`;
