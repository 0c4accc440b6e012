import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Event, FormatName } from "../../lib/domain/event.js";
import { generateCompany, type SampleRecord } from "../../lib/sample/company.js";
import { people } from "../../lib/sample/people.js";
import { normalise } from "../../lib/telemetry/normalise.js";

const company = generateCompany(11);
const records = [...company.history, ...company.day];

/** What the sensor's shipper would put on the wire, read again. */
const asRead = ({ record }: SampleRecord): Record<string, unknown> => JSON.parse(JSON.stringify(record));

const eventOf = (sample: SampleRecord): Event => {
  const result = normalise(asRead(sample), "auto", { contentId: () => "no id in the record", arrived: null });
  if (!result.ok) throw new Error(`normalise requires a sample it can read, got ${result.reason}`);
  return result.value;
};

const events = records.map(eventOf);

describe("every record of the company", () => {
  it("is read in its own format, at its own time", () => {
    expect(events.map(({ format }) => format)).toEqual(records.map(({ format }) => format));
    expect(events.map(({ at }) => at)).toEqual(records.map(({ at }) => at));
  });

  it("has an id that no other one has", () => expect(new Set(events.map(({ id }) => id)).size).toBe(records.length));

  it("runs under somebody who works there", () => {
    const spelled = new Set(events.map(({ account }) => account.name));
    const known = people.flatMap(({ name, account }) => [name, account, `${name}@corp.example`]);
    expect(known).toEqual(expect.arrayContaining([...spelled]));
    expect(spelled.size).toBeGreaterThan(people.length);
  });

  it("has thousands of different commands", () => {
    const commands = new Set(events.map(({ command }) => JSON.stringify(command)));
    expect(commands.size).toBeGreaterThan(10_000);
  });
});

describe("what was planted", () => {
  it("bears the ids that the readers give", () => {
    const judged = new Map([...company.day].map((sample) => [eventOf(sample).id, sample.at]));
    for (const { eventIds, at } of [...company.truth.incidents, ...company.truth.controls]) {
      expect([...judged.keys()]).toEqual(expect.arrayContaining([...eventIds]));
      expect(judged.get(eventIds[0] ?? "")).toBe(at);
    }
  });
});

describe("an agent's call", () => {
  const linesIn = (format: FormatName, mark: string): readonly string[] =>
    records
      .filter((sample) => sample.format === format)
      .map(({ record }) => JSON.stringify(record))
      .filter((text) => text.includes(mark));

  it.each([
    ["plain", '"agent":"copilot"'],
    ["plain", '"command":"bash -c shopt -u promptvars nullglob extglob nocaseglob dotglob; _bgpids_file='],
    ["plain", '"command":["/bin/bash","-O","extglob","-c","snap=$(command cat <&3)'],
    ["plain", '"parent":{"command":"/bin/zsh -c source /Users/joan/.claude/shell-snapshots/snapshot-zsh-'],
    ["plain", '"parent":{"command":"/bin/zsh -c -l source /Users/joan/.claude/shell-snapshots/snapshot-zsh-'],
    ["defender", '"ProcessCommandLine":"/home/alan/.codex/tmp/arg0/'],
    ["defender", '"InitiatingProcessCommandLine":"/bin/zsh -o extendedglob -c snap='],
    ["defender", '"InitiatingProcessCommandLine":"/bin/bash -c source /home/niklaus/.claude/shell-snapshots/'],
    ["tetragon", '"binary":"/bin/bash","arguments":"-c \\"source /home/ada/.claude/shell-snapshots/'],
    ["claude-otel", '"tool_parameters":"{\\"bash_command\\"'],
  ] as const)("shows in %s as %s", (format, mark) => expect(linesIn(format, mark).length).toBeGreaterThan(50));

  it("is never written down twice", () => {
    // Two different lines of one session in one millisecond would be a second layer of the same call.
    const calls = events.filter(({ session }) => session !== null).map(({ session, at }) => `${session}@${at}`);
    expect(new Set(calls).size).toBe(calls.length);
  });
});

/** Every field of a record, by its path, with the type of its value. */
function fieldsOf(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [`${path}: ${value === null ? "null" : typeof value}`];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, path === "" ? name : `${path}/${name}`));
}

const samples = new URL("../../../shared/samples/", import.meta.url);
const real: Partial<Record<FormatName, string>> = {
  defender: "mde/sekoia_mde.jsonl",
  tetragon: "tetragon/process_exec.jsonl",
  "claude-otel": "claude-code/otel_events.jsonl",
};
/** Tetragon has it with `--username-metadata`, which the recorded ones had not. */
const documented = ["process_exec/process/user/name: string", "process_exec/parent/user/name: string"];

if (existsSync(samples))
  describe("beside records of real sensors", () => {
    it.each(Object.entries(real))("%s has no field that they have not", (format, file) => {
      const lines = readFileSync(new URL(file, samples), "utf8")
        .split("\n")
        .filter((line) => line !== "");
      const seen = new Set([...documented, ...lines.flatMap((line) => fieldsOf(JSON.parse(line)))]);
      const own = new Set(
        records.filter((sample) => sample.format === format).flatMap(({ record }) => fieldsOf(record)),
      );
      expect([...own].filter((field) => !seen.has(field))).toEqual([]);
    });
  });
