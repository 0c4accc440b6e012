import type { JsonObject } from "./json.js";

/**
 * Whether a record is one of CloudTrail: who asked AWS for what. It is well understood and starts no process that could
 * be read: of a command that is sent to machines (`SendCommand`) the text is hidden, and what it starts there, the
 * sensors of those machines tell.
 *
 * @example
 * isCloudTrail({ eventVersion: "1.08", eventType: "AwsApiCall", awsRegion: "eu-west-1", eventName: "SendCommand" }) // => true
 * isCloudTrail({ eventType: "AwsApiCall" }) // => false
 */
export const isCloudTrail = ({ eventVersion, eventType, awsRegion }: JsonObject): boolean =>
  typeof eventVersion === "string" &&
  typeof awsRegion === "string" &&
  typeof eventType === "string" &&
  eventType.startsWith("Aws");
