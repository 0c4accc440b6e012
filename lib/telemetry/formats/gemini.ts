import type { Event } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { hookFormatOf, hookIn, hookRefused } from "../agent-hook.js";
import type { Format, Origin } from "../format.js";
import { type JsonObject, objectIn } from "../json.js";
import { otelEventOf, otelLogIn, otelTimeOf } from "../otel-log.js";
import { wasRefused } from "../refused.js";
import { isShellTool } from "../shell-tool.js";
import { eventOfCall } from "../tool-call.js";

const fromLog = (record: JsonObject, origin: Origin): Result<Event> => {
  const log = otelLogIn(record);
  const { own } = log;
  if (otelEventOf(record, "gemini_cli") !== "tool_call" || !isShellTool(own.function_name) || wasRefused(own))
    return bad("not-a-process-start");
  return eventOfCall(
    {
      ...log,
      format: "gemini",
      agent: "gemini-cli",
      id: null,
      session: own["session.id"],
      command: objectIn(own.function_args)?.command,
      tookMs: own.duration_ms,
      time: otelTimeOf(record, own),
    },
    origin,
  );
};

/**
 * Gemini CLI: hooks, and `gemini_cli.tool_call` of its OpenTelemetry logs.
 *
 * The command is the script that the model sent to `run_shell_command`. Calls have no id, so of the two hooks around
 * one only BeforeTool is an event: AfterTool would count it twice. Hooks bring their own time; user and host must be
 * added by the shipper, or the person is whose home the transcript or the working folder lies in. The log has
 * `user.email` where she is logged in, and no folder.
 *
 * To be set: a BeforeTool hook for `run_shell_command`, or telemetry with an OTLP endpoint; not both.
 */
export const gemini: Format = {
  name: "gemini",
  recognises: (record) => hookFormatOf(record) === "gemini" || otelEventOf(record, "gemini_cli") !== null,
  normalise(record, origin) {
    if (otelEventOf(record, "gemini_cli") !== null) return fromLog(record, origin);
    const hook = hookIn(record);
    const { own } = hook;
    if (own.hook_event_name !== "BeforeTool" || !isShellTool(own.tool_name) || hookRefused(hook))
      return bad("not-a-process-start");
    return eventOfCall(
      {
        ...hook,
        format: "gemini",
        agent: "gemini-cli",
        id: null,
        session: own.session_id,
        command: objectIn(own.tool_input)?.command,
        cwd: own.cwd,
        transcript: own.transcript_path,
      },
      origin,
    );
  },
};
