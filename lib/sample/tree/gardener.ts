import { type Instant, type Millis, second } from "../../domain/units.js";
import { firstDay } from "../calendar.js";
import { between, hex, uuid } from "../choose.js";
import { homeOf, hostOf, type Person } from "../person.js";
import { type Random, random } from "../random.js";
import { shellOf, type TreeAgent, variablesOf } from "./agents.js";
import { createPids } from "./pids.js";
import type { Call, Command, Fork, Start, Tree, Truth, User } from "./process.js";

/** What a new process has that its starter has not; everything else it inherits. */
export interface Differences {
  readonly user?: User;
  /** Only a login changes it. */
  readonly login?: User | null;
  readonly cwd?: string;
  readonly binary?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly truth?: Partial<Truth>;
  /** What it is a sighting of, where that is not a command of its own (a start) or of the image before (an exec). */
  readonly commands?: readonly Command[];
  readonly call?: Call;
  readonly fork?: Fork;
  /** The pid of a starter that ran before the sensor did. */
  readonly parentPid?: number;
  /** It outlives its scene, so its pid does not come back. */
  readonly stays?: true;
  /** It began before the sensor did: it is above others, and no record tells of it. */
  readonly unseen?: true;
}

/** A call, and the shell that the agent started for it. */
export interface Called {
  readonly call: Call;
  readonly shell: Start;
}

/** Grows one host's processes: every start is a little later than the one before. */
export interface Gardener {
  readonly person: Person;
  readonly draw: Random;
  readonly her: User;
  readonly home: string;
  readonly system: Tree["system"];
  /** Whether a sudo keeps a copy of itself between her terminal and what it starts, as newer ones do. */
  readonly monitors: boolean;
  /** What a process started: a fork, then an exec. */
  start(parent: Start | null, argv: readonly string[], differences?: Differences): Start;
  /** What a process turned into: an exec without a fork. */
  exec(before: Start, argv: readonly string[], differences?: Differences): Start;
  /** A copy that a process makes of itself. */
  fork(stays?: true): Fork;
  /** A tool call of an agent: the call as the agent tells it, and the shell it starts. */
  call(agent: Start, name: TreeAgent, session: string, line: string, commands: readonly Command[], cwd: string): Called;
  /** A command by its words, to be shown by several starts. */
  command(words: readonly string[], truth: Truth): Command;
  session(): string;
  now(): Instant;
  /** Lets time pass; what was due earlier has happened already. */
  waitUntil(at: Instant): void;
  /** Names the scene to which the next starts belong. */
  enter(scene: string): void;
  tree(): Tree;
}

/** The system's own doing. */
export const ofTheSystem: Truth = { identity: "root", agent: null };

const pathOf = (program: string): string =>
  program.startsWith("/") ? program : program.startsWith("-") ? `/bin/${program.slice(1)}` : `/usr/bin/${program}`;

export function createGardener(seed: number, person: Person): Gardener {
  const draw = random(seed, "tree", person.name);
  const home = homeOf(person);
  const host = hostOf(person).replace(".", `-${seed}.`);
  const her: User = { name: person.name, uid: person.uid };
  const hands: Truth = { identity: person.name, agent: null };
  const pids = createPids(draw);
  const monitors = person.system === "linux" && draw() < 0.5;
  const starts: Start[] = [];
  const calls: Call[] = [];
  let scene = "";
  let now: Instant = firstDay + between(draw, 25_000, 32_000) * second;

  const command = (words: readonly string[], truth: Truth): Command => ({ text: words.join(" "), truth });

  const pass = (from: Millis, to: Millis): Instant => {
    now += between(draw, from, to);
    return now;
  };

  const add = (parent: Start | null, before: Start | null, argv: readonly string[], it: Differences): Start => {
    const from = before ?? parent;
    const at = pass(3, 40);
    const words = argv.map((word) => (word.startsWith("~/") ? home + word.slice(1) : word));
    const truth = { ...(from?.truth ?? hands), ...it.truth };
    const fork = it.fork ?? before?.fork ?? null;
    const made: Start = {
      pid: before?.pid ?? pids.next(at, it.stays ?? false),
      parent,
      fork,
      parentPid: before?.parentPid ?? fork?.pid ?? parent?.pid ?? it.parentPid ?? 1,
      before,
      at,
      binary: it.binary ?? pathOf(words[0] as string),
      argv: words,
      cwd: it.cwd ?? from?.cwd ?? home,
      user: it.user ?? from?.user ?? her,
      login: it.login === undefined ? (from === null ? her : from.login) : it.login,
      environment: { ...from?.environment, ...it.environment },
      call: it.call ?? from?.call ?? null,
      truth,
      commands: it.commands ?? before?.commands ?? [command(words, truth)],
      scene,
    };
    if (it.unseen !== true) starts.push(made);
    return made;
  };

  return {
    person,
    draw,
    her,
    home,
    system: person.system,
    monitors,
    start: (parent, argv, differences = {}) => add(parent, null, argv, differences),
    exec: (before, argv, differences = {}) => add(before.parent, before, argv, differences),
    fork(stays) {
      const at = pass(1, 3);
      return { pid: pids.next(at, stays ?? false), at };
    },
    call(agent, name, session, line, commands, cwd) {
      const at = pass(20, 200);
      const call: Call = {
        id: `${name === "codex" ? "call_" : "toolu_01"}${hex(draw, 22)}`,
        agent: name,
        session,
        at,
        tookMs: between(draw, 300, 4_000),
        cwd,
        user: her,
        line,
        commands,
      };
      calls.push(call);
      const argv = shellOf(name, { person, at, session, cwd, line }, draw);
      const environment = variablesOf(name, session);
      const truth = { agent: name };
      return { call, shell: add(agent, null, argv, { call, truth, environment, commands, cwd }) };
    },
    command,
    session: () => uuid(draw),
    now: () => now,
    waitUntil(at) {
      now = Math.max(now, at);
    },
    enter(name) {
      scene = name;
    },
    tree: () => ({ host, person: person.name, system: person.system, starts, calls }),
  };
}
