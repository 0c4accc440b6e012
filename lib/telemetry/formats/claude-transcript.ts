import { bad } from "../../domain/result.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject, objectIn } from "../json.js";
import { eventOfCall } from "../tool-call.js";
import { shellUsesIn } from "../transcript.js";

/** Lines that tell of the session itself, and have neither a message nor a session. */
const sessionless: ReadonlySet<unknown> = new Set(["summary", "file-history-snapshot"]);

const isLine = (record: JsonObject): boolean =>
  typeof record.type === "string" &&
  (sessionless.has(record.type) || typeof record.sessionId === "string") &&
  record.command === undefined &&
  !isObject(record.payload);

/**
 * Transcripts of Claude Code, the files below `~/.claude/projects`: one line for each message.
 *
 * An assistant's `tool_use` of the shell tool is an event: `input.command` is the script as the model sent it, `id` the
 * id that the call's hooks and log have, `timestamp` when it was asked for, before anybody agreed. A line with several
 * must have been split before (`toolUsesIn`). The person is whose home `cwd` lies in, or who the shipper says it is
 * (`user`, or `file`, the transcript's path); there is no host unless the shipper adds it. Transcripts hold prompts:
 * of a line only its calls are looked at.
 */
export const claudeTranscript: Format = {
  name: "claude-transcript",
  recognises: isLine,
  normalise(record, origin) {
    const [use] = shellUsesIn(record);
    if (use === undefined) return bad("not-a-process-start");
    return eventOfCall(
      {
        own: record,
        record,
        format: "claude-transcript",
        agent: "claude-code",
        id: use.id,
        session: record.sessionId,
        command: objectIn(use.input)?.command,
        cwd: record.cwd,
        time: record.timestamp,
      },
      origin,
    );
  },
};
