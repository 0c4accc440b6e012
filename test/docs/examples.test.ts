import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, read, root } from "../architecture/sources.js";
import { examplesOf, run } from "./examples.js";

const closeTo = (value: number, decimals: number): unknown => expect.closeTo(value, decimals);
const files = filesBelow("lib", ".ts")
  .map((file) => ({ file, ...examplesOf(read(file)) }))
  .filter(({ examples, withoutResult }) => examples.length + withoutResult.length > 0);

describe.each(files.map((found) => [found.file, found] as const))("%s", (file, { examples, withoutResult }) => {
  it.each(examples.map((example) => [example.line, `${example.expression} // => ${example.gives}`, example] as const))(
    "line %i: %s",
    async (_line, _shown, example) => {
      const exported = await import(join(root, file));
      const [actual, expected] = await run(example, { ...exported, closeTo });
      expect(actual, `${file}:${example.line}`).toEqual(expected);
    },
  );

  it.each(withoutResult)("line %i: the example says what it gives", (line) =>
    expect.fail(`${file}:${line}: an @example requires a line of the form "expression // => value"`),
  );
});

describe("an example", () => {
  const comment = (...lines: readonly string[]): string =>
    ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
  const half = (value: number): number => value / 2;
  const holds = async (...lines: readonly string[]): Promise<void> => {
    const { examples } = examplesOf(comment("@example", ...lines));
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      const [actual, expected] = await run(example, { half, closeTo });
      expect(actual).toEqual(expected);
    }
  };

  it("holds when the value is right", () => holds("half(4) // => 2"));
  it("fails when the value is wrong", () => expect(holds("half(4) // => 3")).rejects.toThrow());
  it("fails when it cannot run", () => expect(holds("third(4) // => 3")).rejects.toThrow("third is not defined"));
  it("is true to the decimals that are written", () => holds("half(0.66666) // => 0.333", "half(-1.5) // => -0.75"));
  it("is false beyond them", () => expect(holds("half(0.66666) // => 0.334")).rejects.toThrow());
  it("takes a whole number exactly", () => expect(holds("half(4.2) // => 2")).rejects.toThrow());
  it("compares numbers inside of values", () => holds("({ all: [half(0.66666)] }) // => { all: [0.333] }"));
  it("may prepare in lines above", () => holds("const four = 4", "half(four) // => 2", "half(four * 2) // => 4"));
  it("may take several lines", () => holds("half(", "  4,", ") // => 2"));
  it("may be written in types", () => holds("const four: number = 4;", "half(four as number); // => 2"));
  it("ends at the next tag", () =>
    expect(examplesOf(comment("@example", "half(4) // => 2", "@see nobody // => 3")).examples).toHaveLength(1));
  it("knows its line", () => expect(examplesOf(comment("@example", "", "half(4) // => 2")).examples[0]?.line).toBe(4));
  it("without a result is noticed", () =>
    expect(examplesOf(comment("@example", "half(4)")).withoutResult).toEqual([2]));
});
