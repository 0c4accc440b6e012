import { type Finding, inWords } from "../../lib/domain/finding.js";

/** A finding about ada; what a test does not care about is filled in. */
export const found = (id: string, time = "2026-03-02T09:00:00Z", command = "terraform destroy"): Finding => ({
  id,
  time,
  identity: "ada",
  agent: "claude-code",
  session: "s1",
  host: "ada-laptop",
  command,
  signature: "terraform/destroy/-",
  impact: { id: "terraform.destroy", class: "destroy", weight: 0.9, floor: false, attack: ["T1485"] },
  rarity: { pValue: 0.000_123, bits: 23.4, basis: "own", atLeast: 0, of: 8_129, borrowed: 0 },
  reach: "everything",
  priority: 8,
  verdict: "find",
  attribution: { confidence: 0.9, evidence: ["the wrapper shell of claude-code"] },
  trust: "trusted",
  evidence: [{ detector: "unusual-command", bits: 13.2, ...inWords("terraform is new for ada/claude-code") }],
  usual: ["git status (31 %)"],
  event: { id: `event of ${id}`, format: "plain" },
  incident: "07687c0eade07f54",
});
