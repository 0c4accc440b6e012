/**
 * Values by a key, keys and values in the order in which they came. Node 20 has no `Map.groupBy`.
 *
 * @example
 * grouped(["ada", "alan", "grace"], (name) => name.length).get(4) // => ["alan"]
 */
export function grouped<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
