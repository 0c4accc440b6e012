import { eventOfClaudeShapedHook, hookFormatOf } from "../agent-hook.js";
import type { Format } from "../format.js";

/**
 * Hooks of Claude Code, and of agents that took over their shape and are named by the shipper's `agent`.
 *
 * `tool_input.command` is the script as the model sent it, `tool_use_id` the id that the same call has in the log and
 * the transcript, `duration_ms` of a PostToolUse how long it ran. A PreToolUse may still be refused, which it cannot
 * know. A hook has no time, no user and no host: the shipper must add them (`time`, `user`, `host`, beside the hook's
 * fields or around `hook`). Without a time it happened when it reached us; without a user it is whose home the
 * transcript, or else the working folder, lies in. What the command started in turn no hook can see.
 *
 * To be set: hooks PreToolUse and PostToolUse for the tool `Bash`, in managed settings.
 */
export const claudeHook: Format = {
  name: "claude-hook",
  recognises: (record) => hookFormatOf(record) === "claude-hook",
  normalise: (record, origin) => eventOfClaudeShapedHook(record, "claude-hook", "claude-code", origin),
};
