import { bad, good } from "../../domain/result.js";
import { isObject } from "../json.js";
import { type Envelope, instantOrNull } from "./envelope.js";

/** An event of EventBridge, whose target is the stream: what happened is its `detail`. */
export const eventBridge: Envelope = {
  recognises: (record) => typeof record["detail-type"] === "string" && isObject(record.detail),
  *open({ detail, time }) {
    yield { inside: isObject(detail) ? good(detail) : bad("not-an-object"), arrived: instantOrNull(time) };
  },
};
