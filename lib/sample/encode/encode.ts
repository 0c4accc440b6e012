import type { FormatName } from "../../domain/event.js";
import type { Act } from "../act.js";
import type { Person } from "../person.js";
import { claudeOtel } from "./claude-otel.js";
import { defender } from "./defender.js";
import { plain } from "./plain.js";
import type { Encode } from "./sighting.js";
import { tetragon } from "./tetragon.js";

/** One encoder per format that somebody at the company has. */
export const encoders = { plain, defender, tetragon, "claude-otel": claudeOtel } as const satisfies Partial<
  Record<FormatName, Encode>
>;

/** The formats that somebody at the company has. */
export type CompanyFormat = keyof typeof encoders;

/** Which format an act is written in: her sensor's; Claude Code's own log sees only Claude Code. */
export const formatOf = ({ agent, person }: Pick<Act, "agent"> & { readonly person: Person }): CompanyFormat =>
  person.sensor.format === "claude-otel" && agent === null ? "plain" : person.sensor.format;
