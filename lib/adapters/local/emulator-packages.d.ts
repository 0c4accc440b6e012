/** The emulators carry no types; this is the little that is used of them. */

declare module "kinesalite" {
  import type { Server } from "node:http";
  /** @param options times in which a stream is being made, and how many shards there may be */
  export default function kinesalite(options?: {
    readonly createStreamMs?: number;
    readonly deleteStreamMs?: number;
    readonly updateStreamMs?: number;
    readonly shardLimit?: number;
  }): Server;
}

declare module "dynalite" {
  import type { Server } from "node:http";
  /** @param options times in which a table is being made */
  export default function dynalite(options?: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
}
