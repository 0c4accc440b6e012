import type { Bits, Probability } from "../domain/units.js";

/**
 * The surprise of something that had this chance.
 *
 * @see Shannon 1948, section 6
 * @example
 * surprise(0.5) // => 1
 * surprise(1 / 1024) // => 10
 */
export const surprise = (chance: Probability): Bits => -Math.log2(chance);

/**
 * Bits to the hundredth. Rounded before anything is decided, so that no processor's last digit decides.
 *
 * @example
 * roundBits(9.996578) // => 10
 */
export const roundBits = (bits: Bits): Bits => Math.round(bits * 100) / 100;

/**
 * A chance to three figures, for the same reason.
 *
 * @example
 * roundChance(0.00012345) // => 0.000123
 */
export const roundChance = (chance: Probability): Probability => Number(chance.toPrecision(3));
