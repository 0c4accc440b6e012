import { describe, expect, it } from "vitest";
import { checkEntries } from "../../lib/impact/check.js";
import type { CatalogueEntry } from "../../lib/impact/entry.js";

const sound: CatalogueEntry = {
  id: "kettle.boil",
  when: { program: "kettle", verb: "boil" },
  class: "destroy",
  weight: 0.5,
  floor: false,
  because: "boils the water away",
  attack: ["T1485"],
  falsePositives: "tea",
  whatToDo: "Pour a cup.",
  reference: "https://example.com/kettle",
  matches: ["kettle boil", "sudo kettle boil"],
  ignores: ["kettle fill", "kettle boil --help"],
};

const mistakesOf = (change: object): readonly string[] => checkEntries([{ ...sound, ...change } as CatalogueEntry]);

describe("a catalogue is refused with every mistake at once", () => {
  it("but not when it is sound", () => expect(checkEntries([sound])).toEqual([]));

  it.each([
    ["an id without a family", { id: "Boil" }, "id requires family.slug in lower case, got Boil"],
    ["an unknown class", { class: "tea" }, "class requires a known impact class, got tea"],
    ["a weight above one", { weight: 1.5 }, "weight requires a number from 0 to 1, got 1.5"],
    ["a weight that is no number", { weight: Number.NaN }, "weight requires a number from 0 to 1, got NaN"],
    ["a floor that is neither true nor false", { floor: "yes" }, "floor requires true or false, got yes"],
    ["a technique that is none", { attack: ["T12"] }, "attack requires technique ids like T1234 or T1234.001, got T12"],
    ["no condition", { when: {} }, "when requires at least one condition, got none"],
    ["a pattern that does not compile", { when: { anyArgument: ["("] } }, "when requires patterns that compile, got ("],
    [
      "a star inside a word",
      { when: { verb: "delete-*-now" } },
      "when requires stars at the end of words only, got one inside",
    ],
    ["no reason", { because: " " }, "because requires some words, got  "],
    ["no false positives", { falsePositives: "" }, "falsePositives requires some words, got "],
    ["no advice", { whatToDo: "" }, "whatToDo requires some words, got "],
    ["no reference", { reference: "a book" }, "reference requires an https address, got a book"],
    ["one match only", { matches: ["kettle boil"] }, "matches requires at least 2 command lines, got 1"],
    ["nothing that is ignored", { ignores: [] }, "ignores requires at least 2 command lines, got 0"],
  ])("%s", (_, change, mistake) => expect(mistakesOf(change)).toContainEqual(expect.stringContaining(mistake)));

  it("names the entry and says all that is wrong with it", () =>
    expect(mistakesOf({ weight: -1, because: "" })).toEqual([
      "kettle.boil: weight requires a number from 0 to 1, got -1",
      "kettle.boil: because requires some words, got ",
    ]));

  it("an id that stands twice", () =>
    expect(checkEntries([sound, sound])).toEqual(["kettle.boil: id requires to be unique, got it twice"]));

  it("an id that was retired", () =>
    expect(checkEntries([sound], ["kettle.boil"])).toEqual(["kettle.boil: id requires to be new, got a retired one"]));
});
