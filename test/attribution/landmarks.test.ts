import { describe, expect, it } from "vitest";
import { invocationOf } from "../../lib/attribution/invocation.js";
import { borders, landmarkOf, multiplexers, switchers } from "../../lib/attribution/landmarks.js";
import type { CommandSource } from "../../lib/domain/event.js";

const landmark = (binary: string | null, command: CommandSource | null = null) => {
  const invocation = invocationOf(binary, command);
  return invocation && landmarkOf(invocation);
};
const joined = (text: string): CommandSource => ({ kind: "line", fidelity: "joined", text });

describe("a landmark of descent", () => {
  it.each([
    ["border", "/usr/sbin/sshd"],
    ["border", "/usr/lib/openssh/sshd-session"],
    ["border", "/usr/lib/systemd/systemd"],
    ["border", "(systemd)"],
    ["border", "/sbin/launchd"],
    ["border", "/usr/sbin/cron"],
    ["border", "sshd: ada@pts/0"],
    ["border", "C:\\Windows\\System32\\svchost.exe"],
    ["border", "C:\\Windows\\explorer.exe"],
    ["border", "/usr/bin/containerd-shim-runc-v2"],
    ["border", "ssm-session-wor"],
    ["switcher", "/usr/bin/sudo"],
    ["switcher", "/usr/bin/su"],
    ["switcher", "/usr/bin/doas"],
    ["switcher", "/usr/bin/pkexec"],
    ["switcher", "C:\\Program Files\\gsudo\\gsudo.exe"],
    ["switcher", "C:\\Windows\\System32\\runas.exe"],
    ["multiplexer", "/usr/bin/tmux"],
    ["multiplexer", "tmux: server"],
    [null, "/bin/bash"],
    [null, "-zsh"],
    [null, "/usr/bin/ssh"],
    [null, "/home/ada/sudoku"],
    [null, "/home/ada/sshd/run"],
    [null, "sshd-like: x"],
  ])("is a %s: %s", (what, binary) => expect(landmark(binary)).toBe(what));

  it("is told by a command line where that is all there is", () => {
    expect(landmark(null, joined("sshd: ada@pts/0"))).toBe("border");
    expect(landmark(null, joined("sudo -u postgres psql"))).toBe("switcher");
    expect(landmark(null, { kind: "argv", argv: ["tmux: server"] })).toBe("multiplexer");
    expect(landmark(null, joined("echo sudo"))).toBeNull();
  });

  it("has one meaning, and is written as it is looked for", () => {
    const all = [...borders, ...switchers, ...multiplexers];
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[a-z\d.-]+$/);
  });
});
