import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createDynamodbJournal } from "../../lib/adapters/dynamodb/journal.js";
import { day } from "../../lib/domain/units.js";
import { startEmbedded } from "../contracts/embedded.js";
import { baseliner, destroyed, fileOf, plainHistory } from "./run.js";

const { client, newTables } = await startEmbedded();
const bin = fileURLToPath(new URL("../../bin/baseliner.js", import.meta.url));

/** As a person runs it, while the embedded table answers. */
async function load(file: string, table: string) {
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? expect.fail("no endpoint");
  const env = { ...process.env, AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x" };
  const args = ["baseline", "load", file, "--table", table, "--endpoint", `${protocol}//${hostname}:${port}`];
  const child = spawn(process.execPath, [bin, ...args], { env });
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { status, stderr };
}

it("a deployment is started with what a replay kept", async () => {
  const telemetry = fileOf(plainHistory(destroyed));
  const kept = join(dirname(telemetry), "kept.json.gz");
  baseliner(["replay", "--save-baseline", kept, telemetry]);
  const { state } = await newTables();

  expect(await load(kept, state)).toEqual({
    status: 0,
    stderr: expect.stringContaining(`put what is known of 1 identity into ${state}`),
  });
  expect((await load(kept, state)).stderr).toContain("1 known there already and left as they are");
  const journal = createDynamodbJournal({ client, table: state, name: "memories", now: Date.now, keep: day });
  expect((await journal.load("ada")).snapshot).toMatchObject({ version: 1 });

  const missing = await load(kept, "no-such-table");
  expect(missing.status).toBe(2);
  expect(missing.stderr).toMatch(/^baseliner: no-such-table does not take the baselines/);
}, 120_000);
