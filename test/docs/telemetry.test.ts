import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, read, root } from "../architecture/sources.js";

const page = read("docs/telemetry.md");
const names = Array.from(
  /type FormatName =([^;]*);/.exec(read("lib/domain/event.ts"))?.[1]?.matchAll(/"([^"]+)"/g) ?? [],
);
const rows = Array.from(page.matchAll(/^\| `([\w-]+)` \|(.*)\|$/gm));

/** Where the links of a page lead, from the repository's root; a place in a page and another site are not looked at. */
const linksIn = (file: string): readonly string[] =>
  Array.from(read(file).matchAll(/\]\(([^)#]+)\)/g), ([, target = ""]) => target)
    .filter((target) => !target.startsWith("https://"))
    .map((target) => join(dirname(file), target));

describe("docs/telemetry.md", () => {
  it("has one row for each format, in their order", () => {
    expect(names.length).toBeGreaterThan(0);
    expect(rows.map(([, name]) => name)).toEqual(names.map(([, name]) => name));
  });

  it("says something in every column of every row", () => {
    const columns = 10;
    for (const [, name, cells = ""] of rows)
      expect(
        cells.split("|").filter((cell) => cell.trim() !== ""),
        name,
      ).toHaveLength(columns - 1);
  });

  it("leads to every example", () =>
    expect(
      linksIn("docs/telemetry.md")
        .filter((link) => link.startsWith("docs/examples/"))
        .toSorted(),
    ).toEqual(expect.arrayContaining([...filesBelow("docs/examples", "")].filter((file) => /\.\w+$/.test(file)))));
});

describe.each(["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md")])("%s", (file) => {
  it("has no link that leads nowhere", () =>
    expect(linksIn(file).filter((link) => !existsSync(join(root, link)))).toEqual([]));
});

describe.each(filesBelow("docs/examples", "").filter((file) => /\.(?:ya?ml|toml|sh|rules|flags|conf)$/.test(file)))(
  "%s",
  (file) => {
    it("says first what it does", () => expect(read(file).replace(/^#!.*\n/, "")).toMatch(/^(?:#|\/\/) \S.{20}/));
  },
);
