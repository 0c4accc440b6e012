import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits } from "../../lib/attribution/glob.js";
import { defaultIdentityRules, identify } from "../../lib/attribution/identity.js";
import { forAll } from "../for-all.js";

const named = (name: string, host: string | null = "web-1", rules = defaultIdentityRules) =>
  identify({ name, uid: null }, host, rules);
const withUid = (uid: string, host: string | null = "web-1", rules = defaultIdentityRules) =>
  identify({ name: null, uid }, host, rules);

describe("ada is one person", () => {
  it.each(["ada", "Ada", "CORP\\ada", "corp\\Ada", "ada@corp.example", "ADA@CORP.EXAMPLE", " ada ", ".\\ada"])(
    "however she is spelled: %j",
    (name) => expect(named(name)).toEqual({ identity: "ada", trust: "trusted" }),
  );

  it("on every host", () => expect(named("ada", "laptop-1")).toEqual(named("ada", null)));

  it("under her other names, when they are known", () => {
    const rules = {
      ...defaultIdentityRules,
      aliases: new Map([
        ["a.lovelace", "ada"],
        ["uid:1000@web-1", "ada"],
        ["uid:2000", "ada"],
      ]),
    };
    expect(named("CORP\\A.Lovelace", null, rules).identity).toBe("ada");
    expect(withUid("1000", "web-1", rules)).toEqual({ identity: "ada", trust: "trusted" });
    expect(withUid("2000", "web-2", rules).identity).toBe("ada");
    expect(withUid("1000", "web-2", rules).identity).toBe("uid:1000@web-2");
  });
});

describe("an account of the machine", () => {
  it.each([
    ["root", "root@web-1"],
    ["NT AUTHORITY\\SYSTEM", "system@web-1"],
    ["example.com\\system", "system@web-1"],
    ["S-1-5-18", "system@web-1"],
    ["NT AUTHORITY\\LOCAL SERVICE", "local-service@web-1"],
  ])("is another on each host: %s", (name, identity) =>
    expect(named(name, "Web-1")).toEqual({ identity, trust: "service" }),
  );

  it("is root by its uid", () => expect(withUid("0")).toEqual({ identity: "root@web-1", trust: "service" }));

  it.each([
    "www-data",
    "_spotlight",
    "daemon",
    "nobody",
    "svc-deploy",
    "WEB-1$",
    "renovate[bot]",
    "jenkins",
    "ci-runner",
  ])("is a service: %s", (name) => expect(named(name).trust).toBe("service"));

  it("is a service by a uid that no person gets", () => {
    expect(withUid("33").trust).toBe("service");
    expect(withUid("501").trust).toBe("trusted");
  });
});

describe("trust", () => {
  const rules = { ...defaultIdentityRules, trusted: ["ada", "*@corp.example"] };

  it("is for everybody where nobody is named", () => expect(named("grace").trust).toBe("trusted"));
  it("is only for those named", () => {
    expect(named("ada", null, rules).trust).toBe("trusted");
    expect(named("grace", null, rules).trust).toBe("unknown");
    expect(named("grace@corp.example", null, rules).trust).toBe("trusted");
  });
  it("does not make a person of a service", () =>
    expect(named("root", null, { ...rules, trusted: ["*"] }).trust).toBe("service"));
});

describe("an identity", () => {
  it("cannot pretend to be a person's agent", () => expect(named("ada/claude-code").identity).toBe("ada-claude-code"));
  it("holds nothing that a terminal or a chat would act on", () =>
    forAll([fc.option(fc.string({ unit: "binary" })), fc.option(fc.string({ unit: "binary" }))], (name, uid) => {
      const { identity } = identify({ name, uid }, "web-1", defaultIdentityRules);
      expect(identity).toMatch(/^[\p{L}\p{N}._@:$+[\]\\-]+$/u);
    }));
});

describe("a pattern", () => {
  it.each([
    ["svc-deploy", "svc-*", true],
    ["deploy-svc", "*-svc", true],
    ["a-b-c", "a*c", true],
    ["abc", "a?c", true],
    ["ac", "a?c", false],
    ["", "*", true],
    ["a", "", false],
    ["a*c", "a*c", true],
    ["aXbXc", "a*b*d", false],
  ])("%j fits %j: %s", (name, pattern, whether) => expect(fits(name, pattern)).toBe(whether));

  it("of many stars is no work", () => expect(fits("a".repeat(100_000), `${"*a".repeat(50)}b`)).toBe(false));
});
