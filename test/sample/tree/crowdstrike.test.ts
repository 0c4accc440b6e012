import { describe, expect, it } from "vitest";
import { crowdstrike } from "../../../lib/sample/tree/encode/crowdstrike.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";

const trees = [1, 2, 3].map(growTree);

describe.each(trees)("a tree of $host as CrowdStrike", (tree) => {
  const records = tree.starts.map((start) => crowdstrike.encode(start, tree)[0] as Record<string, unknown>);
  const events = records.map((record) => normalise(record, "auto", { contentId: () => "content", arrived: null }));

  it("is read as what was started", () => {
    for (const [index, start] of tree.starts.entries()) {
      const record = records[index] as Record<string, unknown>;
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["crowdstrike"]);
      expect(events[index]).toMatchObject({
        value: {
          at: start.at,
          account: { name: null, uid: String(start.user.uid) },
          cwd: null,
          binary: start.binary,
          command: { kind: "line", text: start.argv.join(" "), fidelity: "joined" },
          parent: { binary: start.parent?.binary.split("/").at(-1) ?? "launchd", command: null },
          process: { pid: String(start.pid), parentPid: null },
        },
      });
    }
  });

  it("names each start apart, and its parent by the same name", () => {
    const processes = events.map((event) => (event.ok ? event.value.process : null));
    const ids = new Map(processes.map((process, index) => [process?.id, tree.starts[index]]));
    expect(ids.size).toBe(tree.starts.length);
    for (const [index, start] of tree.starts.entries())
      if (start.parent === null || tree.starts.includes(start.parent))
        expect(ids.get(processes[index]?.parentId) ?? null).toBe(start.parent);
  });

  it.runIf(haveSamples)("has no field that CrowdStrike has not", () =>
    expect(inventedFields(records, "crowdstrike-fdr")).toEqual([]),
  );
});
