import type { FormatName, ProcessRef } from "../domain/event.js";
import type { Trust } from "../domain/observation.js";
import type { Instant, Probability } from "../domain/units.js";

/** The agent that everything below a process belongs to. */
export interface Heritage {
  readonly agent: string;
  readonly confidence: Probability;
  readonly session: string | null;
  /** Nothing but a variable tells so, which outer agents leave in the environment of inner ones as well. */
  readonly isMarker: boolean;
}

/** Whose a process is, by the account it runs under. */
export interface Holder {
  readonly identity: string;
  readonly trust: Trust;
  /** How much the account says of a person: 0 for one that many use (root, services), 1 for a bare uid, 2 for a name. */
  readonly standing: 0 | 1 | 2;
}

/** Command lines as hashes: they lead to a starter that no id and no pid leads to. */
export interface Words {
  /** The whole line. */
  readonly own: string;
  /** The whole line of its starter, where the record has one that is more than a program's name. */
  readonly starter: string | null;
  /** Its command, without what is wrapped around it. */
  readonly says: string;
  /** The commands that it was started to run: those in a shell's script, or behind a sudo. */
  readonly asks: readonly string[];
  readonly folder: string | null;
}

/** What is remembered of a process, so that its descendants can be told whose they are. No text. */
export interface Fact {
  /** The same for every record of this image of this process, and for no other. */
  readonly key: string;
  /** Which sensor told of it: two sensors of a host tell of each process once each. */
  readonly format: FormatName;
  readonly process: ProcessRef;
  readonly at: Instant;
  readonly holder: Holder;
  /** What its own record tells of an agent; null where it tells nothing. */
  readonly heritage: Heritage | null;
  /** `switcher`: behind it the person stays, whatever the account. `border`: above it nobody acts. */
  readonly landmark: "switcher" | "border" | null;
  /** The agent whose own program it is. */
  readonly program: string | null;
  readonly words: Words;
  /** What those above it told, for when they are forgotten and it still starts others. */
  readonly kept?: Kept;
}

/** The end of a walk that can no longer be gone. */
export interface Kept {
  /** The nearest agent above it, and how many steps up. */
  readonly heritage: (Heritage & { readonly steps: number }) | null;
  readonly holder: Holder;
  /** Somebody above it, or it itself, became another account. */
  readonly switched: boolean;
  /** Of two descents of one process, the one that more was known for has the higher number. */
  readonly known: number;
}

/** The kernel and the first process: nobody whose start is told. */
export const isSystem = (pid: string | null): boolean => pid === "0" || pid === "1";
