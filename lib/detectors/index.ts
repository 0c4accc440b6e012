import type { Detector } from "./detector.js";
import { heavyImpact } from "./heavy-impact.js";
import { oddHour } from "./odd-hour.js";
import { rareEntry } from "./rare-entry.js";
import { rareImpact } from "./rare-impact.js";
import { rareSequence } from "./rare-sequence.js";
import { unusualCommand } from "./unusual-command.js";

/** Every way of being unusual that is asked about each command; a score is the sum of their bits. */
export const detectors: readonly Detector[] = [
  unusualCommand,
  rareImpact,
  rareEntry,
  heavyImpact,
  rareSequence,
  oddHour,
];
