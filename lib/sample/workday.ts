import type { Act } from "./act.js";
import { type AgentName, agentPrograms } from "./agents.js";
import { atHour, isWeekend } from "./calendar.js";
import { between, popular, uuid, weighted } from "./choose.js";
import { type Gaps, paced } from "./pace.js";
import { homeOf, type Person } from "./person.js";
import { type Random, random } from "./random.js";
import { drawLines } from "./repertoire.js";

/** What one person and her agents do on one day, in order of time. */
export function workday(seed: number, person: Person, dayNumber: number): readonly Act[] {
  const draw = random(seed, "workday", person.name, dayNumber);
  const off = isWeekend(dayNumber);
  if (off && draw() >= person.weekends) return [];
  const acts: Act[] = [];
  for (let burst = off ? 1 : between(draw, 5, 8); burst > 0; burst -= 1)
    acts.push(...handBurst(draw, person, dayNumber));
  for (const agent of person.agents) {
    const sessions = off ? 1 : between(draw, 5, 8) - (person.agents.length - 1) * 2;
    for (let session = sessions; session > 0; session -= 1) acts.push(...agentSession(draw, person, agent, dayNumber));
  }
  return acts.sort((one, other) => one.at - other.at);
}

/** Some minutes at the terminal. */
function handBurst(draw: Random, person: Person, dayNumber: number): readonly Act[] {
  const cwd = projectFolder(draw, person);
  const lines = drawLines(draw, person, "hands", between(draw, 6, 24));
  const gaps: Gaps = [2_000, 60_000];
  return paced(draw, lines, startTime(draw, person, dayNumber), gaps).map(([at, line]) => ({
    person,
    agent: null,
    at,
    session: null,
    cwd,
    line,
  }));
}

/** One session of an agent: she starts it by hand, then it works in one project. */
function agentSession(draw: Random, person: Person, agent: AgentName, dayNumber: number): readonly Act[] {
  const cwd = projectFolder(draw, person);
  const session = uuid(draw);
  const start = startTime(draw, person, dayNumber);
  const opening: Act = {
    person,
    agent: null,
    at: start,
    session: null,
    cwd,
    line: weighted(draw, agentPrograms[agent].started),
  };
  const lines = drawLines(draw, person, "agents", between(draw, 14, 44));
  const gaps: Gaps = [1_500, 40_000];
  const calls = paced(draw, lines, start + between(draw, 8_000, 60_000), gaps);
  return [opening, ...calls.map(([at, line]) => ({ person, agent, at, session, cwd, line }))];
}

/** Somewhere in her working hours, early enough to be done by their end. */
const startTime = (draw: Random, { hours: [from, to] }: Person, dayNumber: number): number =>
  atHour(dayNumber, from + draw() * (to - from - 0.5));

const projectFolder = (draw: Random, person: Person): string =>
  `${homeOf(person)}/work/${popular(draw, person.projects)}`;
