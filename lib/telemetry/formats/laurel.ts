import type { CommandSource, Parent } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { auditAccount } from "../auditd/account.js";
import { named } from "../auditd/named.js";
import { isExec } from "../auditd/syscall.js";
import { environmentOf } from "../environment.js";
import { eventOf } from "../event-of.js";
import { commandOf, commandOrNull, lineOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { percentDecoded } from "../percent.js";
import { readTime } from "../time.js";

const decoded = (value: unknown): string | null => {
  const encoded = textOrNull(value);
  return encoded === null ? null : percentDecoded(encoded);
};

/** Arguments as Laurel writes them: all of them in a list, or glued to one line (`execve-argv = "string"`). */
const commandIn = ({ ARGV, ARGV_STR }: JsonObject, binary: string | null): Result<CommandSource> => {
  if (ARGV === undefined) return lineOf(typeof ARGV_STR === "string" ? percentDecoded(ARGV_STR) : ARGV_STR, "joined");
  if (!Array.isArray(ARGV)) return bad("bad-command");
  const argv = ARGV.map((argument: unknown) => (typeof argument === "string" ? percentDecoded(argument) : argument));
  return commandOf(named(argv, binary));
};

/** What Laurel knows of the starter: who forked it, rather than who adopted it since; of older versions, PARENT_INFO. */
const starterOf = (record: JsonObject, syscall: JsonObject): JsonObject | null =>
  [syscall.SPAWNED_BY, syscall.PPID, record.PARENT_INFO].find(isObject) ?? null;

const parentOf = (starter: JsonObject | null): Parent | null => {
  const binary = decoded(starter?.exe) ?? decoded(starter?.comm);
  const command = starter === null ? null : commandOrNull(commandIn(starter, binary));
  return binary === null && command === null ? null : { binary, command };
};

/** A label `agent:NAME` that the operator has given to an agent's processes; two different ones tell nothing. */
const declaredIn = ({ LABELS }: JsonObject): string | null => {
  const labels: readonly unknown[] = Array.isArray(LABELS) ? LABELS : [];
  const agents = new Set(labels.flatMap((label) => /^agent:([\w.-]{1,64})$/.exec(textOrNull(label) ?? "")?.[1] ?? []));
  const [agent = null] = agents;
  return agents.size === 1 ? agent : null;
};

const environmentIn = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environmentOf(value)).map(([name, content]) => [name, percentDecoded(content)]));

/**
 * Laurel, a plugin of auditd: one JSON object for each audit event.
 *
 * The arguments are exact: `EXECVE.ARGV` (`%hh` is undone), unless `execve-argv-limit-bytes` cuts them. Account as in
 * auditd: `SYSCALL.auid` before `uid`, names (`AUID`, `UID`) only with `[translate] userdb`. Host: `NODE`. A process is
 * named by the event id of its last exec, and its starter is `PPID.EVENT_ID` (or SPAWNED_BY, where a parent has died):
 * Laurel follows forks, so that is the image that started it; pids stand beside it, for starters it has not seen exec.
 * Of the parent it has only the path. `ses` is not taken for a session, for the reasons told at auditd.
 *
 * Set `execve-env` to the agents' markers (CLAUDECODE, CLAUDE_CODE_SESSION_ID, AI_AGENT, CURSOR_AGENT, CODEX_THREAD_ID,
 * GEMINI_CLI, COPILOT_CLI ...): they arrive in `EXECVE.ENV`. A `label-exe` or `label-argv` that gives an agent's
 * processes the label `agent:NAME`, listed in `propagate-labels`, names the agent of every descendant.
 */
export const laurel: Format = {
  name: "laurel",
  recognises: ({ ID }) => typeof ID === "string" && /^\d{1,12}\.\d{1,9}:\d{1,20}$/.test(ID),
  normalise(record, origin) {
    const { ID, SYSCALL, EXECVE, CWD, NODE } = record;
    if (!isObject(SYSCALL)) return bad(isObject(EXECVE) ? "incomplete-audit-event" : "not-a-process-start");
    if (SYSCALL.success === "no") return bad("not-a-process-start");
    if (!isObject(EXECVE)) return bad(isExec(SYSCALL) ? "incomplete-audit-event" : "not-a-process-start");
    const binary = decoded(SYSCALL.exe);
    const command = commandIn(EXECVE, binary);
    if (!command.ok) return command;
    const id = textOrNull(ID);
    const time = readTime(id?.split(":")[0]);
    if (!time.ok) return time;
    const account = auditAccount(SYSCALL);
    if (account === null) return bad("no-user");
    const host = text(NODE);
    if (host === undefined) return bad("bad-host");
    const starter = starterOf(record, SYSCALL);
    return eventOf({
      id: id ?? origin.contentId(),
      format: "laurel",
      time: time.value.time,
      at: time.value.at,
      host,
      account,
      declaredAgent: declaredIn(SYSCALL),
      cwd: isObject(CWD) ? decoded(CWD.cwd) : null,
      binary,
      command: command.value,
      parent: parentOf(starter),
      process: {
        id,
        pid: textOrNull(SYSCALL.pid),
        parentId: textOrNull(starter?.EVENT_ID ?? starter?.ID),
        parentPid: textOrNull(SYSCALL.ppid),
      },
      environment: environmentIn(EXECVE.ENV),
    });
  },
};
