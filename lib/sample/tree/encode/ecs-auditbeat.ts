import { baseName } from "../../encode/sighting.js";
import { bare, type StartEncoder } from "./encode.js";

/** Auditbeat's auditd module, on Linux: the exact argv, the login user, and of the parent only its pid. */
export const ecsAuditbeat: StartEncoder = {
  kind: "starts",
  format: "ecs",
  variant: "auditbeat",
  carries: { ...bare, lineage: true, milliseconds: true, login: true, exactArgv: true },
  encode(start, { host, system }) {
    if (system !== "linux") return [];
    const { user, login } = start;
    return [
      {
        "@timestamp": new Date(start.at).toISOString(),
        "@metadata": { beat: "auditbeat", type: "_doc", version: "8.19.0" },
        ecs: { version: "8.0.0" },
        agent: { type: "auditbeat", version: "8.19.0", name: host },
        service: { type: "auditd" },
        host: { name: host },
        event: { module: "auditd", action: "executed", kind: "event", category: ["process"], type: ["start"] },
        user: {
          id: String(user.uid),
          name: user.name,
          ...(login === null ? {} : { audit: { id: String(login.uid) } }),
        },
        process: {
          pid: start.pid,
          ppid: start.parentPid,
          name: baseName(start.binary),
          executable: start.binary,
          args: start.argv,
          working_directory: start.cwd,
        },
      },
    ];
  },
};
