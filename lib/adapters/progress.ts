import type { WriteStream } from "node:tty";
import { number } from "../domain/wording.js";
import type { Progress } from "../ports/replay.js";

/** Progress on a terminal: one line, written over and cleared at the end. Anywhere else: one line for each stage. */
export function createProgress(stream: WriteStream): { readonly tell: Progress; readonly clear: () => void } {
  let lastStage = "";
  const words = { reading: "records read", judging: "commands judged" };
  return {
    tell(stage, done, total) {
      const line = `${number(done)}${total === undefined ? "" : ` of ${number(total)}`} ${words[stage]}`;
      if (stream.isTTY) stream.write(`\r\u001b[K${line}`);
      else if (stage !== lastStage && total !== undefined) stream.write(`${stage} ${number(total)} commands\n`);
      lastStage = stage;
    },
    clear() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
