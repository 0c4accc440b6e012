import { fieldsIn } from "./fields.js";

/** One line of an audit log. The values are as they stand there: quoted, in hexadecimal, or bare. */
export interface AuditLine {
  readonly node: string | null;
  readonly type: string;
  /** `seconds.milliseconds:serial`, which all lines of one event of one host have in common. */
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}

const head = /^(?:node=(\S{1,255}) )?type=([A-Z_0-9]{1,64}) msg=audit\((\d{1,12}\.\d{1,9}:\d{1,20})\): ?/;

/** Parts a line from the names that auditd put behind it (`log_format = ENRICHED`); they are in capitals. */
const enrichment = "\x1d";

/**
 * A line of an audit log, or null where it is none. What the kernel wrote comes first, and the first of two fields of one
 * name counts: nothing that a program can choose comes before its ids.
 *
 * @example
 * parseLine("node=web-1 type=CWD msg=audit(1772357400.123:42): cwd=2F").fields.get("cwd") // => "2F"
 * parseLine("hello") // => null
 */
export const parseLine = (text: string): AuditLine | null => {
  const match = head.exec(text);
  if (match === null) return null;
  const [start, node = null, type = "", id = ""] = match;
  const fields = new Map<string, string>();
  for (const part of text.slice(start.length).split(enrichment))
    for (const { name, raw } of fieldsIn(part.trimEnd())) if (!fields.has(name)) fields.set(name, raw);
  return { node, type, id, fields };
};
