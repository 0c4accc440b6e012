import type { Journal, Kept } from "../../ports/journal.js";

/** A journal in memory: JSON as text, so that nothing is kept here that DynamoDB would lose. It never forgets. */
export function createMemoryJournal<Snapshot, Entry>(): Journal<Snapshot, Entry> {
  const journals = new Map<string, Kept<string, string>>();
  const kept = (key: string): Kept<string, string> => journals.get(key) ?? { snapshot: null, entries: [], version: 0 };
  const write = (key: string, version: number, what: Omit<Kept<string, string>, "version">) => {
    if (kept(key).version !== version) return "conflict";
    journals.set(key, { ...what, version: version + 1 });
    return "saved";
  };
  return {
    async load(key) {
      const { snapshot, entries, version } = kept(key);
      return {
        snapshot: snapshot === null ? null : JSON.parse(snapshot),
        entries: entries.map((entry) => JSON.parse(entry)),
        version,
      };
    },
    async append(key, version, entry) {
      const { snapshot, entries } = kept(key);
      return write(key, version, { snapshot, entries: [...entries, JSON.stringify(entry)] });
    },
    async replace(key, version, snapshot) {
      return write(key, version, { snapshot: JSON.stringify(snapshot), entries: [] });
    },
  };
}
