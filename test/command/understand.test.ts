import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import { lastOf, wordsOf } from "./commands.js";

describe("the commands of a script", () => {
  it.each([
    ["ls", ["ls"]],
    ["cd app && make; id || true", ["cd|app", "make", "id", "true"]],
    ["ls | wc -l", ["ls", "wc|-l"]],
    ["(cd app; make) & wait", ["cd|app", "make", "wait"]],
    ["{ a; b; }", ["a", "b"]],
    ["if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]],
    ["while a; do b; done; until c; do d; done", ["a", "b", "c", "d"]],
    ["case $1 in x) a;; *) b;; esac", ["a", "b"]],
    ["for f in a b; do rm $f; done", ["rm|a", "rm|b"]],
    ["for f in *.log; do rm $f; done", ["rm|$f"]],
    ["! grep -q x y", ["grep|-q|x|y"]],
    ["time ls", ["ls"]],
    ["[[ -n $(id) ]] && ls", ["id", "ls"]],
    ["echo $(date) `id`", ["date", "id", "echo|$(date)|`id`"]],
    ["diff <(a) <(b)", ["a", "b", "diff|<(a)|<(b)"]],
    ["f() { rm $1; }; f x; f y", ["rm|x", "rm|y"]],
    ["f() { rm $1; }", ["rm|$1"]],
    ["# rm -rf /\nls # and more", ["ls"]],
    ["echo 'rm -rf /; id'", ["echo|rm -rf /; id"]],
    ["cat <<EOF\nrm -rf /\nEOF", ["cat"]],
    ["r\\m 'a b' \"c\"'d' $'\\x41'", ["rm|a b|cd|A"]],
    ["A=1 B=2", []],
    ["A=1 ls", ["ls"]],
    ["", []],
    ["ls\r\nid\r\n", ["ls", "id"]],
  ])("of %j", (text, commands) => expect(wordsOf(text)).toEqual(commands));

  it("keep the files they open by redirection", () =>
    expect(lastOf("echo x 2>&1 >> ~/.profile > /dev/null").redirections).toEqual([
      { operator: ">>", target: "~/.profile" },
    ]));

  it.each([
    ["> f", []],
    [": > f", [":"]],
    ["{ a; } >| f", ["a"]],
    ["a &> f", ["a"]],
  ])("are found with a bare or grouped redirection: %s", (text, argv) =>
    expect(lastOf(text)).toMatchObject({ argv, redirections: [{ operator: ">", target: "f" }] }),
  );

  it("know their neighbours in the pipeline, nearest first", () => {
    const commands = understand({ kind: "script", text: "a | b | sudo c" }).commands;
    expect(commands.map((one) => [one.upstream, one.downstream])).toEqual([
      [[], ["b", "c"]],
      [["a"], ["c"]],
      [["b", "a"], []],
    ]);
  });

  it.each(["curl x | sh", "curl x | sudo bash -s -- y", "bash <(curl x)", "bash < <(curl x)", ". <(curl x)"])(
    "show that a shell runs what a program writes: %s",
    (text) => expect(lastOf(text).upstream).toEqual(["curl"]),
  );

  it("show it for a script in a substitution, whose name is then not known", () =>
    expect(lastOf('bash -c "$(curl x)"')).toMatchObject({ dynamic: true, upstream: ["curl"], wrappers: ["bash"] }));

  it.each([
    ["$cmd x", true],
    ["$(pick x) y", true],
    ["/bin/r? x", true],
    ["$HOME/bin/tool", false],
    ["[ -f x ]", false],
  ])("say when their name is computed: %s is %s", (text, dynamic) => expect(lastOf(text).dynamic).toBe(dynamic));
});

describe("a known exec", () => {
  it("is unwrapped as it is", () =>
    expect(understand({ kind: "argv", argv: ["/usr/bin/sudo", "rm", "a b"] }).commands).toMatchObject([
      { argv: ["rm", "a b"], wrappers: ["sudo"] },
    ]));

  it("is not read as shell text", () =>
    expect(understand({ kind: "argv", argv: ["echo", "$(id)"] }).commands).toHaveLength(1));

  it("may be empty", () => expect(understand({ kind: "argv", argv: [] })).toEqual({ commands: [] }));
});

describe("acts that are only assignments", () => {
  it.each([
    ["HISTFILE=/dev/null", "export|HISTFILE=/dev/null"],
    ["LD_PRELOAD=./x.so ls", "export|LD_PRELOAD=./x.so"],
    ["sudo env LD_PRELOAD=./x.so ls", "export|LD_PRELOAD=./x.so"],
  ])("are found as the export they amount to: %s", (text, words) => expect(wordsOf(text)[0]).toBe(words));
});
