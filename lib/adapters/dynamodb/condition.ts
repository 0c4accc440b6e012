import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/**
 * Whether a conditional write took effect; false when its condition refused it, and everything else is thrown.
 *
 * A false may be our own echo: when the reply to a write is lost, the SDK asks again and is refused by the first.
 */
export async function tookEffect(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
