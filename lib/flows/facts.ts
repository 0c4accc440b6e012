import type { Signs } from "../attribution/attribute.js";
import type { Fact, Holder, Words } from "../attribution/fact.js";
import { invocationOf } from "../attribution/invocation.js";
import { landmarkOf } from "../attribution/landmarks.js";
import type { Recogniser } from "../attribution/recognise.js";
import { ssmSessionUser } from "../attribution/ssm.js";
import { isShell } from "../command/shells.js";
import type { Account, CommandSource, Event, ProcessRef } from "../domain/event.js";
import { hash64 } from "../stats/hash64.js";
import { type Meaning, wholeOf } from "./meanings.js";

/** What a host should remember of an event's process; null where its source knows no processes. */
export function factOf(
  event: Event,
  { heritage, program, unwrapped }: Signs,
  holder: Holder,
  recogniser: Recogniser,
  meanings: readonly Meaning[],
): Fact | null {
  const { format, host, at, id } = event;
  const words = wordsOf(event, unwrapped, meanings);
  const process = event.process ?? (event.parent?.command ? nameless : null);
  if (process === null || (process.id === null && host === null)) return null;
  // A process that turns into another image keeps its pid, and with some sensors its id.
  const key = process.id === null ? hash64(host, process.pid, at, id) : hash64(host, process.id, at);
  return { key, format, process, at, holder, heritage, landmark: standsFor(event, recogniser), program, words };
}

/** A source that knows no processes still knows who started what, by command lines. */
const nameless: ProcessRef = { id: null, pid: null, parentId: null, parentPid: null };

/** A shell's name alone is the line of many. */
const isTelling = (source: CommandSource): boolean => {
  const hasWords = source.kind === "argv" ? source.argv.length > 1 : /\S\s+\S/.test(source.text.slice(0, 4_096));
  return hasWords || !isShell(invocationOf(null, source)?.name ?? "");
};

function wordsOf({ command, cwd, parent }: Event, unwrapped: boolean, meanings: readonly Meaning[]): Words {
  const starter = parent?.command ?? null;
  return {
    own: wholeOf(command),
    starter: starter !== null && isTelling(starter) ? wholeOf(starter) : null,
    says: meanings[0]?.looks.text ?? "",
    asks: meanings.flatMap(({ means, looks }) => (unwrapped || means.wrappers.length > 0 ? [looks.text] : [])),
    folder: cwd === null ? null : hash64(cwd),
  };
}

function standsFor({ binary, command, layer }: Event, { editorOf }: Recogniser): Fact["landmark"] {
  const invocation = layer === "exec" ? invocationOf(binary, command) : null;
  if (invocation === null) return null;
  const landmark = landmarkOf(invocation);
  if (landmark === "switcher") return "switcher";
  // People work in an editor, whoever started it.
  return landmark === "border" || editorOf(invocation) !== undefined ? "border" : null;
}

/** The account that an event belongs to; a Session Manager shell's worker names the person behind it. */
export function accountOf({ account, binary, command }: Event): Account {
  const name = ssmSessionUser({ binary, command });
  return name === null ? account : { name, uid: null };
}

/** The host that a process belongs to; sources that name none have ids that no other host has. */
export const hostOf = ({ host }: Pick<Event, "host">): string => host?.toLowerCase() ?? "-";
