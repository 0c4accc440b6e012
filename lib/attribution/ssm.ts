import type { CommandSource, Parent } from "../domain/event.js";
import { isMadeUp } from "./cloud-names.js";
import { binaryName, keptOfName } from "./invocation.js";

const worker = "ssm-session-worker";
const isWorker = (path: string): boolean => {
  const name = binaryName(path);
  return name === worker || name === worker.slice(0, keptOfName);
};

// Session ids are short; a longer line is not taken apart.
const looked = 1_024;

/** Asked of every event, before a line is taken apart. */
const mayBeWorker = (command: CommandSource): boolean =>
  /ssm-session-wo/i.test(command.kind === "argv" ? (command.argv[0] ?? "") : command.text.slice(0, looked));

/** The program and its first argument; neither ever holds a blank. */
const firstTwo = (command: CommandSource): readonly (string | undefined)[] =>
  command.kind === "argv" ? command.argv : command.text.slice(0, looked).trim().replaceAll('"', "").split(/\s+/);

/** The id behind the session's name: 17 hex digits in older agents, 25 or 26 letters and digits in newer ones, or a UUID. */
const id = /-(?:[\da-f]{17}|[\da-z]{25,26}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * The name of the role session, or of the IAM user, that a Session Manager shell belongs to: its worker carries it as
 * `ssm-session-worker NAME-ID i-0123456789abcdef0`. Null for every other program, and where a tool made the name up.
 *
 * On the host such a shell runs as `ssm-user` or root, whoever opened it. The name goes through `identify` like any other.
 * Without the worker's binary the line alone is believed, which anybody can write.
 *
 * @param ancestor a process above the one in question
 * @example
 * const line = "/usr/bin/ssm-session-worker ada@corp.example-0123456789abcdef0 i-0123456789abcdef0"
 * ssmSessionUser({ binary: null, command: { kind: "line", fidelity: "joined", text: line } }) // => "ada@corp.example"
 */
export const ssmSessionUser = ({ binary, command }: Parent): string | null => {
  if (command === null || (binary !== null && !isWorker(binary)) || !mayBeWorker(command)) return null;
  const [program = "", session = ""] = firstTwo(command);
  if (!isWorker(program)) return null;
  const name = session.slice(0, looked).replace(id, "");
  return name === "" || name === session || isMadeUp(name.toLowerCase()) ? null : name;
};
