import { isObject, type JsonObject } from "./json.js";
import type { Shipped } from "./shipper.js";

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

/** An attribute that stands in an object, or in the list, without the list being read to an object. */
const attributeIn = (attributes: unknown, name: string): unknown => {
  if (isObject(attributes)) return attributes[name];
  if (!Array.isArray(attributes)) return undefined;
  const entry: unknown = attributes.find((one) => isObject(one) && one.key === name);
  return isObject(entry) ? plainValue(entry.value) : undefined;
};

/**
 * What an OpenTelemetry log record is about, below an agent's name: `tool_result` of `claude_code.tool_result`; null
 * for another's record. The name stands in the body, in the record or in an attribute, by version and by exporter.
 */
export const otelEventOf = (record: JsonObject, agent: string): string | null => {
  if (!isObject(record.attributes) && !Array.isArray(record.attributes)) return null;
  const named = [record.body, record.eventName, record.event_name, attributeIn(record.attributes, "event.name")];
  for (const one of named) {
    const name = plainValue(one);
    if (typeof name === "string" && name.startsWith(`${agent}.`)) return name.slice(agent.length + 1);
  }
  return null;
};

/** A log record's attributes, and around them those of the resource that wrote it. */
export const otelLogIn = (record: JsonObject): Shipped => ({
  own: attributesOf(record.attributes) ?? {},
  record: (isObject(record.resource) ? attributesOf(record.resource.attributes) : null) ?? {},
});

/** When a log record's event was: as the agent says, else as its exporter or receiver says. */
export const otelTimeOf = (record: JsonObject, attributes: JsonObject): unknown =>
  attributes["event.timestamp"] ??
  record["@timestamp"] ??
  record.timeUnixNano ??
  record.timestamp ??
  record.time ??
  record.observedTimeUnixNano;
