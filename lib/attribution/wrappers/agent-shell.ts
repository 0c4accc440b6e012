import type { ShellCall } from "../shell-call.js";

/** An agent's wrapper shell, taken apart: the command it was started for, or the agent's own housekeeping. */
export type AgentShell =
  | {
      readonly agent: string;
      readonly housekeeping: false;
      /** The command as the agent sent it. */
      readonly script: string;
      /** What the wrapper tells of the agent's session. */
      readonly session: string | null;
      /** Unknown: something stands in the wrapper that does not belong there, and `script` is all of its text. */
      readonly frame: "known" | "unknown";
    }
  | { readonly agent: string; readonly housekeeping: true };

/** Tells one agent's wrapper shell by its script. */
export type WrapperReader = (call: ShellCall) => AgentShell | null;

/** The command found in a wrapper; without one (null), all text of the call, so that pretending hides nothing. */
export const agentShell = (
  agent: string,
  call: ShellCall,
  script: string | null,
  session: string | null,
): AgentShell =>
  script === null
    ? { agent, housekeeping: false, script: [call.script, ...call.positional].join("\n"), session, frame: "unknown" }
    : { agent, housekeeping: false, script, session, frame: "known" };
