import type { FormatName } from "../domain/event.js";
import { type Millis, minute, second } from "../domain/units.js";
import { type Fact, isSystem } from "./fact.js";

/** The processes of one host, by id and by pid. */
export interface Family {
  /** Of two facts with one key, the one that tells more is kept. */
  add(fact: Fact): void;
  /** What started a process, or its image before an exec; undefined where that is not known. */
  above(fact: Fact): Fact | undefined;
  has(key: string): boolean;
}

/** Sensors that write whole seconds may date a process after what it started. */
const blur: Millis = second;
/** An exec in place comes soon after the start; a pid that comes back later is another process's. */
const soon: Millis = 2 * minute;

/**
 * A family that is empty.
 *
 * A pid means the process that had it last before the descendant started. So pids that come back are told apart, and
 * processes may be added in any order. Each sensor's processes stand below its own, and below another's only where it
 * was silent. A look-up costs the logarithm of how often a pid came back.
 *
 * Between a shell and its program there may be a copy of the shell that never was a program of its own (a subshell, sudo's
 * monitor): most sensors tell its pid and nothing else. Then the starter is the last process whose command line is the one
 * that the record gives its starter; or, where it gives none, a shell that was asked for this very command a short while
 * before, of which the pid that is not known can be a copy: handed out after its own, and before the program's.
 */
export function createFamily(): Family {
  const facts = new Map<string, Fact>();
  const byId = new Map<string, Namesakes>();
  const byPid = new Map<string, Namesakes>();
  const byLine = new Map<string, Namesakes>();
  const byAsked = new Map<string, Namesakes>();
  const known = (fact: Fact | undefined) => fact && facts.get(fact.key);

  /** The last one that had a pid: of the same sensor's processes, or where it was silent of another's. */
  function withPid(pid: string | null, fact: Fact): Fact | undefined {
    if (pid === null) return undefined;
    const ofItsOwn = latest(namesakesIn(byPid, ofSensor(fact.format, pid)), fact);
    return mayBe(ofItsOwn ?? latest(namesakesIn(byPid, pid), fact), fact);
  }

  /** The last one that had the starter's line, in the same folder if there is one: several may run the same line. */
  function withWords(fact: Fact): Fact | undefined {
    const { starter, says, folder } = fact.words;
    if (starter === null) return copied(namesakesIn(byAsked, says), fact);
    return latest(namesakesIn(byLine, inFolder(starter, folder)), fact) ?? latest(namesakesIn(byLine, starter), fact);
  }

  return {
    add(fact) {
      const before = facts.get(fact.key);
      if (before === undefined || tells(fact) > tells(before)) facts.set(fact.key, fact);
      if (before !== undefined) return;
      const { format, process, words } = fact;
      insert(byLine, words.own, fact);
      insert(byLine, inFolder(words.own, words.folder), fact);
      for (const asked of words.asks) insert(byAsked, asked, fact);
      if (process.id !== null) insert(byId, process.id, fact);
      if (process.pid === null) return;
      insert(byPid, process.pid, fact);
      insert(byPid, ofSensor(format, process.pid), fact);
    },
    above(fact) {
      const { pid, parentId, parentPid } = fact.process;
      const image = pid === null ? undefined : previous(namesakesIn(byPid, ofSensor(fact.format, pid)), fact);
      if (image !== undefined && parentPid !== pid && isImageOf(image, fact)) return known(image);
      const parent = parentId === null ? undefined : latest(namesakesIn(byId, parentId), fact);
      if (parent !== undefined) return known(parent);
      if (parentPid !== null && parentPid === pid) return known(mayBe(image, fact));
      return known(withPid(parentPid, fact) ?? (isSystem(parentPid) ? undefined : withWords(fact)));
    },
    has: (key) => facts.has(key),
  };
}

/** More shells that were asked for the same a short while before are a flood, of which the newest are looked at. */
const mostAsked = 32;

/** The last shell of which the starter, known by its pid only, can be a copy. */
function copied(shells: readonly Fact[], fact: Fact): Fact | undefined {
  const until = firstIn(shells, ({ at }) => at > fact.at);
  return shells.slice(Math.max(0, until - mostAsked), until).findLast((shell) => canBeCopied(shell, fact));
}

function canBeCopied(shell: Fact, { key, at, process: { pid, parentPid } }: Fact): boolean {
  if (shell.key === key || at - shell.at > soon) return false;
  return Number(shell.process.pid) < Number(parentPid) && Number(parentPid) < Number(pid);
}

const inFolder = (line: string, folder: string | null): string => `${line} ${folder}`;

/** A fact may be put again with what its ancestors told. */
const tells = ({ kept }: Fact): number => kept?.known ?? -1;

const ofSensor = (format: FormatName, pid: string): string => `${format} ${pid}`;

/** Who had the parent's pid is not the parent where the sensor's ids say that it was another process. */
const mayBe = (namesake: Fact | undefined, { format, process: { parentId } }: Fact): Fact | undefined =>
  parentId !== null && namesake?.format === format && namesake.process.id !== null ? undefined : namesake;

/** The processes that had one name; put in their order when they are looked at, so that arrival decides and costs nothing. */
interface Namesakes {
  readonly facts: Fact[];
  inOrder: boolean;
}

function insert(index: Map<string, Namesakes>, name: string, fact: Fact): void {
  const namesakes = index.get(name) ?? { facts: [], inOrder: true };
  const last = namesakes.facts.at(-1);
  namesakes.inOrder &&= last === undefined || isAfter(fact, last);
  namesakes.facts.push(fact);
  index.set(name, namesakes);
}

function namesakesIn(index: ReadonlyMap<string, Namesakes>, name: string): readonly Fact[] {
  const namesakes = index.get(name);
  if (namesakes === undefined) return [];
  if (!namesakes.inOrder) namesakes.facts.sort((one, other) => (isAfter(one, other) ? 1 : -1));
  namesakes.inOrder = true;
  return namesakes.facts;
}

/** Where in a list the facts begin that something is true of; it is true of all after them. */
function firstIn(facts: readonly Fact[], isBeyond: (fact: Fact) => boolean): number {
  let [from, to] = [0, facts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBeyond(facts[middle] as Fact)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * By time; of one instant a process's first image before those that name it as their parent, what turned into an agent's
 * program before that, and equals by their keys.
 */
function isAfter(one: Fact, other: Fact): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if ((one.program === null) !== (other.program === null)) return one.program !== null;
  if (isLaterImage(one) !== isLaterImage(other)) return isLaterImage(one);
  return one.key > other.key;
}

/** After an exec in place some sensors show a process as its own parent. */
const isLaterImage = ({ process: { pid, parentPid } }: Fact): boolean => pid !== null && pid === parentPid;

/** The last one that had started when the descendant did; of those that seem to start within the blur after it, the first. */
function latest(facts: readonly Fact[], descendant: Fact): Fact | undefined {
  const later = firstIn(facts, ({ at }) => at > descendant.at);
  // It stands in the list itself where its parent has its id.
  const before = facts[later - 1]?.key === descendant.key ? facts[later - 2] : facts[later - 1];
  if (before !== undefined) return before;
  const next = facts[later];
  return next !== undefined && next.at <= descendant.at + blur ? next : undefined;
}

/** The last one before a process, of those that had its pid. */
const previous = (facts: readonly Fact[], fact: Fact): Fact | undefined =>
  facts[firstIn(facts, (other) => !isAfter(fact, other)) - 1];

/** An exec keeps the pid and the parent, and some sensors name that parent still, not the image before. */
function isImageOf(image: Fact, { at, process: { parentId, parentPid } }: Fact): boolean {
  if (at - image.at > soon) return false;
  return parentPid !== null ? image.process.parentPid === parentPid : image.process.parentId === parentId;
}
