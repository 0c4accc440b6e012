import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

it("npm start tells the invented company's day, finds what was planted, and is what the README shows", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "lib/cli/start.ts"], {
    cwd: root,
    encoding: "utf8",
    input: "",
  });
  const shown =
    /\n```\n([^`]+)```\n/.exec(readFileSync(`${root}README.md`, "utf8"))?.[1] ?? "the README shows no finding";
  expect(stdout).toContain(shown);
  expect(stdout).toContain("found   terraform-destroy");
  expect(stdout).not.toMatch(/MISSED|LOUD/);
  expect(stderr).toMatch(/judged [\d,]+ commands of \d+ principals: \d+ findings in 4 incidents/);
  expect(status).toBe(0);
}, 60_000);
