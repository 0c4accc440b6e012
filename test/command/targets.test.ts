import { describe, expect, it } from "vitest";
import type { OperandKind } from "../../lib/command/layout.js";
import { targetsOf } from "../../lib/command/targets.js";

describe("a path", () => {
  it.each([
    ["/", "path:root"],
    ["//", "path:root"],
    ["/etc/..", "path:root"],
    ["~", "path:home"],
    ["$HOME/", "path:home"],
    ["/home/ada", "path:home"],
    ["/Users/ada/", "path:home"],
    ["/root", "path:home"],
    ["~ada", "path:home"],
    ["/home", "path:home"],
    ["/home/ada/app/x", "path:project"],
    ["~/app", "path:project"],
    ["/etc/hosts", "path:system"],
    ["/usr/local/bin", "path:system"],
    ["C:\\Windows\\System32", "path:system"],
    ["/dev/nvme0n1", "path:device"],
    ["/dev/mapper/vg-root", "path:device"],
    ["~/.ssh/id_ed25519", "path:credential"],
    ["/Users/ada/.aws/credentials", "path:credential"],
    [".env", "path:credential"],
    [".env.production", "path:credential"],
    ["/etc/shadow", "path:credential"],
    ["certs/server.key", "path:credential"],
    ["/proc/self/environ", "path:credential"],
    ["~/.zshrc", "path:startup"],
    ["/etc/cron.d/x", "path:startup"],
    ["/etc/systemd/system/x.service", "path:startup"],
    ["~/Library/LaunchAgents/x.plist", "path:startup"],
    ["/var/log/auth.log", "path:log"],
    ["~/.bash_history", "path:log"],
    [".claude/settings.json", "path:agent-config"],
    ["CLAUDE.md", "path:agent-config"],
    ["./node_modules", "path:build-output"],
    ["app/dist/", "path:build-output"],
    ["/tmp/x", "path:temporary"],
    ["/private/tmp/x", "path:temporary"],
    ["$TMPDIR/x", "path:temporary"],
    [".", "path:project"],
    ["./src", "path:project"],
    ["src/app.ts", "path:project"],
    ["../x", "path:parent"],
    ["a/../../x", "path:parent"],
    ["/data/x", "path:elsewhere"],
  ])("%s is %s", (word, path) => expect(targetsOf(word).filter((one) => one.startsWith("path:"))).toContain(path));

  it.each(["/dev/null", "deploy/web", "main.go:12", "-x", "a=b/c.txt", "hello"])("%s is none", (word) =>
    expect(targetsOf(word).filter((one) => one.startsWith("path:"))).toEqual([]),
  );

  it.each(["id_rsa.pub", ".env.example", "known_hosts"])("%s holds no secret", (word) =>
    expect(targetsOf(word, "path")).toEqual(["path:project"]),
  );

  it.each(["*", "./*", "/*", "~/*"])("%s is everything there", (word) =>
    expect(targetsOf(word)).toContain("pattern:everything"),
  );
});

describe("a host", () => {
  it.each<[string, string, OperandKind]>([
    ["https://example.com/x", "host:public", "unknown"],
    ["git@git.example.com:a/b.git", "host:public", "unknown"],
    ["http://localhost:3000", "host:local", "unknown"],
    ["http://[::1]/x", "host:local", "unknown"],
    ["127.0.0.1:80", "host:local", "unknown"],
    ["10.1.2.3", "host:private", "unknown"],
    ["172.31.0.1", "host:private", "unknown"],
    ["172.32.0.1", "host:public", "unknown"],
    ["ada@192.168.0.1", "host:private", "unknown"],
    ["db.internal", "host:private", "host"],
    ["web-1", "host:private", "host"],
    ["example.com", "host:public", "host"],
    ["http://169.254.169.254/latest", "host:metadata", "unknown"],
    ["http://metadata.google.internal/", "host:metadata", "unknown"],
    ["/dev/tcp/203.0.113.9/443", "host:public", "unknown"],
  ])("%s is %s", (word, host, kind) => expect(targetsOf(word, kind)).toContain(host));

  it.each(["notes.txt", "left-pad@1.3.0", "s3://bucket/x", "@scope/pkg", "HEAD@{1}"])("%s is none", (word) =>
    expect(targetsOf(word).filter((one) => one.startsWith("host:"))).toEqual([]),
  );
});

describe("a branch", () => {
  it.each(["main", "master", "origin/main", "HEAD:main", "+main", "refs/heads/main"])("%s is the main one", (word) =>
    expect(targetsOf(word, "branch")).toEqual(["branch:main"]),
  );

  it.each(["maintenance", "feature/main-page"])("%s is not", (word) => expect(targetsOf(word, "branch")).toEqual([]));
});

describe("an environment", () => {
  it.each([
    ["prod", "environment:production"],
    ["shop-prd-eu", "environment:production"],
    ["envs/live_x", "environment:production"],
    ["db.production.example", "environment:production"],
    ["staging", "environment:development"],
    ["deploy:dev", "environment:development"],
  ])("%s is %s", (word, environment) => expect(targetsOf(word)).toContain(environment));

  it.each(["product", "reproduce", "latest", "/dev/null", "src/test/x.ts"])("%s is none", (word) =>
    expect(targetsOf(word).filter((one) => one.startsWith("environment:"))).toEqual([]),
  );
});
