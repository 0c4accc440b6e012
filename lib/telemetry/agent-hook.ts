import type { Event } from "../domain/event.js";
import { bad, type Result } from "../domain/result.js";
import { textOrNull } from "./field.js";
import type { Origin } from "./format.js";
import { isObject, type JsonObject, objectIn } from "./json.js";
import { wasRefused } from "./refused.js";
import { isShellTool } from "./shell-tool.js";
import type { Shipped } from "./shipper.js";
import { eventOfCall } from "./tool-call.js";

/** The formats that agents' hooks are read in; those that write the same as Claude Code are read as its. */
type HookFormat = "claude-hook" | "codex" | "cursor" | "gemini" | "copilot";

/** A hook as the agent gave it to the shipper, bare or wrapped: `{ "time", "user", "host", "hook": { ... } }`. */
export const hookIn = (record: JsonObject): Shipped => {
  if (isObject(record.hook)) return { own: record.hook, record };
  return { own: isObject(record.event) ? record.event : record, record };
};

/** The agent that the shipper names. Beats write an object here, which names the shipper itself. */
const declaredIn = ({ own, record }: Shipped): string | null => {
  const agent = own.agent ?? record.agent;
  return isObject(agent) ? null : textOrNull(agent);
};

const namesOf = [
  ["codex", /codex/i],
  ["cursor", /cursor/i],
  ["gemini", /gemini/i],
  ["copilot", /copilot/i],
] as const;

/** Where agents keep their transcripts: in a folder of their own. */
const foldersOf = [
  ["codex", /[\\/]\.codex[\\/]/],
  ["cursor", /[\\/]\.cursor[\\/]/],
  ["gemini", /[\\/]\.gemini[\\/]/],
  ["copilot", /[\\/](?:\.copilot|GitHub\.copilot-chat)[\\/]/i],
] as const;

const matching = (signs: readonly (readonly [HookFormat, RegExp])[], sign: string | null): HookFormat | undefined =>
  signs.find(([, pattern]) => sign !== null && pattern.test(sign))?.[0];

const geminiEvent = /^(?:Before|After)(?:Tool|Agent|Model|ToolSelection)$/;

/**
 * Whose hook a record is, or null where it is none.
 *
 * Most agents took over the shape of Claude Code's hooks, so what only one of them writes is looked at first, then what
 * the shipper says, then where the transcript lies.
 */
export const hookFormatOf = (record: JsonObject): HookFormat | null => {
  const shipped = hookIn(record);
  const { own } = shipped;
  if (typeof own.toolName === "string" && own.toolArgs !== undefined) return "copilot";
  if (typeof own.hook_event_name !== "string") return null;
  if (typeof own.conversation_id === "string" || typeof own.cursor_version === "string") return "cursor";
  if (geminiEvent.test(own.hook_event_name)) return "gemini";
  const said = matching(namesOf, declaredIn(shipped));
  if (said !== undefined) return said;
  if (own.turn_id !== undefined && own.model !== undefined) return "codex";
  return matching(foldersOf, textOrNull(own.transcript_path)) ?? "claude-hook";
};

/** Before the call, after it, after it failed: all three tell of the same start, and have its id. */
const aroundCalls: ReadonlySet<unknown> = new Set(["PreToolUse", "PostToolUse", "PostToolUseFailure"]);

/** Whether a hook, or what the shipper noted of the answer to it, says no. */
export const hookRefused = ({ own, record }: Shipped): boolean =>
  [own, record, own.hookSpecificOutput, record.hookSpecificOutput].some((part) => isObject(part) && wasRefused(part));

/** A hook in the shape of Claude Code's. The agent is what the shipper says, where it is none that has its own format. */
export const eventOfClaudeShapedHook = (
  record: JsonObject,
  format: HookFormat,
  agent: string,
  origin: Origin,
): Result<Event> => {
  const hook = hookIn(record);
  const { own } = hook;
  if (!aroundCalls.has(own.hook_event_name) || !isShellTool(own.tool_name)) return bad("not-a-process-start");
  if (hookRefused(hook)) return bad("not-a-process-start");
  return eventOfCall(
    {
      ...hook,
      format,
      agent: declaredIn(hook) ?? agent,
      id: own.tool_use_id,
      session: own.session_id,
      command: objectIn(own.tool_input)?.command,
      cwd: own.cwd,
      tookMs: own.duration_ms,
      transcript: own.transcript_path,
    },
    origin,
  );
};
