import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { demonstrate } from "../../lib/flows/demonstrate.js";
import { findingText } from "../../lib/render/finding-text.js";

it("the README shows a finding of the invented company's day as it is told", async () => {
  const { judgement } = await demonstrate(1, inflate);
  const told = judgement.findings.map((finding) => findingText(finding, { colour: false }).trimEnd());
  const shown = /\n```\n(\d[^`]+?)\n```\n/.exec(readFileSync(new URL("../../README.md", import.meta.url), "utf8"))?.[1];
  expect(told).toContain(shown);
}, 600_000);
