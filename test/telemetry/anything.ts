import fc from "fast-check";
import { expect } from "vitest";
import type { FormatName } from "../../lib/domain/event.js";
import { normalise, normaliseReasons } from "../../lib/telemetry/normalise.js";
import { forAll } from "../for-all.js";

const reasons: ReadonlySet<string> = new Set(normaliseReasons);

/**
 * Whatever stands in the fields that a format reads, the record is an event or a known reason.
 *
 * @param fields the names of the fields, at whatever depth
 * @param values what a real record has in them, so that the fuzz gets past the first check
 */
export const readsAnything = (
  format: FormatName,
  fields: readonly string[],
  values: readonly (string | number)[],
): void => {
  const name = fc.constantFrom(...fields, "__proto__", "constructor");
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(...values, "2026-03-01T09:30:00Z", "/home/ada/shop", null, -1),
      fc.jsonValue(),
      fc.dictionary(name, tie("any")),
      fc.array(tie("any"), { maxLength: 3 }),
    ),
  })).any;
  forAll([fc.dictionary(name, value), fc.constantFrom(null, Date.UTC(2026, 2, 1))], (record, arrived) => {
    for (const only of [format, "auto"] as const) {
      const event = normalise(record, only, { contentId: () => "content", arrived });
      if (event.ok) expect(event.value.at).toBeGreaterThan(0);
      else expect(reasons).toContain(event.reason);
    }
  });
};
