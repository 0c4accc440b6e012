import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, Holder } from "../../lib/attribution/fact.js";
import { createFamily } from "../../lib/attribution/family.js";
import { type Descent, descentOf } from "../../lib/attribution/lineage.js";
import type { FormatName } from "../../lib/domain/event.js";
import { hour, minute, second } from "../../lib/domain/units.js";
import { counting } from "../counting.js";
import { forAll } from "../for-all.js";

const nine = Date.UTC(2026, 2, 2, 9);

const ada: Holder = { identity: "ada", trust: "trusted", standing: 2 };
const bob: Holder = { identity: "bob", trust: "trusted", standing: 2 };
const uid1000: Holder = { identity: "uid:1000@web-1", trust: "trusted", standing: 1 };
const root: Holder = { identity: "root@web-1", trust: "service", standing: 0 };
const ssmUser: Holder = { identity: "ssm-user@web-1", trust: "service", standing: 0 };

/** A process of web-1, known by pids only, that started so long after nine. */
const started = (key: string, pid: number, parentPid: number, after = 0, what: Partial<Fact> = {}): Fact => ({
  key,
  format: "osquery",
  process: { id: null, pid: String(pid), parentId: null, parentPid: String(parentPid) },
  at: nine + after,
  holder: ada,
  heritage: null,
  landmark: null,
  program: null,
  words: { own: key, starter: null, says: key, asks: [], folder: null },
  ...what,
});
/** The same, by a sensor with ids of its own. */
const startedWithId = (
  key: string,
  ids: readonly [string, string | null],
  pids: readonly [number, number],
  after = 0,
) =>
  started(key, ...pids, after, {
    format: "tetragon",
    process: { id: ids[0], pid: String(pids[0]), parentId: ids[1], parentPid: String(pids[1]) },
  });
const agent = (name: string) => ({ heritage: { agent: name, confidence: 0.8, session: null, isMarker: false } });
const border = { landmark: "border", holder: root } as const;

/** What descent says of the last of these, when all of them are known. */
function lastOf(...facts: readonly Fact[]): Descent {
  const family = createFamily();
  for (const fact of facts) family.add(fact);
  return descentOf(facts.at(-1) as Fact, family);
}
const lineOf = (...facts: readonly Fact[]): readonly string[] => lastOf(...facts).line;

describe("the line of a process", () => {
  const sshd = started("sshd", 10, 1, 0, border);
  const bash = started("bash", 20, 10, second);

  it("goes up by its parents", () =>
    expect(lineOf(sshd, bash, started("ls", 30, 20, minute))).toEqual(["bash", "sshd"]));

  it("is the same in whatever order they arrived", () =>
    expect(lineOf(bash, sshd, started("ls", 30, 20, minute))).toEqual(["bash", "sshd"]));

  it("goes by the sensor's own ids before it goes by pids", () => {
    const right = startedWithId("right", ["a", null], [20, 1]);
    const later = startedWithId("later", ["b", null], [20, 1], second);
    expect(lineOf(right, later, startedWithId("ls", ["c", "a"], [30, 20], minute))).toEqual(["right"]);
  });

  it("never takes a namesake for a parent that the sensor names, and that is not known", () => {
    const stranger = startedWithId("stranger", ["b", null], [20, 1]);
    expect(lineOf(stranger, startedWithId("ls", ["c", "a"], [30, 20], minute))).toEqual([]);
  });

  it("takes a parent that another sensor saw, which knows pids only", () =>
    expect(lineOf(bash, startedWithId("ls", ["c", "a"], [30, 20], minute))).toEqual(["bash"]));

  it("stays with its own sensor, where another one saw the same processes", () => {
    const laurel = { format: "laurel" } as const;
    const seenByTwo = [sshd, started("sshd'", 10, 1, 100, laurel), bash, started("bash'", 20, 10, 1_100, laurel)];
    const [ls, itself] = [started("ls", 30, 20, minute), started("ls'", 30, 20, minute + 100, laurel)];
    expect(lineOf(...seenByTwo, itself, ls)).toEqual(["bash", "sshd"]);
    expect(lineOf(...seenByTwo, ls, itself)).toEqual(["bash'", "sshd'"]);
    expect(lineOf(bash, ls, itself)).toEqual(["bash"]);
  });

  it("names the nearest twelve, and is followed for thirty-two steps", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, i) => started(`p${i}`, 100 + i, 99 + i, i, i === 0 ? agent("codex") : {}));
    expect(lineOf(...chain(40))).toEqual(Array.from({ length: 12 }, (_, i) => `p${38 - i}`));
    expect(lastOf(...chain(33)).heritage).toMatchObject({ agent: "codex", steps: 32 });
    expect(lastOf(...chain(34)).heritage).toBeNull();
  });
});

describe("a pid that comes back", () => {
  const once = started("once", 20, 1, 0, agent("codex"));
  const again = started("again", 20, 1, hour, agent("cursor"));

  it.each([
    ["before it came back", 30 * minute, "codex"],
    ["at the very moment", hour, "cursor"],
    ["after it", hour + minute, "cursor"],
  ])("means who had it when the descendant started: %s", (_, after, expected) => {
    const descendant = started("ls", 30, 20, after);
    expect(lastOf(once, again, descendant).heritage?.agent).toBe(expected);
    expect(lastOf(again, once, descendant).heritage?.agent).toBe(expected);
  });

  it("under the same parent, minutes later, is no image of the process that had it", () =>
    expect(lineOf(started("bash", 10, 1), started("ls", 20, 10), started("pwd", 20, 10, 3 * minute))).toEqual([
      "bash",
    ]));

  it("under another parent is no image of it either", () =>
    expect(lineOf(started("bash", 10, 1), started("ls", 20, 11), started("pwd", 20, 10, second))).toEqual(["bash"]));
});

describe("an exec in place", () => {
  const claude = started("claude", 10, 1, 0, agent("claude-code"));

  it("is below its image where the sensor keeps the parent it had (pids only)", () =>
    expect(lineOf(claude, started("bash", 20, 10, 10), started("npm", 20, 10, 40))).toEqual(["bash", "claude"]));

  it("is below its image where the sensor shows the process as its own parent", () =>
    expect(lineOf(claude, started("bash", 20, 10, 10), started("npm", 20, 20, 40))).toEqual(["bash", "claude"]));

  it("is below its image where the sensor gives every image an id and names it as the parent", () => {
    const shell = startedWithId("bash", ["b", null], [20, 10], 10);
    expect(lineOf(claude, shell, startedWithId("npm", ["c", "b"], [20, 20], 40))).toEqual(["bash", "claude"]);
  });

  it("is below its image where the sensor gives every image an id and names the parent they share", () => {
    const agentProcess = { ...startedWithId("claude", ["a", null], [10, 1]), ...agent("claude-code") };
    const shell = startedWithId("bash", ["b", "a"], [20, 10], 10);
    expect(lineOf(agentProcess, shell, startedWithId("npm", ["c", "a"], [20, 10], 40))).toEqual(["bash", "claude"]);
  });

  it("is below its image where the id is kept", () => {
    const shell = startedWithId("bash", ["b", "a"], [20, 10], 10);
    expect(lineOf(claude, shell, startedWithId("npm", ["b", "a"], [20, 10], 40))).toEqual(["bash", "claude"]);
    expect(lineOf(claude, shell, startedWithId("npm", ["b", "b"], [20, 20], 40))).toEqual(["bash", "claude"]);
  });

  it.each([
    ["its keys in order", ["a", "b", "c"]],
    ["in reverse", ["c", "b", "a"]],
    ["the first between", ["b", "c", "a"]],
    ["the first at the end", ["c", "a", "b"]],
  ])("within one whole second keeps the first image at the top: %s", (_, [one = "", two = "", three = ""]) => {
    const images = [started(one, 20, 10, second), started(two, 20, 20, second), started(three, 20, 20, second)];
    for (const image of images.slice(1)) {
      const line = lineOf(claude, ...images, image);
      expect(line.slice(-2)).toEqual([one, "claude"]);
    }
    expect(lineOf(claude, ...images, images[0] as Fact)).toEqual(["claude"]);
  });

  it("by which an agent's launcher becomes the agent leaves it her own", () => {
    const program = { ...agent("claude-code"), program: "claude-code" };
    const launcher = started("env", 20, 10, 0, program);
    expect(lastOf(started("zsh", 10, 1), launcher, started("node", 20, 10, 30, program))).toMatchObject({
      heritage: null,
      line: ["env", "zsh"],
    });
  });

  it("by which an agent's shell becomes the program is the agent's", () => {
    const shell = started("bash", 20, 10, 0, agent("claude-code"));
    expect(lastOf(shell, started("npm", 20, 10, 30)).heritage).toMatchObject({ agent: "claude-code", steps: 1 });
  });
});

describe("a parent that is dated after what it started", () => {
  it("is its parent still, up to a second", () => {
    const child = started("ls", 30, 20);
    expect(lineOf(started("bash", 20, 10, 999), child)).toEqual(["bash"]);
    expect(lineOf(started("bash", 20, 10, 1_001), child)).toEqual([]);
  });

  it("comes after one that really was there before", () =>
    expect(lineOf(started("bash", 20, 10, 999), started("zsh", 20, 10, -minute), started("ls", 30, 20))).toEqual([
      "zsh",
    ]));

  it("has the same second as its child, whichever key sorts first", () => {
    for (const key of ["a", "z"]) expect(lineOf(started(key, 20, 10), started("m", 30, 20))).toEqual([key]);
  });
});

describe("a circle of parents", () => {
  it.each([
    ["of two", [started("a", 20, 30), started("b", 30, 20)], ["a"]],
    ["of three", [started("a", 20, 40), started("b", 30, 20), started("c", 40, 30)], ["b", "a"]],
    ["of one", [started("a", 20, 20)], []],
    ["that it leads into", [started("a", 20, 30), started("b", 30, 20), started("c", 40, 30)], ["b", "a"]],
  ])("ends where it closes: %s", (_, facts, line) =>
    expect(lastOf(...facts)).toMatchObject({ line, open: facts.length === 1 }),
  );
});

describe("who acts", () => {
  const shellOf = (holder: Holder, after = 0) => started("shell", 20, 10, after, { holder });
  const sudo = (holder: Holder) => started("sudo", 30, 20, second, { holder, landmark: "switcher" });
  const sshd = started("sshd", 10, 1, -second, border);
  const last = (parentPid: number, holder: Holder) => started("rm", 40, parentPid, 2 * second, { holder });

  it.each<[string, readonly Fact[], string]>([
    ["root below sudo below ada is ada", [sshd, shellOf(ada), sudo(root), last(30, root)], "ada"],
    ["root below ada, by whatever way, is ada", [sshd, shellOf(ada), last(20, root)], "ada"],
    ["root below sshd is root", [sshd, last(10, root)], "root@web-1"],
    ["bob behind `sudo -u bob` by ada is ada", [sshd, shellOf(ada), sudo(ada), last(30, bob)], "ada"],
    ["bob behind a sudo that runs as root is ada", [sshd, shellOf(ada), sudo(root), last(30, bob)], "ada"],
    ["bob behind a sudo of whom nobody is known is bob", [sudo(root), last(30, bob)], "bob"],
    ["bob behind root's own su is bob", [sshd, shellOf(root), sudo(root), last(30, bob)], "bob"],
    ["bob below ada without a switcher is bob", [sshd, shellOf(ada), last(20, bob)], "bob"],
    ["a bare uid below a name is the name", [sshd, shellOf(ada), last(20, uid1000)], "ada"],
    ["bob behind a bare uid's sudo is that uid", [sshd, shellOf(uid1000), sudo(root), last(30, bob)], "uid:1000@web-1"],
    ["a bare uid below root is itself", [sshd, shellOf(root), last(20, uid1000)], "uid:1000@web-1"],
    [
      "ssm-user behind the worker of ada's session is ada",
      [started("worker", 20, 10, 0, { holder: ada, landmark: "border" }), last(20, ssmUser)],
      "ada",
    ],
    [
      "nobody above a border counts",
      [shellOf(ada), started("cron", 30, 20, second, border), last(30, root)],
      "root@web-1",
    ],
  ])("%s", (_, facts, identity) => expect(lastOf(...facts).holder.identity).toBe(identity));
});

describe("the agent", () => {
  const outer = started("cursor", 10, 1, 0, agent("cursor"));
  const inner = started("claude", 20, 10, second, agent("claude-code"));
  const last = started("ls", 30, 20, minute);

  it("is the nearest one above, with the steps up to it", () => {
    expect(lastOf(outer, inner, last).heritage).toMatchObject({ agent: "claude-code", steps: 1 });
    expect(lastOf(outer, started("bash", 20, 10, second), last).heritage).toMatchObject({ agent: "cursor", steps: 2 });
  });

  it("is nobody above a border, not even the border's own", () =>
    expect(
      lastOf(
        inner,
        started("cron", 30, 20, minute, { ...border, ...agent("claude-code") }),
        started("ls", 40, 30, hour),
      ).heritage,
    ).toBeNull());

  it("stays the agent behind a switcher", () => {
    const sudo = started("sudo", 30, 20, minute, { landmark: "switcher" });
    expect(lastOf(inner, sudo, started("rm", 40, 30, minute, { holder: root }))).toMatchObject({
      heritage: { agent: "claude-code" },
      holder: ada,
    });
  });

  it("is not the process itself", () => expect(lastOf(outer, inner).heritage?.agent).toBe("cursor"));
});

describe("what is said may still change", () => {
  it.each<[string, boolean, readonly Fact[]]>([
    ["while the parent is not known", true, [started("ls", 30, 20)]],
    ["while the parent's parent is not known", true, [started("bash", 20, 10), started("ls", 30, 20, second)]],
    ["not once a border is reached", false, [started("sshd", 20, 10, 0, border), started("ls", 30, 20, second)]],
    ["not below the first process", false, [started("bash", 20, 1), started("ls", 30, 20, second)]],
    [
      "not beyond the thirty-second step",
      false,
      Array.from({ length: 34 }, (_, i) => started(`p${i}`, 100 + i, 99 + i, i)),
    ],
  ])("%s: %s", (_, open, facts) => expect(lastOf(...facts).open).toBe(open));

  it.each([
    ["no parent at all", { id: null, pid: "30", parentId: null, parentPid: null }, false],
    ["a parent that has an id", { id: "c", pid: null, parentId: "b", parentPid: null }, true],
  ])("with %s", (_, process, open) => expect(lastOf(started("ls", 30, 20, 0, { process })).open).toBe(open));
});

describe("a fact that is put again", () => {
  it("tells what its ancestors told, whichever comes first", () => {
    const brief = started("sh", 20, 10, 0, { holder: root });
    const { heritage } = agent("claude-code");
    const lasting = { ...brief, kept: { heritage: { ...heritage, steps: 2 }, holder: ada, switched: false, known: 1 } };
    const last = started("ls", 30, 20, minute, { holder: root });
    for (const facts of [
      [brief, lasting],
      [lasting, brief],
    ])
      expect(lastOf(...facts, last)).toMatchObject({ line: ["sh"], heritage: { agent: "claude-code" }, holder: ada });
  });
});

describe("any family", () => {
  const anyFact = fc.record({
    pid: fc.integer({ min: 2, max: 6 }),
    parentPid: fc.integer({ min: 1, max: 6 }),
    format: fc.constantFrom<FormatName[]>("osquery", "osquery", "laurel"),
    withId: fc.boolean(),
    parentId: fc.option(fc.integer({ min: 0, max: 11 })),
    after: fc.constantFrom(0, 0, 1, 500, 1_000, 1_000, 60_000, 130_000),
    agent: fc.constantFrom(null, null, "codex", "cursor"),
    holder: fc.constantFrom(ada, bob, root, uid1000),
    landmark: fc.constantFrom(null, null, null, "switcher" as const, "border" as const),
  });
  const anyFamily = fc.array(anyFact, { minLength: 1, maxLength: 12 }).map((facts) =>
    facts.map(({ pid, parentPid, format, withId, parentId, after, agent: name, holder, landmark }, i): Fact => {
      const key = `k${(i * 7) % 12}`;
      const ids = { id: withId ? `i${i}` : null, parentId: parentId === null ? null : `i${parentId}` };
      const process = { ...ids, pid: String(pid), parentPid: String(parentPid) };
      return {
        ...started(key, pid, parentPid, after, { format, holder, landmark, process }),
        ...(name === null ? {} : agent(name)),
      };
    }),
  );
  const descentsOf = (known: readonly Fact[], asked: readonly Fact[]) => {
    const family = createFamily();
    for (const fact of known) family.add(fact);
    return asked.map((fact) => descentOf(fact, family));
  };

  it("tells the same descent in whatever order its facts came, however often", () =>
    forAll(
      [
        anyFamily.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
        ),
      ],
      ([facts, shuffled]) => expect(descentsOf(shuffled, facts)).toEqual(descentsOf(facts, facts)),
    ));

  it("names nobody twice, and nobody as her own ancestor", () =>
    forAll([anyFamily], (facts) => {
      for (const [i, { line }] of descentsOf(facts, facts).entries())
        expect(new Set([facts[i]?.key, ...line]).size).toBe(line.length + 1);
    }));
});

describe("fifty thousand facts that somebody made up", () => {
  const count = 50_000;
  it.each<[string, (i: number) => Fact]>([
    ["of one pid", (i) => started(`k${i}`, 7, 7, i)],
    ["of one pid and one instant", (i) => started(`k${i}`, 7, 7)],
    ["of one pid, the newest first", (i) => started(`k${i}`, 7, 8, count - i)],
    ["of two pids that are each other's parents", (i) => started(`k${i}`, 7 + (i % 2), 8 - (i % 2), i)],
    ["of one id", (i) => startedWithId(`k${i}`, ["x", "x"], [i, i + 1], i)],
    ["each below the one before", (i) => started(`k${i}`, i + 2, i + 1, i)],
  ])("cost little: %s", (_, fact) => {
    const facts = Array.from({ length: count }, (_, i) => fact(i));
    const { counted, looks } = counting(facts, "at");
    const family = createFamily();
    for (const one of counted) family.add(one);
    for (let i = 0; i < count; i += 25)
      expect(descentOf(counted[i] as Fact, family).above.length).toBeLessThanOrEqual(32);
    expect(looks()).toBeLessThan(200 * count);
  });
});
