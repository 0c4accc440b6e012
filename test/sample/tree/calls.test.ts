import { describe, expect, it } from "vitest";
import type { Event } from "../../../lib/domain/event.js";
import { callEncoders } from "../../../lib/sample/tree/encode/index.js";
import type { Call, Tree } from "../../../lib/sample/tree/process.js";
import { growTree } from "../../../lib/sample/tree/tree.js";
import { formats } from "../../../lib/telemetry/formats/index.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { haveSamples } from "../../telemetry/samples.js";
import { inventedFields } from "./fields.js";

const encoders = callEncoders;
const trees = [1, 2, 3].map(growTree);

interface Told {
  readonly call: Call;
  readonly tree: Tree;
  readonly record: Record<string, unknown>;
}

const toldBy = ({ agent, encode }: (typeof encoders)[number]): readonly Told[] =>
  trees.flatMap((tree) =>
    tree.calls
      .filter((call) => call.agent === agent)
      .flatMap((call) =>
        encode(call, tree).map((record) => ({ call, tree, record: JSON.parse(JSON.stringify(record)) })),
      ),
  );

const eventOf = (record: Record<string, unknown>): Event => {
  const event = normalise(record, "auto", { contentId: () => JSON.stringify(record), arrived: null });
  if (!event.ok) throw new Error(`normalise requires a record it can read, got ${event.reason}`);
  return event.value;
};

/** What the streams cannot carry, and how they spell a person. */
const withoutFolder: ReadonlySet<string> = new Set(["claude-otel"]);
const withoutSession: ReadonlySet<string> = new Set(["rollout"]);
const withoutHost: ReadonlySet<string> = new Set(["tool_result", "assistant", "rollout"]);
const withoutId: ReadonlySet<string> = new Set(["cursor", "gemini", "copilot"]);

describe.each(encoders)("$format ($variant) of an agent's calls", (encoder) => {
  const { format, variant } = encoder;
  const told = toldBy(encoder);

  it("is recognised as that and nothing else", () => {
    expect(told.length).toBeGreaterThan(2);
    for (const { record } of told) {
      expect(formats.filter(({ recognises }) => recognises(record)).map(({ name }) => name)).toEqual([format]);
    }
  });

  it("is read as the call that it tells of", () => {
    for (const { call, tree, record } of told) {
      const event = eventOf(record);
      expect(event).toMatchObject({
        format,
        layer: "call",
        command: { kind: "script", text: call.line },
        account: { name: format === "claude-otel" ? `${call.user.name}@corp.example` : call.user.name, uid: null },
        declaredAgent: call.agent,
        host: withoutHost.has(variant) ? null : tree.host,
        session: withoutSession.has(variant) ? null : call.session,
        cwd: withoutFolder.has(format) ? null : call.cwd,
      });
      expect(event.at - event.tookMs).toBe(call.at);
      if (!withoutId.has(format)) expect(event.id).toBe(call.id);
    }
  });
});

const added = ["time: string", "user: string", "host: string"];
const documented: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  "pre and post": [["claude-code/hooks.jsonl"], added],
  tool_result: [["claude-code/otel_events.jsonl"], []],
  assistant: [["claude-code/transcript.jsonl"], []],
  hook: [["codex/hook_pretooluse.jsonl"], added],
  rollout: [["codex/rollout.jsonl"], []],
  beforeShellExecution: [["cursor/hook_beforeShellExecution.jsonl"], added],
  preToolUse: [["copilot/hook_preToolUse.jsonl"], [...added, "sessionId: string"]],
  // The fields of all its hooks, by its reference; the sample has only some.
  BeforeTool: [
    ["gemini/hook_beforetool.jsonl"],
    ["transcript_path: string", "cwd: string", "timestamp: string", "host: string"],
  ],
};

if (haveSamples)
  describe("beside records of real agents", () => {
    it.each(encoders)("$format ($variant) has no field that they have not", (encoder) => {
      const [files, fields] = documented[encoder.variant] ?? [[], []];
      const records = toldBy(encoder).map(({ record: { hook, ...record } }) => ({ ...record, ...(hook as object) }));
      expect(inventedFields(records, files, fields)).toEqual([]);
    });
  });
