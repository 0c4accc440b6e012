import type { WriteStream } from "node:tty";
import { findingsIn, isDigest } from "../domain/notice.js";
import type { Sink } from "../ports/sink.js";
import { digestHeading } from "../render/digest-text.js";
import { findingText } from "../render/finding-text.js";

/** Incidents and digests on a terminal, or as plain text in a file. */
export const createConsoleSink =
  (stream: WriteStream): Sink =>
  async (notice) => {
    const colour = stream.isTTY === true;
    if (isDigest(notice)) stream.write(`${digestHeading(notice)}\n`);
    for (const finding of findingsIn(notice)) stream.write(`${findingText(finding, { colour })}\n`);
  };
