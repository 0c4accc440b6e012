import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import { lastOf, wordsOf } from "./commands.js";

describe("a wrapped command", () => {
  it.each([
    ["sudo -nu root --prompt=x rm f", ["sudo"]],
    ["sudo A=b rm f", ["sudo"]],
    ["doas -u ada rm f", ["doas"]],
    ["su - ada -c 'rm f'", ["su"]],
    ["runuser -u ada -- rm f", ["runuser"]],
    ["env -i -u X A=b rm f", ["env"]],
    ["env -S 'rm f'", ["env"]],
    ["nohup setsid rm f", ["nohup", "setsid"]],
    ["stdbuf -oL nice -n 5 ionice -c2 -n0 rm f", ["stdbuf", "nice", "ionice"]],
    ["timeout -k 5 10s rm f", ["timeout"]],
    ["/usr/bin/time -f %e rm f", ["time"]],
    ["watch -n 1 'rm f'", ["watch"]],
    ["flock -w 1 /run/x.lock rm f", ["flock"]],
    ["flock /run/x.lock -c 'rm f'", ["flock"]],
    ["chroot --userspec=1:1 /mnt rm f", ["chroot"]],
    ["nsenter -t 1 -m -- rm f", ["nsenter"]],
    ["unshare -r rm f", ["unshare"]],
    ["script -qc 'rm f' /dev/null", ["script"]],
    ["busybox rm f", ["busybox"]],
    ["exec -a x rm f", ["exec"]],
    ["command rm f", ["command"]],
    ["builtin eval 'rm f'", ["builtin", "eval"]],
    ["bash -lc 'rm f'", ["bash"]],
    ["bash -euo pipefail -c 'rm f'", ["bash"]],
    ["zsh -o extendedglob -ic 'rm f'", ["zsh"]],
    ["fish --command 'rm f'", ["fish"]],
    ["sh -c 'rm \"$1\"' _ f", ["sh"]],
    ["eval rm f", ["eval"]],
    ["npx -y rm f", ["npx"]],
    ["npx rm@latest f", ["npx"]],
    ["sudo -s <<EOF\nrm f\nEOF", ["sudo"]],
    ["su <<< 'rm f'", ["su"]],
    ["npm exec -- rm f", ["npm"]],
    ["pnpm dlx rm f", ["pnpm"]],
    ["uvx --from x rm f", ["uvx"]],
    ["uv run rm f", ["uv"]],
    ["poetry run rm f", ["poetry"]],
    ["bundle exec rm f", ["bundle"]],
    ["echo f | xargs rm", ["xargs"]],
    ["echo f | xargs -I{} rm {}", ["xargs"]],
    ["parallel rm ::: f", ["parallel"]],
    ["sh <<EOF\nrm f\nEOF", ["sh"]],
    ["sh <<< 'rm f'", ["sh"]],
    ["echo rm f | sh", ["sh"]],
    ["echo 'rm f' | at now", ["at"]],
    ["sudo env nohup sh -c 'rm f'", ["sudo", "env", "nohup", "sh"]],
  ])("is found inside %j", (text, wrappers) => expect(lastOf(text)).toMatchObject({ argv: ["rm", "f"], wrappers }));

  it.each([
    ["ssh -p 22 ada@web-1 rm f", "ssh"],
    ["ssh web-1 -t 'rm f'", "ssh"],
    ["ssh web-1 <<EOF\nrm f\nEOF", "ssh"],
    ["kubectl -n shop exec -it web-1 -c app -- rm f", "kubectl"],
    ["kubectl run x --image=y -- rm f", "kubectl"],
    ["docker exec -u 0 web rm f", "docker"],
    ["docker --context x run --rm -v a:b image rm f", "docker"],
    ["docker run --entrypoint rm image f", "docker"],
    ["podman run image rm f", "podman"],
    ["docker compose -f x.yml exec web rm f", "docker"],
    ["docker-compose run web rm f", "docker-compose"],
    ["find . -name x -exec rm f ;", "find"],
    ["find . -execdir rm f \\;", "find"],
    ["tmux new -d 'rm f'", "tmux"],
    ["screen -dmS x rm f", "screen"],
    ["trap 'rm f' EXIT", "trap"],
    ["python3 -c 'import os; os.system(\"rm f\")'", "python3"],
    ['python3 -c \'import subprocess; subprocess.run(["rm", "f"])\'', "python3"],
    ['node -e \'require("child_process").execSync("rm f")\'', "node"],
    ["perl -e 'system(\"rm f\")'", "perl"],
    ["ruby -e '`rm f`'", "ruby"],
    ["php -r 'shell_exec(\"rm f\");'", "php"],
    ["awk 'BEGIN { system(\"rm f\") }'", "awk"],
    ["osascript -e 'do shell script \"rm f\"'", "osascript"],
    ["tar cf x --checkpoint-action=exec='rm f' y", "tar"],
    ["ansible all -m shell -a 'rm f'", "ansible"],
    ["aws ssm send-command --parameters 'commands=[\"rm f\"]'", "aws"],
  ])("is found inside %j, which stays a command too", (text, outer) => {
    const commands = understand({ kind: "script", text }).commands;
    expect(commands[0]?.argv[0]).toBe(outer);
    expect(commands.at(-1)).toMatchObject({ argv: ["rm", "f"], wrappers: [outer] });
  });

  it("keeps the redirection of its wrapper", () =>
    expect(lastOf("sudo sh -c 'echo x' > /etc/motd").redirections).toEqual([{ operator: ">", target: "/etc/motd" }]));
});

describe("a program that could wrap another", () => {
  it.each([
    "sudo -i",
    "sudo -l",
    "su -",
    "su - ada",
    "docker run image -v",
    "env",
    "bash",
    "sh x.sh",
    "command -v rm",
    "ssh web-1",
    "npm run build",
    "uv pip list",
    "docker ps",
    "find . -delete",
  ])("is itself the command when it wraps none: %s", (text) =>
    expect(wordsOf(text)).toEqual([text.split(" ").join("|")]),
  );

  it("is told that it runs another only in its own words", () =>
    expect(wordsOf("grep -r 'bash -c' .")).toEqual(["grep|-r|bash -c|."]));
});

describe("text for a database client", () => {
  it.each([
    ["psql shop <<EOF\nDROP TABLE x\nEOF", "psql|shop|-c|DROP TABLE x\n"],
    ["echo 'DROP TABLE x' | mysql shop", "mysql|shop|-e|DROP TABLE x"],
    ["redis-cli <<< flushall", "redis-cli|flushall"],
  ])("is shown as if given by its option: %j", (text, words) => expect(wordsOf(text).at(-1)).toBe(words));
});
