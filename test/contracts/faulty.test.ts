import { describe, expect, it } from "vitest";
import { createMemoryFindings } from "../../lib/adapters/memory/findings.js";
import { createMemoryJournal } from "../../lib/adapters/memory/journal.js";
import { Broken, faulty } from "./faulty.js";
import { found } from "./finding.js";

describe("a faulty world", () => {
  it("loses a request before its effect", async () => {
    const findings = createMemoryFindings();
    await expect(
      faulty({ call: 1, when: "before" })
        .wrap(findings)
        .put([found("f1")]),
    ).rejects.toThrow(Broken);
    expect(await findings.unsent(1)).toEqual([]);
  });

  it("loses a reply after the effect", async () => {
    const findings = createMemoryFindings();
    await expect(
      faulty({ call: 1, when: "after" })
        .wrap(findings)
        .put([found("f1")]),
    ).rejects.toThrow(Broken);
    expect(await findings.unsent(1)).toEqual([found("f1")]);
  });

  it("fails at the calls that are named and at no other, over all ports together", async () => {
    const { wrap, calls } = faulty({ call: 2, when: "before" }, { call: 4, when: "after" });
    const journal = wrap(createMemoryJournal<string, string>());
    const send = wrap(async (word: string) => word);
    expect(await journal.append("ada", 0, "git")).toBe("saved");
    await expect(send("hello")).rejects.toThrow("call 2 broke before its effect");
    expect(await send("hello")).toBe("hello");
    await expect(journal.append("ada", 1, "npm")).rejects.toThrow("call 4 broke after its effect");
    expect(await journal.append("ada", 1, "npm")).toBe("conflict");
    expect(calls()).toBe(5);
  });
});
