import { base64Decode } from "@bufbuild/protobuf/wire";
import { bad, good, type Result } from "../../domain/result.js";
import { isObject, type JsonObject } from "../json.js";
import { type Envelope, instantOrNull, objectsOf } from "./envelope.js";

const payloadOf = (record: JsonObject): unknown => (isObject(record.kinesis) ? record.kinesis.data : record.Data);

const arrivalOf = (record: JsonObject): unknown =>
  isObject(record.kinesis) ? record.kinesis.approximateArrivalTimestamp : record.ApproximateArrivalTimestamp;

const decoded = (base64: unknown): Result<Uint8Array> => {
  if (typeof base64 !== "string") return bad("bad-base64");
  try {
    return good(base64Decode(base64));
  } catch {
    return bad("bad-base64");
  }
};

/**
 * Records of a Kinesis stream in a file: the event of a Lambda function, or what `aws kinesis get-records` prints.
 * Each record is base64, and may be packed.
 */
export const kinesisRecords: Envelope = {
  recognises: ({ Records }) => Array.isArray(Records) && isObject(Records[0]) && payloadOf(Records[0]) !== undefined,
  *open({ Records }) {
    for (const record of objectsOf(Records)) {
      if (record.ok)
        yield { inside: decoded(payloadOf(record.value)), arrived: instantOrNull(arrivalOf(record.value)) };
      else yield { inside: record, arrived: null };
    }
  },
};
