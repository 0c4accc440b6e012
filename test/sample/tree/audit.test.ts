import { describe, expect, it } from "vitest";
import { auditdRaw, auditdRawEnriched } from "../../../lib/sample/tree/encode/auditd.js";
import { laurel } from "../../../lib/sample/tree/encode/laurel.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { coalesce } from "../../../lib/telemetry/auditd/coalesce.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { isObject, type JsonObject } from "../../../lib/telemetry/json.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { fieldsOfLaurel, fieldsOfLines, recordedLaurel, recordedLines } from "./audit-fields.js";
import { loggedIn } from "./reading.js";

const trees = [1, 2].map(growTree);

/** What decoding makes of a line; lines of one event are joined. */
const joined = (records: readonly (object | string)[]): readonly JsonObject[] =>
  [
    ...coalesce(
      records.map((record) => ({ ok: true, value: typeof record === "string" ? { auditd: record } : { ...record } })),
    ),
  ].flatMap((record) => (record.ok ? [record.value] : []));

describe.each([auditdRaw, auditdRawEnriched, laurel])("a tree as $format, $variant", (encoder) => {
  const written = trees.flatMap((tree) =>
    tree.starts.map((start) => ({ start, records: encoder.encode(start, tree) })),
  );
  const read = joined(written.flatMap(({ records }) => records));

  it("is one record for each start", () => expect(read).toHaveLength(written.length));

  it("is not written on a Mac", () => {
    const mac = growTree(3);
    expect(mac.starts.flatMap((start) => encoder.encode(start, mac))).toEqual([]);
  });

  it.each(trees)("is read as what was started on $host", (tree) => {
    const records = joined(tree.starts.flatMap((start) => encoder.encode(start, tree)));
    for (const [index, start] of tree.starts.entries()) {
      const record = records[index] as JsonObject;
      expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual([encoder.format]);
      const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
      expect(event).toMatchObject({
        value: {
          at: start.at,
          host: tree.host,
          account: {
            name: encoder === auditdRaw ? null : loggedIn(start).name,
            uid: String(loggedIn(start).uid),
          },
          cwd: start.cwd,
          binary: start.binary,
          command: { kind: "argv", argv: start.argv },
          parent: encoder === laurel && start.parent !== null ? { binary: start.parent.binary } : null,
          process: { pid: String(start.pid), parentPid: String(start.parentPid) },
          environment: encoder.carries.environment ? start.environment : {},
        },
      });
    }
  });

  it("names each start of a host apart, and its parent by the same name", () => {
    for (const tree of trees) {
      const events = joined(tree.starts.flatMap((start) => encoder.encode(start, tree))).map((record) => {
        const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
        return event.ok ? event.value : null;
      });
      const ids = new Set(events.map((event) => event?.id));
      expect(ids.size).toBe(tree.starts.length);
      const unseen = new Set(tree.starts.flatMap(({ parent }) => (parent === null ? [] : [parent])));
      for (const start of tree.starts) unseen.delete(start);
      const strangers = new Set(events.flatMap((event) => event?.process?.parentId ?? []).filter((id) => !ids.has(id)));
      expect(strangers.size).toBe(encoder === laurel ? unseen.size : 0);
    }
  });
});

describe.runIf(haveSamples)("beside audit records of real hosts", () => {
  const written = (encoder: typeof laurel) =>
    trees.flatMap((tree) => tree.starts.flatMap((start) => encoder.encode(start, tree)));

  it("auditd's lines have no field that those have not", () => {
    const known = new Set(haveSamples ? fieldsOfLines(recordedLines()) : []);
    const lines = [auditdRaw, auditdRawEnriched].flatMap(written).filter((line) => typeof line === "string");
    expect(fieldsOfLines(lines).filter((field) => !known.has(field))).toEqual([]);
  });

  it("Laurel's records have no field that those have not", () => {
    // What these were recorded without: a starter that Laurel knows, and `execve-env`.
    const documented = ["EVENT_ID", "comm", "exe"].map((name) => `/SYSCALL/PPID/${name}: string`);
    const known = new Set([...documented, "/SYSCALL/PPID/ppid: number", ...fieldsOfLaurel(recordedLaurel())]);
    const own = fieldsOfLaurel(written(laurel).filter(isObject)).filter((field) => !field.startsWith("/EXECVE/ENV/"));
    expect(own.filter((field) => !known.has(field))).toEqual([]);
  });
});
