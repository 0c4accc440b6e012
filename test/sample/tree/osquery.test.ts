import { describe, expect, it } from "vitest";
import { osquery, osqueryJoined } from "../../../lib/sample/tree/encode/osquery.js";
import { osqueryEs } from "../../../lib/sample/tree/encode/osquery-es.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { loggedIn } from "./reading.js";

const trees = [1, 2, 3].map(growTree);

/** Columns of the tables, and what is joined to them, that the few recorded rows have not. */
const documented = [
  ...["auid", "env", "euid", "time", "username", "parent_cmdline", "parent_path"],
  ...["event_type", "original_parent", "parent_pidversion", "pidversion"],
]
  .map((column) => `columns/${column}: string`)
  .concat("log_type: string");

describe.each([osquery, osqueryJoined, osqueryEs])("a tree as $variant", (encoder) => {
  const hers = trees.filter(({ system }) => (system === "macos") === (encoder === osqueryEs));
  const written = hers.flatMap((tree) =>
    tree.starts.map((start) => ({ start, tree, record: encoder.encode(start, tree)[0] as Record<string, unknown> })),
  );

  it("is only written on its system", () => {
    expect(written.length).toBeGreaterThan(30);
    for (const tree of trees.filter((other) => !hers.includes(other)))
      expect(tree.starts.flatMap((start) => encoder.encode(start, tree))).toEqual([]);
  });

  it("is read as what was started", () => {
    for (const { start, tree, record } of written) {
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["osquery"]);
      const person = encoder === osqueryEs ? start.user : loggedIn(start);
      // Only a joined name is root's own, and that of nobody who root became; elsewhere the decoration lends hers.
      const joined = start.login?.uid === 0 && person.uid !== 0 ? tree.person : person.name;
      const name = encoder === osquery && person.uid < 500 ? null : joined;
      expect(normalise(record, "auto", { contentId: () => "content", arrived: null })).toMatchObject({
        value: {
          at: start.at - (start.at % 1_000),
          host: tree.host,
          account: { name, uid: String(person.uid) },
          cwd: start.cwd,
          binary: start.binary,
          command: { text: start.argv.join(" "), fidelity: "joined" },
          parent:
            encoder === osqueryJoined && start.parent !== null
              ? { binary: start.parent.binary, command: { text: start.parent.argv.join(" ") } }
              : null,
          process: { pid: String(start.pid), parentPid: String(start.parentPid) },
          environment: encoder === osqueryEs ? start.environment : {},
        },
      });
    }
  });

  it("names each image of a process apart, and its starter", () => {
    const found = written.flatMap(({ record }) => {
      const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
      return event.ok && event.value.process?.id ? [event.value.process] : [];
    });
    expect(found).toHaveLength(encoder === osqueryEs ? written.length : 0);
    const ids = new Set(found.map(({ id }) => id));
    expect(ids.size).toBe(found.length);
    const strangers = written.filter(
      ({ start, tree }) => start.fork !== null || !tree.starts.some((one) => one === start.parent),
    );
    if (encoder === osqueryEs)
      expect(found.filter(({ parentId }) => !ids.has(parentId))).toHaveLength(strangers.length);
  });

  it.runIf(haveSamples)("has no field that osquery has not", () =>
    expect(
      inventedFields(
        written.map(({ record }) => record),
        "osquery",
        documented,
      ),
    ).toEqual([]),
  );
});
