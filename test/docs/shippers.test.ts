import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { defaultConfig } from "../../lib/config.js";
import { gather } from "../../lib/flows/gather.js";
import { formats } from "../../lib/telemetry/formats/index.js";
import { root } from "../architecture/sources.js";
import { examples } from "./examples-of-sensors.js";

const { collector, defenderByVector, falcosidekick, fluentBit, osqueryFlags, vector } = examples;
const fluent = fluentBit.pipeline.outputs[0];
const sinks = [vector.sinks.baseliner, defenderByVector.sinks.baseliner];

/** What comes out of these bytes, as one Kinesis record has them. */
async function commandsIn(bytes: Uint8Array): Promise<readonly string[]> {
  async function* inputs() {
    yield { name: "record", bytes, arrived: null };
  }
  const { observed } = await gather(inputs(), inflate, "auto", defaultConfig, () => {});
  return observed.map(({ observation }) => observation.command);
}

describe("the example configurations of shippers", () => {
  it("all put into the same stream in the same region", () => {
    const named = [
      [fluent.stream, fluent.region],
      [falcosidekick.aws.kinesis.streamname, falcosidekick.aws.region],
      [osqueryFlags.aws_kinesis_stream, osqueryFlags.aws_region],
      [collector.exporters.awskinesis.aws.stream_name, collector.exporters.awskinesis.aws.region],
      ...sinks.map((sink) => [sink.stream_name, sink.region]),
    ];
    for (const one of named) expect(one).toEqual(["baseliner-telemetry", "eu-west-1"]);
  });

  it("compress as can be undone", async () => {
    const line = JSON.stringify({ time: "2026-03-02T09:00:00Z", user: "ada", command: "git status" });
    const packed: Readonly<Record<string, Uint8Array>> = { none: Buffer.from(line), gzip: gzipSync(line) };
    const used = [...sinks, collector.exporters.awskinesis.encoding, fluent].map(
      ({ compression = "none" }: { readonly compression?: string }) => compression,
    );
    for (const compression of used)
      expect(await commandsIn(packed[compression] ?? new Uint8Array()), compression).toEqual(["git status"]);
  });

  it("send lines as the sensor wrote them, one or many in a record", async () => {
    for (const sink of sinks) expect(sink.encoding).toEqual({ codec: "text" });
    expect(fluent).toMatchObject({ log_key: "log", simple_aggregation: true });
    for (const { parser } of fluentBit.pipeline.inputs) expect(parser).toBeUndefined();
    const lines = ["git status", "git push"].map((command) =>
      JSON.stringify({ time: "2026-03-02T09:00:00Z", user: "ada", command }),
    );
    expect(await commandsIn(Buffer.from(`${lines.join("\n")}\n`))).toHaveLength(2);
  });

  it("have the host as partition key where they can", () => {
    expect(vector.sinks.baseliner.partition_key_field).toBe("host"); // which Vector's file source adds
    expect(osqueryFlags).not.toHaveProperty("aws_kinesis_random_partition_key");
  });

  it("carry the files that the sensors' examples write", () => {
    const carried = [
      ...vector.sources.process_logs.include,
      ...fluentBit.pipeline.inputs.map(({ path }: { readonly path: string }) => path),
    ];
    const laurel = examples.laurel as unknown as { directory: string; auditlog: { file: string } };
    for (const path of [examples.tetragon["export-filename"], `${laurel.directory}/${laurel.auditlog.file}`])
      expect(carried.filter((one) => one === path)).toHaveLength(2);
  });

  it("export OTLP as JSON, which is what is read of it", () => {
    expect(collector.exporters.awskinesis.encoding.name).toBe("otlp_json");
    const { logs } = collector.service.pipelines;
    for (const part of ["receivers", "processors", "exporters"] as const)
      expect(Object.keys(collector[part])).toEqual(expect.arrayContaining(logs[part]));
    const port = /:(\d+)$/.exec(collector.receivers.otlp.protocols.http.endpoint)?.[1];
    expect(examples.claudeCode.env.OTEL_EXPORTER_OTLP_ENDPOINT).toMatch(new RegExp(`:${port}$`));
  });
});

describe("ship-hook.sh", () => {
  const script = join(root, "docs/examples/claude-code/ship-hook.sh");
  const ship = (folder: string, input: string) =>
    spawnSync("sh", [script], { env: { ...process.env, BASELINER_HOOKS: folder }, input, encoding: "utf8" });
  const hook = {
    session_id: "s1",
    transcript_path: "/home/ada/.claude/projects/shop/s1.jsonl",
    cwd: "/home/ada/shop",
    hook_event_name: "PreToolUse",
    tool_name: "Bash",
    tool_input: { command: "printf 'a\\n\"%s\"' $USER\nterraform plan" },
    tool_use_id: "toolu_01",
  };
  const folder = mkdtempSync(join(tmpdir(), "baseliner-test-"));
  const shipped = [JSON.stringify(hook), JSON.stringify(hook, null, 2)].map((input) => ship(folder, input));
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));

  it("says nothing and holds nothing up, whatever happens", () => {
    for (const one of [...shipped, ship(folder, ""), ship("/no/such/folder", JSON.stringify(hook))])
      expect(one).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it("writes a line for each call: the hook as it was, and when, who and where", () => {
    expect(lines).toHaveLength(2);
    for (const line of lines)
      expect(JSON.parse(line)).toEqual({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        user: userInfo().username,
        host: hostname(),
        hook,
      });
  });

  it("writes what is read", () => {
    const record = JSON.parse(lines[0] ?? "");
    const readers = formats.filter(({ name }) => name === "claude-hook");
    for (const reader of readers) {
      expect(reader.recognises(record)).toBe(true);
      expect(reader.normalise(record, { contentId: () => "content", arrived: null })).toMatchObject({
        ok: true,
        value: {
          id: "toolu_01",
          host: hostname(),
          account: { name: userInfo().username },
          command: { kind: "script", text: hook.tool_input.command },
        },
      });
    }
  });

  it("is what the managed settings call, before every Bash call", () =>
    expect(examples.claudeCode.hooks).toEqual({
      PreToolUse: [
        { matcher: "Bash", hooks: [{ type: "command", command: "/usr/local/bin/baseliner-hook", timeout: 5 }] },
      ],
    }));
});

describe("subscribe.sh", () => {
  it("subscribes the stream to the log group, by a role that may put records into it and no more", () => {
    const folder = mkdtempSync(join(tmpdir(), "baseliner-test-"));
    const log = join(folder, "calls");
    const aws = '#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done >>"$CALLS"\necho ROLE_ARN\n';
    writeFileSync(join(folder, "aws"), aws);
    chmodSync(join(folder, "aws"), 0o755);
    const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/baseliner-telemetry";
    const { status } = spawnSync("sh", ["docs/examples/cloudwatch-logs/subscribe.sh", "/sensors/laurel", stream], {
      cwd: root,
      env: { PATH: `${folder}:${process.env.PATH}`, CALLS: log, WAIT: "0" },
    });
    expect(status).toBe(0);
    const words = readFileSync(log, "utf8");
    expect(words).toContain(`--destination-arn\n${stream}\n--role-arn\nROLE_ARN\n`);
    expect(words).toContain("--log-group-name\n/sensors/laurel\n");
    const policies = Array.from(words.matchAll(/^\{[\s\S]*?^\}/gm), ([json]) => JSON.parse(json).Statement[0]);
    expect(policies).toMatchObject([
      { Principal: { Service: "logs.amazonaws.com" } },
      { Action: ["kinesis:PutRecord", "kinesis:PutRecords"], Resource: stream },
    ]);
  });
});
