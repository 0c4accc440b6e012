import { describe, expect, it } from "vitest";
import { type Finding, inWords } from "../../lib/domain/finding.js";
import { findingText } from "../../lib/render/finding-text.js";
import { jsonLine } from "../../lib/render/json.js";

const finding: Finding = {
  id: "0123456789abcdef",
  time: "2026-03-25T14:02:11Z",
  identity: "margaret",
  agent: "cursor",
  session: "s1",
  host: "margaret-laptop",
  command: "terraform destroy -auto-approve",
  signature: "terraform/destroy/-",
  impact: { id: "infrastructure.terraform-destroy", class: "destroy", weight: 0.9, floor: false, attack: ["T1485"] },
  rarity: { pValue: 0.000412, bits: 32.68, basis: "own", atLeast: 0, of: 2_426, borrowed: 0 },
  reach: "everything",
  priority: 8,
  verdict: "find",
  attribution: { confidence: 0.9, evidence: ["the wrapper shell of cursor"] },
  trust: "trusted",
  evidence: [{ detector: "unusual-command", bits: 17.4, ...inWords("none of her last 2,426 commands") }],
  usual: ["git status (31 %)", "npm test (22 %)"],
  event: { id: "e1", format: "plain" },
  incident: "fedcba9876543210",
};

/** An escape sequence, a reversal of reading order, a zero-width space, a line break, a carriage return. */
const hostile = "ls \u001b[2J \u202e x \u200b y\nz\r";
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe("a finding for a terminal", () => {
  it("says who, what, where, why it could hurt and why it is unusual", () =>
    expect(findingText(finding, { colour: false })).toBe(
      [
        "8/10  cursor as margaret on margaret-laptop  2026-03-25T14:02:11Z",
        "      terraform destroy -auto-approve",
        "      impact    deletes every resource that the state knows (infrastructure.terraform-destroy, T1485)",
        "      unusual   p = 0.000412: none of 2,426 scores of their own is as high",
        "                none of her last 2,426 commands (17.4 bits)",
        "      usual     git status (31 %), npm test (22 %)",
        "      sooner    it reaches production, or all of what others use; an agent acts",
        "      who       90 % sure: the wrapper shell of cursor",
        "      incident  fedcba9876543210",
        "",
      ].join("\n"),
    ));

  it("lets nothing from telemetry move the cursor, break a line, hide or reverse the reading order", () => {
    const text = findingText(
      {
        ...finding,
        command: hostile,
        host: hostile,
        identity: hostile,
        attribution: { confidence: 1, evidence: [hostile] },
      },
      { colour: false },
    );
    expect(text).not.toMatch(acting);
    expect(text.split("\n")).toHaveLength(10);
    expect(text).toContain("<U+001B>[2J");
  });
});

describe("a finding as JSON", () => {
  it("is one line that acts on no terminal and reads back as it was", () => {
    const line = jsonLine({ ...finding, command: hostile });
    expect(line).not.toMatch(acting);
    expect(line).not.toContain("\n");
    expect(JSON.parse(line)).toEqual({ ...finding, command: hostile });
  });
});
