import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { baseliner, destroyed, fileOf, plainHistory } from "./run.js";

const history = fileOf(plainHistory(destroyed));
const linesOf = (text: string) => text.trim().split("\n");

describe("baseliner replay", () => {
  it("tells one finding in words, and what it read and judged beside it", () => {
    const { status, stdout, stderr } = baseliner(["replay", history]);
    expect(status).toBe(0);
    expect(stdout).toContain("claude-code as ada on ada-laptop");
    expect(stdout).toContain("terraform destroy -auto-approve");
    expect(stderr).toContain("read 401 records: 401 events, 402 commands; left out 0");
    expect(stderr).toMatch(/judged 402 commands of 1 principal: 1 finding in 1 incident, \d+ watched/);
  });

  it("gives the finding that the interface promises with --json, and the same bytes twice", () => {
    const { stdout } = baseliner(["replay", "--json", history]);
    expect(baseliner(["replay", "--json", history]).stdout).toBe(stdout);
    expect(linesOf(stdout)).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      time: "2026-03-20T10:00:00Z",
      identity: "ada",
      agent: "claude-code",
      session: "s20",
      host: "ada-laptop",
      command: "terraform destroy -auto-approve",
      impact: {
        class: "destroy",
        weight: expect.any(Number),
        floor: false,
        attack: [expect.stringMatching(/^T\d{4}/)],
      },
      rarity: { pValue: expect.any(Number), bits: expect.any(Number) },
      verdict: "find",
      attribution: { confidence: 0.95, evidence: [expect.any(String)] },
      trust: "trusted",
      evidence: expect.arrayContaining([
        expect.objectContaining({
          ...{ detector: expect.any(String), bits: expect.any(Number), because: expect.any(String) },
          ...{ seen: expect.any(Number), of: expect.any(Number) },
        }),
      ]),
      event: { id: "destroyed", format: "plain" },
      incident: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it("reads standard input, gzip, a byte order mark, carriage returns and blank lines alike", () => {
    const text = readFileSync(history, "utf8");
    const expected = baseliner(["replay", "--json", history]).stdout;
    expect(baseliner(["replay", "--json", "-"], text).stdout).toBe(expected);
    expect(baseliner(["replay", "--json", fileOf(gzipSync(text), "a.gz")]).stdout).toBe(expected);
    expect(baseliner(["replay", "--json", fileOf(`\ufeff${text.replaceAll("\n", "\r\n\r\n")}\r\n`)]).stdout).toBe(
      expected,
    );
  });

  it("gives one line for every command understood with --observations", () => {
    const { stdout } = baseliner(["replay", "--observations", history]);
    expect(baseliner(["replay", "--observations", "--json", history]).stdout).toBe(stdout);
    expect(linesOf(stdout)).toHaveLength(402);
    expect(JSON.parse(linesOf(stdout).at(-1) ?? "")).toMatchObject({
      event: { id: "destroyed", format: "plain", time: "2026-03-20T10:00:00Z", host: "ada-laptop" },
      identity: "ada",
      agent: "claude-code",
      argv: ["terraform", "destroy", "-auto-approve"],
      argvFidelity: "exact",
      wrappers: [],
      signature: expect.stringMatching(/^terraform\/destroy\//),
      impacts: [{ class: "destroy" }],
    });
  });

  it("learns silently until --learn-until", () => {
    expect(baseliner(["replay", "--json", "--learn-until", "2026-03-20T11:00:00Z", history]).stdout).toBe("");
    expect(
      linesOf(baseliner(["replay", "--json", "--learn-until", "2026-03-20T09:00:00Z", history]).stdout),
    ).toHaveLength(1);
  });

  it("ends with 1 for a finding only when asked to", () => {
    expect(baseliner(["replay", "--fail-on-finding", history]).status).toBe(1);
    expect(baseliner(["replay", "--fail-on-finding", fileOf(plainHistory())]).status).toBe(0);
  });

  it("counts what it cannot read by reason, without quoting it, and goes on", () => {
    const secret = ["hunter", "2"].join("");
    const { status, stdout, stderr } = baseliner(
      ["replay", "--json", "-"],
      `{"password": "${secret}\n[1]\n{"some": "record"}\n${plainHistory(destroyed)}`,
    );
    expect(status).toBe(0);
    expect(linesOf(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/left out 3 \(1 .+, 1 .+, 1 unknown-format\)/);
    expect(stderr).toContain("1 unknown-format (first: standard input, line 3): of no sensor");
    expect(stderr).not.toContain(secret);
  });

  it("takes an empty input for empty and one in which nothing can be read for unreadable", () => {
    expect(baseliner(["replay", fileOf("")]).status).toBe(0);
    const { status, stderr } = baseliner(["replay", fileOf("not telemetry\n")]);
    expect(status).toBe(2);
    expect(stderr).toContain("nothing in");
  });

  it("applies the configuration: a policy that finds only the rarest, a service account, an alias", () => {
    const config = fileOf(
      JSON.stringify({ policy: { findAtP: 0 }, identities: { service: ["ada"], aliases: { ada: "ada-lovelace" } } }),
      "baseliner.config.json",
    );
    expect(baseliner(["replay", "--json", "--config", config, history]).stdout).toBe("");
    const { stdout } = baseliner(["replay", "--observations", "--config", config, history]);
    expect(JSON.parse(linesOf(stdout)[0] ?? "")).toMatchObject({ identity: "ada-lovelace" });
  });
});

describe("a mistake at the keyboard ends with 2 and says what to try", () => {
  it.each([
    ["a missing file", ["replay", "no-such-file"], /^baseliner: there is no file no-such-file; check the path.*\n$/],
    [
      "an unknown option",
      ["replay", "--jsn", "x"],
      /^baseliner: unknown option '--jsn'.*--json.*; try baseliner --help\n$/,
    ],
    ["an unknown command", ["reply"], /^baseliner: unknown command 'reply'.*replay.*; try baseliner --help\n$/],
    [
      "an unknown format",
      ["replay", "--format", "cobol", "x"],
      /^baseliner: .*'cobol'.*plain.*; try baseliner --help\n$/,
    ],
    [
      "a time that is none",
      ["replay", "--learn-until", "soon", history],
      /^baseliner: --learn-until got "soon"; write a time like .+\n$/,
    ],
    [
      "two options that do not go together",
      ["replay", "--observations", "--fail-on-finding", history],
      /^baseliner: .+; leave one of them out\n$/,
    ],
    [
      "a command line to explain that is not in quotes",
      ["explain", "rm", "-rf", "/"],
      /^baseliner: unknown option '-rf'; put the command line in quotes, as in baseliner explain "/,
    ],
    [
      "one without options",
      ["explain", "git", "push"],
      /^baseliner: too many arguments .+; put the command line in quotes, as in baseliner explain "/,
    ],
    ["no input", ["replay"], /^baseliner: missing required argument 'input'; try baseliner --help\n$/],
    ["no command", [], /^baseliner: a command is needed; try baseliner --help\n$/],
    [
      "a configuration that is not JSON",
      ["replay", "--config", fileOf("{"), history],
      /^baseliner: .+ is not JSON: line 1, column 2; the file ends too early: .+\n$/,
    ],
  ])("%s", (_, args, message) => {
    const { status, stdout, stderr } = baseliner(args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("and a bad configuration with every mistake at once", () => {
    const config = fileOf(JSON.stringify({ policy: { findAtP: 7 }, identites: {} }), "baseliner.config.json");
    const { status, stderr } = baseliner(["replay", "--config", config, history]);
    expect(stderr).toContain("policy.findAtP: must be at most 1, got 7");
    expect(stderr).toContain("identites: is not a setting; known here: $schema, identities, agents, catalogue, policy");
    expect(status).toBe(2);
  });
});
