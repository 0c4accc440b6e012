import { describe, expect, it } from "vitest";
import { type CountTree, emptyTree } from "../../lib/stats/count-tree.js";
import { distinct } from "../../lib/stats/distinct.js";

const tree: CountTree = {
  counts: [0, 9],
  children: new Map([
    ["often", { ...emptyTree, counts: [0, 8] }],
    ["once", { ...emptyTree, counts: [0, 1] }],
  ]),
};

describe("how many different children a node has", () => {
  it("fades with time, and slower with a longer half-life, though it was asked before", () => {
    expect(distinct(tree, 0, 4)).toBe(2);
    expect(distinct(tree, 4, 4)).toBe(1.5);
    expect(distinct(tree, 16, 4)).toBe(0.5 + 1 / 16);
    expect(distinct(tree, 16, 16)).toBe(1.5);
    expect(distinct(tree, 0, 4)).toBe(2);
  });

  it("is nothing where nothing was seen", () => expect(distinct(emptyTree, 0, 4)).toBe(0));
});
