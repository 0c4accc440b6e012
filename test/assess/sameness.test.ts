import { describe, expect, it } from "vitest";
import { partnerIn, sameness } from "../../lib/assess/sameness.js";
import { seenAgain, seenOnce, tellsMore } from "../../lib/assess/seen.js";
import { second } from "../../lib/domain/units.js";
import { monday } from "../observations.js";
import { type Sight, seenAs } from "./sightings.js";

const seen = (sight: Sight, after = 0) => seenAs(monday + after, sight).observation;
const known = (...sights: readonly Sight[]) => {
  const [first, ...rest] = sights.map((sight, i) => seen(sight, i));
  if (first === undefined) throw new Error("known requires a sighting, got none");
  return { seen: rest.reduce(seenAgain, seenOnce(first)), observation: first };
};
/** How surely the last is of the command that the others are of. */
const sure = (after: number, ...sights: readonly Sight[]) =>
  sameness(known(...sights.slice(0, -1)), seen(sights.at(-1) as Sight, after));

const hook: Sight = { source: "claude-hook/call", id: "toolu_1", session: "s1" };
const log: Sight = { source: "claude-otel/call", id: "toolu_1", session: "s1", cwd: null, host: null };
const shell: Sight = { source: "tetragon/shell", line: ["shell", "claude"], whole: "bash -c eval" };
const program: Sight = { source: "tetragon/exec", line: ["npm", "shell", "claude"] };
const other: Sight = { source: "laurel/exec", line: ["npm'", "shell'"], agent: null };

describe("an agent's records of one call", () => {
  it("are one by its id, however long it ran", () => {
    expect(sure(900, hook, hook)).toBe(5);
    expect(sure(95 * second, hook, log)).toBe(5);
  });

  it.each<[string, Sight, Sight]>([
    ["another id", hook, { ...log, id: "toolu_2" }],
    ["another place in the call's script", hook, { ...log, index: 1 }],
    ["another agent", hook, { ...log, agent: "codex" }],
    ["other words", hook, { ...log, text: "npm run build" }],
    ["another host", hook, { ...log, host: "web-1" }],
  ])("are two with %s", (_, one, next) => expect(sure(100, one, next)).toBe(0));

  it("are one by their words where a record has no id of its own", () =>
    expect(sure(100, hook, { ...log, id: "0123456789abcdef" })).toBe(2));
});

describe("two processes", () => {
  it("are one command where one runs below the other, in whatever order and however late", () => {
    expect(sure(50, shell, program)).toBe(4);
    expect(sure(50, program, shell)).toBe(4);
    expect(sure(60 * second, shell, program)).toBe(4);
  });

  it("are one with another between them", () => {
    const sudo = { ...program, line: ["sudo", "shell", "claude"], whole: "sudo npm test" };
    const below = { ...program, line: ["npm", "sudo", "shell", "claude"] };
    for (const sights of [
      [shell, sudo, below],
      [shell, below, sudo],
      [below, sudo, shell],
      [sudo, below, shell],
    ])
      expect(sure(50, ...sights)).toBe(4);
  });

  it("are one where the shell wrote the words out", () => {
    const globbing = { ...shell, text: "rm *.log", expands: true };
    expect(sure(50, globbing, { ...program, text: "rm a.log b.log" })).toBe(4);
    expect(sure(50, globbing, { ...program, text: "ls a.log" })).toBe(0);
    expect(sure(50, { ...shell, text: "rm a" }, { ...program, text: "rm b" })).toBe(0);
    expect(sure(50, globbing, { ...other, text: "rm a.log b.log" })).toBe(0);
  });

  it("are one for another sensor too, once it is known what the words became", () =>
    expect(
      sure(
        50,
        { ...shell, text: "rm *.log", expands: true },
        { ...program, text: "rm a b" },
        { ...other, text: "rm a b" },
      ),
    ).toBe(1));

  it("are two where a shell started both: a loop was asked for", () =>
    expect(sure(50, shell, program, { ...program, line: ["npm-2", "shell", "claude"] })).toBe(0));

  it("are two where nothing relates them", () => {
    expect(sure(50, program, { ...program, line: ["npm-2", "shell-2", "claude"] })).toBe(0);
    expect(sure(50, shell, { ...program, line: ["npm-2", "shell-2", "claude"] })).toBe(0);
  });

  it("are two where the call does not mention what its program started", () =>
    expect(sure(50, shell, { ...program, text: "node jest.js" })).toBe(0));

  it("are one by their agent where the child came before its parent", () => {
    const lost = { ...program, line: ["npm"] };
    expect(sure(50, lost, shell)).toBe(2);
    expect(sure(50, { ...lost, agent: null }, shell)).toBe(0);
    expect(sure(50, { ...lost, agent: null, starter: "bash -c eval" }, shell)).toBe(3);
  });
});

describe("what a source without processes shows", () => {
  const falcoShell: Sight = { source: "falco/shell", whole: "bash -c eval" };
  const falco: Sight = { source: "falco/exec", starter: "bash -c eval" };

  it("is one by its starter's line, in either order", () => {
    expect(sure(50, falcoShell, falco)).toBe(3);
    expect(sure(50, falco, falcoShell)).toBe(3);
  });

  it("is two where one line comes twice", () => {
    expect(sure(50, falcoShell, falco, falcoShell)).toBe(0);
    expect(sure(50, falcoShell, falco, falco)).toBe(0);
  });

  it("is two on two hosts", () => expect(sure(50, falcoShell, { ...falco, host: "web-1" })).toBe(0));
});

describe("other kinds of records with the same words", () => {
  it.each<[string, Sight, Sight, number]>([
    ["are one for one agent in one folder", hook, shell, 2],
    ["are one in one session, whatever the folder", hook, { ...program, session: "s1", cwd: "shop/infra" }, 2],
    ["are one in one folder where one of them cannot say who acted", hook, other, 1],
    ["are one for two sensors", program, other, 1],
    ["are one where a folder is not known", hook, { ...other, cwd: null }, 1],
    ["are one where a host is named with its domain", hook, { ...other, host: "ADA-laptop.corp.example" }, 1],
    ["are one where a sensor numbers its hosts", hook, { ...other, host: "0".repeat(32) }, 1],
    ["are two in two folders", hook, { ...shell, cwd: "blog" }, 0],
    ["are two on two hosts", hook, { ...shell, host: "ada-laptop-2" }, 0],
    ["are two in two sessions", hook, { ...shell, session: "s2" }, 0],
    ["are one where sessions are of two kinds", hook, { ...shell, session: "1790000000000-abc123" }, 2],
    ["are two of two agents", hook, { ...program, agent: "cursor" }, 0],
    ["are two where a person typed the one", hook, { source: "plain/call", agent: null }, 0],
  ])("%s", (_, one, next, how) => expect(sure(50, one, next)).toBe(how));

  it("are one up to ten seconds apart", () => {
    expect(sure(10 * second, hook, other)).toBe(1);
    expect(sure(10 * second + 1, hook, other)).toBe(0);
    expect(sure(95 * second, hook, { ...other, startedAt: monday + second })).toBe(1);
  });

  it("are two where the command has one of that kind already", () =>
    expect(sure(50, hook, other, { ...other, line: ["npm-2'", "shell-2'"] })).toBe(0));

  it("are two as parts of one event: `npm test; npm test`", () =>
    expect(sure(0, shell, { ...shell, id: known(shell).seen.events[0]?.id ?? "", index: 1 })).toBe(0));

  it("are compared by the whole of their ids", () =>
    expect(sure(50, { ...hook, id: "x@1" }, { ...other, id: "1" })).toBe(1));
});

describe("of several commands", () => {
  it("the surest is the partner, then the nearest in time", () => {
    const all = [known(hook), known({ ...hook, id: "toolu_2", startedAt: monday + 5 * second }), known(shell)];
    expect(partnerIn(all, seen(program, 5 * second))).toBe(2);
    expect(partnerIn(all, seen(other, 4 * second))).toBe(1);
    expect(partnerIn(all, seen({ ...other, text: "ls" }))).toBe(-1);
  });

  it("her agent's record belongs to what her agent is known to have run, not to what she typed", () => {
    const all = [known({ ...program, line: ["npm-by-hand", "zsh"], agent: null }), known(shell)];
    expect(partnerIn(all, seen(hook))).toBe(1);
  });
});

describe("a command is told", () => {
  it("by what was asked for before the shell, by the shell before its programs, by the outer before the inner", () => {
    const sudo = { ...program, line: ["sudo", "shell", "claude"], whole: "sudo npm test" };
    const below = { ...program, line: ["npm", "sudo", "shell", "claude"] };
    const order: readonly Sight[] = [hook, shell, sudo, below];
    for (const [i, upper] of order.entries())
      for (const lower of order.slice(i + 1)) {
        expect(tellsMore(known(lower).seen, seen(upper))).toBe(true);
        expect(tellsMore(known(upper).seen, seen(lower))).toBe(false);
      }
    expect(tellsMore(known(sudo, below).seen, seen({ ...program, line: ["env", "sudo", "shell", "claude"] }))).toBe(
      false,
    );
  });

  it("under the name it had first", () =>
    expect(known(program, shell, hook).seen.looks[0]?.name).toBe(seen(program).name));
});

it("a command remembers no more than thirty-two sightings", () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ ...hook, name: `n${i}` }));
  expect(known(...many).seen.looks).toHaveLength(32);
  expect(JSON.stringify(known(...many).seen).length).toBeLessThan(10_000);
});
