import { describe, expect, it } from "vitest";
import { ocsf, ocsfNamed } from "../../../lib/sample/tree/encode/ocsf.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { readingsOf } from "./reading.js";

describe.each([ocsf, ocsfNamed])("a tree as OCSF, $variant", (encoder) => {
  const readings = readingsOf(encoder);
  const idOf = new Map(readings.map(({ start, event }) => [start, event.process?.id]));

  it("is read as what was started", () => {
    for (const { start, tree, event } of readings) {
      const { parent } = start;
      const line = (argv: readonly string[]) => ({ kind: "line", text: argv.join(" "), fidelity: "joined" });
      expect(event).toMatchObject({
        at: start.at,
        host: tree.host,
        cwd: start.cwd,
        binary: start.binary,
        command: line(start.argv),
        parent: parent === null ? null : { command: line(parent.argv) },
        process: {
          pid: String(start.pid),
          parentId: parent === null ? null : (idOf.get(parent) ?? expect.any(String)),
          parentPid: parent === null ? null : String(parent.pid),
        },
      });
    }
  });

  it("names everybody above the parent", () => {
    for (const { start, event } of readings) {
      const above = [];
      for (let one = start.parent?.parent ?? null; one !== null; one = one.parent) above.push(one);
      expect(event.ancestors.length).toBe(above.length);
    }
  });

  it("belongs to who asked for it", () => {
    for (const { start, event } of readings) {
      const { parent, user } = start;
      const asker = parent === null || parent.user.uid === 0 ? user : parent.user;
      expect(event.account.name).toBe(asker.name);
    }
  });

  it("names the agent with its session as far as the profile is there", () => {
    const { declared } = encoder.carries;
    for (const { start, event } of readings) {
      expect(event.declaredAgent).toBe(declared ? (start.truth.agent?.replaceAll("-", "_") ?? null) : null);
      if (start.truth.agent !== null && start.call !== null)
        expect(event.session).toBe(declared ? (start.call?.session ?? null) : null);
    }
  });

  it.runIf(haveSamples)("has no field that the schema's example has not", () =>
    expect(
      inventedFields(
        readings.map(({ record }) => record),
        ["ocsf/process_activity.synthetic.jsonl"],
        [],
      ),
    ).toEqual([]),
  );
});
