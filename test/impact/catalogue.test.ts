import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import { entries, retired } from "../../lib/impact/catalogue/index.js";
import { checkEntries } from "../../lib/impact/check.js";
import { classify } from "../../lib/impact/classify.js";

const idsFoundIn = (text: string): readonly string[] =>
  understand({ kind: "script", text }).commands.flatMap((command) => classify(command).map((impact) => impact.id));

describe("the catalogue", () => {
  it("has no mistakes", () => expect(checkEntries(entries, retired)).toEqual([]));

  it("is large enough to be worth having", () => expect(entries.length).toBeGreaterThanOrEqual(110));
});

describe.each(entries.map((entry) => [entry.id, entry] as const))("%s", (id, entry) => {
  it.each(entry.matches)("is found in: %s", (line) => expect(idsFoundIn(line)).toContain(id));

  it.each(entry.ignores)("is not found in: %s", (line) => expect(idsFoundIn(line)).not.toContain(id));
});
