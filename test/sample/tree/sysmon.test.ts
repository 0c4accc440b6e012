import { describe, expect, it } from "vitest";
import { realUser } from "../../../lib/sample/tree/encode/above.js";
import { sysmonLinux } from "../../../lib/sample/tree/encode/sysmon.js";
import type { Start } from "../../../lib/sample/tree/process.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { nameAbove, readingsOf } from "./reading.js";

/** Of a starter that never was a program of its own it tells the pid only. */
const isKnown = ({ parent, fork }: Start): boolean => parent !== null && fork === null;

describe("a tree as Sysmon for Linux", () => {
  const readings = readingsOf(sysmonLinux);
  const idOf = new Map(readings.map(({ start, event }) => [start, event.process?.id]));

  it("is read as what was started", () => {
    for (const { start, tree, event } of readings) {
      expect(event).toMatchObject({
        at: start.at,
        host: tree.host,
        cwd: start.cwd,
        binary: start.binary,
        command: { kind: "line", text: start.argv.join(" "), fidelity: "joined" },
        parent: isKnown(start) ? { binary: start.parent?.binary, command: null } : null,
        process: {
          pid: String(start.pid),
          parentId: isKnown(start) ? nameAbove(start, idOf) : null,
          parentPid: String(start.parentPid),
        },
      });
    }
  });

  it("belongs to its person, down to what a sudo started", () => {
    for (const { start, event } of readings) {
      const own = realUser(start);
      const starter = isKnown(start) && start.parent !== null ? realUser(start.parent) : own;
      expect(event.account.name).toBe((own.uid === 0 ? starter : own).name);
    }
  });

  it.runIf(haveSamples)("has no field that the sensor has not", () =>
    expect(
      inventedFields(
        readings.map(({ record }) => record),
        ["sysmon/otrf_sysmon_linux_syslog.jsonl"],
        [],
      ),
    ).toEqual([]),
  );
});
