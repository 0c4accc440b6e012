import type { Start } from "../process.js";
import { bare, type StartEncoder } from "./encode.js";
import { osqueryResult, secondsOf } from "./osquery-result.js";

/** The kernel's "never logged in": -1 as 32 bits. */
const nobody = "4294967295";

const columnsOf = (start: Start): object => ({
  auid: start.login === null ? nobody : String(start.login.uid),
  cmdline: start.argv.join(" "),
  cwd: start.cwd,
  env: "",
  euid: String(start.user.uid),
  parent: String(start.parentPid),
  path: start.binary,
  pid: String(start.pid),
  syscall: "execve",
  time: secondsOf(start),
  uid: String(start.user.uid),
});

const carries = { ...bare, lineage: true, login: true } as const;

/** `process_events` of a Linux host, from its audit log: no names, no environment, no image before an exec in place. */
export const osquery: StartEncoder = {
  kind: "starts",
  format: "osquery",
  variant: "process_events",
  carries,
  encode: (start, tree) =>
    tree.system === "linux" ? [osqueryResult("process_events", start, tree, columnsOf(start))] : [],
};

/**
 * The same with `users` and `processes` joined to it, for the name of who logged in and for the parent's command line:
 * as where every parent still runs when the query does, which is more than a real host keeps of short shells.
 */
export const osqueryJoined: StartEncoder = {
  kind: "starts",
  format: "osquery",
  variant: "process_events+processes",
  carries: { ...carries, parentCommandLine: true },
  encode(start, tree) {
    if (tree.system !== "linux") return [];
    const joined = {
      ...columnsOf(start),
      username: (start.login ?? start.user).name,
      parent_cmdline: start.parent?.argv.join(" ") ?? "",
      parent_path: start.parent?.binary ?? "",
    };
    return [osqueryResult("pack_agents_process_events", start, tree, joined)];
  },
};
