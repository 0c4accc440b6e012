import { describe, expect, it } from "vitest";
import type { Event, FormatName } from "../../lib/domain/event.js";
import { formats } from "../../lib/telemetry/formats/index.js";
import type { JsonObject } from "../../lib/telemetry/json.js";
import { filesBelow, read } from "../architecture/sources.js";
import { examples } from "./examples-of-sensors.js";

/** The event that a record gives, or the reason why it gives none. */
const eventOf = (name: FormatName, record: JsonObject): Event | string => {
  const format = formats.find((one) => one.name === name);
  const event = format?.normalise(record, { contentId: () => "content", arrived: null });
  return event?.ok === true ? event.value : (event?.reason ?? "no such format");
};

/** Those of the fields that the reader asks for: in the whole of them, or when one that it prefers is missing. */
function fieldsRead(name: FormatName, fields: JsonObject, around: (fields: JsonObject) => JsonObject) {
  const asked = new Set<string>();
  const watched = (target: JsonObject): JsonObject =>
    new Proxy(target, {
      get(object, field) {
        asked.add(String(field));
        return Reflect.get(object, field);
      },
    });
  for (const missing of [null, ...Object.keys(fields)]) {
    const { [missing ?? ""]: _, ...rest } = fields;
    eventOf(name, around(watched(rest)));
  }
  return asked;
}

/** Only formats that can be read; the settings of the others wait for their readers. */
const readable = (name: FormatName) => formats.some((format) => format.name === name);

interface Setting {
  readonly format: FormatName;
  readonly fields: JsonObject;
  readonly around: (fields: JsonObject) => JsonObject;
}

const falcoFields: readonly string[] = [
  ...examples.falco.append_output[0].extra_fields,
  ...Array.from(String(examples.falcoRules[0].output).matchAll(/%([\w.]+)/g), ([, field]) => field),
];

/** The columns of a SELECT: what stands behind AS, or behind the table's letter. */
const columnsOf = (query: string): readonly string[] =>
  (/^SELECT (.*?) FROM /.exec(query)?.[1] ?? "").split(", ").map((column) => column.replace(/^.*(?: AS |\.)/, ""));

const exampleOf = (field: string): string | number => {
  if (field === "evt.type") return "execve";
  if (field === "evt.res") return "SUCCESS";
  if (field === "event_type") return "exec";
  if (field === "time") return 1_772_442_000;
  return /uid|pid|eid|version|parent$/.test(field) ? 1_000 : `/usr/bin/${field}`;
};
const valuesOf = (fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.map((field) => [field, exampleOf(field)]));

const settings: readonly Setting[] = [
  {
    format: "falco",
    fields: valuesOf(falcoFields),
    around: (output_fields) => ({
      ...{ rule: examples.falcoRules[0].rule, priority: "Debug", source: "syscall", hostname: "web-1.example.com" },
      time: "2026-03-02T09:00:00.123456789Z",
      output_fields,
    }),
  },
  ...Object.entries<{ readonly query: string }>(examples.osqueryConf.schedule).map(
    ([name, { query }]): Setting => ({
      format: "osquery",
      fields: valuesOf(columnsOf(query)),
      around: (columns) => ({
        name,
        columns,
        action: "added",
        hostIdentifier: "web-1.example.com",
        unixTime: 1_772_442_000,
      }),
    }),
  ),
];

describe("every field that an example switches on is one that is read:", () => {
  it.each(settings.map((setting) => [setting.format, Object.keys(setting.fields).join(" "), setting] as const))(
    "%s: %s",
    (_format, _fields, { format, fields, around }) => {
      expect(Object.keys(fields).length).toBeGreaterThan(5);
      if (!readable(format)) return;
      expect(eventOf(format, around(fields))).toMatchObject({ format });
      const asked = fieldsRead(format, fields, around);
      expect(Object.keys(fields).filter((field) => !asked.has(field))).toEqual([]);
    },
  );
});

describe("variables by which agents mark their children", () => {
  const laurel = examples.laurel as unknown as {
    readonly enrich: { readonly "execve-env": readonly string[] };
    readonly "label-process": {
      readonly "label-exe": Readonly<Record<string, string>>;
      readonly "propagate-labels": readonly string[];
    };
  };
  const markers = laurel.enrich["execve-env"];
  const elastic = /capture_env_vars`[\s\S]*?`([A-Z_,]+)`/.exec(read("docs/telemetry.md"))?.[1]?.split(",") ?? [];
  const values = Object.fromEntries(markers.map((name) => [name, "1"]));

  it("are the same for Laurel and Tetragon, and Elastic Defend takes the five that tell most", () => {
    expect(examples.tetragon["filter-environment-variables"].split(",")).toEqual(markers);
    expect(elastic).toHaveLength(5);
    expect(markers).toEqual(expect.arrayContaining(elastic));
  });

  it("are all known to attribution", () => {
    const known = filesBelow("lib/attribution", ".ts").map(read).join("\n");
    expect(markers.filter((name) => !new RegExp(`["'\`]${name}\\b`).test(known))).toEqual([]);
  });

  const process = { exec_id: "x", pid: 7, uid: 1_000, binary: "/usr/bin/ls", start_time: "2026-03-02T09:00:00Z" };
  it.each<[FormatName, JsonObject]>([
    [
      "tetragon",
      {
        process_exec: {
          process: {
            ...process,
            environment_variables: Object.entries(values).map(([key, value]) => ({ key, value })),
          },
        },
        time: "2026-03-02T09:00:00Z",
        node_name: "web-1.example.com",
      },
    ],
    [
      "laurel",
      {
        ID: "1772442000.123:42",
        NODE: "web-1.example.com",
        SYSCALL: {
          SYSCALL: "execve",
          success: "yes",
          pid: 7,
          ppid: 6,
          auid: 1_000,
          uid: 1_000,
          AUID: "ada",
          UID: "ada",
        },
        EXECVE: { argc: 1, ARGV: ["ls"], ENV: values },
      },
    ],
    [
      "ecs",
      {
        "@timestamp": "2026-03-02T09:00:00Z",
        event: { category: ["process"], type: ["start"], action: "exec" },
        agent: { type: "endpoint" },
        host: { name: "web-1.example.com" },
        user: { name: "ada" },
        process: {
          ...{ entity_id: "x", pid: 7, executable: "/usr/bin/ls", args: ["ls"] },
          env_vars: elastic.map((name) => `${name}=1`),
        },
      },
    ],
  ])("reach the event as %s writes them", (format, record) => {
    if (!readable(format)) return;
    const names = format === "ecs" ? elastic : markers;
    expect(eventOf(format, record)).toMatchObject({
      environment: Object.fromEntries(names.map((name) => [name, "1"])),
    });
  });

  it("and Laurel's labels name agents, and are handed down", () => {
    const labels = Object.values(laurel["label-process"]["label-exe"]);
    expect(labels.length).toBeGreaterThan(0);
    expect(laurel["label-process"]["propagate-labels"]).toEqual(labels);
    for (const label of labels) expect(label).toMatch(/^agent:[\w-]+$/);
  });
});

it("Tetragon's ancestors are read", () => {
  expect(examples.tetragon["enable-ancestors"]).toBe("base");
  const ancestor = { exec_id: "a", pid: 1, binary: "/usr/bin/claude", arguments: "", uid: 1_000 };
  const record = {
    process_exec: {
      process: { exec_id: "x", pid: 7, uid: 1_000, binary: "/usr/bin/ls" },
      ancestors: [ancestor],
    },
    time: "2026-03-02T09:00:00Z",
    node_name: "web-1.example.com",
  };
  expect(eventOf("tetragon", record)).toMatchObject({ ancestors: [{ binary: "/usr/bin/claude" }] });
});

it("Claude Code's logs have the command only with the setting that the example makes", () => {
  expect(examples.claudeCode.env).toMatchObject({ OTEL_LOG_TOOL_DETAILS: "1", OTEL_LOGS_EXPORTER: "otlp" });
  const attributes = {
    ...{ "event.timestamp": "2026-03-02T09:00:00Z", "user.email": "ada@corp.example", tool_name: "Bash" },
    ...{ tool_use_id: "toolu_01", success: "true" },
  };
  const detail = { tool_parameters: JSON.stringify({ full_command: "git status" }) };
  const record = (more: object) => ({ body: "claude_code.tool_result", attributes: { ...attributes, ...more } });
  expect(eventOf("claude-otel", record({}))).toBe("no-command");
  expect(eventOf("claude-otel", record(detail))).toMatchObject({ command: { kind: "script", text: "git status" } });
});
