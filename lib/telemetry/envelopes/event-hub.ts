import { type Envelope, objectsOf } from "./envelope.js";

/** A message of Azure Event Hubs, as Defender's streaming API and Azure's diagnostics write it: `{"records": [...]}`. */
export const eventHub: Envelope = {
  recognises: ({ records }) => Array.isArray(records),
  *open({ records }) {
    for (const inside of objectsOf(records)) yield { inside, arrived: null };
  },
};
