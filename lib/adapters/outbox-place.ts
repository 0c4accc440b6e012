import type { Finding } from "../domain/finding.js";

/**
 * Where a finding stands in the outbox: by event time, to the millisecond, then by id.
 *
 * The time as written does not sort: `09:30:00Z` comes after `09:30:00.5Z` as a text.
 *
 * @example
 * outboxPlace({ time: "2026-03-01T09:30:00.5Z", id: "f1" }) // => "2026-03-01T09:30:00.500Z#f1"
 * outboxPlace({ time: "2026-03-01T09:30:00Z", id: "f2" }) // => "2026-03-01T09:30:00.000Z#f2"
 */
export const outboxPlace = ({ time, id }: Pick<Finding, "time" | "id">): string =>
  `${new Date(Date.parse(time)).toISOString()}#${id}`;
