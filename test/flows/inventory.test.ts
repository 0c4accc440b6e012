import { describe, expect, it } from "vitest";
import { inventory } from "../../lib/flows/inventory.js";
import { destroy, monday, observed } from "../observations.js";

const hour = 3_600_000;
const declared = { confidence: 0.95, evidence: ["declared by the source as claude-code"] };
const lineage = { confidence: 0.8, evidence: ["started by claude-code", "declared by the source as claude-code"] };
const claude = { agent: "claude-code", attribution: declared };
const unattended = { ...destroy, id: "agent.approvals-off", class: "unattended-agent", floor: true } as const;

describe("the inventory of an engineer and her agent", () => {
  const { rows } = inventory([
    observed(monday),
    observed(monday + hour, { ...claude, session: "s1", impacts: [destroy] }),
    observed(monday + 2 * hour, { ...claude, session: "s2", impacts: [{ ...destroy, weight: 0.29 }] }),
    observed(monday + 3 * hour, { ...claude, session: "s2", attribution: lineage }),
    observed(monday + 4 * hour, { identity: "grace" }),
  ]);

  it("has a row for each identity's hands and for each of her agents", () =>
    expect(rows.map(({ identity, agent }) => [identity, agent])).toEqual([
      ["ada", null],
      ["ada", "claude-code"],
      ["grace", null],
    ]));

  it("says since when, how much, where, and how we know, the strongest clue first", () =>
    expect(rows[1]).toEqual({
      identity: "ada",
      agent: "claude-code",
      trust: "trusted",
      commands: 3,
      sessions: 2,
      hosts: ["ada-laptop"],
      firstSeen: "2026-03-02T10:00:00.000Z",
      lastSeen: "2026-03-02T12:00:00.000Z",
      confidence: { min: 0.8, median: 0.95, max: 0.95 },
      evidence: [
        { clue: "declared by the source as claude-code", commands: 3 },
        { clue: "started by claude-code", commands: 1 },
      ],
      notable: 1,
      unattended: 0,
    }));
});

describe("a command", () => {
  it("that was delivered twice counts once, and two that are alike count twice", () => {
    const one = observed(monday, { id: "a" });
    expect(inventory([one, one, observed(monday, { id: "b" })]).rows).toMatchObject([{ commands: 2 }]);
  });

  it("without a session or a host adds none", () => {
    const { at, observation } = observed(monday);
    const nowhere = { at, observation: { ...observation, event: { ...observation.event, host: null } } };
    expect(inventory([nowhere]).rows).toMatchObject([{ sessions: 0, hosts: [] }]);
  });
});

it("the median is one that a command had, the lower of two in the middle", () => {
  const sure = [0.9, 0.6, 0.7, 0.95].map((confidence, i) =>
    observed(monday + i, { attribution: { confidence, evidence: ["a clue"] } }),
  );
  expect(inventory(sure).rows[0]?.confidence).toEqual({ min: 0.6, median: 0.7, max: 0.95 });
});

describe("an agent that was started", () => {
  const yolo = { argv: ["codex", "--yolo"], impacts: [unattended] };

  it("without approvals has that in its row, however often", () => {
    const codex = { agent: "codex", attribution: declared };
    const { rows, unseen } = inventory([
      observed(monday, yolo),
      observed(monday + 1, yolo),
      observed(monday + 2, { argv: ["codex"] }),
      observed(monday + 3, codex),
    ]);
    expect(rows).toMatchObject([
      { agent: null, unattended: 0 },
      { agent: "codex", unattended: 2 },
    ]);
    expect(unseen).toEqual([]);
  });

  it("and of which nothing more was seen is told apart, for whoever started it", () => {
    const { rows, unseen } = inventory([
      observed(monday, { ...yolo, identity: "grace" }),
      observed(monday + 1, { argv: ["node", "/opt/node_modules/@openai/codex/bin/codex.js"], identity: "grace" }),
      observed(monday + 2, { agent: "codex" }),
      observed(monday + 3, { argv: ["vim", "codex"] }),
    ]);
    expect(rows.map(({ identity, agent }) => [identity, agent])).toEqual([
      ["ada", null],
      ["ada", "codex"],
      ["grace", null],
    ]);
    expect(unseen).toEqual([{ identity: "grace", agent: "codex", starts: 2, unattended: 1 }]);
  });
});

it("nothing observed is nobody", () => expect(inventory([])).toEqual({ rows: [], unseen: [] }));
