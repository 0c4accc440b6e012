import type { WriteStream } from "node:tty";
import type { Sink } from "../ports/sink.js";
import { findingText } from "../render/finding-text.js";

/** Incidents on a terminal, or as plain text in a file. */
export const createConsoleSink =
  (stream: WriteStream): Sink =>
  async ({ findings }) => {
    const colour = stream.isTTY === true;
    for (const finding of findings) stream.write(`${findingText(finding, { colour })}\n`);
  };
