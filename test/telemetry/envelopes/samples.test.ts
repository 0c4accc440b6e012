import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isObject } from "../../../lib/telemetry/json.js";
import { arrivals, read } from "../read.js";

const folder = "../shared/samples/kinesis-envelopes";
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

/** Log lines of a Lambda function: a real subscription, of something that starts no process. */
const ofText = new Set(["cloudwatch_logs_subscription_real.json"]);

describe("recorded envelopes", () => {
  it("open to records that arrived when the stream says", () => {
    for (const file of files) {
      const bytes = readFileSync(`${folder}/${file}`);
      const records = read(bytes);
      expect(records.length, file).toBeGreaterThan(0);
      for (const record of records)
        expect(ofText.has(file) ? record === "not-json" : isObject(record), file).toBe(true);
      for (const arrived of arrivals(bytes)) expect(arrived, file).toBeGreaterThan(Date.UTC(2018, 0, 1));
      for (const record of records) expect(record, file).not.toHaveProperty("Records");
    }
  });
});
