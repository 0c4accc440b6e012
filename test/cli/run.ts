import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/baseliner.js", import.meta.url));

/** Runs the command line as a person would, away from a terminal. */
export function baseliner(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** A file in a folder of its own. */
export function fileOf(content: string | Uint8Array, name = "telemetry.ndjson"): string {
  const path = join(mkdtempSync(join(tmpdir(), "baseliner-test-")), name);
  writeFileSync(path, content);
  return path;
}

/** Plain telemetry of one engineer's agent: ordinary work on ten days, then what is given. */
export function plainHistory(...last: readonly object[]): string {
  const ordinary = Array.from({ length: 400 }, (_, i) => ({
    id: `e${i}`,
    time: new Date(Date.UTC(2026, 2, 2 + (i % 10), 9, i % 60)).toISOString(),
    user: "ada",
    host: "ada-laptop",
    agent: "claude-code",
    session: `s${i % 10}`,
    command: ["git status", "npm test", "ls src", "git push", "rg -n 'rm -rf' docs"][i % 5],
  }));
  return [...ordinary, ...last].map((record) => JSON.stringify(record)).join("\n");
}

export const destroyed = {
  id: "destroyed",
  time: "2026-03-20T10:00:00Z",
  user: "ada",
  host: "ada-laptop",
  agent: "claude-code",
  session: "s20",
  command: "cd infra && terraform destroy -auto-approve",
};
