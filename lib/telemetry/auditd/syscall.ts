import { textOrNull } from "../field.js";
import type { JsonObject } from "../json.js";

/** execve and execveat, by the number of the machine (as `arch=` writes it) and their number there. */
const execs: ReadonlySet<string> = new Set([
  ...["c000003e:59", "c000003e:322"], // x86_64
  ...["c00000b7:221", "c00000b7:281"], // aarch64
  ...["40000003:11", "40000003:358"], // i386
]);

/**
 * Whether a system call starts a program, told by its numbers or by the name that auditd or Laurel put beside them.
 *
 * @example
 * isExec({ arch: "c000003e", syscall: "59" }) // => true
 * isExec({ arch: "0xc00000b7", syscall: 221 }) // => true
 * isExec({ SYSCALL: "execve" }) // => true
 * isExec({ arch: "c000003e", syscall: "2" }) // => false
 */
export const isExec = ({ arch, syscall, SYSCALL }: JsonObject): boolean =>
  execs.has(`${textOrNull(arch)?.replace(/^0x/, "") ?? ""}:${textOrNull(syscall) ?? ""}`) ||
  [syscall, SYSCALL].some((name) => name === "execve" || name === "execveat");
