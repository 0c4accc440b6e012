import { describe, expect, it } from "vitest";
import { falco, falcoDefault } from "../../../lib/sample/tree/encode/falco.js";
import type { Start } from "../../../lib/sample/tree/process.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";
import { loggedIn } from "./reading.js";

const trees = [1, 2].map(growTree);

/** Fields that `append_output` adds, which no recorded alert has; `uuid` is falcosidekick's. */
const documented = [
  ...["proc.pid: number", "proc.ppid: number", "proc.acmdline[2]: string", "proc.acmdline[3]: string"],
  "proc.cwd: string",
]
  .map((field) => `output_fields/${field}`)
  .concat("uuid: string");

const nameOf = ({ binary }: Start): string => binary.slice(binary.lastIndexOf("/") + 1);
const lineOf = (start: Start): string => [nameOf(start), ...start.argv.slice(1)].join(" ");

describe.each([falco, falcoDefault])("a tree as Falco with $variant", (encoder) => {
  const isWhole = encoder === falco;
  const written = trees.flatMap((tree) =>
    tree.starts.map((start) => ({ start, tree, record: encoder.encode(start, tree)[0] as Record<string, unknown> })),
  );
  const read = (record: Record<string, unknown>) =>
    normalise(record, "auto", { contentId: () => "content", arrived: null });

  it("is not written on a Mac", () => {
    const mac = growTree(3);
    expect(mac.starts.flatMap((start) => encoder.encode(start, mac))).toEqual([]);
  });

  it("is read as what was started", () => {
    for (const { start, tree, record } of written) {
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual(["falco"]);
      const person = loggedIn(start);
      const isOwn = person.uid === start.user.uid;
      expect(read(record)).toMatchObject({
        value: {
          at: start.at,
          host: tree.host,
          account: { name: isOwn ? start.user.name : null, uid: String(person.uid) },
          cwd: isWhole ? start.cwd : null,
          binary: start.binary,
          command: { text: lineOf(start), fidelity: "joined" },
          parent:
            start.parent === null
              ? null
              : {
                  binary: nameOf(start.parent).slice(0, 15),
                  command: isWhole ? { text: expect.stringContaining(start.parent.argv.slice(1).join(" ")) } : null,
                },
          process: isWhole ? { pid: String(start.pid), parentPid: String(start.parentPid) } : null,
        },
      });
    }
  });

  it("names each start apart", () => {
    const ids = written.flatMap(({ record }) => {
      const event = read(record);
      return event.ok ? [event.value.id] : [];
    });
    expect(new Set(ids).size).toBe(written.length);
  });

  it.runIf(haveSamples)("has no field that Falco has not", () =>
    expect(
      inventedFields(
        written.map(({ record }) => record),
        "falco",
        documented,
      ),
    ).toEqual([]),
  );
});
