import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";

const commandsOf = (text: string, fidelity: "quoted" | "joined" | "raw-windows"): readonly (readonly string[])[] =>
  understand({ kind: "line", text, fidelity }).commands.map((command) => command.argv);

describe("a joined line", () => {
  it.each([
    ["ls -l /tmp/x", [["ls", "-l", "/tmp/x"]]],
    [
      "/bin/bash -c cd app && rm 'a  b'",
      [
        ["cd", "app"],
        ["rm", "a  b"],
      ],
    ],
    [
      "sudo -u ada bash -lc rm x | tee y",
      [
        ["rm", "x"],
        ["tee", "y"],
      ],
    ],
    ["bash x.sh -c y z", [["bash", "x.sh", "-c", "y", "z"]]],
    ["grep -r bash -c foo bar", [["grep", "-r", "bash", "-c", "foo", "bar"]]],
  ])("%s", (text, commands) => expect(commandsOf(text, "joined")).toEqual(commands));
});

describe("a quoted line", () => {
  it.each([
    ['git commit -m "fix it"', [["git", "commit", "-m", "fix it"]]],
    [
      'bash -c "echo "a b" && rm x"',
      [
        ["echo", "a b"],
        ["rm", "x"],
      ],
    ],
    ['sh -c "rm "$1"" _ x', [["rm", "x"]]],
    ["sh -c id", [["id"]]],
    ['rm "unclosed', [["rm", "unclosed"]]],
  ])("%s", (text, commands) => expect(commandsOf(text, "quoted")).toEqual(commands));
});

describe("a Windows line", () => {
  it.each([
    ['"C:\\Program Files\\Git\\git.exe" push -f', [["C:\\Program Files\\Git\\git.exe", "push", "-f"]]],
    [
      'cmd.exe /d /s /c "del /f C:\\x & rd /s y"',
      [
        ["del", "/f", "C:\\x"],
        ["rd", "/s", "y"],
      ],
    ],
    ['C:\\bin\\bash.exe -c "rm x; id"', [["rm", "x"], ["id"]]],
  ])("%s", (text, commands) => expect(commandsOf(text, "raw-windows")).toEqual(commands));

  it("of PowerShell keeps how it was called, and what it runs", () =>
    expect(
      commandsOf(
        "powershell -NoProfile -Command \"Get-Item a; Remove-Item -Recurse 'b c' | Out-Null\"",
        "raw-windows",
      ).slice(1),
    ).toEqual([["Get-Item", "a"], ["Remove-Item", "-Recurse", "b c"], ["Out-Null"]]));

  it("of PowerShell is decoded", () =>
    expect(commandsOf("pwsh -enc cgBtACAAeAA=", "raw-windows")).toEqual([
      ["pwsh", "-enc", "cgBtACAAeAA="],
      ["rm", "x"],
    ]));
});
