import { describe, expect, it } from "vitest";
import { realUser } from "../../../lib/sample/tree/encode/above.js";
import { sentinelone } from "../../../lib/sample/tree/encode/sentinelone.js";
import type { Start, Tree } from "../../../lib/sample/tree/process.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";

const trees = [1, 2, 3].map(growTree);

/** Hers, or root's further below a sudo: nothing in the record tells whose that is. */
const nameOf = (start: Start): string => {
  const own = realUser(start);
  const starter = start.parent === null ? own : realUser(start.parent);
  return own.uid === 0 ? starter.name : own.name;
};

const parentOf = (start: Start | null | undefined): object | null =>
  start ? { binary: start.binary, command: { text: start.argv.join(" ") } } : null;

describe.each(trees)("a tree of $host as SentinelOne", (tree: Tree) => {
  const records = tree.starts.map((start) => sentinelone.encode(start, tree)[0] as Record<string, unknown>);
  const events = records.map((record) => normalise(record, "auto", { contentId: () => "content", arrived: null }));

  it("is read as what was started", () => {
    for (const [index, start] of tree.starts.entries()) {
      const record = records[index] as Record<string, unknown>;
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["sentinelone"]);
      const above = parentOf(start.parent?.parent);
      expect(events[index]).toMatchObject({
        value: {
          at: start.at,
          host: tree.host,
          account: { name: nameOf(start) },
          cwd: null,
          binary: start.binary,
          command: { kind: "line", text: start.argv.join(" "), fidelity: "joined" },
          parent: parentOf(start.parent),
          ancestors: above === null ? [] : [above],
          process: { pid: String(start.pid), parentPid: start.parent === null ? null : String(start.parent.pid) },
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
        expect(ids.get(processes[index]?.parentId ?? undefined) ?? null).toBe(start.parent);
  });

  it.runIf(haveSamples)("has no field that SentinelOne has not", () =>
    expect(inventedFields(records, "sentinelone")).toEqual([]),
  );
});
