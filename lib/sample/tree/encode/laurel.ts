import type { Start } from "../process.js";
import { auditId, commOf, hasAudit, idsOf, namesOf } from "./audit.js";
import { bare, type StartEncoder } from "./encode.js";

const utf8 = new TextEncoder();

/** `%`, `+` and control characters are written as bytes, everywhere. */
const encoded = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it writes so.
  text.replace(/[%+\x00-\x1f\x7f]/g, (char) =>
    Array.from(utf8.encode(char), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  );

/** Laurel follows forks: a copy that never was another program is told as its image. */
const starterOf = (starter: Start, copy: Start["fork"]): object => ({
  EVENT_ID: auditId(starter),
  comm: encoded(commOf(starter)),
  exe: encoded(starter.binary),
  ppid: copy === null ? starter.parentPid : starter.pid,
});

/** Laurel with `userdb`, and with the agents' markers in `execve-env`. */
export const laurel: StartEncoder = {
  kind: "starts",
  format: "laurel",
  variant: "env",
  carries: { ...bare, lineage: true, forks: true, milliseconds: true, login: true, environment: true, exactArgv: true },
  encode(start, tree) {
    if (!hasAudit(tree)) return [];
    const { argv, binary, cwd, environment, parent, pid } = start;
    const variables = Object.entries(environment).map(([name, value]) => [name, encoded(value)]);
    return [
      {
        ID: auditId(start),
        NODE: tree.host,
        SYSCALL: {
          ...{ arch: "0xc000003e", syscall: 59, success: "yes", exit: 0, items: 2, ppid: start.parentPid, pid },
          ...{ ...idsOf(start), tty: "pts0", ses: 3, comm: encoded(commOf(start)), exe: encoded(binary), key: null },
          ...{ ARCH: "x86_64", SYSCALL: "execve", ...namesOf(start) },
          ...(parent === null ? {} : { PPID: starterOf(parent, start.fork) }),
        },
        EXECVE: { argc: argv.length, ARGV: argv.map(encoded), ENV: Object.fromEntries(variables) },
        CWD: { cwd: encoded(cwd) },
        PROCTITLE: { ARGV: argv.map(encoded) },
      },
    ];
  },
};
