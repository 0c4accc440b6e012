import { describe, expect, it } from "vitest";
import { defender } from "../../../lib/sample/tree/encode/defender.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { readingsOf } from "./reading.js";

describe("a tree as Defender", () => {
  const readings = readingsOf(defender);

  it("is read as what was started", () => {
    for (const { start, tree, event } of readings) {
      const image = start.before ?? start.parent;
      expect(event).toMatchObject({
        at: start.at,
        host: tree.host,
        cwd: tree.system === "linux" ? start.cwd : null,
        binary: start.binary,
        account: { name: start.user.uid === 0 ? (image ?? start).user.name : start.user.name },
        command: { text: start.argv.join(" "), fidelity: "joined" },
        parent: image === null ? null : { command: { text: image.argv.join(" ") } },
        process: { id: null, pid: String(start.pid), parentId: null, parentPid: String(start.parentPid) },
      });
    }
  });

  it.runIf(haveSamples)("has no field that the table has not", () =>
    expect(
      inventedFields(
        readings.map(({ record }) => record),
        "mde",
      ),
    ).toEqual([]),
  );
});
