import type { Start } from "../process.js";
import { bare, type StartEncoder } from "./encode.js";
import { osqueryResult, secondsOf } from "./osquery-result.js";

/** macOS counts every fork and exec; one process keeps its pid through an exec, and gets another version. */
const versionOf = ({ pid, before }: Start): number => (before === null ? pid * 3 : versionOf(before) + 1);

const starterVersion = ({ fork, parent }: Start): number =>
  fork !== null ? fork.pid * 3 : parent === null ? 1 : versionOf(parent);

/** `es_process_events` of a Mac: the environment is in it, and who acts by name; who logged in is not. */
export const osqueryEs: StartEncoder = {
  kind: "starts",
  format: "osquery",
  variant: "es_process_events",
  carries: { ...bare, lineage: true, environment: true },
  encode(start, tree) {
    if (tree.system !== "macos") return [];
    const variables = Object.entries(start.environment).map(([name, value]) => `${name}=${value}`);
    const parent = String(start.parentPid);
    const columns = {
      cmdline: start.argv.join(" "),
      cwd: start.cwd,
      env: variables.join(" "),
      euid: String(start.user.uid),
      event_type: "exec",
      original_parent: parent,
      parent,
      parent_pidversion: String(starterVersion(start)),
      path: start.binary,
      pid: String(start.pid),
      pidversion: String(versionOf(start)),
      time: secondsOf(start),
      uid: String(start.user.uid),
      username: start.user.name,
    };
    return [osqueryResult("es_process_events", start, tree, columns)];
  },
};
