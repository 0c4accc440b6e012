import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "./sources.js";

const banned = [
  ["the clock", "export const now = () => Date.now();"],
  ["the clock in a new Date", "export const now = () => new Date();"],
  ["the clock in a new Date without brackets", "export const now = () => new Date;"],
  ["the clock as text", "export const now = () => Date();"],
  ["the clock handed on", "export const now = Date.now;"],
  ["the clock by another name", "const D = Date; export const now = () => D.now();"],
  ["the clock taken out", "const { now } = Date; export const later = () => now();"],
  ["the clock by its key", 'export const now = () => Date["now"]();'],
  ["a stopwatch", "export const now = () => performance.now();"],
  ["a timer", "export const later = (act: () => void) => setTimeout(act, 1);"],
  ["an interval", "export const often = (act: () => void) => setInterval(act, 1);"],
  ["chance", "export const roll = () => Math.random();"],
  ["chance taken out", "const { random: dice } = Math; export const roll = () => dice();"],
  ["chance from crypto", "export const id = () => crypto.randomUUID();"],
  ["the environment", "export const home = process.env.HOME;"],
  ["the module's place", "export const here = import.meta.url;"],
  ["the network", 'export const page = () => fetch("https://example.com");'],
  ["a socket", 'export const open = () => new WebSocket("wss://example.com");'],
  ["an old request", "export const open = () => new XMLHttpRequest();"],
  ["a log", 'console.log("seen");'],
  ["the world behind the globals", "export const home = globalThis.process;"],
  ["Node", 'import { readFileSync } from "node:fs"; export const read = readFileSync;'],
  ["Node by its old name", 'import { readFileSync } from "fs"; export const read = readFileSync;'],
  ["Node, only when called", 'export const read = () => import("node:fs");'],
  ["a type of Node", 'import type { Stats } from "node:fs"; export type Size = Stats;'],
  ["AWS", 'import { KinesisClient } from "@aws-sdk/client-kinesis"; export const client = KinesisClient;'],
] as const;

const clean = [
  'import type { Instant } from "../domain/units.js";',
  "",
  "export const toIso = (at: Instant): string => new Date(at).toISOString();",
  'export const start = Date.parse("2026-01-01T00:00:00Z") + Date.UTC(1970, 0);',
  "export const largest = Math.max(1, 2);",
  "",
].join("\n");

/** The files that the project's own lint rules call wrong, out of a folder that holds nothing but these files. */
const wrongFiles = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "baseliner-lint-")));
  try {
    cpSync(join(root, "biome.json"), join(folder, "biome.json"));
    cpSync(join(root, "test/architecture/pure.grit"), join(folder, "test/architecture/pure.grit"));
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${source}\n`);
    }
    const output = await lint(folder);
    return Object.keys(files).filter((file) => output.includes(`file=${join(folder, file)},`));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** One line for each error and nothing for a mere hint. */
const lint = async (folder: string): Promise<string> => {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const options = ["lint", "--reporter=github", "--max-diagnostics=none", "--diagnostic-level=error"];
  const run = promisify(execFile)(process.execPath, [biome, ...options], { cwd: folder });
  const { stdout } = await run.catch((wrong: { stdout: string }) => wrong); // it exits with 1 when it has something to say
  return stdout;
};

const inPure = (index: number): string => `lib/stats/banned-${index}.ts`;
const inShell = (index: number): string => `lib/adapters/banned-${index}.ts`;
let wrong: readonly string[];

beforeAll(async () => {
  const offending = banned.flatMap(([, source], index) => [
    [inPure(index), source],
    [inShell(index), source],
  ]);
  wrong = await wrongFiles({ ...Object.fromEntries(offending), "lib/stats/clean.ts": clean });
});

describe("the linter keeps from the pure part", () => {
  it.each(banned.map(([what], index) => [what, inPure(index)]))("%s", (_what, file) => expect(wrong).toContain(file));
});

describe("the linter lets", () => {
  it("the pure part do its work", () => expect(wrong).not.toContain("lib/stats/clean.ts"));

  it("the shell talk to the world", () =>
    expect(banned.map((_, index) => inShell(index)).filter((file) => wrong.includes(file))).toEqual([]));
});
