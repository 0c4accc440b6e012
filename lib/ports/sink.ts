import type { Notice } from "../domain/notice.js";

/** Where alerts and digests go. Resolves when the notice has arrived; throws when it has not, so that it is tried again. */
export type Sink = (notice: Notice) => Promise<void>;
