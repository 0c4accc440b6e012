import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, type CountTree, emptyTree, merge, prune, seed, size } from "../../lib/stats/count-tree.js";
import { once, total } from "../../lib/stats/epoch-counts.js";
import { forAll } from "../for-all.js";

const anySighting = fc.tuple(
  fc.array(fc.constantFrom("a", "b", "c", "__proto__"), { minLength: 1, maxLength: 3 }),
  fc.integer({ min: 0, max: 5 }),
);
const grow = (sightings: readonly (readonly [readonly string[], number])[]): CountTree =>
  sightings.reduce((tree, [path, epoch]) => merge(tree, seed(path, once(epoch))), emptyTree);
const anyTree = fc.array(anySighting, { maxLength: 20 }).map(grow);

describe("a tree of counts", () => {
  it("grows the same in whatever order it is counted", () =>
    forAll([fc.array(anySighting, { maxLength: 20 })], (sightings) =>
      expect(grow(sightings)).toEqual(grow([...sightings].reverse())),
    ));

  it("merges the same in any order, and what was merged can be left out again", () =>
    forAll([anyTree, anyTree, anyTree], (a, b, c) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(c, b)));
      expect(merge(merge(a, b), b, -1)).toEqual(a);
      expect(merge(emptyTree, a, -1)).toEqual(emptyTree);
    }));

  it("counts every path once on each node of its way", () => {
    const tree = grow([
      [["git", "push"], 1],
      [["git", "push"], 2],
      [["git", "log"], 2],
    ]);
    expect(total(tree.counts)).toBe(3);
    expect(total(at(tree, ["git"]).counts)).toBe(3);
    expect(at(tree, ["git", "push"]).counts).toEqual([1, 1, 2, 1]);
    expect(at(tree, ["terraform", "destroy"])).toBe(emptyTree);
  });

  it("never changes a tree that somebody holds", () => {
    const before = grow([[["git"], 1]]);
    merge(before, seed(["git"], once(1)));
    expect(total(at(before, ["git"]).counts)).toBe(1);
  });
});

describe("a tree that is pruned", () => {
  it("is within its size, whatever names an attacker invents", () =>
    forAll(
      [fc.array(fc.string({ maxLength: 5 }), { maxLength: 200 }), fc.integer({ min: 1, max: 50 })],
      (names, limit) =>
        expect(size(prune(grow(names.map((name) => [[name], 1])), limit, 0))).toBeLessThanOrEqual(limit),
    ));

  it("keeps what is frequent and forgets what was seen once", () => {
    const tree = grow([...Array.from({ length: 9 }, () => [["git"], 1] as const), [["rare"], 1], [["odd"], 1]]);
    expect([...prune(tree, 1, 0).children.keys()]).toEqual(["git"]);
  });

  it("keeps the parent's count whole when a child is forgotten", () => {
    const tree = grow([
      [["git", "push"], 1],
      [["git", "push"], 1],
      [["git", "gc"], 1],
    ]);
    const pruned = prune(tree, 2, 0);
    expect(total(at(pruned, ["git"]).counts)).toBe(3);
    expect(at(pruned, ["git", "gc"])).toBe(emptyTree);
  });

  it("does not depend on the order in which it was counted", () =>
    forAll([fc.array(anySighting, { maxLength: 30 }), fc.integer({ min: 0, max: 10 })], (sightings, limit) =>
      expect(prune(grow(sightings), limit, 2)).toEqual(prune(grow([...sightings].reverse()), limit, 2)),
    ));

  it("drops the epochs before its horizon", () =>
    expect(
      prune(
        grow([
          [["old"], 1],
          [["new"], 7],
        ]),
        10,
        5,
      ),
    ).toEqual(grow([[["new"], 7]])));
});
