import { bad } from "../../domain/result.js";
import { hookFormatOf, hookIn, hookRefused } from "../agent-hook.js";
import { textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { eventOfCall } from "../tool-call.js";

/**
 * Hooks of Cursor, the editor and the command line.
 *
 * `beforeShellExecution` is the event: `command` is the script as the model sent it, `conversation_id` the session.
 * A call has no id of its own (`generation_id` is the whole answer's), so `afterShellExecution` and the general tool
 * hooks, which tell of the same call again, would count it twice: they are no starts. The person is `user_email` where
 * Cursor sends it, else as for every hook; time and host must be added by the shipper.
 *
 * To be set: a `beforeShellExecution` hook in the managed hooks.json.
 */
export const cursor: Format = {
  name: "cursor",
  recognises: (record) => hookFormatOf(record) === "cursor",
  normalise(record, origin) {
    const hook = hookIn(record);
    const { own } = hook;
    if (own.hook_event_name !== "beforeShellExecution" || hookRefused(hook)) return bad("not-a-process-start");
    const roots: readonly unknown[] = Array.isArray(own.workspace_roots) ? own.workspace_roots : [];
    return eventOfCall(
      {
        ...hook,
        format: "cursor",
        agent: "cursor",
        id: null,
        session: own.conversation_id,
        command: own.command,
        cwd: textOrNull(own.cwd) ?? roots[0],
        transcript: own.transcript_path,
      },
      origin,
    );
  },
};
