import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/units.js";
import { second } from "../../domain/units.js";

/** An instant as DynamoDB's time to live takes it: in whole seconds since 1970. It deletes up to some days later. */
export const expiryAt = (at: Instant): AttributeValue => ({ N: String(Math.ceil(at / second)) });

/** Whether an item is past its time, deleted yet or not. */
export const isExpired = (expires: AttributeValue | undefined, now: Instant): boolean =>
  Number(expires?.N) * second <= now;
