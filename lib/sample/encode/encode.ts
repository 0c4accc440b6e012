import type { FormatName } from "../../domain/event.js";
import type { Act } from "../act.js";
import type { Person } from "../person.js";
import { claudeOtel } from "./claude-otel.js";
import { defender } from "./defender.js";
import { plain } from "./plain.js";
import type { Encode } from "./sighting.js";
import { tetragon } from "./tetragon.js";

/** One encoder per format that can be read. */
export const encoders: Readonly<Record<FormatName, Encode>> = { plain, defender, tetragon, "claude-otel": claudeOtel };

/** Which format an act is written in: her sensor's; Claude Code's own log sees only Claude Code. */
export const formatOf = ({ agent, person }: Pick<Act, "agent"> & { readonly person: Person }): FormatName =>
  person.sensor.format === "claude-otel" && agent === null ? "plain" : person.sensor.format;
