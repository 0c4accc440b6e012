import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Configuration, readConfiguration } from "../../cdk/configuration.js";
import { defaultInfrastructure } from "../../lib/config-infrastructure.js";

/** What is read from a folder in which this is written, beside other files; undefined writes nothing. */
function read(written: string | undefined, beside: Readonly<Record<string, string>> = {}): Configuration {
  const folder = mkdtempSync(join(tmpdir(), "baseliner-configured-"));
  try {
    if (written !== undefined) writeFileSync(join(folder, "baseliner.config.json"), written);
    for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
    return readConfiguration(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const mistakesOf = (written: unknown): readonly string[] => {
  const configuration = read(JSON.stringify(written));
  return configuration.ok ? [] : configuration.mistakes;
};

describe("a deployment without a configuration file", () => {
  it("has every default", () =>
    expect(read(undefined)).toEqual({ ok: true, infrastructure: defaultInfrastructure, text: undefined }));
});

describe("a configuration file", () => {
  it("changes what it names and leaves the rest", () =>
    expect(read('{ "infrastructure": { "assess": { "windowSeconds": 10 } } }')).toMatchObject({
      ok: true,
      infrastructure: { assess: { windowSeconds: 10, batchSize: 200 }, interpret: { windowSeconds: 1 } },
      text: '{ "infrastructure": { "assess": { "windowSeconds": 10 } } }',
    }));

  it("is told all its mistakes at once, of the judging and of the deploying", () =>
    expect(
      mistakesOf({
        policy: { findAtP: 7 },
        infrastructure: { alarmEmail: "nobody", streams: { mode: "endless" }, notify: { memory: 128 } },
      }),
    ).toEqual([
      "policy.findAtP: must be at most 1, got 7; 0.005 is the default; smaller tells less",
      'infrastructure.streams.mode: must be one of on-demand, provisioned, got "endless"; on-demand needs no shards to be counted',
      'infrastructure.alarmEmail: must be an e-mail address, got "nobody"; for example "security@example.com"',
      "infrastructure.notify.memory: is not a setting; known here: memoryMiB, alone",
    ]));

  it("is deployed with what it names in other files, and needs them no more", () => {
    const written = { identities: { trusted: ["ada"], trustedFile: "engineers.txt" }, policy: { halfLifeDays: 90 } };
    const configuration = read(JSON.stringify(written), { "engineers.txt": "grace\n*@corp.example\n" });
    expect(configuration.ok && JSON.parse(configuration.text ?? "")).toEqual({
      identities: { trusted: ["ada", "grace", "*@corp.example"] },
      policy: { halfLifeDays: 90 },
    });
  });

  it("names a file that is not there, which is told beside its other mistakes", () =>
    expect(mistakesOf({ identities: { trustedFile: "engineers.txt" }, policy: { findAtP: 7 } })).toEqual([
      "policy.findAtP: must be at most 1, got 7; 0.005 is the default; smaller tells less",
      'identities.trustedFile: "engineers.txt" cannot be read; name a file beside the configuration',
    ]));

  it("is not JSON, which is told as one mistake", () =>
    expect(read("{")).toMatchObject({
      ok: false,
      mistakes: [expect.stringContaining("must be JSON; line 1, column 2: the file ends")],
    }));

  it.each([[[]], ["text"], [null], [7]])("must be an object, not %j", (config) =>
    expect(mistakesOf(config)).toHaveLength(1),
  );

  it("that holds the webhook itself is refused without repeating it", () => {
    const webhook = `https://${["hooks", "slack", "com"].join(".")}/services/T0/B0/secret`;
    const [mistake = ""] = mistakesOf({ infrastructure: { slackWebhookSecret: { id: webhook } } });
    expect(mistake).toContain("never the webhook itself");
    expect(mistake).not.toContain("T0/B0");
  });

  it.each([
    "arn:aws:kinesis:eu-central-1:111122223333:stream/process-events",
    "arn:aws-us-gov:kinesis:us-gov-west-1:111122223333:stream/process-events",
  ])("may name the stream %s", (arn) =>
    expect(mistakesOf({ infrastructure: { telemetryStream: { arn } } })).toEqual([]),
  );

  it.each(["process-events", "arn:aws:firehose:eu-central-1:111122223333:deliverystream/process-events"])(
    "may not name the stream %s",
    (arn) =>
      expect(mistakesOf({ infrastructure: { telemetryStream: { arn } } })).toEqual([
        `infrastructure.telemetryStream.arn: must be the ARN of a kinesis stream, got "${arn}"; for example arn:aws:kinesis:eu-central-1:111122223333:stream/process-events`,
      ]),
  );
});
