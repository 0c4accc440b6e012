import type { JsonObject } from "../json.js";
import { createArguments } from "./arguments.js";
import type { AuditLine } from "./line.js";
import { isExec } from "./syscall.js";
import { textOf, unquoted } from "./value.js";

/** An audit event whose lines are still coming. */
export interface OpenEvent {
  add(line: AuditLine): void;
  /** Nothing that matters can still come: it was ended, and what belongs to it is there. */
  isComplete(): boolean;
  /** The event as one record, or null where only its end was seen. */
  record(): JsonObject | null;
}

/** The lines an exec is put together from. EOE and PROCTITLE only tell that an event ends; EOE is not in auditd's own file. */
export const joinedTypes: ReadonlySet<string> = new Set(["SYSCALL", "EXECVE", "CWD", "PROCTITLE", "EOE"]);

/** Lines that go with others and say nothing about an exec that those do not say. */
export const accompanyingTypes: ReadonlySet<string> = new Set([
  ...["PATH", "BPRM_FCAPS", "SOCKADDR", "FD_PAIR", "OBJ_PID", "MMAP"],
]);

/** What is kept of a SYSCALL line; names in capitals are the enriched ones. */
const kept = [
  ...["arch", "syscall", "success", "pid", "ppid", "auid", "uid", "comm", "exe"],
  ...["SYSCALL", "AUID", "UID"],
];

export function createOpenEvent({ id, node }: Pick<AuditLine, "id" | "node">): OpenEvent {
  const execve = createArguments();
  let syscall: Record<string, string> | null = null;
  let isStart = false;
  let hasExecve = false;
  let cwd: string | null = null;
  let ended = false;

  return {
    add({ type, fields }) {
      if (type === "SYSCALL") {
        syscall = {};
        for (const name of kept) {
          const raw = fields.get(name);
          const isText = name === "comm" || name === "exe";
          if (raw !== undefined) syscall[name] = isText ? textOf(raw) : unquoted(raw);
        }
        isStart = isExec(syscall) && syscall.success !== "no";
      } else if (type === "EXECVE") {
        hasExecve = true;
        execve.add(fields);
      } else if (type === "CWD") cwd = textOf(fields.get("cwd") ?? '""');
      else ended = true;
    },
    isComplete: () => ended && syscall !== null && (!(isStart || hasExecve) || (execve.isWhole() && cwd !== null)),
    record() {
      if (syscall === null && !hasExecve && cwd === null) return null;
      return {
        auditd: {
          id,
          node,
          ...(syscall === null ? {} : { syscall }),
          ...(hasExecve ? { execve: { argv: execve.argv() } } : {}),
          ...(cwd === null ? {} : { cwd }),
        },
      };
    },
  };
}
