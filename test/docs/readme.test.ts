import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { filesBelow, read, root } from "../architecture/sources.js";
import { transcriptsOf } from "./transcripts.js";

const readme = ["README.md"].filter((file) => existsSync(join(root, file)));
const documents = [...readme, ...filesBelow("docs", ".md")].map((file) => ({ file, ...transcriptsOf(read(file)) }));

/** What the command prints to somebody who is no terminal; both streams, in the order in which they were written. */
const printed = async (command: string): Promise<string> => {
  const script = `exec 2>&1; ${command.replace(/^npx baseliner/, "node bin/baseliner.js")}`;
  // A colour or a webhook of the machine that runs the tests is none of the document's.
  const { FORCE_COLOR: _colour, SLACK_WEBHOOK_URL: _webhook, ...env } = process.env;
  const run = promisify(execFile)("sh", ["-c", script], { cwd: root, env: { ...env, NO_COLOR: "1" } });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed); // exit codes are shown by other tests
  return stdout.trimEnd();
};

describe.each(documents)("$file", ({ file, transcripts, mistakes }) => {
  it.each(transcripts)("shows what $command prints", async ({ command, output }) =>
    expect(await printed(command)).toBe(output),
  );

  it("shows only commands that can be checked", () => expect(mistakes).toEqual([]));

  if (file === "README.md") it("shows at least one command", () => expect(transcripts).not.toEqual([]));
});

describe("a console block", () => {
  const block = (...lines: readonly string[]): string => `\`\`\`${lines.join("\n")}\n\`\`\`\n`;

  it("is a command and what it prints", () =>
    expect(transcriptsOf(block("console", "$ npx baseliner explain 'ls'", "ls", "", "harmless")).transcripts).toEqual([
      { command: "npx baseliner explain 'ls'", output: "ls\n\nharmless" },
    ]));

  it("may hold several commands", () =>
    expect(transcriptsOf(block("console", "$ npx baseliner a", "A", "$ npx baseliner b")).transcripts).toEqual([
      { command: "npx baseliner a", output: "A" },
      { command: "npx baseliner b", output: "" },
    ]));

  it("may break a long command", () =>
    expect(transcriptsOf(block("console", "$ npx baseliner a \\", "    --json", "{}")).transcripts).toEqual([
      { command: "npx baseliner a \\\n    --json", output: "{}" },
    ]));

  it("that is not to be run may hold npm and git", () =>
    expect(transcriptsOf(block("console no-run", "$ git clone .", "$ npm start", "hello"))).toEqual({
      transcripts: [],
      mistakes: [],
    }));

  it.each([
    ["another command", block("console", "$ ls")],
    ["no command", block("console", "ls")],
    ["a baseliner command that is not run", block("console no-run", "$ npx baseliner agents")],
    ["an unknown mark", block("console norun", "$ npm start")],
  ])("with %s is a mistake", (_what, markdown) => expect(transcriptsOf(markdown).mistakes).toHaveLength(1));
});
