import { describe, expect, it } from "vitest";
import { anyOf, between, popular, shuffled, uuid, weighted } from "../../lib/sample/choose.js";
import { grammar } from "../../lib/sample/grammar.js";
import { random } from "../../lib/sample/random.js";
import { isOneProgram, shellWords, singleQuoted } from "../../lib/sample/shell-words.js";

const draws = <Value>(count: number, draw: () => Value): Value[] => Array.from({ length: count }, draw);

describe("a seeded stream of numbers", () => {
  it("is the same every time", () => expect(draws(50, random(1, "ada", 3))).toEqual(draws(50, random(1, "ada", 3))));

  it("is another one for another person or day", () => {
    const firsts = new Set([
      random(1, "ada", 3)(),
      random(1, "ada", 4)(),
      random(1, "alan", 3)(),
      random(2, "ada", 3)(),
    ]);
    expect(firsts.size).toBe(4);
  });

  it("keeps its parts apart", () => expect(random(1, "ab", "c")()).not.toBe(random(1, "a", "bc")()));

  it("fills the unit interval evenly", () => {
    const next = random(42);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const number of draws(20_000, next))
      tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
    // 2,000 each; five standard deviations of a binomial count are 212.
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(212);
  });
});

describe("a choice", () => {
  it("stays within its bounds", () => {
    const next = random(7);
    const drawn = new Set(draws(500, () => between(next, 3, 5)));
    expect([...drawn].sort()).toEqual([3, 4, 5]);
    expect(new Set(draws(500, () => anyOf(next, ["a", "b"])))).toEqual(new Set(["a", "b"]));
  });

  it("prefers the first of a popular list about as often as Zipf says", () => {
    const next = random(8);
    const drawn = draws(20_000, () => popular(next, ["first", "second", "third"]));
    // log(2/1) / log(4) = 0.5 and log(4/3) / log(4) = 0.2075
    expect(drawn.filter((name) => name === "first").length / 20_000).toBeCloseTo(0.5, 1);
    expect(drawn.filter((name) => name === "third").length / 20_000).toBeCloseTo(0.2075, 1);
  });

  it("follows weights", () => {
    const next = random(9);
    const drawn = draws(20_000, () =>
      weighted(next, [
        [3, "often"],
        [1, "rarely"],
      ]),
    );
    expect(drawn.filter((name) => name === "often").length / 20_000).toBeCloseTo(0.75, 1);
  });

  it("shuffles without losing anybody", () =>
    expect([...shuffled(random(1), ["ada", "alan", "grace"])].sort()).toEqual(["ada", "alan", "grace"]));

  it("makes ids in the layout of a UUID", () =>
    expect(uuid(random(1))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/));
});

describe("a grammar", () => {
  const fill = grammar({ file: ["{folder}/cart.ts"], folder: ["src"] });

  it("fills slots within slots", () => expect(fill("git add {file}", random(1))).toBe("git add src/cart.ts"));

  it("leaves braces alone that are shell text", () =>
    expect(fill("docker ps --format '{{.Names}}' {a,b}", random(1))).toBe("docker ps --format '{{.Names}}' {a,b}"));

  it("knows no rules but its own", () => expect(fill("{constructor}", random(1))).toBe("{constructor}"));
});

describe("a line at a shell", () => {
  it.each(["git status", "git commit -m 'fix; cart & order'", "bash -lc 'cd x && make'"])(
    "is one program: %s",
    (line) => expect(isOneProgram(line)).toBe(true),
  );

  it.each(["cd src", "a | b", "a && b", "echo x > y", "ls *.ts", "X=1 make", "echo $HOME", "# nothing\nls"])(
    "is more than one program: %s",
    (line) => expect(isOneProgram(line)).toBe(false),
  );

  it("is cut to the arguments that a program sees", () => {
    expect(shellWords("git commit -m 'fix cart'", "/home/ada")).toEqual(["git", "commit", "-m", "fix cart"]);
    expect(shellWords("rg --glob='*.ts' x ~/notes", "/home/ada")).toEqual([
      "rg",
      "--glob=*.ts",
      "x",
      "/home/ada/notes",
    ]);
  });

  it("is one word when quoted", () => expect(singleQuoted("it's")).toBe(`'it'"'"'s'`));
});
