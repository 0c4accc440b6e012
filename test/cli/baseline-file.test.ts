import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { baseliner, destroyed, fileOf, plainHistory } from "./run.js";

const lines = plainHistory(destroyed).trim().split("\n");
const half = Math.floor(lines.length / 2);

it.each(["kept.json", "kept.json.gz"])("a replay that goes on from %s finds what one run would have found", (name) => {
  const [first, second] = [fileOf(lines.slice(0, half).join("\n")), fileOf(lines.slice(half).join("\n"))];
  const kept = join(dirname(first), name);
  expect(baseliner(["replay", "--json", "--save-baseline", kept, first])).toMatchObject({ status: 0, stdout: "" });
  const { stdout } = baseliner(["replay", "--json", "--baseline", kept, second]);
  expect(stdout).toBe(baseliner(["replay", "--json", fileOf(lines.join("\n"))]).stdout);
  expect(stdout).not.toBe("");
});

it("a baseline holds no words of a command", () => {
  const file = fileOf(plainHistory(destroyed));
  const kept = join(dirname(file), "kept.json");
  baseliner(["replay", "--save-baseline", kept, file]);
  expect(readFileSync(kept, "utf8")).not.toContain("auto-approve ");
  expect(readFileSync(kept, "utf8")).not.toContain("terraform destroy");
});

it.each([
  [["replay", "--baseline", "/nowhere/kept.json", "-"], "/nowhere/kept.json cannot be read (ENOENT)"],
  [["replay", "--baseline", fileOf("{}"), "-"], "is no snapshot of baselines"],
  [["replay", "--save-baseline", "/nowhere/kept.json", fileOf(lines[0] ?? "")], "cannot be written (ENOENT)"],
  [["replay", "--observations", "--baseline", "x", "-"], "--observations judges nothing, so --baseline has no meaning"],
])("says what is wrong with %j", (args, message) => {
  const { status, stderr } = baseliner(args, "");
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
