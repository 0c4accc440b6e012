import { describe, expect, it } from "vitest";
import { builtInPage, catalogueFile } from "../../lib/cli/catalogue-page.js";
import { flagClasses } from "../../lib/command/flag-classes.js";
import { checkConfig } from "../../lib/config.js";
import { targetClasses } from "../../lib/domain/reading.js";
import { ownExample } from "../../lib/render/catalogue-page.js";
import { read } from "../architecture/sources.js";

describe("the page of the catalogue", () => {
  it("is what `npm run catalogue` writes", () => expect(read(catalogueFile)).toBe(builtInPage()));

  it("shows a catalogue of one's own that can be loaded", () =>
    expect(checkConfig(ownExample)).toMatchObject({ ok: true }));
});

describe("the page of signatures", () => {
  const page = read("docs/signatures.md");

  it.each([...flagClasses, ...targetClasses])("names %s", (word) => expect(page).toContain(`\`${word}\``));
});
