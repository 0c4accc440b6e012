import { uuid } from "../../choose.js";
import { random } from "../../random.js";
import type { Start, Tree } from "../process.js";
import { aboveOf } from "./above.js";
import { bare, type Carries, type StartEncoder } from "./encode.js";

/** The kernel keeps 15 bytes of a program's name. */
const longestName = 15;
const neverLoggedIn = -1;
const nanosPerMilli = 1_000_000;

const commOf = ({ binary }: Start): string => binary.slice(binary.lastIndexOf("/") + 1).slice(0, longestName);

/** The kernel's name of the program, not argv[0], and the arguments behind it. */
const lineOf = (start: Start): string => [commOf(start), ...start.argv.slice(1)].join(" ");

/** A copy between is a process as well, with the words of its image. */
const above = (start: Start, levels: number): Start | null => aboveOf(start)[levels - 1]?.image ?? null;

const named = (start: Start | null): string | null => (start === null ? null : commOf(start));
const line = (start: Start | null): string | null => (start === null ? null : lineOf(start));

/** What the default rules print of an exec: no pids, and names of ancestors only. */
const defaultFields = (start: Start): object => ({
  "container.id": "host",
  "container.name": "host",
  // 19 digits: what a reader gets of them is not what stands here.
  "evt.time.iso8601": start.at * nanosPerMilli,
  "evt.type": "execve",
  "proc.aname[2]": named(above(start, 2)),
  "proc.aname[3]": named(above(start, 3)),
  "proc.cmdline": lineOf(start),
  "proc.exepath": start.binary,
  "proc.name": commOf(start),
  "proc.pname": named(start.parent),
  "proc.tty": 0,
  "user.loginuid": start.login?.uid ?? neverLoggedIn,
  "user.name": start.user.name,
  "user.uid": start.user.uid,
});

/** What `append_output` is asked to add. */
const appendedFields = (start: Start): object => ({
  "proc.pid": start.pid,
  "proc.ppid": start.parentPid,
  "proc.pcmdline": line(start.parent),
  "proc.acmdline[2]": line(above(start, 2)),
  "proc.acmdline[3]": line(above(start, 3)),
  "proc.cwd": `${start.cwd}/`,
});

const alertOf = (start: Start, tree: Tree, output_fields: object): object => {
  const time = new Date(start.at).toISOString().replace("Z", "123456Z");
  return {
    hostname: tree.host,
    output: `${time}: Notice A program was started (command=${lineOf(start)} user=${start.user.name})`,
    output_fields,
    priority: "Notice",
    rule: "A program was started",
    source: "syscall",
    tags: ["host", "process"],
    time,
    uuid: uuid(random(start.at, tree.host, start.pid)),
  };
};

const carries: Carries = { ...bare, milliseconds: true, login: true };

/** Falco with a rule for every exec and the fields that are recommended for it. */
export const falco: StartEncoder = {
  kind: "starts",
  format: "falco",
  variant: "append_output",
  carries: { ...carries, parentCommandLine: true, lineage: true },
  encode: (start, tree) =>
    tree.system === "linux" ? [alertOf(start, tree, { ...defaultFields(start), ...appendedFields(start) })] : [],
};

/** The fields of the default rules, as though one of them matched every exec. */
export const falcoDefault: StartEncoder = {
  kind: "starts",
  format: "falco",
  variant: "default rules",
  carries,
  encode: (start, tree) => (tree.system === "linux" ? [alertOf(start, tree, defaultFields(start))] : []),
};
