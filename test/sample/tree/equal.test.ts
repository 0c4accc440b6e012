import { describe, expect, it } from "vitest";
import { callEncoders, startEncoders } from "../../../lib/sample/tree/encode/index.js";
import { ocsfNamed } from "../../../lib/sample/tree/encode/ocsf.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { hiddenFrom, type Told, toldOf } from "./told.js";

const trees = [1, 2, 3].map(growTree);

/** A sensor of every system, which names the agents itself. */
const reference = await toldOf([ocsfNamed], trees);

it("a sensor that names the agents tells who really acted", () => {
  for (const [{ truth }, all] of reference) expect(all).toEqual([{ ...truth, text: expect.any(String) }]);
});

const withLineage = startEncoders.filter(({ carries }) => carries.lineage);

describe.each(withLineage)("$format, $variant", (encoder) => {
  const { carries } = encoder;

  it("tells of every command what every other format tells, up to what it does not carry", async () => {
    const told = await toldOf([encoder], trees);
    const seen = trees.flatMap((tree) => {
      const hidden = hiddenFrom(carries, tree);
      const starts = tree.starts.filter((start) => encoder.encode(start, tree).length > 0);
      return [...new Set(starts.flatMap(({ commands }) => commands))].filter((command) => !hidden.has(command));
    });
    const [own, others] = [told, reference].map((all) => seen.map((command) => all.get(command) ?? []));
    // Of one second, any image of a process may be taken for its first, and two of them for two processes.
    const comparable = (all: readonly (readonly Told[])[] = []) =>
      carries.milliseconds ? all : all.map(([one]) => ({ ...one, text: "" }));
    expect(comparable(own)).toEqual(comparable(others));
  });
});

describe.each(callEncoders)("$format, $variant", (encoder) => {
  it("tells of exactly the calls", async () => {
    const told = await toldOf([encoder], trees);
    const calls = trees.flatMap((tree) => tree.calls).filter(({ agent }) => agent === encoder.agent);
    expect(told.size).toBe(calls.flatMap(({ commands }) => commands).length);
    for (const [{ truth }, all] of told) expect(all).toMatchObject([truth]);
  });
});

it("hooks, logs and transcripts beside a process sensor add nothing, and take nothing away", async () => {
  const together = await toldOf([ocsfNamed, ...callEncoders], trees);
  expect(new Set(together.keys())).toEqual(new Set(reference.keys()));
  for (const [{ truth }, all] of together) expect(all).toMatchObject([truth]);
});
