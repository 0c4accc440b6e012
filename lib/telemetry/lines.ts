import { isObject, type JsonObject } from "./json.js";
import { valueIn } from "./parse.js";

const auditLine = /^(?:node=\S{1,255} )?type=[A-Z_0-9]{1,64} msg=audit\(/;

/** `Mar  1 09:30:00 web-1 falco[42]: ` of BSD syslog, and `<14>1 2026-03-01T09:30:00Z web-1 falco 42 - - ` of RFC 5424. */
const syslogPrefix =
  /^(?:<\d{1,3}>)?(?:1 )?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.,Z+-]{8,30}) (\S{1,255}) (?:[^\s:]{1,64}: ?|\S{1,48} \S{1,128} \S{1,32} - ?\ufeff?)/;

const isSysmon = (text: string): boolean =>
  text.includes("</Event>") && text.includes("Sysmon") && /<Event[ >]/.test(text);

/** Whether a text inside a record may be one itself: a JSON object, an audit record, an event of Sysmon for Linux. */
export const looksLikeRecord = (text: string): boolean =>
  text.startsWith("{") ? text.trimEnd().endsWith("}") : auditLine.test(text) || isSysmon(text);

/**
 * An audit record says on which machine it was written only where `name_format` is set; then what carries it says it.
 *
 * @example
 * withNode("type=EXECVE msg=audit(1772357400.123:7): argc=1", "web-1") // => "node=web-1 type=EXECVE msg=audit(1772357400.123:7): argc=1"
 * withNode('{"a":1}', "web-1") // => '{"a":1}'
 */
export const withNode = (text: string, host: unknown): string =>
  text.startsWith("type=") && auditLine.test(text) && typeof host === "string" && /^[\w.:-]{1,255}$/.test(host)
    ? `node=${host} ${text}`
    : text;

/**
 * The record that a line of text is, or null: a raw audit record as `auditd`, an event of Sysmon for Linux as
 * `SyslogMessage`, both for the readers of these formats, and JSON behind a syslog prefix.
 *
 * Nowhere else is JSON looked for inside of text: a server that logs what it is sent would let anybody write records.
 *
 * @example
 * recordInLine("type=EOE msg=audit(1772357400.123:7): ") // => { auditd: "type=EOE msg=audit(1772357400.123:7): " }
 * recordInLine('Mar  1 09:30:00 web-1 falco[42]: {"rule":"Shell"}') // => { rule: "Shell" }
 * recordInLine('got {"rule":"Shell"}') // => null
 */
export const recordInLine = (line: string): JsonObject | null => {
  if (auditLine.test(line)) return { auditd: line };
  if (isSysmon(line)) return { SyslogMessage: line };
  const prefix = syslogPrefix.exec(line);
  if (prefix === null) return null;
  const message = line.slice(prefix[0].length);
  if (auditLine.test(message)) return { auditd: withNode(message, prefix[1]) };
  const value = message.startsWith("{") ? valueIn(message) : null;
  return value?.ok && isObject(value.value) ? value.value : null;
};
