import { mostAncestors, textOrNull } from "./field.js";
import { isObject, type JsonObject } from "./json.js";

export const objectAt = (value: unknown, name: string): JsonObject | null =>
  isObject(value) && isObject(value[name]) ? value[name] : null;

export const idOf = (process: JsonObject): string | null => textOrNull(process.uid) ?? textOrNull(process.cpid);

const isSame = (one: JsonObject, other: JsonObject): boolean => {
  const [id, otherId] = [idOf(one), idOf(other)];
  if (id !== null && otherId !== null) return id === otherId;
  const [pid, otherPid] = [textOrNull(one.pid), textOrNull(other.pid)];
  return pid !== null && pid === otherPid;
};

const withoutBlanks = (process: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(process).filter(([, value]) => value !== null && value !== ""));

const firstAncestorOf = ({ ancestry }: JsonObject): JsonObject | null =>
  Array.isArray(ancestry) && isObject(ancestry[0]) ? ancestry[0] : null;

/** The actor's process is mostly the parent, with more said of it; a broker that started it for another is not. */
export const starterOf = (record: JsonObject, process: JsonObject): JsonObject | null => {
  const parent = objectAt(process, "parent_process");
  const actor = objectAt(record.actor, "process");
  if (parent === null) return actor ?? firstAncestorOf(process);
  return actor !== null && isSame(parent, actor) ? { ...actor, ...withoutBlanks(parent) } : parent;
};

/** `ancestry` begins with the parent itself; where it is missing, each parent may hold its own. */
export const aboveOf = (process: JsonObject, starter: JsonObject | null): readonly JsonObject[] => {
  if (Array.isArray(process.ancestry)) {
    const all = process.ancestry.slice(0, mostAncestors + 1).filter(isObject);
    return starter !== null && all[0] !== undefined && (all[0] === starter || isSame(all[0], starter))
      ? all.slice(1)
      : all;
  }
  const above: JsonObject[] = [];
  for (let one = objectAt(starter, "parent_process"); one !== null && above.length < mostAncestors; ) {
    above.push(one);
    one = objectAt(one, "parent_process");
  }
  return above;
};
