import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultPolicy } from "../../lib/assess/policy.js";
import { defaultTelling } from "../../lib/domain/telling.js";
import { number } from "../../lib/domain/wording.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").replace(/\s+/g, " ");
const { findAtP, findAtBits, alertsPerWeek, blindWeight, youngCommands, youngDays, cohortCommands, learning } =
  defaultPolicy;

it.each([
  `p <= ${findAtP} x weight`,
  `\`alertsPerWeek\` (${alertsPerWeek})`,
  `${findAtBits} bits or more`,
  `fewer than ${youngCommands} commands or ${youngDays} days`,
  `while those have no ${number(cohortCommands)} commands either, only weights of ${blindWeight} and more`,
  `seen on ${learning.absorbDays} days in ${learning.absorbSessions} sessions`,
  `"alertsPerDay": ${defaultTelling.alertsPerDay}`,
])("the README says of the default policy: %s", (claim) => expect(readme).toContain(claim));
