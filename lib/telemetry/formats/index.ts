import type { Format } from "../format.js";
import { claudeOtel } from "./claude-otel.js";
import { defender } from "./defender.js";
import { plain } from "./plain.js";
import { tetragon } from "./tetragon.js";

/** Every format that can be read, in the order in which a record is shown to them: the least particular comes last. */
export const formats: readonly Format[] = [tetragon, defender, claudeOtel, plain];
