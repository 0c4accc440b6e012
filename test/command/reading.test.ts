import { describe, expect, it } from "vitest";
import { read } from "../../lib/command/reading.js";
import { understand } from "../../lib/command/understand.js";
import { lastOf } from "./commands.js";

const readingOf = (text: string) => {
  const first = understand({ kind: "script", text }).commands[0];
  return read(first ?? lastOf(text));
};

describe("the verb and operands", () => {
  it.each([
    ["kubectl -n prod delete pods --all", ["delete"], ["pods"]],
    ["kubectl rollout restart deploy/web", ["rollout", "restart"], ["deploy/web"]],
    ["git -C x push --force origin main", ["push"], ["origin", "main"]],
    ["git stash drop", ["stash", "drop"], []],
    ["git reset --hard HEAD~1", ["reset"], ["HEAD~1"]],
    ["aws --profile p s3 rb s3://b --force", ["s3", "rb"], ["s3://b"]],
    ["aws ec2 terminate-instances --instance-ids i-1", ["ec2", "terminate-instances"], []],
    ["gcloud compute instances delete web-1 --zone=z", ["compute", "instances", "delete"], ["web-1"]],
    ["gcloud projects delete shop", ["projects", "delete"], ["shop"]],
    ["az group delete -n rg --yes", ["group", "delete"], []],
    ["terraform -chdir=live destroy -auto-approve", ["destroy"], []],
    ["terraform state rm a.b", ["state", "rm"], ["a.b"]],
    ["docker -c x rm -f web", ["rm"], ["web"]],
    ["docker system prune -af", ["system", "prune"], []],
    ["gh repo delete o/r --yes", ["repo", "delete"], ["o/r"]],
    ["npm --prefix x publish", ["publish"], []],
    ["systemctl stop auditd", ["stop"], ["auditd"]],
    ["service nginx restart", ["restart"], ["nginx"]],
    ["redis-cli -h x FLUSHALL", ["flushall"], []],
    ["rm -rf a b", [], ["a", "b"]],
    ["rm -- -f", [], ["-f"]],
    ["no-such-program delete x", [], ["delete", "x"]],
    ["kubectl exec web-1 -- rm -rf /", ["exec"], ["web-1"]],
    ["docker exec web rm -rf /", ["exec"], ["web"]],
    ["ssh web-1 rm -rf /", [], ["web-1"]],
  ])("of %s", (text, verb, operands) => expect(readingOf(text)).toMatchObject({ verb, operands }));
});

describe("the flags", () => {
  it.each([
    ["rm -rf x", ["-r", "-f"]],
    ["find . -name x -delete", ["-name", "-delete"]],
    ["terraform apply -auto-approve", ["-auto-approve"]],
    ["git push --force-with-lease=main", ["--force-with-lease"]],
    ["tar xzf a.tgz", ["-x", "-z", "-f"]],
    ["java -jar x", ["-jar"]],
    ["no-such-program -abc", ["-abc"]],
    ["find . -exec rm -rf {} + -print", ["-exec", "-print"]],
  ])("of %s", (text, flags) => expect([...readingOf(text).flags]).toEqual(flags));
});

describe("the values of options", () => {
  it.each([
    ["kubectl -n prod get pods", "-n", ["prod"]],
    ["kubectl --namespace=prod get pods", "--namespace", ["prod"]],
    ["curl -sXPOST x", "-X", ["POST"]],
    ["curl -H a -H b x", "-H", ["a", "b"]],
    ["dd of=/dev/sda", "of", ["/dev/sda"]],
    ["psql -Uada -c 'select 1'", "-c", ["select 1"]],
    ["python3.12 -c x", "-c", ["x"]],
    ["mysql -e", "-e", undefined],
  ])("of %s", (text, option, values) => expect(readingOf(text).values.get(option)).toEqual(values));
});

describe("what a command acts on", () => {
  it.each([
    ["rm -rf /", ["path:root"]],
    ["dd if=/dev/zero of=/dev/sda", ["path:device"]],
    ["git push origin main", ["branch:main"]],
    ["rm main", ["path:project"]],
    ["chmod -R 777 /etc", ["path:system"]],
    ["grep -r password /var/log", ["path:log"]],
    ["echo /etc/passwd", []],
    ["git commit -m 'fix prod in main'", []],
    ["cat < ~/.ssh/id_rsa", ["path:credential"]],
    ["kubectl --context prod-eu get pods", ["environment:production"]],
    ["ssh ada@10.0.0.1 cat /etc/passwd", ["host:private"]],
  ])("%s", (text, targets) => expect([...readingOf(text).targets]).toEqual(targets));

  it("is apart from what it writes", () =>
    expect([...readingOf("echo x >> ~/.bashrc").writes]).toEqual(["path:startup"]));

  it("has a program even for a bare redirection", () => expect(readingOf("> x").program).toBe("-"));
});
