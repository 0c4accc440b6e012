import { type Weighted, weighted } from "./choose.js";
import { type Grammar, grammar } from "./grammar.js";
import { everydayAgents, everydayHands, type Routine } from "./habits.js";
import { people } from "./people.js";
import { type Person, showsTypedLines } from "./person.js";
import type { Random } from "./random.js";
import { isOneProgram } from "./shell-words.js";
import { vocabulary } from "./vocabulary.js";

/** What one person and her agents draw their lines from. */
interface Repertoire {
  readonly fill: Grammar;
  readonly hands: readonly Weighted<Routine>[];
  readonly agents: readonly Weighted<Routine>[];
}

const linesOf = (routine: Routine): readonly string[] => (typeof routine === "string" ? [routine] : routine);

function repertoireOf(person: Person): Repertoire {
  const { rules, hands, agents } = person.role;
  const typed = [...everydayHands, ...hands];
  return {
    fill: grammar({ ...vocabulary, ...rules }),
    hands: showsTypedLines(person) ? typed : typed.filter(([, routine]) => linesOf(routine).every(isOneProgram)),
    agents: [...everydayAgents, ...agents],
  };
}

/** Everybody's, made once: the grammars keep their cut templates. */
const repertoires: ReadonlyMap<Person, Repertoire> = new Map(people.map((person) => [person, repertoireOf(person)]));

/** At least so many lines of a person's hands or agents, routine by routine. */
export function drawLines(draw: Random, person: Person, whose: "hands" | "agents", count: number): readonly string[] {
  const repertoire = repertoires.get(person) ?? repertoireOf(person);
  const lines: string[] = [];
  while (lines.length < count)
    for (const line of linesOf(weighted(draw, repertoire[whose]))) lines.push(repertoire.fill(line, draw));
  return lines;
}
