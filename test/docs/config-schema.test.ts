import { describe, expect, it } from "vitest";
import { configSchema, configSchemaFile } from "../../lib/cli/config-schema.js";
import { read } from "../architecture/sources.js";

describe("the published schema of the configuration", () => {
  it("is that of the program; `npm run schema` writes it anew", () =>
    expect(read(configSchemaFile)).toBe(configSchema()));

  it("has patterns that editors can read, which take them as Unicode", () => {
    const patterns = Array.from(configSchema().matchAll(/"pattern": (".*")/g), ([, text = ""]) => JSON.parse(text));
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
  });
});
