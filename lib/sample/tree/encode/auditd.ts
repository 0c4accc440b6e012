import type { Start, Tree } from "../process.js";
import { auditId, commOf, hasAudit, idsOf, namesOf } from "./audit.js";
import { bare, type StartEncoder } from "./encode.js";

const utf8 = new TextEncoder();

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("");

/** As the kernel writes what a program chose: quoted, or in hexadecimal where it has a blank, a quote or no ASCII. */
const textOf = (value: string): string => (/[^!#-~]/.test(value) ? hexOf(utf8.encode(value)) : `"${value}"`);

/** PROCTITLE carries this many bytes. */
const longestTitle = 128;

const titleOf = ({ argv }: Start): string => {
  const bytes = utf8.encode(argv.join("\0")).subarray(0, longestTitle);
  return argv.length === 1 && bytes.length < longestTitle ? textOf(argv[0] as string) : hexOf(bytes);
};

const pairs = (fields: Readonly<Record<string, string | number>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const namesBehind = (start: Start): string => {
  const quoted = Object.entries(namesOf(start)).map(([name, value]) => [name, `"${value}"`]);
  return `\x1d${pairs({ ARCH: "x86_64", SYSCALL: "execve", ...Object.fromEntries(quoted) })}`;
};

const linesOf = (start: Start, { host }: Tree, enriched: boolean): readonly string[] => {
  const { argv, binary, cwd, pid } = start;
  const syscall = {
    ...{ arch: "c000003e", syscall: 59, success: "yes", exit: 0, items: 2, ppid: start.parentPid, pid },
    ...{ ...idsOf(start), tty: "pts0", ses: 3, comm: textOf(commOf(start)), exe: textOf(binary), key: "(null)" },
  };
  const execve = { argc: argv.length, ...Object.fromEntries(argv.map((word, index) => [`a${index}`, textOf(word)])) };
  const lines = [
    ["SYSCALL", pairs(syscall) + (enriched ? namesBehind(start) : "")],
    ["EXECVE", pairs(execve)],
    ["CWD", pairs({ cwd: textOf(cwd) })],
    ["PROCTITLE", pairs({ proctitle: titleOf(start) })],
    ["EOE", ""],
  ];
  return lines.map(([type, fields]) => `node=${host} type=${type} msg=audit(${auditId(start)}): ${fields}`);
};

const linesWith = (variant: string, enriched: boolean): StartEncoder => ({
  kind: "starts",
  format: "auditd",
  variant,
  carries: { ...bare, lineage: true, milliseconds: true, login: true, exactArgv: true },
  encode: (start, tree) => (hasAudit(tree) ? linesOf(start, tree, enriched) : []),
});

/** The lines as auditd hands them to its plugins, with `name_format = hostname`. */
export const auditdRaw = linesWith("raw", false);

/** With names behind the numbers: `log_format = ENRICHED`. */
export const auditdRawEnriched = linesWith("raw-enriched", true);
