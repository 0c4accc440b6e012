import { describe, expect, it } from "vitest";
import { explain } from "../../lib/flows/explain.js";
import { explanationText } from "../../lib/render/explanation-text.js";

const shown = (line: string): string => explanationText(explain(line), { colour: false });

describe("an explanation", () => {
  it("shows a command out of its wrappers, its signature, its impact, what decided and what to do", () => {
    const text = shown("sudo bash -c 'terraform destroy'");
    for (const part of [
      "sudo > bash",
      "terraform/destroy/privileged",
      "weight 0.9",
      "decided by",
      "honest use",
      "what to do",
    ])
      expect(text).toContain(part);
  });

  it("says what was redacted, by its kind", () => {
    expect(shown("mysql -phunter2 shop")).toContain("redacted   password");
    expect(shown("ls")).not.toContain("redacted");
  });

  it("says why something was not understood, and what it holds all the same", () => {
    const text = shown(`${"sudo ".repeat(12)}codex --yolo`);
    expect(text).toContain("more stands inside each other than is followed");
    expect(text).toMatch(/it holds .*agent\.approvals-off 0\.8, always found/);
  });

  it("says that a recipe does not show what it runs", () => expect(shown("make build")).toContain("execution.recipe"));
});
