import type { Finding } from "../../domain/finding.js";
import type { Findings } from "../../ports/findings.js";
import { outboxPlace } from "../outbox-place.js";

/** Findings in memory: JSON as text by id, and the places of those that are not sent. */
export function createMemoryFindings(): Findings {
  const findings = new Map<string, string>();
  const places = new Map<string, string>();
  return {
    async put(all) {
      const fresh: Finding[] = [];
      for (const finding of all) {
        if (findings.has(finding.id)) continue;
        findings.set(finding.id, JSON.stringify(finding));
        places.set(finding.id, outboxPlace(finding));
        fresh.push(finding);
      }
      return fresh;
    },
    async revise(all) {
      const absent = all.filter(({ id }) => !findings.has(id));
      for (const finding of all) if (findings.has(finding.id)) findings.set(finding.id, JSON.stringify(finding));
      return absent;
    },
    async unsent(limit) {
      const oldest = [...places].sort(([, a], [, b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).slice(0, limit);
      return oldest.map(([id]) => JSON.parse(findings.get(id) ?? ""));
    },
    async markSent(ids) {
      for (const id of ids) places.delete(id);
    },
  };
}
