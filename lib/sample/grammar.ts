import { popular } from "./choose.js";
import type { Random } from "./random.js";

/** What each slot may become, the most usual first; a replacement may have slots of its own. */
export type Rules = Readonly<Record<string, readonly string[]>>;

/** A template cut at its slots: text, slot, text, slot, ..., text. */
type Pieces = readonly string[];

/** Fills the slots of a template: `git add {file}` becomes `git add src/cart.ts`. */
export type Grammar = (template: string, random: Random) => string;

/**
 * A grammar of shell lines: `{name}` stands for one replacement of the rule `name`.
 *
 * Braces that name no rule stay as they are, because `{{.Names}}` and `{print}` are ordinary shell text. Templates are
 * cut once and kept, since the same few hundred are filled tens of thousands of times. Rules must not refer to
 * themselves.
 *
 * @example
 * grammar({ file: ["a.ts"] })("wc -l {file}", () => 0) // => "wc -l a.ts"
 * grammar({})("docker ps --format '{{.Names}}'", () => 0) // => "docker ps --format '{{.Names}}'"
 */
export function grammar(rules: Rules): Grammar {
  const cut = new Map<string, Pieces>();
  const piecesOf = (template: string): Pieces => {
    const known = cut.get(template);
    if (known !== undefined) return known;
    const pieces = template.split(/\{([a-z]+)\}/);
    cut.set(template, pieces);
    return pieces;
  };
  const fill: Grammar = (template, random) => {
    const pieces = piecesOf(template);
    let text = pieces[0] as string;
    for (let place = 1; place < pieces.length; place += 2) {
      const slot = pieces[place] as string;
      text += Object.hasOwn(rules, slot)
        ? fill(popular(random, rules[slot] as readonly string[]), random)
        : `{${slot}}`;
      text += pieces[place + 1] as string;
    }
    return text;
  };
  return fill;
}
