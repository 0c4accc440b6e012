import { describe, expect, it } from "vitest";
import { keepFresh } from "../../lib/adapters/keep-fresh.js";

/** A source that gives out these things, one for each time it is asked. */
function aSourceOf(...things: readonly (string | Error)[]) {
  let asked = 0;
  const fetch = async (): Promise<string> => {
    const thing = things[asked++] ?? "nothing";
    if (thing instanceof Error) throw thing;
    return thing;
  };
  return { fetch, asked: () => asked };
}

describe("a value that is kept fresh", () => {
  it("is not fetched before anybody asks", () => {
    const { fetch, asked } = aSourceOf("old");
    keepFresh(fetch, 10, () => 0);
    expect(asked()).toBe(0);
  });

  it("is fetched once until its time is over", async () => {
    let now = 0;
    const value = keepFresh(aSourceOf("old", "new").fetch, 10, () => now);
    expect(await value()).toBe("old");
    now = 9;
    expect(await value()).toBe("old");
    now = 10;
    expect(await value()).toBe("new");
  });

  it("is fetched again after a failure", async () => {
    const value = keepFresh(aSourceOf(new Error("not yet"), "there").fetch, 10, () => 0);
    await expect(value()).rejects.toThrow("not yet");
    expect(await value()).toBe("there");
  });

  it("is not kept beyond its time because it cannot be had", async () => {
    let now = 0;
    const value = keepFresh(aSourceOf("old", new Error("gone")).fetch, 10, () => now);
    await value();
    now = 10;
    await expect(value()).rejects.toThrow("gone");
  });
});
