import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import { checkConfig } from "../../lib/config.js";
import { classify } from "../../lib/impact/classify.js";
import { catalogueWith } from "../../lib/impact/own.js";
import { ownExample } from "../../lib/render/catalogue-page.js";

const [tenant] = ownExample.catalogue.add;

const mistakesIn = (catalogue: unknown): readonly string[] => {
  const checked = checkConfig({ catalogue });
  return checked.ok ? [] : checked.mistakes;
};

const impactsOf = (catalogue: unknown, text: string) => {
  const checked = checkConfig({ catalogue });
  if (!checked.ok) throw new Error(checked.mistakes.join("\n"));
  const changed = catalogueWith(checked.config.catalogue);
  return understand({ kind: "script", text }).commands.flatMap((command) => classify(command, changed));
};

describe("an organisation that knows a command of its own", () => {
  it("finds it, however it is wrapped", () =>
    expect(impactsOf({ add: [tenant] }, "sudo bash -c 'acme tenant drop shop'")).toContainEqual({
      id: "acme.drop-tenant",
      class: "destroy",
      weight: 0.9,
      floor: true,
      attack: ["T1485"],
    }));

  it("weighs a built-in entry otherwise, and makes it a floor", () => {
    const override = { "infrastructure.terraform-destroy": { weight: 0.4, floor: true } };
    expect(impactsOf({ override }, "terraform destroy")[0]).toMatchObject({
      weight: 0.4,
      floor: true,
      class: "destroy",
    });
  });

  it("retires one that is everybody's daily work", () => {
    expect(impactsOf({}, "rm -rf docs").map(({ id }) => id)).toContain("files.remove-folder");
    expect(impactsOf({ retire: ["files.remove-folder"] }, "rm -rf docs").map(({ id }) => id)).not.toContain(
      "files.remove-folder",
    );
  });

  it("may write a pattern that would take for ever elsewhere", () => {
    const greedy = {
      ...tenant,
      when: { program: "acme", anyArgument: ["^(a+)+$"] },
      matches: ["acme aaa", "sudo acme aa"],
      ignores: ["acme b", `acme ${"a".repeat(3_000)}b`],
    };
    expect(mistakesIn({ add: [greedy] })).toEqual([]);
  });
});

describe("a catalogue with mistakes is refused, each with its path and a hint", () => {
  it.each([
    [
      "a line that is not found",
      { matches: ["acme tenant drop shop", "acme tenant lost"] },
      "catalogue.add.0.matches.1: must be found by the entry",
    ],
    [
      "a near miss that is found",
      { ignores: ["acme tenant list", "acme tenant drop x"] },
      "catalogue.add.0.ignores.1: must not be found by the entry",
    ],
    [
      "one line only",
      { matches: ["acme tenant drop shop"] },
      "catalogue.add.0.matches: must be at least 2 command lines",
    ],
    ["no near miss", { ignores: undefined }, "catalogue.add.0.ignores"],
    ["an unknown class", { class: "tea" }, "catalogue.add.0.class: must be one of destroy"],
    ["a heavy weight", { weight: 7 }, "catalogue.add.0.weight: must be at most 1, got 7"],
    [
      "an unknown condition",
      { when: { programme: "acme" } },
      "catalogue.add.0.when.programme: is not a setting; known here: program",
    ],
    ["no condition", { when: {} }, "catalogue.add.0.when: must be at least one condition"],
    [
      "a pattern that looks around",
      { when: { program: "acme", anyArgument: ["(?<=x)y"] } },
      "catalogue.add.0.when: must be patterns that compile, got (?<=x)y",
    ],
    ["a built-in id", { id: "files.remove-root" }, "catalogue.add.0.id: must be new, got files.remove-root"],
  ])("%s", (_name, change, mistake) =>
    expect(mistakesIn({ add: [{ ...tenant, ...change }] })).toContainEqual(expect.stringContaining(mistake)),
  );

  it("all at once", () =>
    expect(
      mistakesIn({ add: [tenant, tenant], override: { "no.such": { weight: 0.1 } }, retire: ["no.other"] }),
    ).toEqual([
      "catalogue.add.1.id: must be unique, got acme.drop-tenant twice; write it once",
      "catalogue.override.no.such: must be the id of a built-in entry, got no.such; docs/catalogue.md lists them",
      "catalogue.retire.0: must be the id of a built-in entry, got no.other; docs/catalogue.md lists them",
    ]));
});
