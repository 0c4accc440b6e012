import { describe, expect, it } from "vitest";
import { ecsAuditbeat } from "../../../lib/sample/tree/encode/ecs-auditbeat.js";
import { ecsDefend, ecsDefendNamed } from "../../../lib/sample/tree/encode/ecs-defend.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { loggedIn, nameAbove, readingsOf } from "./reading.js";

const files = ["ecs/elastic_defend_process.sample.json", "ecs/sekoia_ecs-auditbeat.jsonl"];

/** The recorded ones have an empty list, another kind of user, and no login: these are documented. */
const documented = [
  "process/parent/args[]: string",
  "process/entry_leader/user/id: string",
  "process/entry_leader/user/name: string",
  "user/audit/id: string",
];

describe.each([ecsDefend, ecsDefendNamed, ecsAuditbeat])("a tree as ECS, $variant", (encoder) => {
  const readings = readingsOf(encoder);
  const { parentCommandLine, environment, declared } = encoder.carries;
  const carriesIds = encoder !== ecsAuditbeat;
  const idOf = new Map(readings.map(({ start, event }) => [start, event.process?.id]));

  it("is read as what was started", () => {
    for (const { start, tree, event } of readings) {
      const { parent } = start;
      const command = parent === null ? null : { kind: "argv", argv: parent.argv };
      expect(event).toMatchObject({
        at: start.at,
        host: tree.host,
        account: { uid: String(loggedIn(start).uid) },
        cwd: start.cwd,
        binary: start.binary,
        command: { kind: "argv", argv: start.argv },
        parent: parent === null || !parentCommandLine ? null : { binary: parent.binary, command },
        process: { pid: String(start.pid), parentId: carriesIds ? nameAbove(start, idOf) : null },
      });
      if (parent !== null) expect(event.process?.parentPid).toBe(String(start.parentPid));
    }
  });

  it("tells the agent as far as the sensor can", () => {
    for (const { start, event } of readings) {
      expect(event.declaredAgent).toBe(declared ? (start.truth.agent?.replaceAll("-", "_") ?? null) : null);
      expect(event.environment.CLAUDECODE).toBe(environment ? start.environment.CLAUDECODE : undefined);
    }
  });

  it.runIf(haveSamples)("has no field that the sensor has not", () =>
    expect(
      inventedFields(
        readings.map(({ record }) => record),
        files,
        documented,
      ),
    ).toEqual([]),
  );
});
