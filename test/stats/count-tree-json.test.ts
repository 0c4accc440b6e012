import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountTree, emptyTree, merge, seed } from "../../lib/stats/count-tree.js";
import { treeFromJson, treeToJson } from "../../lib/stats/count-tree-json.js";
import { forAll } from "../for-all.js";

const anyTree: fc.Arbitrary<CountTree> = fc
  .array(fc.tuple(fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }), fc.integer({ min: -3, max: 3_000 })))
  .map((paths) => paths.reduce((sum, [path, epoch]) => merge(sum, seed(path, [epoch, 1])), emptyTree));

describe("a tree as JSON", () => {
  it("is read as it was written, whatever its names are", () =>
    forAll([anyTree], (tree) => expect(treeFromJson(JSON.parse(JSON.stringify(treeToJson(tree))))).toEqual(tree)));

  it("is the same bytes for equal trees", () =>
    expect(JSON.stringify(treeToJson(merge(seed(["a"], [1, 1]), seed(["b"], [2, 1]))))).toBe(
      JSON.stringify(treeToJson(merge(seed(["b"], [2, 1]), seed(["a"], [1, 1])))),
    ));

  it("has names, numbers of children and counts apart", () => {
    const tree = merge(seed(["git", "push"], [7, 1]), seed(["ls"], [8, 2]));
    expect(treeToJson(tree)).toEqual({
      t: "git push ls",
      k: [2, 1, 0, 0],
      n: [
        [7, 1, 8, 2],
        [7, 1],
        [7, 1],
        [8, 2],
      ],
    });
  });

  it("of an earlier version is read as well", () =>
    expect(treeFromJson({ n: [7, 1], c: [["git", { n: [7, 1], c: [["push", { n: [7, 1] }]] }]] })).toEqual(
      seed(["git", "push"], [7, 1]),
    ));
});
