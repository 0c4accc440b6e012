import { bad, good } from "../../domain/result.js";
import { isObject } from "../json.js";
import { withNode } from "../lines.js";
import { bytesOf, type Envelope, instantOrNull } from "./envelope.js";

/**
 * What a subscription of CloudWatch Logs writes into a stream, always gzipped: many log events, each with a message
 * that is JSON or text. Lines of auditd are taken to come from the machine that the log stream is named after, as it is
 * by default.
 *
 * A control message only asks whether anybody is there: it is understood, and there is nothing in it.
 */
export const cloudwatchLogs: Envelope = {
  recognises: ({ messageType, logEvents }) =>
    (messageType === "DATA_MESSAGE" || messageType === "CONTROL_MESSAGE") && Array.isArray(logEvents),
  *open({ messageType, logEvents, logStream }) {
    if (messageType === "CONTROL_MESSAGE") return yield { inside: bad("not-a-process-start"), arrived: null };
    for (const event of Array.isArray(logEvents) ? logEvents : []) {
      if (isObject(event) && typeof event.message === "string")
        yield { inside: good(bytesOf(withNode(event.message, logStream))), arrived: instantOrNull(event.timestamp) };
      else yield { inside: bad("not-an-object"), arrived: null };
    }
  },
};
