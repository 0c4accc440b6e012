import { bad, good } from "../../domain/result.js";
import { commandOf, text, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject, objectIn } from "../json.js";
import { readTime } from "../time.js";

const prefix = "claude_code.";

/** `{"stringValue": "x"}` of OTLP JSON, or the value itself. */
const plainValue = (value: unknown): unknown => {
  if (!isObject(value)) return value;
  return value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? value.text;
};

/** Attributes as an object, or as the list of key and value that OTLP JSON has. */
const attributesOf = (value: unknown): JsonObject | null => {
  if (isObject(value)) return value;
  if (!Array.isArray(value)) return null;
  const attributes = Object.create(null) as Record<string, unknown>;
  for (const entry of value) {
    if (isObject(entry) && typeof entry.key === "string") attributes[entry.key] = plainValue(entry.value);
  }
  return attributes;
};

/** `tool_result` and its like, or null for a record that is not Claude Code's. */
const eventNameOf = (record: JsonObject): string | null => {
  const body = plainValue(record.body);
  return typeof body === "string" && body.startsWith(prefix) ? body.slice(prefix.length) : null;
};

const resourceOf = (record: JsonObject): JsonObject | null =>
  isObject(record.resource) ? attributesOf(record.resource.attributes) : null;

/** The command's text; sensors have it only where OTEL_LOG_TOOL_DETAILS is on. */
const scriptOf = (attributes: JsonObject): unknown => {
  const parameters = objectIn(attributes.tool_parameters);
  return parameters?.full_command ?? parameters?.bash_command ?? objectIn(attributes.tool_input)?.command;
};

/**
 * Claude Code's own OpenTelemetry log events, as OTLP names them or in Elastic's envelope.
 *
 * Only the result of a Bash call is an event: a decision to run is followed by its result, and a decision not to run
 * started nothing.
 */
export const claudeOtel: Format = {
  name: "claude-otel",
  recognises: (record) => eventNameOf(record) !== null && attributesOf(record.attributes) !== null,
  normalise(record, contentId) {
    const attributes = attributesOf(record.attributes);
    if (attributes === null || eventNameOf(record) !== "tool_result") return bad("not-a-process-start");
    if (attributes.tool_name !== "Bash" || attributes.decision_type === "reject") return bad("not-a-process-start");
    const command = commandOf(scriptOf(attributes));
    if (!command.ok) return command;
    const time = readTime(
      attributes["event.timestamp"] ?? record["@timestamp"] ?? record.timeUnixNano ?? record.timestamp ?? record.time,
    );
    if (!time.ok) return time;
    const user = text(attributes["user.email"] ?? attributes["user.account_uuid"] ?? attributes["user.id"]);
    if (user === undefined) return bad("bad-user");
    if (user === null) return bad("no-user");
    const resource = resourceOf(record);
    return good({
      id: textOrNull(attributes.tool_use_id) ?? contentId(),
      format: "claude-otel",
      time: time.value.time,
      at: time.value.at,
      host: textOrNull(attributes["host.name"] ?? resource?.["host.name"]),
      account: { name: user, uid: null },
      declaredAgent: "claude-code",
      session: textOrNull(attributes["session.id"]),
      cwd: null,
      binary: null,
      command: command.value,
      parent: null,
    });
  },
};
