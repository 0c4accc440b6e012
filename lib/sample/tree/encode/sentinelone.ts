import { uuid } from "../../choose.js";
import { random } from "../../random.js";
import type { Start, Tree } from "../process.js";
import { realUser } from "./above.js";
import { bare, type StartEncoder } from "./encode.js";

/** What a process is known by, below `src.process`, `src.process.parent` or `tgt.process`. */
const imageAt = (place: string, { argv, at, binary, pid }: Start, { host, system }: Tree): object => {
  const name = binary.slice(binary.lastIndexOf("/") + 1);
  const uid = uuid(random("s1", host, at, pid));
  const mac = system === "macos";
  return {
    [`${place}.cmdline`]: `${mac ? "" : " "}${argv.join(" ")}`,
    [`${place}.displayName`]: name,
    [`${place}.image.path`]: binary,
    [`${place}.name`]: name,
    [`${place}.pid`]: pid,
    [`${place}.startTime`]: at,
    [`${place}.uid`]: mac ? uid.toUpperCase() : uid,
  };
};

const usersAt = (place: string, start: Start, { system }: Tree): object => {
  const real = realUser(start);
  if (system === "macos") return { [`${place}.user`]: real.name };
  return {
    [`${place}.eUserName`]: start.user.name,
    [`${place}.eUserUid`]: start.user.uid,
    [`${place}.rUserName`]: real.name,
    [`${place}.rUserUid`]: real.uid,
  };
};

const processAt = (place: string, start: Start, tree: Tree): object => ({
  ...imageAt(place, start, tree),
  ...usersAt(place, start, tree),
});

/** Cloud Funnel's "Process Creation". */
export const sentinelone: StartEncoder = {
  kind: "starts",
  format: "sentinelone",
  variant: "cloud-funnel",
  carries: { ...bare, parentCommandLine: true, lineage: true, forks: true, milliseconds: true },
  encode(start, tree) {
    const { at, parent, pid } = start;
    const above = parent?.parent ?? null;
    return [
      {
        "dataSource.name": "SentinelOne",
        "dataSource.vendor": "SentinelOne",
        "event.category": "process",
        "event.type": "Process Creation",
        "event.id": `${uuid(random("s1-event", tree.host, at, pid))}_1`,
        "event.time": at,
        timestamp: new Date(at).toISOString(),
        "agent.uuid": uuid(random("s1-agent", tree.host)),
        "endpoint.name": tree.host,
        "endpoint.os": tree.system === "macos" ? "osx" : "linux",
        ...processAt("tgt.process", start, tree),
        ...(parent === null ? {} : processAt("src.process", parent, tree)),
        ...(above === null ? {} : processAt("src.process.parent", above, tree)),
      },
    ];
  },
};
