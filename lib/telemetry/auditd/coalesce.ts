import { good, type Result } from "../../domain/result.js";
import type { JsonObject } from "../json.js";
import { parseLine } from "./line.js";
import { accompanyingTypes, createOpenEvent, joinedTypes, type OpenEvent } from "./open-event.js";

/** So many later events may begin before an event's last line: lines are shuffled by milliseconds, not by minutes. */
const mostOpen = 256;

/** An exec's arguments are 2 MiB at most, 4 MiB in hexadecimal; more than a few such at once was made to be big. */
const mostBytes = 16 * 1024 * 1024;

/** What was read, and in which line, where there are any. */
type Lined = Result<JsonObject> & { readonly line?: number | null | undefined };

interface Open {
  readonly event: OpenEvent;
  /** Where the first of its lines stands. */
  readonly line: Lined["line"];
  bytes: number;
}

/**
 * Joins the lines of an audit log, as `decode` gives them (`{ auditd: line }`), to one record for each event:
 * `{ auditd: { id, node, syscall, execve: { argv }, cwd } }`. Everything else passes through, in order.
 *
 * The lines of an event may come in any order and between those of others; `node` and id tell which belong together. An
 * event is given out when its end was seen (EOE, or PROCTITLE, the last line that auditd's own file has) and nothing of
 * it is missing, when too much else has come since, or at the end of the records; the oldest first. What is missing
 * then, `normalise` says. An event of another kind (USER_CMD, LOGIN ...) has one line and is a record of its own.
 */
export function* coalesce<Read extends Lined>(records: Iterable<Read>): Generator<Read | Lined> {
  const open = new Map<string, Open>();
  let bytes = 0;

  function* close(key: string, { event, line, bytes: held }: Open): Generator<Lined> {
    open.delete(key);
    bytes -= held;
    const record = event.record();
    if (record !== null) yield { ...good(record), line };
  }

  for (const record of records) {
    const text = record.ok ? record.value.auditd : undefined;
    const line = typeof text === "string" ? parseLine(text) : null;
    if (typeof text !== "string" || line === null) {
      yield record;
      continue;
    }
    const { id, node, type } = line;
    if (!joinedTypes.has(type)) {
      if (!accompanyingTypes.has(type)) yield { ...good({ auditd: { id, node, type } }), line: record.line };
      continue;
    }
    const key = `${id} ${node ?? ""}`;
    const one = open.get(key) ?? { event: createOpenEvent(line), line: record.line, bytes: 0 };
    open.set(key, one);
    one.event.add(line);
    one.bytes += text.length;
    bytes += text.length;
    if (one.event.isComplete()) yield* close(key, one);
    for (const [oldest, held] of open) {
      if (open.size <= mostOpen && bytes <= mostBytes) break;
      yield* close(oldest, held);
    }
  }
  for (const [key, one] of open) yield* close(key, one);
}
