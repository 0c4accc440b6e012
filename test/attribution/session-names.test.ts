import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownNames, namesOf } from "../../lib/attribution/agent-names.js";
import { noSigns } from "../../lib/attribution/fingerprint.js";
import { withOwn } from "../../lib/attribution/fingerprints.js";
import { defaultIdentityRules, identify } from "../../lib/attribution/identity.js";
import { sessionNamed, sessionRuleOf } from "../../lib/attribution/session-names.js";
import { forAll } from "../for-all.js";

const rulesOf = (...patterns: readonly string[]) => ({
  sessions: patterns.map(sessionRuleOf).filter((rule) => rule !== null),
  agentNames: knownNames,
});
const ada = (agent: string) => ({ user: "ada", agent });

describe("an agent's session under a name of its own", () => {
  it.each([
    ["{agent}+{user}", "claude-code+ada", ada("claude-code")],
    ["{agent}+{user}", "Claude_Code+Ada", ada("claude-code")],
    ["{agent}+{user}", "codex-cli+ada@corp.example", { user: "ada@corp.example", agent: "codex" }],
    ["agent-{agent}-{user}", "agent-claude-code-ada", ada("claude-code")],
    ["agent-{agent}-{user}", "agent-codex-grace-hopper", { user: "grace-hopper", agent: "codex" }],
    ["{user}-{agent}", "grace-hopper-claude-code", { user: "grace-hopper", agent: "claude-code" }],
    ["{user}@{agent}.agents", "ada@cursor.agents", ada("cursor")],
    ["{agent}-{user}-*", "claude-code-ada-7f3a9c", ada("claude-code")],
    ["*-7-{agent}+{user}", "run-7-codex+ada", ada("codex")],
    ["{agent}+{user}", "acme-bot+ada", ada("acme-bot")],
  ])("%s takes %s apart", (pattern, name, owner) => expect(sessionNamed(name, rulesOf(pattern))).toEqual(owner));

  it.each([
    ["{agent}+{user}", "ada"],
    ["{agent}+{user}", "+ada"],
    ["{agent}+{user}", "codex+"],
    ["{agent}+{user}", "human+ada"],
    ["{agent}+{user}", "codex+-"],
    ["{agent}+{user}", "7/codex+ada"],
    ["agent-{agent}-{user}", "claude-code-ada"],
    ["{agent}-{user}-x", "codex-x"],
    // Which is the agent, `acme` or `acme-bot`? Nobody knows until it is in the configuration.
    ["agent-{agent}-{user}", "agent-acme-bot-ada"],
    ["{agent}+{user}", `codex+${"a".repeat(200)}`],
  ])("%s does not fit %s", (pattern, name) => expect(sessionNamed(name, rulesOf(pattern))).toBeNull());

  it("is found in whatever carries it", () => {
    const rules = rulesOf("{agent}+{user}");
    for (const name of [
      "arn:aws:sts::123456789012:assumed-role/agents/codex+ada",
      "AROAEXAMPLEID:codex+ada",
      "oidc:codex+ada",
    ])
      expect(sessionNamed(name, rules)).toEqual(ada("codex"));
    expect(sessionNamed("system:serviceaccount:codex+ada:x", rules)).toBeNull();
  });

  it("is taken apart by the first rule that fits", () => {
    const rules = rulesOf("bot.{agent}.{user}", "{user}.{agent}");
    expect(sessionNamed("bot.codex.ada", rules)).toEqual(ada("codex"));
    expect(sessionNamed("ada.codex", rules)).toEqual(ada("codex"));
  });

  it("knows an operator's own agents", () => {
    const own = { ...noSigns, agent: "acme-bot", confidence: 0.8, verifiedOn: "2026-11-25" };
    const rules = { ...rulesOf("agent-{agent}-{user}"), agentNames: namesOf(withOwn([own])) };
    expect(sessionNamed("agent-acme-bot-ada", rules)).toEqual(ada("acme-bot"));
  });

  it("is its person's: her name, her alias, her trust", () => {
    const rules = { ...defaultIdentityRules, ...rulesOf("{agent}+{user}"), trusted: ["ada"] };
    const name = "arn:aws:sts::123456789012:assumed-role/agents/codex+ada@corp.example";
    expect(identify({ name, uid: null }, "web-1", rules)).toMatchObject({ identity: "ada", trust: "trusted" });
    const aliases = new Map([["a.lovelace", "ada"]]);
    expect(identify({ name: "codex+a.lovelace", uid: null }, null, { ...rules, aliases }).identity).toBe("ada");
    expect(identify({ name: "codex+svc-deploy", uid: null }, null, rules).trust).toBe("service");
  });
});

describe("a pattern", () => {
  it.each([
    "",
    "{agent}",
    "{user}",
    "{agent}{user}",
    "{agent}+{agent}",
    "{agent}+{user}+{user}",
    "{agent}*{user}",
    "*{agent}+{user}",
    "{agent}+{user}*",
    "{agent}+{name}",
    "{agent+{user}",
    "a*b{agent}+{user}",
  ])("is refused: %j", (pattern) => expect(sessionRuleOf(pattern)).toBeNull());

  const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  it("gives back what was put into it", () =>
    forAll([word, fc.constantFrom("claude-code", "codex", "gemini-cli"), fc.boolean()], (user, agent, first) => {
      const [pattern, name] = first
        ? ["x-{agent}+{user}-*", `x-${agent}+${user}-1`]
        : ["{user}@{agent}", `${user}@${agent}`];
      expect(sessionNamed(name, rulesOf(pattern))).toEqual({ user, agent });
    }));

  it("never throws, and never finds what is not in the name", () =>
    forAll([fc.string(), fc.string()], (pattern, name) => {
      const owner = sessionNamed(name, rulesOf(pattern, "{agent}-{user}", "*-{user}+{agent}"));
      expect(name.toLowerCase()).toContain(owner?.user ?? "");
    }));
});
