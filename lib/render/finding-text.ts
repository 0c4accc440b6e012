import type { Finding } from "../domain/finding.js";
import { number } from "../domain/wording.js";
import { because } from "../impact/words.js";
import { paint } from "./paint.js";
import { safeText } from "./safe-text.js";
import { soonerBecause } from "./urgency-text.js";

/** Characters of a command shown in a list; `--json` has all that is kept. */
const shown = 200;

/**
 * A finding for a person at a terminal: who did what where, why it could hurt, why it is unusual in numbers.
 *
 * Everything that came from telemetry is made harmless first.
 */
export function findingText(finding: Finding, { colour }: { readonly colour: boolean }): string {
  const { strong, faint, alarm } = paint(colour);
  const { identity, agent, host, impact, attribution, rarity, evidence, priority } = finding;
  const who = agent === null ? identity : `${agent} as ${identity}`;
  const sooner = soonerBecause(finding);
  const where = host === null ? "" : ` on ${safeText(host, 80)}`;
  return [
    `${alarm(`${priority}/10`)}  ${strong(safeText(who, 120))}${where}  ${faint(finding.time)}`,
    `      ${strong(safeText(finding.command, shown))}`,
    ...(impact === null
      ? []
      : [`      impact    ${because(impact.id)} ${faint(`(${[impact.id, ...impact.attack].join(", ")})`)}`]),
    `      unusual   ${unusualClause({ impact, rarity })}`,
    ...evidence.map(
      ({ bits, because }) => `                ${safeText(because)}${bits === 0 ? "" : faint(` (${bits} bits)`)}`,
    ),
    ...(finding.usual.length === 0 ? [] : [`      usual     ${safeText(finding.usual.join(", "))}`]),
    ...(sooner === "" ? [] : [`      sooner    ${sooner}`]),
    `      who       ${Math.round(100 * attribution.confidence)} % sure: ${attribution.evidence.map((clue) => safeText(clue)).join("; ")}`,
    `      incident  ${finding.incident}`,
    "",
  ].join("\n");
}

/** Why a finding is unusual, in numbers; one about the identity as a whole is none of a single command's rarity. */
export const unusualClause = ({ impact, rarity }: Pick<Finding, "impact" | "rarity">): string =>
  impact === null ? behaviourClause(rarity.pValue) : rarityClause(rarity, impact.floor);

/**
 * How likely it is that it was still the same person or agent, as a whole.
 *
 * @example
 * behaviourClause(0.0123) // => "as a whole, not like them: a chance of 0.0123 that it is still them"
 */
export const behaviourClause = (chance: number): string =>
  `as a whole, not like them: a chance of ${decimal(Math.max(chance, leastChance))} that it is still them`;

/** More cannot be known of a stranger's chance. */
const leastChance = 0.001;

/**
 * A p-value in words: never more than is known.
 *
 * @example
 * rarityClause({ pValue: 0.0000806, bits: 31.2, basis: "own", atLeast: 0, of: 12403, borrowed: 0 }, false) // => "p = 0.0000806: none of 12,403 scores of their own is as high"
 * rarityClause({ pValue: 0.5, bits: 3, basis: "nobody", atLeast: 0, of: 1, borrowed: 0 }, true) // => "found however usual it is; too few commands for a p-value yet"
 */
export function rarityClause({ pValue, basis, atLeast, of, borrowed }: Finding["rarity"], floor: boolean): string {
  const always = floor ? "found however usual it is; " : "";
  if (basis === "nobody") return `${floor ? always : "found for its weight; "}too few commands for a p-value yet`;
  const seen = atLeast < 0.5 ? "none" : number(atLeast);
  const whose = borrowed === 0 ? "of their own" : `(${number(of - borrowed)} of their own, the rest of their peers')`;
  return `${always}p = ${decimal(pValue)}: ${seen} of ${number(of)} scores ${whose} ${seen === "1" || seen === "none" ? "is" : "are"} as high`;
}

/** Without an exponent, which most people do not read. */
const decimal = (value: number): string =>
  value.toFixed(Math.max(2, 2 - Math.floor(Math.log10(value)))).replace(/0+$/, "");
