import type { Start, Tree } from "../process.js";
import { bare, type Carries, type StartEncoder } from "./encode.js";

/** Who logged in; where that was root, or nobody, as whom it runs. */
const userOf = ({ login, user }: Start): string => (login === null || login.uid === 0 ? user : login).name;

const recordOf = (start: Start, { host }: Tree): object => ({
  id: `exec-${start.pid}-${start.at}`,
  time: new Date(start.at).toISOString(),
  host,
  user: userOf(start),
  cwd: start.cwd,
  pid: start.pid,
  ppid: start.parentPid,
  command: start.argv,
  ...(start.parent === null ? {} : { parent: { command: start.parent.argv } }),
});

const carries: Carries = {
  ...bare,
  parentCommandLine: true,
  lineage: true,
  milliseconds: true,
  login: true,
  exactArgv: true,
};

/** Baseliner's own format, written by somebody who has exact arguments, pids, and the parent's arguments. */
export const plain: StartEncoder = {
  kind: "starts",
  format: "plain",
  variant: "argv",
  carries,
  encode: (start, tree) => [recordOf(start, tree)],
};

/** The same with only what the format asks for beside the parent: nobody's pid. */
export const plainWithoutPids: StartEncoder = {
  kind: "starts",
  format: "plain",
  variant: "argv, no pids",
  carries: { ...carries, lineage: false },
  encode(start, tree) {
    const { pid: _, ppid: __, ...record } = recordOf(start, tree) as Record<string, unknown>;
    return [record];
  },
};
