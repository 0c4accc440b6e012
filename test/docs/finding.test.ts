import { expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { demonstrate } from "../../lib/flows/demonstrate.js";
import { findingText } from "../../lib/render/finding-text.js";
import { shownAlert } from "./shown-alert.js";

it("the README shows a finding of the invented company's day with the figures of a replay", async () => {
  const { judgement } = await demonstrate(1, inflate);
  const told = judgement.findings.map((finding) => findingText(finding, { colour: false }).trimEnd());
  expect(told).toContain(shownAlert());
}, 600_000);
