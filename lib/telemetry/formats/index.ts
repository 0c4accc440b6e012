import type { Format } from "../format.js";
import { auditd } from "./auditd.js";
import { claudeHook } from "./claude-hook.js";
import { claudeOtel } from "./claude-otel.js";
import { claudeTranscript } from "./claude-transcript.js";
import { codex } from "./codex.js";
import { copilot } from "./copilot.js";
import { crowdstrike } from "./crowdstrike.js";
import { cursor } from "./cursor.js";
import { defender } from "./defender.js";
import { ecs } from "./ecs.js";
import { falco } from "./falco.js";
import { gemini } from "./gemini.js";
import { k8sAudit } from "./k8s-audit.js";
import { laurel } from "./laurel.js";
import { ocsf } from "./ocsf.js";
import { osquery } from "./osquery.js";
import { plain } from "./plain.js";
import { sentinelone } from "./sentinelone.js";
import { sysmon } from "./sysmon.js";
import { tetragon } from "./tetragon.js";

/** Every format that can be read, in the order in which a record is shown to them: the least particular comes last. */
export const formats: readonly Format[] = [
  tetragon,
  defender,
  sysmon,
  ecs,
  ocsf,
  auditd,
  laurel,
  crowdstrike,
  sentinelone,
  claudeOtel,
  claudeHook,
  claudeTranscript,
  codex,
  cursor,
  gemini,
  copilot,
  k8sAudit,
  osquery,
  falco,
  plain,
];
