import { expect } from "vitest";
import type { Event } from "../../../lib/domain/event.js";
import type { StartEncoder } from "../../../lib/sample/tree/encode/encode.js";
import type { Start, Tree, User } from "../../../lib/sample/tree/process.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";

/** One start, the record that was written of it, and the event that was read from that. */
export interface Reading {
  readonly start: Start;
  readonly tree: Tree;
  readonly record: Record<string, unknown>;
  readonly event: Event;
}

/** Whom a sensor that keeps the login names: who logged in; where that was nobody, or root, as whom it runs. */
export const loggedIn = ({ login, user }: Start): User => (login === null || login.uid === 0 ? user : login);

/** The name of the process above, where that is a program of which the same sensor has told. */
export const nameAbove = ({ parent, fork }: Start, idOf: ReadonlyMap<Start, unknown>): unknown => {
  if (parent === null) return null;
  return fork === null && idOf.has(parent) ? idOf.get(parent) : expect.any(String);
};

/** Three trees, written and read again: every record by exactly this format's reader, every start with an id of its own. */
export const readingsOf = (encoder: StartEncoder): readonly Reading[] => {
  const readings = [1, 2, 3].map(growTree).flatMap((tree) =>
    tree.starts.flatMap((start) =>
      encoder.encode(start, tree).map((written): Reading => {
        const record = written as Record<string, unknown>;
        expect(formats.filter((format) => format.recognises(record)).map(({ name }) => name)).toEqual([encoder.format]);
        const contentId = (): string => JSON.stringify(record);
        const event = normalise(record, "auto", { contentId, arrived: null });
        if (!event.ok) expect.fail(`a start requires an event, got ${event.reason}`);
        return { start, tree, record, event: event.value };
      }),
    ),
  );
  expect(new Set(readings.map(({ event }) => event.id)).size).toBe(readings.length);
  expect(readings.length).toBeGreaterThan(50);
  return readings;
};
