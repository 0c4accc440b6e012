import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../lib/config.js";
import { type Event, unknownBeyond } from "../../lib/domain/event.js";
import { createInterpreter } from "../../lib/flows/interpret.js";

const interpreter = createInterpreter(defaultConfig);
const interpret = (event: Event) => interpreter.observe(interpreter.draft(event), null);
const script = (text: string) => ({ kind: "script" as const, text });

/** What comes of ada running something on her laptop. */
const whenAdaRuns = (text: string, rest: Partial<Event> = {}) =>
  interpret({
    ...unknownBeyond,
    id: "e1",
    format: "plain",
    time: "2026-03-02T09:00:00Z",
    at: Date.UTC(2026, 2, 2, 9),
    host: "ada-laptop",
    account: { name: "ada", uid: null },
    declaredAgent: null,
    session: null,
    cwd: null,
    binary: null,
    command: script(text),
    parent: null,
    ...rest,
  });

const claudeRuns = (text: string) =>
  `/bin/bash -c source /home/ada/.claude/shell-snapshots/snapshot-bash-1-abc.sh 2>/dev/null || true && eval '${text}' < /dev/null && pwd -P >| /tmp/claude-00f4-cwd`;

describe("an event that is interpreted", () => {
  it("gives one observation for every command in it, in order, each out of its wrappers", () => {
    const observations = whenAdaRuns("cd infra && sudo -u root bash -c 'terraform destroy -auto-approve' | tee log");
    expect(observations.map(({ index, command, wrappers }) => [index, command, wrappers])).toEqual([
      [0, "cd infra", []],
      [1, "terraform destroy -auto-approve", ["sudo", "bash"]],
      [2, "tee log", []],
    ]);
    expect(observations[1]?.impacts[0]).toMatchObject({ class: "destroy", weight: 0.9 });
  });

  it("is the person's own hands without a sign of an agent, and says how sure that is", () =>
    expect(whenAdaRuns("ls")).toMatchObject([
      {
        identity: "ada",
        agent: null,
        trust: "trusted",
        attribution: { confidence: 0.5, evidence: [expect.any(String)] },
      },
    ]));

  it("is the agent's when its wrapper shell stands around the command", () => {
    const [observation] = whenAdaRuns(claudeRuns("git push --force"));
    expect(observation).toMatchObject({ identity: "ada", agent: "claude-code", command: "git push --force" });
  });

  it("is the agent's when the wrapper shell is its parent", () => {
    const parent = { binary: null, command: script(claudeRuns("git push --force")) };
    expect(whenAdaRuns("git push --force", { parent })).toMatchObject([{ agent: "claude-code" }]);
  });

  it("means the same the second time, whoever runs it", () => {
    const first = whenAdaRuns("kubectl delete ns shop");
    const second = whenAdaRuns("kubectl delete ns shop", { account: { name: "grace", uid: null } });
    expect(second).toEqual(first.map((observation) => ({ ...observation, identity: "grace" })));
  });

  it("weighs at least as much wrapped, quoted or prefixed as in plain sight", () => {
    const weight = (text: string) =>
      Math.max(...whenAdaRuns(text).flatMap(({ impacts }) => impacts.map((impact) => impact.weight)), 0);
    const plain = weight("terraform destroy -auto-approve");
    for (const hidden of [
      "sudo terraform destroy -auto-approve",
      "bash -lc 'terraform destroy -auto-approve'",
      "env A=b nohup terraform destroy -auto-approve &",
      "t=terraform; $t destroy -auto-approve",
      "ter'ra'form d\\estroy -auto-approve",
      "echo dGVycmFmb3JtIGRlc3Ryb3kgLWF1dG8tYXBwcm92ZQ== | base64 -d | sh",
      'eval "$(echo terraform destroy -auto-approve)"',
      "ssh build-1 terraform destroy -auto-approve",
    ])
      expect([hidden, weight(hidden)]).toEqual([hidden, expect.toSatisfy((hiddens: number) => hiddens >= plain)]);
  });

  it("is worth a finding when it is too deep to be understood", () => {
    const nested = Array.from({ length: 14 }).reduce<string>((inner) => `bash -c ${JSON.stringify(inner)}`, "ls");
    expect(whenAdaRuns(nested).at(-1)).toMatchObject({ impacts: [{ id: "command.not-understood", weight: 0.9 }] });
  });
});

describe("a secret in a command line", () => {
  const secret = ["ghp", "_", "A1b2".repeat(9)].join("");
  const encoded = Buffer.from(`curl -H 'Authorization: Bearer ${secret}' https://api.example.com`).toString("base64");

  it.each([
    ["a header", `curl -H 'Authorization: Bearer ${secret}' https://api.example.com`],
    ["an assignment", `GITHUB_TOKEN=${secret} gh api user`],
    ["a nested shell", `sudo bash -c "GITHUB_TOKEN=${secret} gh api user"`],
    ["an address", `git clone https://ada:${secret}@git.example.com/shop.git`],
    ["a decoded script", `echo ${encoded} | base64 -d | sh`],
    ["a text that is not understood", `bash -c "`.repeat(12) + secret],
  ])("survives nowhere when it stands in %s", (_, text) => {
    const observations = JSON.stringify(whenAdaRuns(text));
    expect(observations).not.toContain(secret);
    expect(observations).not.toContain(encoded);
  });
});
