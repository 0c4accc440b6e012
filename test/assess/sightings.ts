import type { Observation } from "../../lib/domain/observation.js";
import type { Instant } from "../../lib/domain/units.js";
import type { Observed } from "../../lib/flows/gather.js";
import { hash64 } from "../../lib/stats/hash64.js";
import { observed } from "../observations.js";

/** How a command was seen, as far as a test cares. */
export interface Sight {
  readonly source: string;
  readonly id?: string;
  readonly index?: number;
  readonly host?: string | null;
  /** Beyond what the name is made of: a later look, or the same record. */
  readonly name?: string;
  readonly identity?: string;
  readonly agent?: string | null;
  readonly confidence?: number;
  readonly session?: string | null;
  readonly cwd?: string | null;
  readonly text?: string;
  readonly expands?: boolean;
  readonly line?: readonly string[];
  readonly whole?: string;
  readonly starter?: string | null;
  readonly startedAt?: Instant;
  readonly revision?: number;
  readonly withdrawn?: boolean;
  readonly impacts?: Observation["impacts"];
}

/** `npm test` by ada's claude-code in her shop, as one kind of record shows it. */
export function seenAs(at: Instant, sight: Sight): Observed {
  const { source, text = "npm test", host = "ada-laptop", agent = "claude-code", name } = sight;
  const id = sight.id ?? `${source}-${at}-${sight.line?.[0] ?? ""}`;
  const program = text.split(" ")[0] ?? "";
  return observed(at, {
    event: { id, format: "plain", time: new Date(at).toISOString(), host },
    index: sight.index ?? 0,
    identity: sight.identity ?? "ada",
    agent,
    session: sight.session ?? null,
    attribution: { confidence: sight.confidence ?? 0.9, evidence: [`as ${source} shows it`] },
    command: text,
    argv: text.split(" "),
    signature: `${program}/-/-`,
    impacts: sight.impacts ?? [],
    name: name ?? hash64(source, id, at, sight.index ?? 0),
    sighting: {
      layer: source.endsWith("/exec") ? "exec" : "call",
      source,
      text: hash64(text),
      program: hash64(program),
      expands: sight.expands ?? false,
      line: sight.line ?? [],
      whole: hash64(sight.whole ?? text),
      starter: sight.starter === undefined || sight.starter === null ? null : hash64(sight.starter),
      cwd: sight.cwd === undefined ? "shop" : sight.cwd,
      startedAt: sight.startedAt ?? at,
      revision: sight.revision ?? 0,
      byHand: false,
      withdrawn: sight.withdrawn ?? false,
    },
  });
}

/** All that is seen of one tool call: the agent's own records, its shell, and what that starts. */
export function callSeen(n: number, at: Instant): Readonly<Record<string, Observed>> {
  const id = `toolu_${n}`;
  const session = "0000aaaa-0001";
  const shell = [`shell-${n}`, "claude", "zsh"];
  return {
    pre: seenAs(at, { source: "claude-hook/call", id, session, confidence: 0.95 }),
    post: seenAs(at + 900, { source: "claude-hook/call", id, session, confidence: 0.95, startedAt: at + 20 }),
    log: seenAs(at + 950, { source: "claude-otel/call", id, session, cwd: null, host: null, startedAt: at + 30 }),
    transcript: seenAs(at - 5, { source: "claude-transcript/call", id, session, host: null }),
    shell: seenAs(at + 40, { source: "tetragon/shell", line: shell, whole: "bash -c eval" }),
    sudo: seenAs(at + 50, { source: "tetragon/exec", line: [`sudo-${n}`, ...shell], whole: "sudo npm test" }),
    program: seenAs(at + 60, { source: "tetragon/exec", line: [`npm-${n}`, `sudo-${n}`, ...shell] }),
    other: seenAs(at + 61, {
      source: "falco/exec",
      id: `falco-${n}`,
      cwd: null,
      agent: null,
      confidence: 0.5,
      starter: "sudo npm test",
    }),
  };
}
