import { describe, expect, it } from "vitest";
import { safeText } from "../../lib/render/safe-text.js";

describe("text of unknown origin", () => {
  it.each([
    ["plain text", "git push --force", "git push --force"],
    ["letters of every script, and pictures", "größe 名前 שלום 🚀", "größe 名前 שלום 🚀"],
    ["an escape sequence", "ls\u001b[2J", "ls<U+001B>[2J"],
    ["the one-byte escape", "ls\u009b2J", "ls<U+009B>2J"],
    ["a bell and a backspace", "\u0007\b", "<U+0007><U+0008>"],
    ["a delete", "a\u007f", "a<U+007F>"],
    ["nothing at all", "a\u0000b", "a<U+0000>b"],
    ["a reversed reading order", "\u202egpj.exe\u2066", "<U+202E>gpj.exe<U+2066>"],
    ["what has no width", "a\u200b\u200d\ufeffb", "a<U+200B><U+200D><U+FEFF>b"],
    ["a soft hyphen", "rm\u00ad -rf", "rm<U+00AD> -rf"],
    ["separators of lines and paragraphs", "a\u2028b\u2029c", "a<U+2028>b<U+2029>c"],
    ["half a character", "a\ud83dz", "a<U+D83D>z"],
    ["private use", "\ue000", "<U+E000>"],
    ["invisible tags beyond the first plane", "\u{e0041}", "<U+E0041>"],
    ["what is ignorable by default", "a\u115f\u3164\u034fb\ufe0f", "a<U+115F><U+3164><U+034F>b<U+FE0F>"],
    ["a line break", "a\nb", "a⏎b"],
    ["a line break of Windows", "a\r\nb", "a⏎b"],
    ["a carriage return that would overwrite", "rm -rf /\rls", "rm -rf /<U+000D>ls"],
    ["a tab", "a\tb", "a b"],
    ["all of it, not the first only", "\u200b\n\n\t\t\u200b", "<U+200B>⏎⏎  <U+200B>"],
    ["nothing", "", ""],
  ])("shows %s for what it is", (_, text, safe) => expect(safeText(text)).toBe(safe));

  it.each([
    ["abcd", 4, "abcd"],
    ["abcde", 4, "abc…"],
    ["abcde", 1, "…"],
    ["abcde", 0, "…"],
    ["", 0, ""],
    ["x".repeat(2_000), undefined, "x".repeat(2_000)],
    ["x".repeat(2_001), undefined, `${"x".repeat(1_999)}…`],
    // The cut comes first: what is made longer by being shown is not cut again.
    ["\u200b\u200b\u200b", 2, "<U+200B>…"],
    ["a🚀b", 3, "a<U+D83D>…"],
  ])("is cut: %j to %s", (text, limit, safe) => expect(safeText(text, limit)).toBe(safe));
});
