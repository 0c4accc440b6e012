import { isObject, type JsonObject } from "./json.js";

/**
 * A field by its dotted path, however the shipper wrote it: as objects in objects, as one dotted key, or half and half.
 *
 * @example
 * fieldAt({ process: { pid: 7 } }, "process.pid") // => 7
 * fieldAt({ "process.pid": 7 }, "process.pid") // => 7
 * fieldAt({ process: { "parent.pid": 6 } }, "process.parent.pid") // => 6
 * fieldAt({ process: 7 }, "process.pid") // => undefined
 */
export const fieldAt = (record: JsonObject, path: string): unknown => {
  if (Object.hasOwn(record, path)) return record[path];
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    const key = path.slice(0, dot);
    const inner = Object.hasOwn(record, key) ? record[key] : undefined;
    const found = isObject(inner) ? fieldAt(inner, path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
