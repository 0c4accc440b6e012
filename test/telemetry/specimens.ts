import type { FormatName } from "../../lib/domain/event.js";
import type { TreeEncoder } from "../../lib/sample/tree/encode/encode.js";
import { callEncoders, startEncoders } from "../../lib/sample/tree/encode/index.js";
import { growTree } from "../../lib/sample/tree/tree.js";

/** One thing that a source writes of one process start: a record, or the lines of one. */
interface Specimen {
  readonly name: string;
  readonly format: FormatName;
  readonly written: string;
}

/** No tree has everything in it: agents and sensors are drawn. */
const trees = [1, 2, 3, 4, 5, 6].map(growTree);

const linesOf = (written: readonly (object | string)[]): string =>
  written.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");

/** The first thing that was written; a source that writes nothing of six trees would be tested by nothing. */
const specimenOf = ({ format, variant }: TreeEncoder, written: readonly string[]): Specimen => {
  const first = written.find((lines) => lines !== "");
  if (first === undefined) throw new Error(`a specimen requires a record, got none of ${format} (${variant})`);
  return { name: `${format} (${variant})`, format, written: first };
};

/** A start of an agent's call that such a sensor sees: it has a parent, and mostly everything else. */
const started: readonly Specimen[] = startEncoders.map((encoder) =>
  specimenOf(
    encoder,
    trees.flatMap((tree) =>
      tree.starts
        .filter(({ call, parent }) => call !== null && parent !== null)
        .map((start) => linesOf(encoder.encode(start, tree))),
    ),
  ),
);

const called: readonly Specimen[] = callEncoders.map((encoder) =>
  specimenOf(
    encoder,
    trees.flatMap((tree) =>
      tree.calls.filter(({ agent }) => agent === encoder.agent).map((call) => linesOf(encoder.encode(call, tree))),
    ),
  ),
);

const time = "2026-03-01T09:30:00.1234567Z";
const seconds = "1772357400.123";

/** Sources that write no tree, and other spellings of those that do. */
const byHand: readonly (readonly [name: string, format: FormatName, record: object])[] = [
  [
    "plain",
    "plain",
    {
      ...{ id: "e1", time, user: "ada", host: "web-1", agent: "codex", session: "s1", cwd: "/srv/shop" },
      ...{ command: ["git", "push"], parent: { command: "bash -c 'git push'" }, pid: 101, ppid: 100 },
    },
  ],
  [
    "plain (process table)",
    "plain",
    { pid: 101, ppid: 100, comm: "git", argv: ["git", "push"], cwd: "/home/ada/shop" },
  ],
  [
    "defender (streamed)",
    "defender",
    {
      time,
      category: "AdvancedHunting-DeviceProcessEvents",
      properties: {
        ...{ Timestamp: time, DeviceName: "web-1.example.com", DeviceId: "d1", ReportId: 7, AccountName: "ada" },
        ...{ AccountDomain: "CORP", AccountSid: "S-1-5-21-1-2-3-1001", ActionType: "ProcessCreated", ProcessId: 101 },
        ...{ FileName: "git.exe", FolderPath: "C:\\Git\\git.exe", ProcessCommandLine: "git push", ProcessUniqueId: 9 },
        ...{ InitiatingProcessId: 100, InitiatingProcessFileName: "cmd.exe", InitiatingProcessCommandLine: "cmd.exe" },
        ...{ InitiatingProcessParentFileName: "claude.exe", AdditionalFields: "{}", InitiatingProcessUniqueId: 8 },
      },
    },
  ],
  [
    "sysmon (Windows)",
    "sysmon",
    {
      winlog: {
        ...{ provider_name: "Microsoft-Windows-Sysmon", event_id: "1", computer_name: "web-1.example.com" },
        event_data: {
          ...{
            UtcTime: "2026-03-01 09:30:00.123",
            ProcessGuid: "{aaaa0000-0001}",
            ProcessId: "101",
            User: "CORP\\ada",
          },
          ...{ Image: "C:\\Git\\git.exe", CommandLine: "git push", CurrentDirectory: "C:\\shop\\", LogonId: "0x3e9a1" },
          ...{ ParentProcessGuid: "{aaaa0000-0002}", ParentProcessId: "100", ParentImage: "C:\\cmd.exe" },
          ...{ ParentCommandLine: "cmd.exe", ParentUser: "CORP\\ada" },
        },
      },
    },
  ],
  [
    "auditd (auoms)",
    "auditd",
    {
      ...{ EventType: "AUOMS_EXECVE", EventTime: time, Computer: "web-1" },
      SyslogMessage: `type=AUOMS_EXECVE audit(${seconds}:42): x`,
      EventData:
        'pid=101 ppid=100 success=yes syscall=execve uid=1001 user=ada cwd="/srv" cmdline="git push" redactors=0',
    },
  ],
  [
    "falco (coding agents)",
    "falco",
    {
      ...{ time, rule: "All calls", priority: "Notice", source: "coding_agent", hostname: "web-1", output: "x" },
      output_fields: {
        ...{
          "agent.name": "claude_code",
          "agent.session_id": "s1",
          "agent.cwd": "/home/ada/shop",
          "tool.name": "Bash",
        },
        ...{ "tool.use_id": "t1", "tool.input_command": "git push", "correlation.id": 7, user: "ada" },
      },
    },
  ],
  [
    "copilot",
    "copilot",
    {
      ...{ timestamp: 1_772_357_400_123, cwd: "/home/ada/shop", sessionId: "s1", toolName: "bash", user: "ada" },
      ...{ toolArgs: '{"command":"git push"}', host: "web-1" },
    },
  ],
  [
    "gemini (log)",
    "gemini",
    {
      attributes: {
        ...{ "event.name": "gemini_cli.tool_call", "event.timestamp": time, "session.id": "s1", duration_ms: 12 },
        ...{ "user.email": "ada@corp.example", function_name: "run_shell_command", decision: "auto_accept" },
        function_args: '{"command":"git push"}',
      },
      resource: { attributes: { "host.name": "web-1" } },
    },
  ],
  [
    "codex (log)",
    "codex",
    {
      body: "codex.tool_result",
      attributes: {
        ...{ "event.timestamp": time, "conversation.id": "t1", "user.email": "ada@corp.example", call_id: "c1" },
        ...{ tool_name: "exec_command", arguments: '{"cmd":"git push","workdir":"/srv"}', duration_ms: "12" },
      },
      resource: { attributes: [{ key: "host.name", value: { stringValue: "web-1" } }] },
    },
  ],
  [
    "k8s-audit",
    "k8s-audit",
    {
      ...{ auditID: "a1", stage: "ResponseComplete", verb: "create", requestReceivedTimestamp: time },
      ...{ stageTimestamp: "2026-03-01T09:31:00Z", user: { username: "ada" }, responseStatus: { code: 101 } },
      objectRef: { resource: "pods", subresource: "exec", name: "cart-1", namespace: "shop" },
      requestURI: "/api/v1/namespaces/shop/pods/cart-1/exec?command=git&command=push&stdin=true",
    },
  ],
];

/** Every format in every way in which it is written, with one start in it. */
export const specimens: readonly Specimen[] = [
  ...started,
  ...called,
  ...byHand.map(([name, format, record]) => ({ name, format, written: JSON.stringify(record) })),
];

/** Their records, where they are JSON. */
export const specimenRecords: readonly (readonly [name: string, record: Record<string, unknown>])[] = specimens
  .filter(({ written }) => written.startsWith("{"))
  .flatMap(({ name, written }) => written.split("\n").map((line) => [name, JSON.parse(line)] as const));

/** The record with something else in one place. */
export const withAt = (value: unknown, [name, ...rest]: readonly string[], instead: unknown): unknown => {
  if (name === undefined) return instead;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = withAt(copy[name], rest, instead);
  return copy;
};
