import { cloudwatchLogs } from "./cloudwatch-logs.js";
import type { Envelope } from "./envelope.js";
import { eventBridge } from "./event-bridge.js";
import { eventHub } from "./event-hub.js";
import { kinesisRecords } from "./kinesis-records.js";
import { logLine } from "./log-line.js";
import { otlpLogs } from "./otlp-logs.js";

/** Every envelope that is opened; the one that asks the formats comes last. */
export const envelopes: readonly Envelope[] = [
  cloudwatchLogs,
  eventBridge,
  eventHub,
  kinesisRecords,
  otlpLogs,
  logLine,
];
