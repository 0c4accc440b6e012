// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text is shell, not a template
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../lib/command/reading.js";
import { signatureOf } from "../../lib/command/signature.js";
import { showCommand } from "../../lib/command/text.js";
import { understand } from "../../lib/command/understand.js";
import type { CommandSource } from "../../lib/domain/event.js";
import { forAll } from "../for-all.js";

const pieces =
  "$( ` ( ) { } $(( )) ${ } <( >( <<EOF EOF <<< | && ; ' \" \\ $x a= rm sh -c xargs sudo env eval if then fi for in do done " +
  "while case esac f() function [[ ]] echo base64 -d printf find -exec ssh h $@ $1 * ~ / python3 os.system( trap read # ! & > 2>&1 " +
  "kubectl exec -- {a,b} ${x:-y} ${x//a/b} ${!x} x=(a ${x[@]} parallel ::: powershell -enc cmd /c";

const shellish = fc
  .array(fc.constantFrom(...pieces.split(" "), "\n"), { maxLength: 40 })
  .chain((words) => fc.constantFrom("", " ").map((glue) => words.join(glue)));

const sourcesOf = (text: string): readonly CommandSource[] => [
  { kind: "script", text },
  { kind: "argv", argv: ["bash", "-c", text] },
  { kind: "argv", argv: text.split(" ") },
  { kind: "line", text, fidelity: "joined" },
  { kind: "line", text, fidelity: "quoted" },
  { kind: "line", text, fidelity: "raw-windows" },
];

function everythingOf(source: CommandSource): string {
  const understood = understand(source);
  expect(understood.commands.length).toBeLessThanOrEqual(256);
  return understood.commands
    .map((command) => showCommand(command) + signatureOf(read(command), command.wrappers))
    .join("\n");
}

describe("any text", () => {
  it.each([
    ["of shell-like pieces", shellish],
    ["of any characters", fc.string({ unit: "binary", maxLength: 80 })],
  ])("%s is read without an exception, and always alike", (_name, texts) => {
    forAll([texts], (text) => {
      for (const source of sourcesOf(text)) expect(everythingOf(source)).toBe(everythingOf(source));
    });
  });
});

describe("a hostile source", () => {
  it.each([
    ["a long script", "ls\n".repeat(40_000), "too-long"],
    ["many commands", "ls;".repeat(300), "too-many-commands"],
    ["deep substitutions", `${"$(a ".repeat(100)}${")".repeat(100)}`, "too-deep"],
    ["open substitutions", "$(".repeat(10_000), "too-deep"],
    ["function heads", "f()".repeat(9_000), "too-deep"],
    ["functions that call each other", "f() { g; g; }; g() { f; f; }; f", undefined],
    ["a variable that doubles", `x=${"a".repeat(99)};${"x=$x$x;".repeat(99)}$x`, "too-long"],
    ["a mistake", "rm -rf x; echo 'open", "syntax"],
  ])("%s says why it was not understood", (_name, text, reason) =>
    expect(understand({ kind: "script", text }).notUnderstood).toBe(reason),
  );

  it("is searched as far as it goes", () =>
    expect(understand({ kind: "script", text: "rm -rf x; echo 'open" }).commands[0]?.argv).toEqual(["rm", "-rf", "x"]));

  it("nested deeper than eight layers is kept at the layer that was reached", () => {
    const understood = understand({ kind: "argv", argv: [...Array<string>(12).fill("sudo"), "rm"] });
    expect(understood).toMatchObject({
      notUnderstood: "too-deep",
      commands: [{ argv: Array(4).fill("sudo").concat("rm") }],
    });
  });

  it.each([
    "$(",
    "`a` ",
    "${} ",
    "a|",
    "[[",
    "<<a ",
    "{a,b}",
    "f(){ ",
    "(",
    '"$(',
    "a=$a$a;",
    "eval '",
    "sudo ",
    "a.",
    "-a",
  ])(
    "of 64 KiB of %j takes bounded work",
    (piece) => {
      const text = piece.repeat(65_536 / piece.length);
      for (const source of sourcesOf(text)) everythingOf(source);
    },
    5_000,
  );
});
