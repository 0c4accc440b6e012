import { salvage } from "../command/salvage.js";
import type { Understanding } from "../domain/command.js";
import { type Impact, notable } from "../domain/impact.js";
import { defaultCatalogue } from "./catalogue/index.js";
import { classify } from "./classify.js";
import type { Catalogue } from "./compile.js";

type Reason = NonNullable<Understanding["notUnderstood"]>;

export const notUnderstoodId = "command.not-understood";

/**
 * The impact of text that could not be parsed to its end.
 *
 * A text made too long, too deep or too full to be read weighs more than what is told without any history: few have an
 * honest reason. One that no shell would take either, mostly a quote that nobody closed, weighs like something serious
 * where it holds a shell or a command that could do harm, and little where it holds none.
 */
export const notUnderstood = (why: Reason, holdsHarm = true): Impact => ({
  id: notUnderstoodId,
  class: "execution",
  weight: why !== "syntax" ? 0.9 : holdsHarm ? 0.7 : 0.3,
  floor: false,
  attack: ["T1027"],
});

/** A shell that would be started, whatever it would be told. */
const aShell = /(?:^|[\s;|&/(])(?:ba|da|z|k)?sh(?:\s|$)/;

/**
 * The impacts of a text that was not understood, heaviest first: that it was not, and what the commands could do that
 * it seems to hold, with their weight and floor. What is hidden must not weigh less than what is shown.
 */
export function impactsOfRest(text: string, why: Reason, catalogue: Catalogue = defaultCatalogue): readonly Impact[] {
  const kept = salvage(text, catalogue.knows).flatMap((one) => classify(one, catalogue));
  const holdsHarm = aShell.test(text) || kept.some(({ weight }) => weight >= notable);
  const byId = new Map([notUnderstood(why, holdsHarm), ...kept].map((impact) => [impact.id, impact]));
  return [...byId.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}
