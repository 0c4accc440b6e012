import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits } from "../../lib/attribution/glob.js";
import { defaultIdentityRules, identify, isNobodyKnown } from "../../lib/attribution/identity.js";
import { sessionRuleOf } from "../../lib/attribution/session-names.js";
import { isShared } from "../../lib/attribution/spelling.js";
import { forAll } from "../for-all.js";

const named = (name: string, host: string | null = "web-1", rules = defaultIdentityRules) =>
  identify({ name, uid: null }, host, rules);
const withUid = (uid: string, host: string | null = "web-1", rules = defaultIdentityRules) =>
  identify({ name: null, uid }, host, rules);

describe("ada is one person", () => {
  it.each(["ada", "Ada", "CORP\\ada", "corp\\Ada", "ada@corp.example", "ADA@CORP.EXAMPLE", " ada ", ".\\ada"])(
    "however she is spelled: %j",
    (name) => expect(named(name)).toMatchObject({ identity: "ada", trust: "trusted" }),
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
    expect(withUid("1000", "web-1", rules)).toMatchObject({ identity: "ada", trust: "trusted" });
    expect(withUid("2000", "web-2", rules).identity).toBe("ada");
    expect(withUid("1000", "web-2", rules).identity).toBe("uid:1000@web-2");
  });
});

describe("a number without a name", () => {
  const sid = "S-1-5-21-1000000001-1000000002-1000000003-1103";
  const mapped = (alias: string) => ({ ...defaultIdentityRules, aliases: new Map([[alias.toLowerCase(), "ada"]]) });

  it("is one person everywhere when a domain made it, and another on each host otherwise", () => {
    expect(withUid(sid)).toMatchObject({ identity: `sid:${sid.toLowerCase()}`, trust: "trusted" });
    expect(withUid(sid, "web-2")).toEqual(withUid(sid));
    expect(withUid("1000", "web-2").identity).toBe("uid:1000@web-2");
    expect(withUid("S-1-5-80-1-2-3-4-5")).toMatchObject({ identity: "sid:s-1-5-80-1-2-3-4-5@web-1", trust: "service" });
  });

  it("is read as one where a source writes it as the name", () => {
    expect(named("1000")).toEqual(withUid("1000"));
    expect(named("33")).toMatchObject({ identity: "uid:33@web-1", trust: "service" });
    expect(named(sid)).toEqual(withUid(sid));
    expect(named("CORP\\1234567").identity).toBe("1234567");
  });

  it.each([`sid:${sid}`, sid, `sid:${sid}@web-1`, `${sid}@WEB-1`, `uid:${sid}`])("is ada's by %s", (alias) =>
    expect(withUid(sid, "web-1", mapped(alias)).identity).toBe("ada"),
  );

  it("of a domain counts beside a name, a uid only where the name is anybody's", () => {
    const account = { name: "CORP\\al", uid: sid };
    expect(identify(account, null, mapped(sid)).identity).toBe("ada");
    expect(identify({ name: "ubuntu", uid: "1000" }, "web-1", mapped("uid:1000@web-1")).identity).toBe("ada");
    expect(identify({ name: "grace", uid: "1000" }, "web-1", mapped("uid:1000")).identity).toBe("grace");
  });

  it("is an administrator's wherever it ends so", () =>
    expect(withUid("S-1-5-21-1-2-3-500")).toMatchObject({ identity: "administrator@web-1", trust: "service" }));
});

describe("a principal of a cloud or a cluster", () => {
  it.each([
    ["arn:aws:sts::123456789012:assumed-role/Engineer/ada@corp.example", "ada"],
    ["arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/Ada", "ada"],
    ["arn:aws-cn:sts::123456789012:assumed-role/Engineer/ada", "ada"],
    ["arn:aws:sts::123456789012:federated-user/ada", "ada"],
    ["arn:aws:iam::123456789012:user/engineering/ada", "ada"],
    ["AROAEXAMPLEID:ada", "ada"],
    ["AROAEXAMPLEID:ada@corp.example", "ada"],
    ["oidc:ada", "ada"],
    ["oidc:ada@corp.example", "ada"],
    ["https://login.example.com/realm#ada", "ada"],
  ])("is the person in it: %s", (name, identity) => expect(named(name)).toMatchObject({ identity, trust: "trusted" }));

  it.each([
    ["arn:aws:sts::123456789012:assumed-role/web/i-0123456789abcdef0", "role:web"],
    ["arn:aws:sts::123456789012:assumed-role/deploy/botocore-session-1772355000", "role:deploy"],
    ["arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions", "role:deploy"],
    ["arn:aws:iam::123456789012:role/path/deploy", "role:deploy"],
    ["arn:aws:iam::123456789012:root", "root@123456789012"],
    ["AROAEXAMPLEID:1772355000123456789", "role:aroaexampleid"],
    ["system:serviceaccount:shop:cart", "system:serviceaccount:shop:cart"],
    ["system:node:web-1.example.com", "system:node:web-1.example.com"],
    ["kubernetes-admin", "kubernetes-admin@web-1"],
  ])("is a service where nobody is named: %s", (name, identity) =>
    expect(named(name)).toMatchObject({ identity, trust: "service" }),
  );

  it.each([
    ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket"],
    ["arn:aws:iam::1", "arn:aws:iam::1"],
    ["https://login.example.com#", "https:-login.example.com-"],
    ["oidc:", "oidc:"],
  ])("stays what it is where nothing is known of it: %s", (name, identity) =>
    expect(named(name).identity).toBe(identity),
  );

  it("may be trusted or mapped as it is written, and by its parts", () => {
    const arn = "arn:aws:sts::123456789012:assumed-role/Engineer/ada@corp.example";
    const trusting = (pattern: string) => named(arn, null, { ...defaultIdentityRules, trusted: [pattern] }).trust;
    expect(["arn:aws:sts::123456789012:*", "*@corp.example", "ada"].map(trusting)).toEqual(Array(3).fill("trusted"));
    expect(trusting("grace")).toBe("unknown");
    const aliases = new Map([[arn.toLowerCase(), "grace"]]);
    expect(named(arn, null, { ...defaultIdentityRules, aliases }).identity).toBe("grace");
  });
});

describe("an account that many work under", () => {
  it.each(["root", "ssm-user", "ec2-user", "ubuntu", "admin", "CORP\\Administrator"])(
    "is another on each host: %s",
    (name) => {
      const { identity, trust } = named(name, "web-1");
      expect([identity.endsWith("@web-1"), trust]).toEqual([true, "service"]);
      expect(isShared({ name, uid: "1000" })).toBe(true);
    },
  );

  it.each([
    [{ name: null, uid: "0" }, true],
    [{ name: null, uid: "S-1-5-18" }, true],
    [{ name: "NT AUTHORITY\\SYSTEM", uid: null }, true],
    [{ name: "ada", uid: "0" }, false],
    [{ name: "jenkins", uid: null }, false],
    [{ name: null, uid: "1000" }, false],
    [{ name: null, uid: null }, false],
  ])("%j: %s", (account, whether) => expect(isShared(account)).toBe(whether));
});

describe("an account of the machine", () => {
  it.each([
    ["root", "root@web-1"],
    ["NT AUTHORITY\\SYSTEM", "system@web-1"],
    ["example.com\\system", "system@web-1"],
    ["S-1-5-18", "system@web-1"],
    ["NT AUTHORITY\\LOCAL SERVICE", "local-service@web-1"],
  ])("is another on each host: %s", (name, identity) =>
    expect(named(name, "Web-1")).toMatchObject({ identity, trust: "service" }),
  );

  it.each([
    ["AUTORITE NT\\Système", "S-1-5-18", "system@web-1"],
    ["NT-AUTORITÄT\\Lokaler Dienst", "S-1-5-19", "local-service@web-1"],
    ["CORP\\WEB-1$", "S-1-5-20", "network-service@web-1"],
  ])("is known by its SID in every language: %s", (name, uid, identity) => {
    const account = { name, uid };
    expect(identify(account, "web-1", defaultIdentityRules)).toEqual({ identity, trust: "service", standing: 0 });
  });

  it("is root by its uid", () => expect(withUid("0")).toMatchObject({ identity: "root@web-1", trust: "service" }));

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

describe("somebody of whom a source tells nothing", () => {
  const nobody = { name: null, uid: null };

  it("is nobody known, another on each host, and never trusted", () => {
    expect(identify(nobody, "Web-1", defaultIdentityRules)).toEqual({
      identity: "unknown@web-1",
      trust: "unknown",
      standing: 1,
    });
    expect(identify({ name: " ", uid: "" }, null, defaultIdentityRules).identity).toBe("unknown");
    expect(identify(nobody, "web-1", { ...defaultIdentityRules, trusted: ["*"] }).trust).toBe("unknown");
  });

  it("is who the map says works on that host", () => {
    const aliases = new Map([["unknown@ada-laptop", "ada"]]);
    expect(identify(nobody, "ada-laptop", { ...defaultIdentityRules, aliases })).toEqual({
      identity: "ada",
      trust: "trusted",
      standing: 2,
    });
  });

  it("is not who has a number, or a name", () => {
    expect(isNobodyKnown(identify(nobody, "web-1", defaultIdentityRules).identity)).toBe(true);
    expect(isNobodyKnown(withUid("1000").identity)).toBe(false);
    expect(isNobodyKnown(named("unknowable").identity)).toBe(false);
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
  it("follows a person to the name that her spelling is mapped to", () => {
    const aliases = new Map([["a.lovelace@corp.example", "countess"]]);
    expect(named("a.lovelace@corp.example", null, { ...rules, aliases })).toMatchObject({
      identity: "countess",
      trust: "trusted",
      standing: 2,
    });
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

describe("a name of 100 KB is cut, and no work", () => {
  const prefixes = [
    "",
    "arn:aws:sts::1:assumed-role/",
    "aroa",
    "aroax:",
    "https://",
    "system:",
    "oidc:",
    "s-1",
    "CORP\\",
  ];
  const rules = {
    ...defaultIdentityRules,
    sessions: [sessionRuleOf("*-{agent}-{user}-*")].filter((rule) => rule !== null),
  };
  it.each(prefixes.flatMap((prefix) => ["-", "a", "-1", "/", ":", "#", "@", "\u0301"].map((piece) => [prefix, piece])))(
    "%s%s...",
    (prefix = "", piece = "") => {
      const name = prefix + piece.repeat(100_000 / piece.length);
      expect(identify({ name, uid: name }, name, rules).identity.length).toBeLessThan(400);
    },
  );
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
