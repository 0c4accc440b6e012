import { isObject, type JsonObject } from "./json.js";
import { isShellTool } from "./shell-tool.js";
import { shipperFields } from "./shipper.js";

/** What a line says of all its calls; prompts and answers stay behind. */
const lineFields: readonly string[] = [
  ...["type", "uuid", "sessionId", "cwd", "isSidechain", "version", "log"],
  ...Object.values(shipperFields).flat(),
];

/** The calls of the shell tool in one line of a transcript, in the order in which the model asked for them. */
export const shellUsesIn = (record: JsonObject): readonly JsonObject[] => {
  if (record.type !== "assistant" || !isObject(record.message) || !Array.isArray(record.message.content)) return [];
  return record.message.content.filter(
    (block: unknown): block is JsonObject => isObject(block) && block.type === "tool_use" && isShellTool(block.name),
  );
};

/**
 * One record for each call in a line of Claude Code's transcript that holds several: a model may ask for some commands
 * at once, and a record is at most one event. Every other record stays as it is.
 *
 * @example
 * [...toolUsesIn({ type: "user" })] // => [{ type: "user" }]
 */
export function toolUsesIn(record: JsonObject): Iterable<JsonObject> {
  const uses = shellUsesIn(record);
  return uses.length < 2 ? [record] : apart(record, uses);
}

function* apart(record: JsonObject, uses: readonly JsonObject[]): Generator<JsonObject> {
  const line = Object.fromEntries(lineFields.flatMap((name) => (name in record ? [[name, record[name]]] : [])));
  for (const use of uses) yield { ...line, message: { role: "assistant", content: [use] } };
}
