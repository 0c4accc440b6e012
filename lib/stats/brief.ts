import { shortName } from "./short-name.js";

/**
 * A name that may be long, in so many characters at most: its beginning, and a short name for all of it.
 *
 * Where names are kept by the hundred and anybody may choose them. Names within the limit are as they are.
 *
 * @param most 6 at least
 * @example
 * brief("terraform", 24) // => "terraform"
 * brief("a-name-that-somebody-made-up-to-fill-a-disk", 24).length // => 24
 * brief(brief("a-name-that-somebody-made-up-to-fill-a-disk", 24), 24) === brief("a-name-that-somebody-made-up-to-fill-a-disk", 24) // => true
 */
export const brief = (name: string, most: number): string =>
  name.length <= most ? name : `${name.slice(0, most - 5)}~${shortName(name)}`;
