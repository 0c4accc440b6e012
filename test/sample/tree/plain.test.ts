import { expect, it } from "vitest";
import { plain, plainWithoutPids } from "../../../lib/sample/tree/encode/plain.js";
import { loggedIn, readingsOf } from "./reading.js";

it.each([plain, plainWithoutPids])("a tree as plain telemetry, $variant, is read as what was started", (encoder) => {
  for (const { start, tree, event } of readingsOf(encoder)) {
    const pids = { id: null, pid: String(start.pid), parentId: null, parentPid: String(start.parentPid) };
    expect(event).toMatchObject({
      at: start.at,
      host: tree.host,
      cwd: start.cwd,
      account: { name: loggedIn(start).name },
      command: { kind: "argv", argv: start.argv },
      parent: start.parent === null ? null : { command: { kind: "argv", argv: start.parent.argv } },
      process: encoder === plain ? pids : null,
    });
  }
});
