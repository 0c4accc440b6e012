import { good } from "../../domain/result.js";
import { formats } from "../formats/index.js";
import { isObject, type JsonObject } from "../json.js";
import { looksLikeRecord, withNode } from "../lines.js";
import { bytesOf, type Envelope, instantOrNull } from "./envelope.js";

/** The line that a log shipper read: fluent-bit's, Vector's and Logstash's, journald's, OpenTelemetry's name for it. */
const lineOf = ({ log, message, MESSAGE, body }: JsonObject): string | null => {
  for (const line of [log, message, MESSAGE, isObject(body) ? body.stringValue : body])
    if (typeof line === "string" && looksLikeRecord(line)) return line;
  return null;
};

const timeOf = (record: JsonObject): unknown =>
  record["@timestamp"] ?? record.timestamp ?? record.time ?? record.date ?? record.timeUnixNano;

/**
 * A line of a log as its shipper wraps it, with the line as text in one field: it is opened where the line is a JSON
 * object or an audit record, and no format knows the record around it. The shipper's time is the arrival, for what
 * has no time of its own; its host names the machine for lines of auditd. Its other fields are left out: beside those
 * of the record they would be taken for the sensor's.
 *
 * Whoever can make a program write a whole line of JSON into a log that goes to the stream can write telemetry: that is
 * so with and without a shipper.
 */
export const logLine: Envelope = {
  recognises: (record) => lineOf(record) !== null && !formats.some((format) => format.recognises(record)),
  *open(record) {
    const line = withNode(lineOf(record) ?? "", record.host ?? record.hostname);
    yield { inside: good(bytesOf(line)), arrived: instantOrNull(timeOf(record)) };
  },
};
