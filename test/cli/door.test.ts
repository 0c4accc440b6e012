import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../architecture/sources.js";

/** A clone in which these packages are installed, and nothing else. */
function clone(...packages: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "baseliner-clone-")));
  for (const name of ["bin", "lib", "lambdas", "package.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  for (const name of packages) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  return folder;
}

it.each([
  ["nothing", []],
  ["half of it", ["tsx"]],
])("in a clone in which %s is installed, the command line says what to do", (_, packages) => {
  const folder = clone(...packages);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/baseliner.js"), "explain", "ls"], {
    encoding: "utf8",
  });
  expect(stderr).toBe(`baseliner: its dependencies are not installed; run npm ci in ${folder}/\n`);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});
