import { bad } from "../../domain/result.js";
import type { Format } from "../format.js";
import { type JsonObject, objectIn } from "../json.js";
import { otelEventOf, otelLogIn, otelTimeOf } from "../otel-log.js";
import { wasRefused } from "../refused.js";
import { isShellTool } from "../shell-tool.js";
import { eventOfCall } from "../tool-call.js";

/** The command's text; sensors have it only where OTEL_LOG_TOOL_DETAILS is on. */
const scriptOf = (attributes: JsonObject): unknown => {
  const parameters = objectIn(attributes.tool_parameters);
  return parameters?.full_command ?? parameters?.bash_command ?? objectIn(attributes.tool_input)?.command;
};

/**
 * Claude Code's own OpenTelemetry log events: OTLP's log records with their `resource` beside them, or Elastic's
 * envelope.
 *
 * Only the result of a shell call is an event: a decision to run is followed by its result, and a decision not to run
 * started nothing. `tool_parameters.full_command` is the script, `user.email` the person where she is logged in,
 * `duration_ms` how long it ran, for the log is written at the end. It has no working folder, and a host only where
 * the resource names one.
 *
 * To be set: OTEL_LOG_TOOL_DETAILS=1, else there is no command; OTEL_RESOURCE_ATTRIBUTES with `host.name`, and with
 * `user.name` where nobody logs in with an address.
 */
export const claudeOtel: Format = {
  name: "claude-otel",
  recognises: (record) => otelEventOf(record, "claude_code") !== null,
  normalise(record, origin) {
    const log = otelLogIn(record);
    const { own } = log;
    if (otelEventOf(record, "claude_code") !== "tool_result" || !isShellTool(own.tool_name) || wasRefused(own))
      return bad("not-a-process-start");
    return eventOfCall(
      {
        ...log,
        format: "claude-otel",
        agent: "claude-code",
        id: own.tool_use_id,
        session: own["session.id"],
        command: scriptOf(own),
        tookMs: own.duration_ms,
        time: otelTimeOf(record, own),
      },
      origin,
    );
  },
};
