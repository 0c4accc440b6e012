import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagClasses } from "../../lib/command/flag-classes.js";
import { read } from "../../lib/command/reading.js";
import { signatureOf } from "../../lib/command/signature.js";
import { showCommand } from "../../lib/command/text.js";
import { targetClasses } from "../../lib/domain/reading.js";
import { forAll } from "../for-all.js";
import { lastOf } from "./commands.js";

const signature = (text: string): string => {
  const command = lastOf(text);
  return signatureOf(read(command), command.wrappers);
};

describe("the signature", () => {
  it.each([
    ["ls", "ls/-/-"],
    ["ls src/a.ts", "ls/-/path:project"],
    ["git push --force origin main", "git/push/force+branch:main"],
    ["git push -f origin feature", "git/push/force"],
    ["sudo rm -rf /", "rm/-/force+privileged+recursive+path:root"],
    ["terraform destroy -auto-approve", "terraform/destroy/unattended"],
    ["kubectl delete pods --all -v 3", "kubectl/delete/all"],
    ["aws s3 rb s3://b --force", "aws/s3.rb/force"],
    ["docker system prune -af", "docker/system.prune/all+force"],
    ["gcloud projects delete x -q", "gcloud/projects.delete/unattended"],
    ["./tools/deploy.sh prod", "script:sh/-/environment:production"],
    ["$cmd x", "computed/-/-"],
    ["> ~/.bash_history", "-/-/writes:path:log"],
    ["'my secret words' x", "odd-name/-/-"],
    ["git 'Hunter2!'", "git/-/-"],
  ])("of %j is %s", (text, expected) => expect(signature(text)).toBe(expected));

  it("is drawn from a fixed vocabulary, whatever is typed", () => {
    const shapes = new Set<string>([
      "-",
      ...flagClasses,
      ...targetClasses,
      ...targetClasses.map((target) => `writes:${target}`),
    ]);
    forAll([fc.array(fc.string(), { minLength: 1, maxLength: 6 })], (argv) => {
      const reading = read({ argv, wrappers: [], redirections: [], upstream: [], downstream: [], dynamic: false });
      const [program = "", verb = "", ...shape] = signatureOf(reading, []).split("/");
      expect(program).toMatch(/^(?:-|computed|odd-name|script:[a-z0-9]+|[a-z0-9_[][a-z0-9._+[-]{0,31})$/);
      expect(verb).toMatch(/^[a-z0-9_:.-]+$/);
      for (const one of shape.join("/").split("+")) expect(shapes).toContain(one);
    });
  });
});

describe("a command shown to people", () => {
  it.each([
    ["git commit -m 'fix it'", "git commit -m 'fix it'"],
    ["echo x >> ~/.ssh/authorized_keys", "echo x >> ~/.ssh/authorized_keys"],
    ["sudo rm -rf /", "rm -rf /"],
    ['echo "it\'s"', "echo 'it'\\''s'"],
    ["> f", "> f"],
    ["echo '' x", "echo '' x"],
    ["rm $(ls -a)", "rm $(ls -a)"],
  ])("%j reads %s", (text, shown) => expect(showCommand(lastOf(text))).toBe(shown));
});
