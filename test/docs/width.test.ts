import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../architecture/sources.js";

/** About 120, as the formatter has it for code; a long word may stand out a little. */
const widest = 125;

/** Lines of prose that are longer; what programs print, tables and generated pages are as they are. */
function longLines(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  return prose.split("\n").filter((line) => line.length > widest && !line.startsWith("|"));
}

describe("prose that people read in a terminal is wrapped:", () => {
  const pages = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md")].filter(
    (page) => !/catalogue/.test(page),
  );

  it.each(pages)("%s", (page) => expect(longLines(read(page))).toEqual([]));

  it("but not what programs print, and tables", () => {
    const long = "word ".repeat(30).trim();
    expect(longLines(`${long}\n\n\`\`\`\n${long}\n\`\`\`\n\n| ${long} |\n`)).toEqual([long]);
  });
});
