import type { Instant } from "../domain/units.js";
import type { AgentName } from "./agents.js";
import type { Person } from "./person.js";
import type { PlannedLine } from "./plans/plan.js";

/** One command line that somebody typed or an agent sent, before a sensor has written it down. */
export interface Act {
  readonly person: Person;
  /** Null for her own hands. */
  readonly agent: AgentName | null;
  readonly at: Instant;
  /** The agent's session; null for her own hands. */
  readonly session: string | null;
  readonly cwd: string;
  readonly line: string;
  /** The planned line that this is, where it is not ordinary work. */
  readonly planted?: PlannedLine;
}
