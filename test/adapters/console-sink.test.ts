import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import { createConsoleSink } from "../../lib/adapters/console-sink.js";
import { found } from "../contracts/finding.js";

describe("an incident for a terminal", () => {
  it("is told finding by finding, without colour where there is no terminal", async () => {
    const stream = new PassThrough();
    await createConsoleSink(stream as unknown as WriteStream)({
      id: "i1",
      findings: [found("f1"), found("f2", "2026-03-02T09:00:01Z", "git push --force")],
    });
    stream.end();
    const told = await text(stream);
    expect(told).toContain("8/10  claude-code as ada on ada-laptop");
    expect(told.indexOf("terraform destroy")).toBeLessThan(told.indexOf("git push --force"));
    expect(told).not.toContain("\u001b");
  });
});
