import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../lib/cli/bench.ts", import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", script, ...args], { encoding: "utf8" });

/** A figure that somebody measured: its size is the machine's business. */
const measured = expect.toSatisfy((figure) => typeof figure === "number" && figure > 0);
const functions = { interpret: measured, assess: measured, rollup: measured, notify: measured };

describe("bench", () => {
  it("prints every figure that the interface promises, and how it was made", () => {
    const { status, stdout, stderr } = run("--quick");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      bytesPerEvent: measured,
      parseFloor: { eventsPerSecond: measured },
      interpret: { eventsPerSecond: measured, ratioToFloor: measured },
      understand: { microsecondsPerCommand: measured, ratioToFloor: measured },
      pipeline: { eventsPerSecond: measured, ratioToFloor: measured, peakRssMiB: measured },
      decision: { p50us: measured, p99us: measured },
      dynamodb: { writeUnitsPerMillionEvents: measured, readUnitsPerMillionEvents: measured },
      cost: { carryPerMillion: measured, scorePerMillion: measured },
      bundleKiB: functions,
      coldStartMs: functions,
      settings: expect.objectContaining({
        quick: true,
        prices: expect.objectContaining({ region: "us-east-1", asOf: expect.any(String) }),
        method: expect.objectContaining({ dynamodb: expect.any(String), cost: expect.any(String) }),
      }),
    });
  }, 600_000);

  it("refuses what it does not know", () => {
    const { status, stderr } = run("--fast");
    expect(stderr).toBe("bench: unknown option '--fast'; try npm run bench -- --help\n");
    expect(status).toBe(2);
  });
});
