import { good } from "../../domain/result.js";
import { isObject, type JsonObject } from "../json.js";
import { type Enclosed, type Envelope, objectsOf } from "./envelope.js";

/**
 * The longest resource or scope, as JSON text, that is copied to its records. Real ones are a tenth of this; a huge one
 * with ten thousand records would be read ten thousand times.
 */
const longestSurroundings = 16 * 1024;

const surroundings = (value: unknown): JsonObject | null =>
  isObject(value) && JSON.stringify(value).length <= longestSurroundings ? value : null;

/** Each of the objects in a list, or the reason why it is none. */
function* each(list: unknown, open: (object: JsonObject) => Iterable<Enclosed>): Generator<Enclosed> {
  for (const object of objectsOf(list)) {
    if (object.ok) yield* open(object.value);
    else yield { inside: object, arrived: null };
  }
}

/**
 * Logs of OpenTelemetry in JSON: a record for each log record, with the `resource` and the `scope` around it beside its
 * own fields.
 */
export const otlpLogs: Envelope = {
  recognises: ({ resourceLogs }) => Array.isArray(resourceLogs),
  open: ({ resourceLogs }) =>
    each(resourceLogs, (ofResource) => {
      const resource = surroundings(ofResource.resource);
      return each(ofResource.scopeLogs, (ofScope) => {
        const scope = surroundings(ofScope.scope);
        return each(ofScope.logRecords, (record) => [{ inside: good({ ...record, resource, scope }), arrived: null }]);
      });
    }),
};
