import { isShell } from "../command/shells.js";
import type { CommandSource, Event } from "../domain/event.js";
import type { Attribution } from "../domain/observation.js";
import type { Probability } from "../domain/units.js";
import { type Invocation, invocationOf } from "./invocation.js";
import { agentNamed, recogniseAgent, recogniseEditor } from "./recognise.js";
import { unwrapAgentShell } from "./wrappers.js";

/** Who acted, and what was really asked for: an agent's command without the shell around it. */
export interface Attributed {
  /** Null for a person's own hands. */
  readonly agent: string | null;
  readonly attribution: Attribution;
  readonly command: CommandSource;
  /** The event's session, or what an agent's wrapper tells of it. */
  readonly session: string | null;
  /** The agent prepares itself; nobody asked for this command. */
  readonly housekeeping: boolean;
}

/** One sign of an agent, and what it is worth alone. */
interface Sign {
  readonly agent: string;
  readonly confidence: Probability;
  readonly clue: string;
}

// A sensor that names the agent watched it; text in a command line can be written by anybody.
const declared: Probability = 0.95;
const wrapped: Probability = 0.9;
// A wrapper in which something stands that does not belong there may be a pretence.
const oddlyWrapped: Probability = 0.6;
const contradicted: Probability = 0.6;
// A plain shell as parent is how hands look, and how an agent looks whose wrapper we do not know.
const underShell: Probability = 0.7;
const nothingKnown: Probability = 0.5;

const shellClue = (agent: string, of: string): string => `${of} the wrapper shell of ${agent}`;

const agentsOf = (signs: readonly Sign[]): readonly string[] => [...new Set(signs.map(({ agent }) => agent))];

/** The strongest sign decides; others that agree are clues more, others that do not make all of it doubtful. */
const fromSigns = (signs: readonly Sign[], strongest: Sign): Pick<Attributed, "agent" | "attribution"> => {
  const evidence = signs.map(({ clue }) => clue);
  const agents = agentsOf(signs);
  return agents.length > 1
    ? {
        agent: strongest.agent,
        attribution: {
          confidence: Math.min(contradicted, strongest.confidence),
          evidence: [...evidence, `the signs contradict each other: ${agents.join(", ")}`],
        },
      }
    : { agent: strongest.agent, attribution: { confidence: strongest.confidence, evidence } };
};

/** Nobody's sign: a person's own hands, as far as one can see. */
const hands = (own: Invocation | null, parent: Invocation | null): Attribution => {
  const starts = own === null ? undefined : recogniseAgent(own);
  const starting = starts === undefined ? [] : [`this command starts ${starts.agent}`];
  const editor = parent === null ? undefined : recogniseEditor(parent);
  if (editor !== undefined) {
    return { confidence: nothingKnown, evidence: [...starting, `started inside ${editor}, with no sign of an agent`] };
  }
  if (parent !== null && isShell(parent.name)) {
    return { confidence: underShell, evidence: [...starting, "started from a plain shell, with no sign of an agent"] };
  }
  return { confidence: nothingKnown, evidence: [...starting, "no sign of an agent"] };
};

const declaredSign = (event: Event): Sign | null => {
  const agent = event.declaredAgent === null ? null : agentNamed(event.declaredAgent);
  return agent === null ? null : { agent, confidence: declared, clue: `declared by the source as ${spelling(event)}` };
};

/** A name as its source spells it is shown only when it is a plain one. */
const spelling = ({ declaredAgent }: Event): string => {
  const name = declaredAgent ?? "";
  return /^[\w .@-]{1,64}$/.test(name) ? name : (agentNamed(name) ?? "");
};

/** The parent is an agent's own program, by its binary or, where that is another image, by its command line. */
const lineageSign = (parents: readonly (Invocation | null)[]): Sign | null => {
  const fingerprint = parents.map((one) => (one === null ? undefined : recogniseAgent(one))).find((one) => one);
  if (fingerprint === undefined) return null;
  return { agent: fingerprint.agent, confidence: fingerprint.confidence, clue: `started by ${fingerprint.agent}` };
};

const wrapperSign = (shell: ReturnType<typeof unwrapAgentShell>, place: "in" | "started by"): Sign | null => {
  if (shell === null) return null;
  const odd = !shell.housekeeping && shell.frame === "unknown";
  return {
    agent: shell.agent,
    confidence: odd ? oddlyWrapped : wrapped,
    clue: shellClue(shell.agent, place) + (odd ? ", with something unknown in it" : ""),
  };
};

/**
 * Who acted: an agent, by the strongest sign of one, or a person's own hands.
 *
 * Signs, strongest first: the source says so; the command is an agent's wrapper shell; its parent is one; its parent is
 * an agent's program. An agent's name elsewhere in a line is no sign (`vim gemini-notes.md`), and neither is an editor
 * that holds an agent. The command that starts an agent is its starter's, so `claude` typed by ada is ada's.
 *
 * Every sign but the first can be written by anybody, which is why each has its confidence and is named.
 */
export const attribute = (event: Event): Attributed => {
  const shell = unwrapAgentShell(event.command);
  const parentShell = event.parent?.command ? unwrapAgentShell(event.parent.command) : null;
  const parent = event.parent === null ? null : invocationOf(event.parent.binary, event.parent.command);
  const signs: Sign[] = [
    declaredSign(event),
    wrapperSign(shell, "in"),
    wrapperSign(parentShell, "started by"),
    parentShell === null ? lineageSign([parent, invocationOf(null, event.parent?.command ?? null)]) : null,
  ].filter((sign) => sign !== null);
  const [strongest] = signs;
  const own = strongest === undefined ? invocationOf(event.binary, event.command) : null;
  const who = strongest === undefined ? { agent: null, attribution: hands(own, parent) } : fromSigns(signs, strongest);
  return {
    ...who,
    command: shell !== null && !shell.housekeeping ? { kind: "script", text: shell.script } : event.command,
    session: event.session ?? sessionOf(shell) ?? sessionOf(parentShell),
    housekeeping: shell?.housekeeping === true,
  };
};

const sessionOf = (shell: ReturnType<typeof unwrapAgentShell>): string | null =>
  shell === null || shell.housekeeping ? null : shell.session;
