import type { Event } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { eventOfClaudeShapedHook, hookFormatOf } from "../agent-hook.js";
import { isRolloutLine, rolloutCallIn } from "../codex-rollout.js";
import type { Format, Origin } from "../format.js";
import { isObject, type JsonObject, objectIn } from "../json.js";
import { otelEventOf, otelLogIn, otelTimeOf } from "../otel-log.js";
import { wasRefused } from "../refused.js";
import { isShellTool } from "../shell-tool.js";
import { eventOfCall } from "../tool-call.js";

const fromRollout = (record: JsonObject, origin: Origin): Result<Event> => {
  const call = isObject(record.payload) ? rolloutCallIn(record.payload) : null;
  if (call === null) return bad("not-a-process-start");
  const session = record.session_id ?? record.thread_id ?? record.session;
  return eventOfCall({ own: record, record, format: "codex", session, ...call }, origin);
};

const fromLog = (record: JsonObject, origin: Origin): Result<Event> => {
  const log = otelLogIn(record);
  const { own } = log;
  if (otelEventOf(record, "codex") !== "tool_result" || !isShellTool(own.tool_name) || wasRefused(own))
    return bad("not-a-process-start");
  const given = objectIn(own.arguments);
  return eventOfCall(
    {
      ...log,
      format: "codex",
      agent: "codex",
      id: own.call_id,
      session: own["conversation.id"],
      command: given?.cmd ?? given?.command,
      cwd: given?.workdir,
      tookMs: own.duration_ms,
      time: otelTimeOf(record, own),
    },
    origin,
  );
};

/**
 * Codex CLI, in its three streams: hooks, which have the shape of Claude Code's and are told from them by `turn_id`,
 * `model` and the transcript's folder; lines of its rollout files; OpenTelemetry logs.
 *
 * A command is the script that the model sent (`cmd`, `tool_input.command`), or the exact argv of the shell that it
 * became (`command` of a list). All records of one call have its `call_id`: a rollout's `function_call` is the asking,
 * `exec_command_end` the end, with the time that it took. The session is the thread; a rollout's line does not name it,
 * nor the person: she is whose home the working folder lies in, or who the shipper adds (`user`, or `file`, the
 * rollout's path). What a person types with `!` (`user_shell`) is her own. Not read: commands inside the JavaScript of
 * the `exec` tool.
 *
 * To be set: `[otel] exporter`, or PreToolUse and PostToolUse hooks with `time`, `user` and `host` added.
 */
export const codex: Format = {
  name: "codex",
  recognises: (record) =>
    isRolloutLine(record) || hookFormatOf(record) === "codex" || otelEventOf(record, "codex") !== null,
  normalise(record, origin) {
    if (isRolloutLine(record)) return fromRollout(record, origin);
    if (otelEventOf(record, "codex") !== null) return fromLog(record, origin);
    return eventOfClaudeShapedHook(record, "codex", "codex", origin);
  },
};
