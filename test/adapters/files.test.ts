import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInputs } from "../../lib/adapters/files.js";

let folder = "";
const path = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "baseliner-files-"));
  for (const below of ["day-1", "day-2/deep", "empty"]) mkdirSync(path(below), { recursive: true });
  for (const name of ["b.json", "a.json.gz", "day-1/c.json", "day-2/deep/d.json", "day-2/.hidden.json", "odd[1].json"])
    writeFileSync(path(name), name);
  utimesSync(path("b.json"), 1772357400.9, 1772357400.9);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function namesOf(...paths: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name, bytes } of readInputs(paths)) {
    names.push(relative(folder, name));
    expect(new TextDecoder().decode(bytes)).toBe(names.at(-1));
  }
  return names;
}

describe("inputs", () => {
  const everything = ["a.json.gz", "b.json", "day-1/c.json", "day-2/.hidden.json", "day-2/deep/d.json", "odd[1].json"];

  it("are files as they are given, more than once if they are given so", async () =>
    expect(await namesOf(path("b.json"), path("a.json.gz"), path("b.json"))).toEqual([
      "b.json",
      "a.json.gz",
      "b.json",
    ]));

  it("are all files below a folder, in the order of their names", async () => {
    expect(await namesOf(folder)).toEqual(everything);
    expect(await namesOf(path("empty"))).toEqual([]);
  });

  it.each([
    ["*.json", ["b.json", "odd[1].json"]],
    ["**/*.json*", everything],
    ["day-*/**/[cd].json", ["day-1/c.json", "day-2/deep/d.json"]],
    ["{a,b}.*", ["a.json.gz", "b.json"]],
  ])("are the files that match %s", async (pattern, names) => expect(await namesOf(path(pattern))).toEqual(names));

  it("are a file whose name looks like a pattern, where there is one", async () =>
    expect(await namesOf(path("odd[1].json"))).toEqual(["odd[1].json"]));

  it("have the time at which they were written, to the second", async () => {
    for await (const { arrived } of readInputs([path("b.json")])) expect(arrived).toBe(1772357400000);
  });
});

describe("an input that cannot be read", () => {
  it.each([
    ["a pattern that nothing matches", "*.parquet", /^no file matches .*\*\.parquet; check the pattern/],
    ["a missing file", "none.json", /^there is no file .*none\.json; check the path/],
  ])("is a mistake: %s", async (_, name, message) => {
    await expect(namesOf(path(name))).rejects.toThrow(message);
  });

  it.each(["s3://logs/day-1/", "kinesis://telemetry"])("says that it is not there yet: %s", async (input) => {
    await expect(namesOf(input)).rejects.toThrow(/^(s3|kinesis):\/\/ cannot be read yet; save it with aws s3 cp/);
  });

  it("is not left out of a folder in silence: a broken link, a link to a folder, a pipe", async () => {
    const odd = mkdtempSync(join(tmpdir(), "baseliner-odd-"));
    const link = join(odd, "link");
    symlinkSync("nowhere", link);
    await expect(namesOf(odd)).rejects.toThrow(/link cannot be read \(ENOENT\)/);
    rmSync(link);
    symlinkSync(folder, link);
    await expect(namesOf(odd)).rejects.toThrow(/link cannot be read \(EISDIR\)/);
    rmSync(link);
    spawnSync("sh", ["-c", `mkfifo "$1"`, "sh", join(odd, "pipe")]);
    await expect(namesOf(odd)).rejects.toThrow(/pipe is a pipe; name the files instead/);
    rmSync(odd, { recursive: true });
  });
});
