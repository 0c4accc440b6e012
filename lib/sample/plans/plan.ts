import type { AgentName } from "../agents.js";
import type { Person } from "../person.js";
import type { Random } from "../random.js";

export type IncidentKind = "force-push" | "terraform-destroy" | "injected-recon" | "approvals-off";
export type ControlKind = "rare-deploy" | "new-tool" | "mentions-rm-rf";

/** A line that is planted, and whether it has to be found on its own. */
export interface PlannedLine {
  readonly line: string;
  readonly mustFind: boolean;
}

/** One thing that is planted in the judged day: lines that follow each other within seconds. */
export interface Plan {
  readonly kind: IncidentKind | ControlKind;
  readonly person: Person;
  /** Null for her own hands. */
  readonly agent: AgentName | null;
  readonly lines: readonly PlannedLine[];
  /** Days of the history on which the first line was already run once. */
  readonly rehearsals: readonly number[];
}

/** One kind of plan: who can be in it, and how it is drawn for her. */
export interface Scheme {
  readonly kind: Plan["kind"];
  readonly fits: (person: Person) => boolean;
  readonly draw: (person: Person, random: Random) => Omit<Plan, "kind" | "person">;
}
