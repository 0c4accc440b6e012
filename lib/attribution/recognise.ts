import { agentIn, namesOf } from "./agent-names.js";
import { editorOf } from "./editors.js";
import { type Fingerprint, sure } from "./fingerprint.js";
import { withOwn } from "./fingerprints.js";
import { binaryName, type Invocation, keptOfName } from "./invocation.js";
import { type EnvironmentSign, markersIn } from "./markers.js";

/** An agent's program, and how sure its name or its path makes us. */
export type Recognised = Pick<Fingerprint, "agent" | "confidence">;

/** Tells agents and editors by all that is known of them. */
export interface Recogniser {
  /** The agent that a program is, told by its executable or by the script or module an interpreter runs; never by the rest of the line. */
  agentOf(program: Invocation): Recognised | undefined;
  /** As `agentIn`, with the names of all known agents. */
  agentNamed(spelled: string): string | null;
  /** As `markersIn` the module, with all known agents. */
  markersIn(environment: Readonly<Record<string, string>>): readonly EnvironmentSign[];
  /** The editor that a program is, if it is one. */
  editorOf(program: Invocation): string | undefined;
}

// Longer paths exist only in attacks on whoever searches them.
const longestPath = 4_096;

/** What lies there came with an agent's package and is a program of its own, as the search tool of many. */
const carriedAlong = /\/(?:vendor|node_modules)\//;

const plainPath = (path: string): string => path.slice(0, longestPath).replaceAll("\\", "/").toLowerCase();

/** Where two claim a word, the first has it. */
const byWord = (
  fingerprints: readonly Fingerprint[],
  words: (one: Fingerprint) => readonly string[],
): ReadonlyMap<string, Fingerprint> =>
  new Map(fingerprints.toReversed().flatMap((one) => words(one).map((word) => [word, one] as const)));

/**
 * A recogniser for the agents that everybody knows and an operator's own.
 *
 * @param own comes first where two claim one sign, and adds to a known agent of the same name
 * @example
 * createRecogniser([]).agentNamed("codex-cli") // => "codex"
 */
export const createRecogniser = (own: readonly Fingerprint[]): Recogniser => {
  const fingerprints = withOwn(own);
  const names = namesOf(fingerprints);
  const binaries = new Map([
    ...byWord(fingerprints, (one) => one.binaries.map((binary) => binary.slice(0, keptOfName))),
    ...byWord(fingerprints, (one) => one.binaries),
  ]);
  const modules = byWord(fingerprints, (one) => one.modules);
  const pieces = fingerprints.flatMap((fingerprint) => fingerprint.paths.map((piece) => ({ piece, fingerprint })));

  const recognised = ({ agent, confidence }: Fingerprint, least = 0): Recognised => ({
    agent,
    confidence: Math.max(confidence, least),
  });

  const liesIn = (plain: string, piece: string): boolean => {
    const at = plain.indexOf(piece);
    // The last character of a piece is often the slash before what is carried along.
    return at !== -1 && !carriedAlong.test(plain.slice(at + piece.length - 1));
  };

  /** A path says more than a name, which another program may have. */
  function byFile(path: string): Recognised | undefined {
    const plain = plainPath(path);
    const place = pieces.find(({ piece }) => liesIn(plain, piece));
    if (place !== undefined) return recognised(place.fingerprint, sure);
    const named = binaries.get(binaryName(path));
    return named?.namesakes.some((piece) => plain.includes(piece)) === false ? recognised(named) : undefined;
  }

  return {
    agentOf({ path, script, module }) {
      const found = byFile(path) ?? (script === null ? undefined : byFile(script));
      if (found !== undefined || module === null) return found;
      const fingerprint = modules.get(module.split(".", 1)[0] ?? "");
      return fingerprint && recognised(fingerprint, sure);
    },
    agentNamed: (spelled) => agentIn(spelled, names),
    markersIn: (environment) => markersIn(environment, fingerprints, names),
    editorOf,
  };
};

/** Knows the agents that everybody knows. */
export const builtIn: Recogniser = createRecogniser([]);

export const recogniseAgent = builtIn.agentOf;
