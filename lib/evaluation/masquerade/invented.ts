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

/** Teams, and what each of them shares: routines, and tools that the others have rarely heard of. */
const teams = 3;
const teamRoutines = 40;
const teamTools = 30;
/** Commands that everybody knows, and tools that few do. */
const common = 120;
const rare = 300;
/** Routines of her own, and the share of what she does that they are. */
const ownRoutines = 20;
const ownShare = 0.2;
/** The chance that work changes after a block: one routine of her own, and one of the team's, give way to new ones. */
const drift = 0.4;
/** The chance of a common command in the place of a routine's. */
const slip = 0.2;

type Routine = readonly string[];

interface Team {
  readonly tools: readonly string[];
  readonly routines: readonly Routine[];
}

/**
 * A corpus of invented users in the shape of the published one, the same for the same seed.
 *
 * Everybody has routines: short sequences of commands, most of them her team's, some of her own; the usual ones far more
 * often. They change slowly. Masqueraders are colleagues of the same team who are not among the users: they know its tools.
 */
export function inventCorpus({ seed, users, blocks }: Invention): readonly User[] {
  const place = Array.from({ length: teams }, (_, team) => teamOf(random("team", seed, team)));
  return Array.from({ length: users }, (_, index) => {
    const team = place[index % teams] as Team;
    const own = worker(random("user", seed, index), team);
    const clean = Array.from({ length: cleanCommands / blockSize }, own);
    const chance = random("masquerades", seed, index);
    const judged: Block[] = [];
    let intruder: (() => readonly string[]) | undefined;
    for (let block = 0; block < blocks; block += 1) {
      const isIn = chance() < (intruder === undefined ? start : stay);
      if (!isIn) intruder = undefined;
      else intruder ??= worker(random("intruder", seed, index, block), team);
      judged.push({ commands: (intruder ?? own)(), masquerade: isIn });
    }
    return { name: `User${index + 1}`, clean, judged };
  });
}

function teamOf(draw: Random): Team {
  const tools = Array.from({ length: teamTools }, () => `rare-${between(draw, 1, rare)}`);
  return { tools, routines: Array.from({ length: teamRoutines }, () => routineOf(draw, tools)) };
}

/** Somebody at work: each call gives her next block. */
function worker(draw: Random, { tools, routines }: Team): () => readonly string[] {
  const habits = [...shuffled(draw, routines)];
  const own = Array.from({ length: ownRoutines }, () => routineOf(draw, tools));
  return () => {
    if (draw() < drift) {
      own[between(draw, 0, own.length - 1)] = routineOf(draw, tools);
      habits[between(draw, 0, habits.length - 1)] = anyOf(draw, routines);
    }
    const commands: string[] = [];
    while (commands.length < blockSize)
      for (const command of popular(draw, draw() < ownShare ? own : habits))
        commands.push(draw() < slip ? commonOne(draw) : command);
    return commands.slice(0, blockSize);
  };
}

const routineOf = (draw: Random, tools: readonly string[]): Routine =>
  Array.from({ length: between(draw, 1, 8) }, () => (draw() < 0.3 ? popular(draw, tools) : commonOne(draw)));

/** A common command, the first ones far more often. */
const commonOne = (draw: Random): string => `common-${Math.floor((common + 1) ** draw())}`;
