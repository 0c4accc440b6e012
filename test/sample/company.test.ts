import { describe, expect, it } from "vitest";
import { generateCompany, type SampleRecord } from "../../lib/sample/company.js";
import { people } from "../../lib/sample/people.js";
import { deal } from "../../lib/sample/plans/deal.js";

const seed = 7;
const company = generateCompany(seed);
const history = [...company.history];
const day = [...company.day];
const historyText = history.map(({ record }) => JSON.stringify(record));
const dayText = day.map(({ record }) => JSON.stringify(record));

const bytes = (records: Iterable<SampleRecord>): string => JSON.stringify([...records]);
const seeds = Array.from({ length: 40 }, (_, number) => number);
const inOrder = (records: readonly SampleRecord[]): boolean =>
  records.every(({ at }, place) => place === 0 || at >= (records[place - 1] as SampleRecord).at);

describe("the invented company", () => {
  it("has eleven engineers in three teams, everyone with an agent", () => {
    expect(people).toHaveLength(11);
    expect(new Set(people.map(({ team }) => team)).size).toBe(3);
    expect(new Set(people.flatMap(({ agents }) => agents)).size).toBe(5);
    expect(people.every(({ agents }) => agents.length > 0)).toBe(true);
  });

  it("leaves three weeks of at least 40,000 records, in order of time, in all formats", () => {
    expect(history.length).toBeGreaterThanOrEqual(40_000);
    expect(inOrder(history)).toBe(true);
    expect(new Set(history.map(({ format }) => format))).toEqual(
      new Set(["plain", "defender", "tetragon", "claude-otel"]),
    );
  });

  it("is judged on the Wednesday after", () => {
    expect(company.truth.learnUntil).toBe("2026-03-25T00:00:00.000Z");
    expect(new Date(company.truth.learnUntil).getUTCDay()).toBe(3);
    expect(inOrder(day)).toBe(true);
    expect(history.every(({ at }) => at < Date.parse(company.truth.learnUntil))).toBe(true);
    expect(day.every(({ at }) => at >= Date.parse(company.truth.learnUntil))).toBe(true);
  });

  it("rests on weekends, but for who is on call", () => {
    const weekend = history.filter(({ at }) => [0, 6].includes(new Date(at).getUTCDay()));
    expect(weekend.length).toBeLessThan(history.length / 20);
  });

  it("has filled every slot of its habits", () => {
    for (const text of [...historyText, ...dayText]) expect(text).not.toMatch(/(?<!\{)\{[a-z]+\}/);
  });

  it("holds nothing that looks like a secret", () => {
    for (const text of [...historyText, ...dayText])
      expect(text).not.toMatch(/AKIA|BEGIN [A-Z ]*KEY|gh[po]_|password|xox[bp]-|sk-/i);
  });
});

describe("the same seed", () => {
  it("gives the same bytes", () => {
    const again = generateCompany(seed);
    expect(bytes(again.day)).toBe(bytes(company.day));
    expect(again.truth).toEqual(company.truth);
    expect(bytes(again.history)).toBe(bytes(history));
  });

  it("gives the same history each time it is read", () => {
    const [first] = company.history;
    const [again] = company.history;
    expect(again).toEqual(first);
  });
});

describe("another seed", () => {
  it("gives another day, with other people and words", () => {
    const other = generateCompany(seed + 1);
    expect(bytes(other.day)).not.toBe(bytes(company.day));
    expect(other.truth.incidents.map(({ at }) => at)).not.toEqual(company.truth.incidents.map(({ at }) => at));
  });

  it.each(["force-push", "terraform-destroy", "injected-recon", "approvals-off"])(
    "moves and rewords the %s",
    (kind) => {
      const plans = seeds.flatMap(deal).filter((plan) => plan.kind === kind);
      expect(new Set(plans.map(({ person }) => person.name)).size).toBeGreaterThan(6);
      expect(new Set(plans.map(({ lines }) => lines.map(({ line }) => line).join("\n"))).size).toBeGreaterThan(10);
      expect(new Set(plans.map(({ agent }) => agent)).size).toBeGreaterThan(2);
    },
  );
});

describe("what is planted in the judged day", () => {
  const { incidents, controls } = company.truth;

  it("is four incidents and three controls, each in another person's day", () => {
    expect(incidents.map(({ kind }) => kind).sort()).toEqual([
      "approvals-off",
      "force-push",
      "injected-recon",
      "terraform-destroy",
    ]);
    expect(controls.map(({ kind }) => kind).sort()).toEqual(["mentions-rm-rf", "new-tool", "rare-deploy"]);
    expect(new Set([...incidents, ...controls].map(({ identity }) => identity)).size).toBe(7);
  });

  it.each(seeds.slice(0, 6))("is really there, whatever the seed (%i)", (other) => {
    const { day: itsDay, truth } = generateCompany(other);
    const times = new Set([...itsDay].map(({ at }) => at));
    for (const { at, eventIds, text } of [...truth.incidents, ...truth.controls]) {
      expect(times).toContain(at);
      expect(eventIds.length).toBeGreaterThan(0);
      expect(text).not.toBe("");
    }
    for (const { mustFind, eventIds } of truth.incidents) {
      expect(mustFind.length).toBeGreaterThan(0);
      expect(eventIds).toEqual(expect.arrayContaining([...mustFind]));
    }
  });

  it("is 3 to 6 commands of one agent where it was injected, some of them harmless alone", () => {
    for (const { lines, agent } of seeds.flatMap(deal).filter(({ kind }) => kind === "injected-recon")) {
      expect(agent).not.toBeNull();
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(lines.some(({ mustFind }) => mustFind)).toBe(true);
      expect(lines.some(({ mustFind }) => !mustFind)).toBe(true);
    }
  });

  it("was never done before, where it is an incident", () => {
    const never =
      /push [^"]*(-f\b|--force(?!-with-lease)|\+main|\+HEAD)|terraform[^"]*destroy|yolo|bypass|skip-permissions|allow-all/;
    expect(historyText.filter((text) => never.test(text))).toEqual([]);
  });

  it("was done by hand three to five times before, where it is a rare deploy", () => {
    const deploy = controls.find(({ kind }) => kind === "rare-deploy");
    const words = deploy?.text.replace(/^\w+ /, "") ?? "nothing"; // Tetragon has the program's name apart
    const before = historyText.filter((text) => text.includes(words) && text.includes(deploy?.identity ?? "nobody"));
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before.length).toBeLessThanOrEqual(5);
  });

  it("is a tool nobody has run before, where it is a new tool", () => {
    const plans = seeds.flatMap(deal).filter(({ kind }) => kind === "new-tool");
    const tools = new Set(plans.map(({ lines }) => lines[0]?.line.split(" ")[0]));
    const anyTool = new RegExp(`\\b(?:${[...tools].join("|")})\\b`);
    expect(tools.size).toBeGreaterThan(5);
    expect(historyText.filter((text) => anyTool.test(text))).toEqual([]);
  });
});
