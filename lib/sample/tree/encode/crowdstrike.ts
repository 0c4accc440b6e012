import { hex, uuid } from "../../choose.js";
import { random } from "../../random.js";
import type { Start, Tree } from "../process.js";
import { bare, type StartEncoder } from "./encode.js";

/** 64 bits in decimal digits. A start is later than the one before, so its time alone tells it from others. */
const uniqueId = ({ at, pid }: Start): string => `${at}${String(pid).padStart(5, "0")}`;

const aidOf = ({ host }: Tree): string => hex(random("aid", host), 32);

/** How long a record is under way to the cloud, which writes `timestamp`. */
const delayMs = 640;

/** `ProcessRollup2` of macOS and Linux, flat, as it lies in FDR's bucket. */
export const crowdstrike: StartEncoder = {
  kind: "starts",
  format: "crowdstrike",
  variant: "ProcessRollup2",
  carries: { ...bare, lineage: true, forks: true, milliseconds: true },
  encode(start, tree) {
    const { argv, at, binary, parent, pid, user } = start;
    const uid = String(user.uid);
    const mac = tree.system === "macos";
    const starter = parent === null ? "0" : uniqueId(parent);
    return [
      {
        event_simpleName: "ProcessRollup2",
        name: mac ? "ProcessRollup2MacV8" : "ProcessRollup2LinV8",
        id: uuid(random("fdr", tree.host, at, pid)),
        aid: aidOf(tree),
        aip: "192.0.2.7",
        cid: hex(random("cid"), 32),
        event_platform: mac ? "Mac" : "Lin",
        timestamp: String(at + delayMs),
        ProcessStartTime: `${Math.floor(at / 1_000)}.${String(at % 1_000).padStart(3, "0")}`,
        ProcessEndTime: "",
        TargetProcessId: uniqueId(start),
        ParentProcessId: starter,
        SourceProcessId: starter,
        RawProcessId: String(pid),
        ParentBaseFileName: parent === null ? "launchd" : parent.binary.slice(parent.binary.lastIndexOf("/") + 1),
        ImageFileName: binary,
        CommandLine: argv.join(" "),
        UID: uid,
        RUID: uid,
      },
    ];
  },
};
