import { describe, expect, it } from "vitest";
import { identify } from "../../lib/attribution/identity.js";
import { createRecogniser } from "../../lib/attribution/recognise.js";
import { checkConfig } from "../../lib/config.js";
import { minute } from "../../lib/domain/units.js";
import { defaultLane } from "../../lib/identity/settings.js";
import { read } from "../architecture/sources.js";

const files: Readonly<Record<string, string>> = {
  "engineers.txt": "\ufeff# who works here\nAda\r\n*@corp.example # all by mail\n\nteam:platform\n",
  "nobody.txt": "# nobody yet\n",
};
const readText = (name: string): string | null => files[name] ?? null;
const mistakesOf = (written: unknown): readonly string[] => {
  const checked = checkConfig(written, readText);
  return checked.ok ? [] : checked.mistakes;
};
const configOf = (written: unknown) => {
  const checked = checkConfig(written, readText);
  if (!checked.ok) throw new Error(`configOf requires a right configuration, got ${checked.mistakes.join("; ")}`);
  return checked.config;
};

describe("agents of an operator's own", () => {
  it("are recognised by what is written of them", () => {
    const { agents } = configOf({
      agents: [
        { name: "acme-agent", binaries: ["Acme.exe"], paths: ["\\Acme\\Bin\\"], environment: { ACME: "*" } },
        { name: "goose", modules: ["goose"], confidence: 0.9, verifiedOn: "2026-11-25" },
        { name: "copilot", aliases: ["corp-copilot"] },
      ],
    });
    const recogniser = createRecogniser(agents);
    const binary = { name: "acme", path: "acme", script: null, module: null };
    expect(recogniser.agentOf(binary)).toEqual({ agent: "acme-agent", confidence: 0.8 });
    expect(recogniser.agentOf({ ...binary, name: "x", path: "C:\\ACME\\bin\\x" })?.agent).toBe("acme-agent");
    expect(recogniser.agentOf({ ...binary, name: "goose", path: "goose" })?.confidence).toBe(0.9);
    expect(recogniser.agentOf({ ...binary, name: "copilot", path: "copilot" })?.confidence).toBe(0.6);
    expect(recogniser.markersIn({ ACME: "7" })).toMatchObject([{ agent: "acme-agent", confidence: 0.8 }]);
  });

  it("are told all their mistakes at once, each with its path and a hint", () =>
    expect(
      mistakesOf({
        agents: [
          { name: "Acme Agent", binaries: ["bin/acme"], confidence: 1 },
          { name: "acme" },
          { name: "acme", binaries: [], paths: ["acme"], enviroment: {} },
          { name: "acme", environment: { "NOT A NAME": "1", ACME: "" } },
          "acme",
        ],
      }),
    ).toEqual([
      'agents.0.name: must be a name in kebab-case, got "Acme Agent"; for example "acme-agent"',
      'agents.0.binaries.0: must be a program\'s name without its folder, got "bin/acme"; for example "acme"',
      "agents.0.confidence: must be at most 0.95, got 1; 0.8 is the default; lower where other programs share its name",
      "agents.1: must have at least one sign, got none; write one of aliases, binaries, paths, modules, environment",
      'agents.2.paths.0: must be a piece of a path with a separator and a name in it, got "acme"; for example "/acme-agent/bin/"',
      'agents.3.environment.NOT A NAME: must be a variable\'s name, got "NOT A NAME"; for example "ACME_AGENT"',
      'agents.3.environment.ACME: must be the variable\'s value, with * for any text, got ""; for example "1" or "*"',
      'agents.4: must be an object, got "acme"; for example { "name": "acme-agent" }',
      "agents.2.enviroment: is not a setting; known here: name, aliases, binaries, paths, modules, environment, confidence, verifiedOn",
    ]));

  it("have each sign once", () =>
    expect(
      mistakesOf({
        agents: [
          { name: "acme", binaries: ["acmed"], modules: ["acme"] },
          { name: "acme", binaries: ["acmed.exe"] },
          { name: "other", aliases: ["acme"] },
        ],
      }),
    ).toEqual([
      "agents.1: has the name acme, which acme has already; write it once",
      "agents.1: has the binary acmed, which acme has already; write it once",
      "agents.2: has the name acme, which acme has already; write it once",
    ]));

  it("must be a list", () =>
    expect(mistakesOf({ agents: { name: "acme" } })).toEqual([
      'agents: must be a list, got Object; for example [{ "name": "acme-agent", "binaries": ["acme"] }]',
    ]));
});

describe("settings that there are none of", () => {
  it("are all told, however many an object has, and beside what else is wrong", () => {
    const mistakes = mistakesOf({ policy: { identityLane: { windw: 1, commands: 0 }, findAtP: 7 }, xx: 1, yy: 2 });
    expect(mistakes).toHaveLength(5);
    for (const start of [
      "policy.findAtP: ",
      "policy.identityLane.windw: ",
      "policy.identityLane.commands: ",
      "xx: ",
      "yy: ",
    ])
      expect(mistakes.filter((mistake) => mistake.startsWith(start))).toHaveLength(1);
    expect(mistakesOf({ xx: 1, policy: { cohorts: [{ team: "nobody" }] } })).toEqual([
      expect.stringMatching(/^xx: is not a setting/),
      'policy.cohorts.0.team: "nobody" is not in identities.teams; add it there',
    ]);
  });
});

describe("what somebody called expected", () => {
  it("is a principal and a signature", () => {
    const expected = [{ principal: "ada/codex", signature: "terraform/destroy/-" }];
    expect(configOf({ policy: { learning: { expected } } }).policy.learning.expected).toEqual(expected);
    expect(configOf({}).policy.learning.expected).toEqual([]);
  });

  it("is told its mistakes", () =>
    expect(
      mistakesOf({ policy: { learning: { expected: [{ principal: "", signature: "rm" }, { agent: "x" }] } } }),
    ).toEqual(
      expect.arrayContaining([
        'policy.learning.expected.0.principal: must be a principal, got ""; an identity, or an identity and an agent: ada, ada/codex',
        'policy.learning.expected.0.signature: must be a signature, got "rm"; copy it from the finding\'s JSON: terraform/destroy/-',
        "policy.learning.expected.1.agent: is not a setting; known here: principal, signature",
      ]),
    ));
});

describe("the identity lane", () => {
  it("is as it is tested where nothing is written", () => {
    expect(configOf({}).policy.identityLane).toEqual(defaultLane);
    expect(configOf({ policy: { identityLane: {} } }).policy.identityLane).toEqual(defaultLane);
  });

  it("takes its thresholds, its windows and its gate from what is written", () =>
    expect(
      configOf({
        policy: {
          identityLane: {
            ...{ findAtOdds: 4, window: 80, pauseMinutes: 30, shortest: 40, warmUp: 5, start: 0.01, stay: 0.7 },
            ...{ absorbBelow: -4, settleBelow: -1, memory: 20, believeAfter: 15 },
          },
        },
      }).policy.identityLane,
    ).toEqual({
      ...defaultLane,
      ...{ findAtOdds: 4, window: 80, pause: 30 * minute, shortest: 40, warmUp: 5 },
      persistence: { start: 0.01, stay: 0.7 },
      gate: { ...defaultLane.gate, absorbBelow: -4, settleBelow: -1, memory: 20, believeAfter: 15 },
    }));

  it("is turned off by null", () =>
    expect(configOf({ policy: { identityLane: { findAtOdds: null } } }).policy.identityLane.findAtOdds).toBeNull());

  it("is told its mistakes at once, also those of two settings together", () => {
    expect(mistakesOf({ policy: { identityLane: { window: 1_000, findAtOdd: 3, stay: "long" } } })).toEqual([
      "policy.identityLane.window: must be at most 100, got 1000; 100 is the default; fewer commands tell sooner, and less",
      'policy.identityLane.stay: must be a number, got "long"; 0.6 is the default, the chance that a stranger goes on with the next window',
      expect.stringMatching(/^policy\.identityLane\.findAtOdd: is not a setting; known here: findAtOdds, window, /),
    ]);
    expect(mistakesOf({ policy: { identityLane: { window: 40, memory: 10, findAtOdds: -5 } } })).toEqual([
      "policy.identityLane.shortest: must be at most policy.identityLane.window (40), got 50; no window is longer",
      "policy.identityLane.believeAfter: must be at most policy.identityLane.memory (10), got 25; else no change of work is ever believed",
      "policy.identityLane.absorbBelow: must be at most policy.identityLane.findAtOdds (-5), got -3.5; what is found is not learned at once",
    ]);
  });
});

describe("who is who, as written", () => {
  const trustOf = (written: object, name: string) =>
    identify({ name, uid: null }, "web-1", configOf({ identities: written }).identities).trust;

  it("is trusted by a list, a pattern, a team and a file", () => {
    const written = { trusted: ["Grace"], trustedFile: "engineers.txt", teams: { Platform: ["Hedy"] } };
    const names = ["grace", "ada", "alan@corp.example", "hedy", "mallory"];
    expect(names.map((name) => trustOf(written, name))).toEqual([
      ...["trusted", "trusted", "trusted", "trusted"],
      "unknown",
    ]);
  });

  it("holds agents' sessions, which know the operator's own agents", () => {
    const { identities } = configOf({
      identities: { sessions: ["agent-{agent}-{user}"] },
      agents: [{ name: "acme-bot", binaries: ["acmed"] }],
    });
    expect(identify({ name: "agent-acme-bot-ada", uid: null }, null, identities).identity).toBe("ada");
  });

  it("takes aliases and services in any case", () => {
    const { identities } = configOf({
      identities: { aliases: { "SID:S-1-5-21-1-2-3-1001": "Ada" }, service: ["Bot*"] },
    });
    expect(identify({ name: null, uid: "S-1-5-21-1-2-3-1001" }, null, identities).identity).toBe("ada");
    expect(identify({ name: "bot7", uid: null }, null, identities).trust).toBe("service");
  });

  it.each<[object, readonly string[]]>([
    [
      { trusted: ["team:platfrom"], teams: { platform: ["ada"] } },
      ["identities.trusted: team:platfrom is not in identities.teams; known here: platform"],
    ],
    [
      { trusted: ["team:platform"], teams: { platform: [] } },
      ["identities.trusted: team:platform has nobody in it; known here: platform"],
    ],
    [
      { trustedFile: "engineers.txt" },
      ["identities.trusted: team:platform is not in identities.teams; known here: no team"],
    ],
    [
      { trustedFile: "gone.txt" },
      ['identities.trustedFile: "gone.txt" cannot be read; name a file beside the configuration'],
    ],
    [{ trustedFile: "nobody.txt" }, ['identities.trustedFile: "nobody.txt" names nobody; put one on a line']],
    [
      { trustedFile: 7 },
      [
        'identities.trustedFile: must be a text, got 7; a file beside this one with one name or pattern a line, for example "engineers.txt"',
      ],
    ],
    [
      { trusted: "ada", trustedFile: "engineers.txt" },
      [
        'identities.trusted: must be a list of texts, got "ada"; write names, patterns or teams, for example ["ada", "*@corp.example", "team:platform"]',
      ],
    ],
    [
      { sessions: ["{user}"] },
      [
        'identities.sessions.0: must be a pattern with {agent} and {user} once each, text between them, and * only at an end that is text, got "{user}"; for example "{agent}+{user}" or "agent-{agent}-{user}-*"',
      ],
    ],
    [{ teams: { a: ["ada"], b: ["Ada"] } }, ["identities.teams.b: has ada, who is in a already; name her once"]],
  ])("is told what is wrong with %j", (identities, mistakes) => expect(mistakesOf({ identities })).toEqual(mistakes));

  it("needs no other file once it is deployed", () => {
    const checked = checkConfig(
      { identities: { trustedFile: "engineers.txt", teams: { platform: ["hedy"] } } },
      readText,
    );
    expect(checked.ok && checkConfig(checked.file)).toEqual(checked);
  });
});

describe("the example in README", () => {
  it("is a right configuration", () => {
    const [, example = ""] = /^```json\n(.*?)^```/ms.exec(read("README.md")) ?? [];
    expect(mistakesOf(JSON.parse(example))).toEqual([]);
  });
});
