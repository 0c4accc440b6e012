import type { Instant } from "../../domain/units.js";
import type { Lineage, Packet } from "../../ports/lineage.js";
import { readAnew, termOf } from "../lineage-terms.js";

interface Kept {
  readonly at: Instant;
  readonly text: string;
}

/** Lineage in memory: JSON as text, with the time it was put. A cursor is when all was read, and how many there were. */
export function createMemoryLineage<Content>(now: () => Instant = () => 0): Lineage<Content> {
  const hosts = new Map<string, Kept[]>();
  return {
    async put(packets) {
      for (const packet of packets) {
        const kept = hosts.get(packet.host) ?? [];
        kept.push({ at: now(), text: JSON.stringify(packet) });
        hosts.set(packet.host, kept);
      }
    },
    async since(host, cursor) {
      const [readAt = Number.NEGATIVE_INFINITY, from = 0] = cursor?.split("/").map(Number) ?? [];
      const whole = now() - readAt >= readAnew;
      const kept = hosts.get(host) ?? [];
      const packets = kept.slice(whole ? 0 : from).flatMap(({ at, text }) => {
        const packet: Packet<Content> = JSON.parse(text);
        const matters = now() - at < termOf[packet.term] && (whole || packet.term === "brief");
        return matters ? [packet] : [];
      });
      return { packets, cursor: `${whole ? now() : readAt}/${kept.length}`, whole };
    },
  };
}
