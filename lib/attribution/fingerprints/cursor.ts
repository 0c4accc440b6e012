import { type Fingerprint, marked, noSigns, reported, sure } from "../fingerprint.js";

/** The agent in the editor and on the command line; the editor itself is no agent, see `editors`. */
export const cursor: Fingerprint = {
  ...noSigns,
  agent: "cursor",
  aliases: ["cursor-agent", "cursor-cli", "cursor-ide"],
  // Its other name, `agent`, is anybody's: only its path tells.
  binaries: ["cursor-agent"],
  paths: ["/cursor-agent/versions/"],
  confidence: sure,
  environment: [
    { name: "CURSOR_AGENT", value: "1", confidence: marked, note: "of the editor's agent and of cursor-agent" },
    { name: "CURSOR_CONVERSATION_ID", value: "*", confidence: reported, note: "of cursor-agent" },
    // CURSOR_TRACE_ID is in a person's terminals too, so it is no marker.
  ],
  sessionVariables: ["CURSOR_CONVERSATION_ID"],
  evidence: ["dump_bash_state", "Co-authored-by: Cursor"],
  verifiedOn: "2026-11-20",
};
