import { describe, expect, it } from "vitest";
import type { InventoryRow } from "../../lib/domain/inventory.js";
import { daysOf, notesOf } from "../../lib/render/inventory-notes.js";
import { inventoryText } from "../../lib/render/inventory-text.js";

const hands: InventoryRow = {
  identity: "ada",
  agent: null,
  trust: "trusted",
  commands: 1_240,
  sessions: 12,
  hosts: ["ada-laptop"],
  firstSeen: "2026-03-02T09:00:00Z",
  lastSeen: "2026-03-20T17:00:00Z",
  confidence: { min: 0.5, median: 0.7, max: 0.7 },
  evidence: [{ clue: "started from a plain shell, with no sign of an agent", commands: 1_240 }],
  notable: 3,
  unattended: 0,
};
const claude: InventoryRow = {
  ...hands,
  agent: "claude-code",
  commands: 90,
  hosts: ["ada-laptop", "build-1", "build-2"],
  confidence: { min: 0.9, median: 0.95, max: 0.95 },
  evidence: [{ clue: "declared by the source as claude-code", commands: 90 }],
};
const goose: InventoryRow = {
  ...claude,
  identity: "svc-build",
  agent: "goose",
  trust: "service",
  commands: 2,
  sessions: 0,
  hosts: [],
  firstSeen: "2026-03-19T09:00:00Z",
  lastSeen: "2026-03-19T09:01:00Z",
  confidence: { min: 0.6, median: 0.6, max: 0.6 },
  evidence: [{ clue: "started by goose", commands: 2 }],
  unattended: 1,
};
const unseen = [{ identity: "grace", agent: "codex", starts: 2, unattended: 1 }];

describe("an inventory for a terminal", () => {
  it("is a table in which what deserves a second look stands out", () =>
    expect(inventoryText({ rows: [hands, claude, goose], unseen }, { colour: false }).split("\n")).toEqual([
      "2 agents under 2 of 2 identities in 19 days",
      "",
      "  identity   agent        since       last        commands  notable  sessions  hosts          sure  evidence",
      "  ada        own hands    2026-03-02  2026-03-20     1,240        3        12  ada-laptop     70 %  started from a plain shell, with no sign of an agent",
      "  ada        claude-code  2026-03-02  2026-03-20        90        3        12  ada-laptop +2  95 %  declared by the source as claude-code",
      "! svc-build  goose        2026-03-19  2026-03-19         2        3         -  -              60 %  started by goose  <- 1 start without approvals, seen once, doubtful, service account",
      "",
      "! grace started codex 2 times, 1 without approvals, and nothing it did was seen",
      "",
    ]));

  it("shows hands faintly and warnings as alarms, where there is colour", () => {
    const [, , , handsLine, agentLine, warned] = inventoryText(
      { rows: [hands, claude, goose], unseen: [] },
      { colour: true },
    ).split("\n");
    expect(handsLine?.startsWith("\u001b[2m") && handsLine.endsWith("\u001b[22m")).toBe(true);
    expect(agentLine).not.toContain("\u001b");
    expect(warned).toContain("\u001b[31m!\u001b[39m");
  });

  it("lets no name act on the terminal", () => {
    const hostile = "ada\u001b[2J\u202e\n\u200b";
    const row = {
      ...claude,
      identity: hostile,
      agent: hostile,
      hosts: [hostile],
      evidence: [{ clue: hostile, commands: 1 }],
    };
    const text = inventoryText({ rows: [row], unseen: [{ ...row, starts: 1 }] }, { colour: false });
    for (const character of ["\u001b", "\u202e", "\u200b"]) expect(text).not.toContain(character);
    expect(text.split("\n")).toHaveLength(7);
  });
});

describe("an agent deserves a second look when it was", () => {
  it.each<[string, Partial<InventoryRow>, number, readonly string[]]>([
    ["nothing unusual", {}, 19, []],
    ["started without approvals", { unattended: 3 }, 19, ["3 starts without approvals"]],
    ["seen in one command", { commands: 1, lastSeen: hands.firstSeen }, 1, ["seen once"]],
    ["seen on one day in one session", { sessions: 1, lastSeen: "2026-03-02T23:00:00Z" }, 19, ["seen once"]],
    ["not seen on one day in two sessions", { sessions: 2, lastSeen: "2026-03-02T23:00:00Z" }, 19, []],
    ["not seen on the only days there are", { sessions: 1, lastSeen: "2026-03-02T23:00:00Z" }, 2, []],
    ["told by a name that others have", { confidence: { min: 0.6, median: 0.6, max: 0.9 } }, 19, ["doubtful"]],
    ["under a service account", { trust: "service" }, 19, ["service account"]],
    ["under an account nobody trusts", { trust: "unknown" }, 19, ["unknown account"]],
    ["no agent at all", { agent: null, commands: 1, trust: "service" }, 19, []],
  ])("%s", (_, what, days, notes) => expect(notesOf({ ...claude, ...what }, days)).toEqual(notes));
});

it("a history has the days from its first command to its last", () => {
  expect(daysOf([hands, goose])).toBe(19);
  expect(daysOf([goose])).toBe(1);
});
