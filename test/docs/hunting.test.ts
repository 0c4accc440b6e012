import { beforeAll, describe, expect, it } from "vitest";
import { inflate } from "../../lib/adapters/inflate.js";
import { defaultConfig } from "../../lib/config.js";
import type { Observation } from "../../lib/domain/observation.js";
import { second } from "../../lib/domain/units.js";
import { gather } from "../../lib/flows/gather.js";
import { read } from "../architecture/sources.js";
import { claudeCode, codexShell, cursorBash } from "../attribution/wrapper-lines.js";

const query = /```kusto\n([\s\S]*?)```/.exec(read("docs/hunting.md"))?.[1] ?? "";
const listIn = (name: string): readonly string[] =>
  JSON.parse(new RegExp(`let ${name} = dynamic\\((\\[.*\\])\\);`).exec(query)?.[1] ?? "[]");
const binaries = listIn("binaries");
const words = listIn("words");

/** One program that somebody started, as a row of DeviceProcessEvents, and what is true of it. */
interface Start {
  readonly who: string;
  readonly agent: string | null;
  /** How the command that was meant ends, out of all its shells and wrappers. */
  readonly ends: string;
  readonly host: string;
  readonly line: string;
  readonly by: { readonly name: string; readonly line: string };
  readonly windows?: true;
}

const claude = { name: "claude", line: "claude" };
const node = { name: "node", line: "node /usr/lib/node_modules/@anthropic-ai/claude-code/cli.js" };
const bash = { name: "bash", line: "-bash" };
const shell = (argv: readonly string[]) => ({ name: "bash", line: argv.join(" ") });

const starts: Readonly<Record<string, Start>> = {
  "her agent's call": {
    ...{ who: "ada", agent: "claude-code", host: "ada-ws.example.com", by: claude },
    ends: "terraform destroy -auto-approve",
    line: claudeCode("cd infra && terraform destroy -auto-approve").join(" "),
  },
  "a call of the agent that node runs": {
    ...{ who: "grace", agent: "claude-code", host: "build-1.example.com", by: node },
    ends: "kubectl apply -f k8s/",
    line: claudeCode("kubectl apply -f k8s/").join(" "),
  },
  "a call on Windows": {
    ...{ who: "hedy", agent: "claude-code", host: "hedy-pc.example.com", windows: true },
    ends: "web-1.example.com uptime",
    line: '"C:\\Program Files\\OpenSSH\\ssh.exe" web-1.example.com uptime',
    by: { name: "claude.exe", line: '"C:\\Users\\hedy\\.local\\bin\\claude.exe"' },
  },
  "a person at a host that is called like the maker": {
    ...{ who: "joan", agent: null, host: "joan-ws.example.com", by: bash },
    ends: "ssh anthropic-lab.example.com",
    line: "ssh anthropic-lab.example.com",
  },
  "a call that only mentions the words": {
    ...{ who: "ada", agent: "claude-code", host: "ada-ws.example.com", by: claude },
    ends: "git commit -m 'Say when to use sudo and ssh'",
    line: claudeCode("git commit -m 'Say when to use sudo and ssh'").join(" "),
  },
  "below her agent's shell": {
    ...{ who: "ada", agent: "claude-code", host: "web-1.example.com" },
    ends: "systemctl restart nginx",
    line: "sudo systemctl restart nginx",
    by: shell(claudeCode("s=sudo; $s systemctl restart nginx")),
  },
  "a call of Codex": {
    ...{ who: "mary", agent: "codex", host: "mary-ws.example.com", by: { name: "codex", line: "codex" } },
    ends: "terraform destroy -target=module.shop",
    line: codexShell("terraform destroy -target=module.shop").join(" "),
  },
  "below a call of Cursor": {
    ...{ who: "barbara", agent: "cursor", host: "barbara-ws.example.com" },
    ends: "kubectl apply -f deploy.yaml",
    line: "kubectl apply -f deploy.yaml",
    by: shell(cursorBash("kubectl apply -f deploy.yaml")),
  },
  "a person's own sudo": {
    ...{ who: "joan", agent: null, host: "web-1.example.com", by: bash },
    ends: "systemctl restart nginx",
    line: "sudo systemctl restart nginx",
  },
  "a person's note of the maker": {
    ...{ who: "joan", agent: null, host: "joan-ws.example.com", by: bash },
    ends: "vim anthropic-notes.md",
    line: "vim anthropic-notes.md",
  },
};

const monday = Date.UTC(2026, 2, 2, 9);
const atOf = (name: string) => monday + 60 * second * Object.keys(starts).indexOf(name);

/** The row that Defender writes: off Windows, the starter is the same process before its exec. */
function rowOf(name: string, { who, host, line, by, windows }: Start) {
  const number = Object.keys(starts).indexOf(name);
  const program = windows ? "ssh.exe" : (line.split(" ")[0] as string).replace(/^.*\//, "");
  const folder = windows ? "C:\\Program Files\\OpenSSH\\" : "/usr/bin/";
  return {
    Timestamp: new Date(atOf(name)).toISOString().replace("Z", "0000Z"),
    ActionType: "ProcessCreated",
    DeviceName: host,
    DeviceId: `device-of-${host}`,
    ReportId: 100 + number,
    AccountName: who,
    AccountDomain: "CORP",
    FileName: program,
    FolderPath: `${folder}${program}`,
    ProcessCommandLine: line,
    ProcessId: 4_000 + 2 * number,
    InitiatingProcessId: windows ? 900 : 4_000 + 2 * number,
    InitiatingProcessAccountName: who,
    InitiatingProcessAccountDomain: "CORP",
    InitiatingProcessFileName: by.name,
    InitiatingProcessFolderPath: windows ? `C:\\Users\\${who}\\.local\\bin\\${by.name}` : `/usr/bin/${by.name}`,
    InitiatingProcessCommandLine: by.line,
    InitiatingProcessParentId: 800,
  };
}
type Row = ReturnType<typeof rowOf>;

/** KQL's `has`: the term, with nothing that continues a word before or behind it; `contains` is any substring. */
const has = (text: string, term: string) => new RegExp(`(?<![a-z0-9])${term}(?![a-z0-9])`, "i").test(text);
const contains = (text: string, part: string) => text.toLowerCase().includes(part);

/** The query of docs/hunting.md as a plain filter, newest first. */
const hunted = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(({ ActionType }) => ActionType === "ProcessCreated")
    .filter(
      ({ InitiatingProcessFileName, InitiatingProcessCommandLine, ProcessCommandLine }) =>
        binaries.includes(InitiatingProcessFileName.toLowerCase()) ||
        contains(InitiatingProcessCommandLine, "anthropic") ||
        contains(ProcessCommandLine, "anthropic"),
    )
    .filter(({ ProcessCommandLine }) => words.some((word) => has(ProcessCommandLine, word)))
    .toSorted((a, b) => (a.Timestamp < b.Timestamp ? 1 : -1));

const rows = Object.entries(starts).map(([name, start]) => rowOf(name, start));
const selected = hunted(rows);
const nameOf = (row: Row) => Object.keys(starts)[rows.indexOf(row)] as string;

let observed: readonly Observation[] = [];
beforeAll(async () => {
  async function* inputs() {
    const records = rows.map((properties) => ({ category: "AdvancedHunting-DeviceProcessEvents", properties }));
    const lines = records.map((record) => JSON.stringify(record)).join("\n");
    yield { name: "rows", bytes: new TextEncoder().encode(lines), arrived: null };
  }
  observed = (await gather(inputs(), inflate, "auto", defaultConfig, () => {})).observed.map((one) => one.observation);
});

/** What Baseliner makes of a start: on that host, at that second, that command, however it is quoted. */
const observationOf = (name: string): Observation | undefined => {
  const { host, ends } = starts[name] as Start;
  const plain = (text: string) => text.replace(/['"\\]/g, "");
  const time = new Date(atOf(name)).toISOString().slice(0, 19);
  return observed.find(
    ({ event, command }) => event.host === host && event.time.startsWith(time) && plain(command).endsWith(plain(ends)),
  );
};

describe("the query that is run by hand", () => {
  it("is the one in the document", () => {
    expect(binaries).toEqual(["claude", "claude.exe"]);
    expect(words).toEqual(["kubectl apply", "terraform destroy", "ssh", "sudo"]);
    for (const clause of ['contains "anthropic"', "has_any (words)", "in~ (binaries)", "sort by Timestamp desc"])
      expect(query).toContain(clause);
  });

  it("selects what Claude Code starts itself, and two rows of no interest, newest first", () =>
    expect(selected.map(nameOf)).toEqual([
      "a call that only mentions the words",
      "a person at a host that is called like the maker",
      "a call on Windows",
      "a call of the agent that node runs",
      "her agent's call",
    ]));
});

describe("Baseliner, from the same rows,", () => {
  it.each(selected.map(nameOf))("has what the query selects, with who and which agent: %s", (name) =>
    expect(observationOf(name)).toMatchObject({ identity: starts[name]?.who, agent: starts[name]?.agent }),
  );

  it.each(["below her agent's shell", "a call of Codex", "below a call of Cursor"])(
    "has an agent's command that the query misses: %s",
    (name) => {
      expect(selected.map(nameOf)).not.toContain(name);
      const { who: identity, agent } = starts[name] as Start;
      expect(observationOf(name)).toMatchObject({ identity, agent });
      expect(agent).not.toBeNull();
    },
  );

  it.each(["a person at a host that is called like the maker", "a person's own sudo", "a person's note of the maker"])(
    "takes for hands what hands did: %s",
    (name) => expect(observationOf(name)).toMatchObject({ identity: "joan", agent: null }),
  );

  it("sees nothing to look at where the words are only mentioned", () =>
    expect(observationOf("a call that only mentions the words")?.impacts.filter(({ weight }) => weight >= 0.3)).toEqual(
      [],
    ));
});
