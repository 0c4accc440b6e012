/**
 * A number as people read it.
 *
 * @example
 * number(12403) // => "12,403"
 * number(0.6) // => "1"
 */
export const number = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * So many of something.
 *
 * @example
 * plural(1, "day") // => "1 day"
 * plural(12403, "command") // => "12,403 commands"
 */
export const plural = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
