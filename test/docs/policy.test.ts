import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { defaultTelling } from "../../lib/domain/telling.js";
import { number } from "../../lib/domain/wording.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").replace(/\s+/g, " ");
const { identityLane } = defaultPolicy;
const { findAtP, findAtBits, alertsPerWeek, blindWeight, youngCommands, youngDays, cohortCommands, learning } =
  defaultPolicy;

it("the README says from which odds on somebody else is found", () => {
  expect(readme).toContain("seven times likelier that somebody else acts");
  expect(Math.round(Math.exp(identityLane.findAtOdds ?? 0))).toBe(7);
});

it.each([
  `p <= ${findAtP} x weight`,
  `\`alertsPerWeek\` (${alertsPerWeek})`,
  `${findAtBits} bits or more`,
  `fewer than ${youngCommands} commands or ${youngDays} days`,
  `while those have no ${number(cohortCommands)} commands either, only weights of ${blindWeight} and more`,
  `seen on ${learning.absorbDays} days in ${learning.absorbSessions} sessions`,
  `each ${identityLane.window} of them are held`,
  `once ${identityLane.gate.believeAfter} of ${identityLane.gate.memory} windows were so`,
  `"alertsPerDay": ${defaultTelling.alertsPerDay}`,
])("the README says of the default policy: %s", (claim) => expect(readme).toContain(claim));
