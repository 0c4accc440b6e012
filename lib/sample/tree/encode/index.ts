import { auditdRaw, auditdRawEnriched } from "./auditd.js";
import { claudeHook } from "./claude-hook.js";
import { claudeOtel } from "./claude-otel.js";
import { claudeTranscript } from "./claude-transcript.js";
import { codexHook } from "./codex-hook.js";
import { codexRollout } from "./codex-rollout.js";
import { copilotHook } from "./copilot-hook.js";
import { crowdstrike } from "./crowdstrike.js";
import { cursorHook } from "./cursor-hook.js";
import { defender } from "./defender.js";
import { ecsAuditbeat } from "./ecs-auditbeat.js";
import { ecsDefend, ecsDefendNamed } from "./ecs-defend.js";
import type { CallEncoder, StartEncoder } from "./encode.js";
import { falco, falcoDefault } from "./falco.js";
import { geminiHook } from "./gemini-hook.js";
import { laurel } from "./laurel.js";
import { ocsf, ocsfNamed } from "./ocsf.js";
import { osquery, osqueryJoined } from "./osquery.js";
import { osqueryEs } from "./osquery-es.js";
import { plain, plainWithoutPids } from "./plain.js";
import { sentinelone } from "./sentinelone.js";
import { sysmonLinux } from "./sysmon.js";
import { tetragon, tetragonWhole } from "./tetragon.js";

/** Every sensor that can write a tree down, start by start. */
export const startEncoders: readonly StartEncoder[] = [
  plain,
  plainWithoutPids,
  defender,
  tetragon,
  tetragonWhole,
  osquery,
  osqueryJoined,
  osqueryEs,
  falco,
  falcoDefault,
  sysmonLinux,
  ecsDefend,
  ecsDefendNamed,
  ecsAuditbeat,
  ocsf,
  ocsfNamed,
  auditdRaw,
  auditdRawEnriched,
  laurel,
  crowdstrike,
  sentinelone,
];

/** Every agent that tells of its own calls. */
export const callEncoders: readonly CallEncoder[] = [
  claudeHook,
  claudeOtel,
  claudeTranscript,
  codexHook,
  codexRollout,
  cursorHook,
  geminiHook,
  copilotHook,
];
