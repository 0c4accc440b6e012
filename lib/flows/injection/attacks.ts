import { tellingImpact } from "../../domain/impact.js";
import type { Observation } from "../../domain/observation.js";
import { isObject } from "../../telemetry/json.js";
import { normalise } from "../../telemetry/normalise.js";
import type { Interpreter } from "../interpret.js";

/** One attack of a corpus. */
export interface Attack {
  readonly corpus: string;
  readonly scenario: string | null;
  readonly observations: readonly Observation[];
  /** Some impact of 0.3 or more is seen in it. */
  readonly isCovered: boolean;
}

/** A row that is labelled `benign` is no attack; in a file of text every line is one. */
export interface Row {
  readonly command: string;
  readonly scenario: string | null;
}

/** The rows of a file of attacks: JSON lines with a `command`, or one command a line. */
export function attackRows(text: string): readonly Row[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line): readonly Row[] => {
      const record = parsed(line);
      if (!isObject(record)) return [{ command: line, scenario: null }];
      const { command, label, scenario } = record;
      if (typeof command !== "string" || label === "benign") return [];
      return [{ command, scenario: typeof scenario === "string" ? (scenario.split("_")[0] ?? null) : null }];
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What the product sees of an attack, whoever runs it. */
export function attackOf(corpus: string, { command, scenario }: Row, interpreter: Interpreter, id: string): Attack {
  const record = { id, time: "2026-01-01T00:00:00Z", user: "nobody", host: "nowhere", agent: "unknown", command };
  const event = normalise(record, "plain", { contentId: () => id, arrived: null });
  const observations = event.ok ? interpreter.observe(interpreter.draft(event.value), null) : [];
  const isCovered = observations.some(({ impacts }) => tellingImpact(impacts) !== undefined);
  return { corpus, scenario, observations, isCovered };
}
