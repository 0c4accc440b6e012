import { isShell } from "../command/shells.js";
import type { CommandSource, Event, Parent } from "../domain/event.js";
import type { Attribution } from "../domain/observation.js";
import type { Probability } from "../domain/units.js";
import type { Heritage } from "./fact.js";
import { hinted } from "./fingerprint.js";
import { type Invocation, invocationOf } from "./invocation.js";
import { landmarkOf } from "./landmarks.js";
import type { Descent } from "./lineage.js";
import type { Recogniser } from "./recognise.js";
import { type AgentShell, unwrapAgentShell } from "./wrappers.js";

/** What one record says of who acted, and what was really asked for. */
export interface Signs {
  /** Signs of agents: of declared ones the strongest first, and of markers. */
  readonly signs: readonly Sign[];
  /** The command without the agent's shell around it. */
  readonly command: CommandSource;
  /** The command was the text of an agent's shell. */
  readonly unwrapped: boolean;
  /** The session that the source names. */
  readonly session: string | null;
  /** The agent whose own program is started here. */
  readonly program: string | null;
  /** The agent prepares itself; nobody asked for this command. */
  readonly housekeeping: boolean;
  /** What descendants of this process have from it. */
  readonly heritage: Heritage | null;
  /** How it looks if nobody's sign is found: a person's own hands. */
  readonly hands: Attribution;
}

/** One sign of an agent, and what it is worth alone. */
export interface Sign {
  readonly agent: string;
  readonly confidence: Probability;
  readonly clue: string;
  /** `declared` by the source; a `marker` in the environment; or `placed`: seen so many processes above the command. */
  readonly kind: "declared" | "marker" | "placed";
  readonly steps: number;
  readonly session: string | null;
}

// A sensor that names the agent watched it; text in a command line can be written by anybody.
const declared: Probability = 0.95;
const wrapped: Probability = 0.9;
// A wrapper in which something stands that does not belong there may be a pretence.
const oddlyWrapped: Probability = 0.6;
const doubtful: Probability = 0.6;
// A plain shell as parent is how hands look, and how an agent looks whose wrapper we do not know.
const underShell: Probability = 0.7;
const nothingKnown: Probability = 0.5;

const shellClue = (agent: string, of: string): string => `${of} the wrapper shell of ${agent}`;

const sessionOf = (shell: AgentShell | null): string | null =>
  shell === null || shell.housekeeping ? null : shell.session;

/** Nobody's sign: a person's own hands, as far as one can see. */
const handsOf = (starts: string | undefined, parent: Invocation | null, { editorOf }: Recogniser): Attribution => {
  const editor = parent === null ? undefined : editorOf(parent);
  const starting = starts === undefined ? [] : [`this command starts ${starts}`];
  if (editor !== undefined) {
    return { confidence: nothingKnown, evidence: [...starting, `started inside ${editor}, with no sign of an agent`] };
  }
  if (parent !== null && isShell(parent.name)) {
    return { confidence: underShell, evidence: [...starting, "started from a plain shell, with no sign of an agent"] };
  }
  return { confidence: nothingKnown, evidence: [...starting, "no sign of an agent"] };
};

const declaredSign = (event: Event, { agentNamed }: Recogniser): Sign | null => {
  const agent = event.declaredAgent === null ? null : agentNamed(event.declaredAgent);
  if (agent === null) return null;
  const spelled = event.declaredAgent ?? "";
  // A name as its source spells it is shown only when it is a plain one.
  const clue = `declared by the source as ${/^[\w .@-]{1,64}$/.test(spelled) ? spelled : agent}`;
  return { agent, confidence: declared, clue, kind: "declared", steps: 0, session: null };
};

/** Credentials that were made for an agent's session carry its name. */
const sessionSign = (agent: string | null): Sign | null =>
  agent === null
    ? null
    : {
        agent,
        confidence: declared,
        clue: `its role session is named for ${agent}`,
        kind: "declared",
        steps: 0,
        session: null,
      };

const wrapperSign = (shell: AgentShell | null, steps: number): Sign | null => {
  if (shell === null) return null;
  const odd = !shell.housekeeping && shell.frame === "unknown";
  return {
    agent: shell.agent,
    confidence: odd ? oddlyWrapped : wrapped,
    clue: shellClue(shell.agent, steps === 0 ? "in" : "started by") + (odd ? ", with something unknown in it" : ""),
    kind: "placed",
    steps,
    session: sessionOf(shell),
  };
};

/** The program of a process above is an agent's own, by its binary or, where that is another image, by its command line. */
const programSign = (
  own: Invocation | null,
  { binary, command }: Parent,
  steps: number,
  { agentOf }: Recogniser,
): Sign | null => {
  let found = own === null ? undefined : agentOf(own);
  if (found === undefined && binary !== null) {
    const said = invocationOf(null, command);
    found = said === null ? undefined : agentOf(said);
  }
  if (found === undefined) return null;
  const { agent, confidence } = found;
  return { agent, confidence, clue: startedBy(agent, steps), kind: "placed", steps, session: null };
};

const startedBy = (agent: string, steps: number): string =>
  steps === 1 ? `started by ${agent}` : `runs below ${agent}, ${steps} steps up`;

/**
 * The nearest agent among the processes above that the record names. An editor ends the search, as people work in it, and
 * so does a border, above which nobody acts. What starts an agent's program and is the same agent's is its launcher, and
 * no sign.
 */
function signAbove(event: Event, recogniser: Recogniser, program: string | null): Sign | null {
  const above = event.parent === null ? event.ancestors : [event.parent, ...event.ancestors];
  const first = event.parent === null ? 2 : 1;
  let launching = program;
  for (const [index, process] of above.entries()) {
    const shell = process.command === null ? null : unwrapAgentShell(process.command);
    const invocation = invocationOf(process.binary, process.command);
    const own = programSign(invocation, process, first + index, recogniser);
    if (launching !== null && shell === null && own?.agent === launching) continue;
    launching = null;
    const sign = wrapperSign(shell, first + index) ?? own;
    if (sign !== null) return sign;
    if (invocation === null) continue;
    if (recogniser.editorOf(invocation) !== undefined || landmarkOf(invocation) === "border") return null;
  }
  return null;
}

/**
 * What one record says of who acted: the signs of an agent in it.
 *
 * The source says so; the command is an agent's wrapper shell; its environment has an agent's marker; a process above it
 * is an agent's wrapper shell or program. An agent's name elsewhere in a line is no sign (`vim gemini-notes.md`), and
 * neither is an editor that holds an agent. The command that starts an agent is its starter's, so `claude` typed by ada
 * is ada's.
 *
 * @param sessionAgent the agent that the name of the role's session tells, where it tells one
 *
 * Every sign but the first can be written by anybody, which is why each has its confidence and is named.
 */
export const signsOf = (event: Event, recogniser: Recogniser, sessionAgent: string | null = null): Signs => {
  const shell = unwrapAgentShell(event.command);
  const markers = recogniser
    .markersIn(event.environment)
    .map(
      ({ agent, confidence, clue, session }): Sign => ({ agent, confidence, clue, kind: "marker", steps: 0, session }),
    );
  const invocation = invocationOf(event.binary, event.command);
  const starts = invocation === null ? undefined : recogniser.agentOf(invocation);
  const program = event.layer === "exec" ? starts : undefined;
  const above = signAbove(event, recogniser, program?.agent ?? null);
  const signs = [
    declaredSign(event, recogniser),
    sessionSign(sessionAgent),
    wrapperSign(shell, 0),
    ...markers,
    above,
  ].filter((sign) => sign !== null);
  const parent = event.parent === null ? null : invocationOf(event.parent.binary, event.parent.command);
  const own = {
    signs,
    session: event.session,
    hands: handsOf(starts?.agent, parent, recogniser),
  };
  return {
    ...own,
    command: shell !== null && !shell.housekeeping ? { kind: "script", text: shell.script } : event.command,
    unwrapped: shell !== null,
    program: program?.agent ?? null,
    housekeeping: shell?.housekeeping === true,
    heritage: heritageOf(program, own),
  };
};

/** An agent's own process makes its descendants the agent's; so does any process that is an agent's itself. */
function heritageOf(
  program: Pick<Heritage, "agent" | "confidence"> | undefined,
  own: Pick<Signs, "signs" | "session" | "hands">,
): Heritage | null {
  if (program !== undefined)
    return { agent: program.agent, confidence: program.confidence, session: null, isMarker: false };
  const { agent, attribution, session } = attribute(own, null);
  const isMarker = own.signs.every(({ kind }) => kind === "marker");
  return agent === null ? null : { agent, confidence: attribution.confidence, session, isMarker };
}

/** Who acted, and how sure that is. */
export interface Attributed {
  /** Null for a person's own hands. */
  readonly agent: string | null;
  readonly attribution: Attribution;
  readonly session: string | null;
}

const isHint = ({ kind, confidence }: Sign): boolean => kind === "marker" && confidence <= hinted;

/**
 * Who acted, by the signs of the record and by descent.
 *
 * The source's own word counts most, then the nearest agent: Claude Code inside Cursor is Claude Code, and the outer one
 * is named. Markers of the environment are inherited from outer agents too, so they decide only where nothing nearer is
 * known; a mere hint among them counts for nothing where all who could have acted are known, and no agent is among them.
 * Signs that cannot all be true lower the confidence.
 */
export function attribute(
  { signs, session, hands }: Pick<Signs, "signs" | "session" | "hands">,
  descent: Pick<Descent, "heritage" | "bordered"> | null,
): Attributed {
  const below = descent?.heritage ?? null;
  const inherited: readonly Sign[] =
    below === null
      ? []
      : [{ ...below, kind: below.isMarker ? "marker" : "placed", clue: startedBy(below.agent, below.steps) }];
  const found = inherited.length === 0 ? signs : [...signs, ...inherited];
  if (found.length === 0) return { agent: null, attribution: hands, session };
  const isRefuted = descent?.bordered === true && found.every(isHint);
  const all = isRefuted ? [] : found;
  const markers = all.filter(({ kind }) => kind === "marker");
  const [nearest] = all.filter(({ kind }) => kind === "placed").sort((a, b) => a.steps - b.steps);
  const decisive = all.find(({ kind }) => kind === "declared") ?? nearest ?? markers[0];
  if (decisive === undefined) return { agent: null, attribution: hands, session };

  const { agent } = decisive;
  const agreeing = all.filter((sign) => sign.agent === agent);
  const others = [...new Set(all.map((sign) => sign.agent))].filter((other) => other !== agent);
  const contradicted =
    (nearest !== undefined && nearest.agent !== agent) ||
    (markers.length > 0 &&
      (decisive.kind === "marker" ? others.length > 0 : !markers.some((sign) => sign.agent === agent)));
  const doubt = contradicted
    ? [`the signs contradict each other: ${[agent, ...others].join(", ")}`]
    : others.map((other) => `inside ${other}`);
  const confidence = Math.max(...agreeing.map((sign) => sign.confidence));
  // The environment's is the one that the agent's hooks and log have too; a wrapper's is its shell's.
  const ofSession = agreeing.filter((sign) => sign.session !== null);
  const told = ofSession.find(({ kind }) => kind === "marker") ?? ofSession[0];
  return {
    agent,
    attribution: {
      confidence: contradicted ? Math.min(doubtful, confidence) : confidence,
      evidence: [...new Set((contradicted ? [...agreeing, ...all] : agreeing).map(({ clue }) => clue)), ...doubt],
    },
    session: session ?? told?.session ?? null,
  };
}
