import { bad } from "../../domain/result.js";
import { eventOfClaudeShapedHook, hookFormatOf, hookIn, hookRefused } from "../agent-hook.js";
import type { Format } from "../format.js";
import { objectIn } from "../json.js";
import { isShellTool } from "../shell-tool.js";
import { eventOfCall } from "../tool-call.js";

/**
 * Hooks of GitHub Copilot: the command line's own (`toolName`, `toolArgs`), and those in the shape of Claude Code's.
 *
 * `toolArgs` is an object, or in some versions a JSON text; its `command` is the script that the model sent. Calls have
 * no id, so of the two hooks around one only preToolUse is an event: postToolUse (it has a `toolResult`) would count it
 * twice. `timestamp` is the hook's own; user and host must be added by the shipper.
 *
 * To be set: a preToolUse hook below `.github/hooks`.
 */
export const copilot: Format = {
  name: "copilot",
  recognises: (record) => hookFormatOf(record) === "copilot",
  normalise(record, origin) {
    const hook = hookIn(record);
    const { own } = hook;
    if (own.toolName === undefined) return eventOfClaudeShapedHook(record, "copilot", "copilot", origin);
    if (!isShellTool(own.toolName) || own.toolResult !== undefined || hookRefused(hook))
      return bad("not-a-process-start");
    return eventOfCall(
      {
        ...hook,
        format: "copilot",
        agent: "copilot",
        id: null,
        session: own.sessionId,
        command: objectIn(own.toolArgs)?.command,
        cwd: own.cwd,
      },
      origin,
    );
  },
};
