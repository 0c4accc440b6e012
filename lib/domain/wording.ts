/**
 * A number as people read it.
 *
 * @example
 * number(12403) // => "12,403"
 * number(0.6) // => "1"
 */
export const number = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * A number that may be small, in two figures where it is.
 *
 * @example
 * amount(12403) // => "12,403"
 * amount(2.3) // => "2.3"
 * amount(0.00034) // => "0.00034"
 */
export const amount = (value: number): string =>
  value >= 10 || value === 0
    ? number(value)
    : value.toFixed(Math.max(1, 1 - Math.floor(Math.log10(value)))).replace(/\.?0+$/, "");

/**
 * So many of something.
 *
 * @example
 * plural(1, "day") // => "1 day"
 * plural(12403, "command") // => "12,403 commands"
 */
export const plural = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
