import { describe, expect, it } from "vitest";
import { tetragon, tetragonWhole } from "../../../lib/sample/tree/encode/tetragon.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { loggedIn, readingsOf } from "./reading.js";

/** What is only there where it is switched on. */
const named = ["process/user/name", "parent/user/name", "ancestors[]/user/name"];
const ofAncestors = ["exec_id", "cwd", "binary", "arguments", "flags", "start_time", "parent_exec_id"];
const switchedOn = [
  ...named.map((field) => `process_exec/${field}: string`),
  ...["key", "value"].map((field) => `process_exec/process/environment_variables[]/${field}: string`),
  ...ofAncestors.map((field) => `process_exec/ancestors[]/${field}: string`),
  ...["pid", "uid", "auid"].map((field) => `process_exec/ancestors[]/${field}: number`),
];

describe.each([tetragon, tetragonWhole])("a tree as Tetragon, $variant", (encoder) => {
  const readings = readingsOf(encoder);
  const isWhole = encoder === tetragonWhole;

  it("is read as what was started", () => {
    for (const { start, tree, event } of readings) {
      const image = start.before ?? start.parent;
      const person = loggedIn(start);
      expect(event).toMatchObject({
        at: start.at,
        host: tree.host,
        cwd: start.cwd,
        binary: start.binary,
        account: { name: isWhole && person.uid === start.user.uid ? person.name : null, uid: String(person.uid) },
        parent: image === null ? null : { binary: image.binary },
        process: { pid: String(start.pid) },
        environment: isWhole ? start.environment : {},
      });
      if (start.before !== null) expect(event.process?.parentPid).toBe(String(start.pid));
      else if (start.parent !== null) expect(event.process?.parentPid).toBe(String(start.parentPid));
    }
  });

  it("names those above the parent where it is asked to", () => {
    for (const { start, event } of readings) if (start.parent?.parent) expect(event.ancestors.length > 0).toBe(isWhole);
  });

  it.runIf(haveSamples)("has no field that the sensor has not", () =>
    expect(
      inventedFields(
        readings.map(({ record }) => record),
        "tetragon",
        isWhole ? switchedOn : [],
      ),
    ).toEqual([]),
  );
});
