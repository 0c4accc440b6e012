import { anyOf, between, popular, shuffled } from "../../sample/choose.js";
import { type Random, random } from "../../sample/random.js";
import { type Block, blockSize, cleanCommands, type User } from "./corpus.js";

/** How many people work at an invented place, and which one. */
export interface Invention {
  readonly seed: number;
  readonly users: number;
  /** Blocks to be judged for each user. */
  readonly blocks: number;
}

/** What an evaluation without a corpus runs on. */
export const defaultInvention: Invention = { seed: 1, users: 12, blocks: 60 };

/** As in the published corpus: who begins with a block, and who stays for another. */
const start = 0.01;
const stay = 0.8;
/** The chance that a block begins a project, the most blocks that it lasts, and the share of work that it takes. */
const project = { chance: 0.04, blocks: 6, share: 0.7 };
/** The chance that a routine is done several times over. */
const loop = 0.1;

type Routine = readonly string[];

interface Team {
  readonly tools: readonly string[];
  /** The share of a routine that is tools. */
  readonly toolShare: number;
  readonly routines: readonly Routine[];
}

/** What people at a place have in common. */
interface Place {
  readonly teams: readonly Team[];
  /** Some command that everybody knows, the first ones far more often. */
  readonly common: (draw: Random) => string;
  /** A short sequence of commands, some of them tools. */
  readonly routine: (draw: Random, tools: readonly string[], toolShare: number) => Routine;
}

/**
 * A corpus of invented users in the shape of the published one, the same for the same seed.
 *
 * Everybody has routines: short sequences of commands, some her team's, some her own; the usual ones far more often. They
 * change slowly, and now and then a project takes over for some blocks. How much of all that there is differs widely
 * from place to place and from person to person, so that what is learned of them holds for people who are like none of
 * them. Masqueraders are colleagues of the same team who are not among the users: they know its tools.
 */
export function inventCorpus({ seed, users, blocks }: Invention): readonly User[] {
  const place = placeOf(seed);
  return Array.from({ length: users }, (_, index) => {
    const team = place.teams[index % place.teams.length] as Team;
    const own = worker(random("user", seed, index), place, team);
    const clean = Array.from({ length: cleanCommands / blockSize }, own);
    const chance = random("masquerades", seed, index);
    const judged: Block[] = [];
    let intruder: (() => readonly string[]) | undefined;
    for (let block = 0; block < blocks; block += 1) {
      const isIn = chance() < (intruder === undefined ? start : stay);
      if (!isIn) intruder = undefined;
      else intruder ??= worker(random("intruder", seed, index, block), place, team);
      judged.push({ commands: (intruder ?? own)(), masquerade: isIn });
    }
    return { name: `User${index + 1}`, clean, judged };
  });
}

function placeOf(seed: number): Place {
  const draw = random("place", seed);
  const teams = between(draw, 1, 5);
  const commands = Math.round(varied(draw, 60, 250));
  const tools = Math.round(varied(draw, 100, 900));
  const longest = between(draw, 4, 14);
  const common: Place["common"] = (by) => `common-${Math.floor((commands + 1) ** by())}`;
  const routine: Place["routine"] = (by, known, share) =>
    Array.from({ length: between(by, 1, longest) }, () => (by() < share ? popular(by, known) : common(by)));
  return {
    ...{ common, routine },
    teams: Array.from({ length: teams }, (_, team) => {
      const by = random("team", seed, team);
      const toolShare = 0.1 + 0.5 * by();
      const known = Array.from({ length: between(by, 8, 60) }, () => `rare-${between(by, 1, tools)}`);
      const routines = Array.from({ length: between(by, 15, 80) }, () => routine(by, known, toolShare));
      return { tools: known, toolShare, routines };
    }),
  };
}

/** Somebody at work: each call gives her next block. */
function worker(draw: Random, { teams, common, routine }: Place, team: Team): () => readonly string[] {
  const drift = varied(draw, 0.05, 0.7);
  const ownShare = 0.05 + 0.75 * draw();
  const slip = 0.02 + 0.38 * draw();
  const scripts = Array.from({ length: between(draw, 0, 30) }, () => `own-${digitsOf(draw)}`);
  const tools = shuffled(draw, [...team.tools, ...scripts]);
  const another = () => routine(draw, tools, team.toolShare);
  const habits = shuffled(draw, team.routines).slice(0, between(draw, 5, team.routines.length));
  const own = Array.from({ length: between(draw, 3, 40) }, another);
  let left = 0;
  let current: readonly Routine[] = [];
  return () => {
    if (draw() < drift) {
      own[between(draw, 0, own.length - 1)] = another();
      habits[between(draw, 0, habits.length - 1)] = anyOf(draw, team.routines);
    }
    if (left > 0) left -= 1;
    else if (draw() < project.chance) {
      left = between(draw, 1, project.blocks);
      const { routines, tools: theirs, toolShare } = anyOf(draw, teams);
      current = Array.from({ length: between(draw, 2, 10) }, () =>
        draw() < 0.5 ? anyOf(draw, routines) : routine(draw, theirs, toolShare),
      );
    }
    const commands: string[] = [];
    while (commands.length < blockSize) {
      const isProject = left > 0 && draw() < project.share;
      const next = popular(draw, isProject ? current : draw() < ownShare ? own : habits);
      const times = draw() < loop ? between(draw, 2, 6) : 1;
      for (let time = 0; time < times; time += 1)
        for (const command of next) commands.push(draw() < slip ? common(draw) : command);
    }
    return commands.slice(0, blockSize);
  };
}

/** A size between two that differ by much: each doubling is as likely as the next. */
const varied = (draw: Random, low: number, high: number): number => low * (high / low) ** draw();

/** Names of her own that nobody else has. */
const digitsOf = (draw: Random): string => String(Math.floor(draw() * 1e9));
