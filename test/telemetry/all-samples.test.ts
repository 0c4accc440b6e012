import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { defaultConfig } from "../../lib/config.js";
import type { Observation } from "../../lib/domain/observation.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { fileLimit } from "../../lib/telemetry/decode.js";
import { formats } from "../../lib/telemetry/formats/index.js";
import type { JsonObject } from "../../lib/telemetry/json.js";
import { normalise } from "../../lib/telemetry/normalise.js";
import { readRecords } from "../../lib/telemetry/read.js";

const samples = "../shared/samples";
const arrived = Date.UTC(2026, 2, 1);

/** What is data in a folder; the rest says where it comes from. */
const dataIn = (folder: string): readonly string[] =>
  readdirSync(`${samples}/${folder}`)
    .filter((file) => /\.(?:jsonl|json|log)$/.test(file))
    .map((file) => `${samples}/${folder}/${file}`);

const outcomeOf = (record: JsonObject): string => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived });
  return event.ok ? event.value.format : event.reason;
};

/** How many events there are in a folder, by format, and how many records are none, by reason. */
const countsIn = (folder: string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const file of dataIn(folder))
    for (const record of readRecords(readFileSync(file), inflate, fileLimit)) {
      const outcome = record.ok ? outcomeOf(record.value) : record.reason;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  return counts;
};

/**
 * Every record of real sensors, counted. `not-json` are remarks between lines of an audit log, and a Lambda's log in an
 * envelope of CloudWatch; `incomplete-audit-event` is a recorded exec whose EXECVE line is missing, in two spellings;
 * `no-user` a sensor's row from which the account was taken out; `unknown-format` is a fixture of another project, which is no telemetry.
 */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "agent-process-lines": {},
  "claude-code": {
    "claude-hook": 2,
    "claude-otel": 1,
    "claude-transcript": 1,
    "not-a-process-start": 1,
    "unknown-format": 1,
  },
  "cloudtrail-ssm": { "not-a-process-start": 18 },
  codex: { codex: 3, plain: 7 },
  copilot: { copilot: 2 },
  "crowdstrike-fdr": { crowdstrike: 49, "no-user": 2, "not-a-process-start": 2 },
  cursor: { cursor: 1 },
  ecs: { ecs: 1, "not-a-process-start": 5 },
  falco: { falco: 2, "not-a-process-start": 1 },
  gemini: { gemini: 1 },
  "k8s-audit": { "k8s-audit": 1, "not-a-process-start": 1 },
  "kinesis-envelopes": { defender: 4, osquery: 2, tetragon: 8, "not-a-process-start": 2, "not-json": 8 },
  "laurel-auditd": { auditd: 64, laurel: 4, "incomplete-audit-event": 2, "not-a-process-start": 117, "not-json": 71 },
  mde: { defender: 4 },
  ocsf: { ocsf: 1 },
  osquery: { osquery: 2 },
  sentinelone: { sentinelone: 3 },
  sysmon: { sysmon: 47 },
  tetragon: { tetragon: 21 },
};

const ifThere = describe.runIf(existsSync(samples));

ifThere("records of real sensors", () => {
  it.each(Object.entries(expected))("of %s are all read, or named", (folder, counts) =>
    expect(countsIn(folder)).toEqual(counts),
  );

  it("are of every folder that there is", () => {
    const folders = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  it("are claimed by one format at most", () => {
    for (const file of Object.keys(expected).flatMap(dataIn))
      for (const record of readRecords(readFileSync(file), inflate, fileLimit)) {
        const claims = record.ok ? formats.filter(({ recognises }) => recognises(record.value)) : [];
        expect(claims.length, `${file}: ${claims.map(({ name }) => name)}`).toBeLessThan(2);
      }
  });
});

const { draft, observe } = createInterpreter(defaultConfig);

/** What is observed of one plain record. */
const observationsOf = (record: JsonObject): readonly Observation[] => {
  const whole = { time: "2026-03-01T09:30:00Z", user: "ada", host: "web-1", ...record };
  const event = normalise(whole, "plain", { contentId: () => "content", arrived });
  return event.ok ? observe(draft(event.value), null) : [];
};

const agentsIn = (record: JsonObject): readonly unknown[] => [
  ...new Set(observationsOf(record).map(({ agent }) => agent)),
];

ifThere("lines of a process list", () => {
  const file = `${samples}/agent-process-lines/ps_lines.txt`;
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  const agents = ["cursor", "cursor", "claude-code", "claude-code", null, null];

  it("are as many as are known", () => expect(lines).toHaveLength(agents.length));

  it.each(lines.map((command, index) => [agents[index], command]))("are %s's, as a command: %s", (agent, command) => {
    expect(agentsIn({ command })).toEqual([agent]);
    for (const { command: inner } of observationsOf({ command }))
      expect(inner).not.toMatch(/shell-snapshots|COMMAND_EXIT_CODE|claude-[0-9a-f]{4}-cwd/);
  });

  it.each(lines.map((command, index) => [agents[index], command]))("are %s's, as a parent: %s", (agent, command) =>
    expect(agentsIn({ command: ["ls"], parent: { command } })).toEqual([agent]),
  );
});

ifThere("wrapper shells of a real agent", () => {
  const file = `${samples}/claude-code/wrapper-argv.recorded.json`;
  const cases: readonly { command: string; argv: readonly string[] }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8")).cases
    : [];

  it("are as many as were recorded", () => expect(cases).toHaveLength(6));

  it.each(cases.map(({ command, argv }) => [command, argv] as const))(
    "are the agent's command: %j",
    (command, argv) => {
      const own = observationsOf({ command, agent: "claude-code" }).map((one) => one.command);
      for (const written of [argv, argv.join(" ")]) {
        const seen = observationsOf({ command: written });
        expect(seen.map((one) => one.command)).toEqual(own);
        expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set(["claude-code"]));
      }
    },
  );
});
