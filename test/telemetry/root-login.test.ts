import { expect, it } from "vitest";
import { normalise } from "../../lib/telemetry/normalise.js";

const time = "2026-03-02T09:30:00Z";
const exec = { pid: 4_001, cwd: "/home/ada", binary: "/usr/bin/id", start_time: time, exec_id: "one" };
const fields = { "evt.type": "execve", "proc.cmdline": "id", "user.name": "ada", "user.uid": 1001, "user.loginuid": 0 };
const columns = { cmdline: "id", path: "/usr/bin/id", pid: "4001", time: "1772443800", auid: "0", uid: "1001" };

/** Somebody logs in as root and becomes ada: root is nobody yet, so it is ada's. */
it.each<[string, Record<string, unknown>, string | null]>([
  [
    "tetragon",
    { process_exec: { process: { ...exec, auid: 0, uid: 1001, user: { name: "ada" } } }, node_name: "web-1", time },
    "ada",
  ],
  ["falco", { rule: "Started", priority: "Notice", source: "syscall", output_fields: fields, time }, "ada"],
  // The name that a query joins is that of the login.
  ["osquery", { name: "process_events", hostIdentifier: "web-1", columns: { ...columns, username: "root" } }, null],
])("%s names whom a login as root became", (_, record, name) => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  expect(event).toMatchObject({ ok: true, value: { account: { name, uid: "1001" } } });
});
