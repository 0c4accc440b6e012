import { describe, expect, it } from "vitest";
import { importCircle, importsOf, wrongImports } from "./imports.js";
import { filesBelow, read } from "./sources.js";

const files = new Map(
  ["lib", "lambdas", "cdk"]
    .flatMap((folder) => filesBelow(folder, ".ts"))
    .map((file) => [file, importsOf(read(file))] as const),
);

describe("the code", () => {
  it("points every import inward", () =>
    expect([...files].flatMap(([file, imports]) => wrongImports(file, imports))).toEqual([]));

  it("has no circle of imports", () => expect(importCircle(files)).toBeUndefined());

  it("is really read", () => {
    expect(files.size).toBeGreaterThan(5);
    expect(files.get("lib/domain/event.ts")).toContainEqual({ specifier: "./units.js", typeOnly: true });
  });
});

describe("a wrong import", () => {
  const wrong = (file: string, source: string) => wrongImports(file, importsOf(source));

  it.each([
    ["outward", "lib/stats/mean.ts", 'import { decide } from "../assess/decide.js";'],
    ["outward, of a type", "lib/domain/event.ts", 'import type { Row } from "../stats/row.js";'],
    ["re-exported", "lib/impact/index.ts", 'export * from "../flows/assess.js";'],
    ["dynamic", "lib/flows/replay.ts", 'const late = await import("../adapters/files.js");'],
    ["written as a type", "lib/stats/mean.ts", 'type Row = import("../render/row.js").Row;'],
    ["of a value where only types may pass", "lib/telemetry/read.ts", 'import { clock } from "../ports/clock.js";'],
    ["of a package into the domain", "lib/domain/event.ts", 'import * as v from "valibot";'],
    ["from cdk into anything but the configuration", "cdk/stack.ts", 'import { day } from "../lib/domain/units.js";'],
    ["of tests", "lib/flows/replay.ts", 'import { ada } from "../../test/people.js";'],
  ])("%s is caught", (_how, file, source) => expect(wrong(file, source)).toHaveLength(1));

  it("is told with the file, the import and what would be allowed", () =>
    expect(wrong("lib/stats/mean.ts", 'import { decide } from "../assess/decide.js";')).toEqual([
      "lib/stats/mean.ts imports ../assess/decide.js, but stats may import stats, domain",
    ]));

  it("is also a file in no part", () =>
    expect(wrong("lib/utils/text.ts", "export {};")).toEqual([
      "lib/utils/text.ts: utils has no row in the table of directions",
    ]));
});

describe("a right import", () => {
  it.each([
    ["inward", "lib/assess/decide.ts", 'import { mean } from "../stats/mean.js";'],
    ["of the same part", "lib/impact/catalogue/git.ts", 'import type { Entry } from "../entry.js";'],
    ["of a type where only types may pass", "lib/telemetry/read.ts", 'import type { Clock } from "../ports/clock.js";'],
    ["of the configuration by cdk", "cdk/stack.ts", 'import { names } from "../lib/config.js";'],
  ])("%s passes", (_how, file, source) => expect(wrongImports(file, importsOf(source))).toEqual([]));
});

describe("a circle of imports", () => {
  it("is told as the way round", () =>
    expect(
      importCircle(
        new Map([
          ["lib/stats/a.ts", importsOf('import "./b.js";')],
          ["lib/stats/b.ts", importsOf('import type { C } from "./c.js";')],
          ["lib/stats/c.ts", importsOf('export * from "./b.js";')],
        ]),
      ),
    ).toBe("lib/stats/b.ts -> lib/stats/c.ts -> lib/stats/b.ts"));
});
