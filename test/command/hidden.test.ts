// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text is shell, not a template
import { describe, expect, it } from "vitest";
import { lastOf, wordsOf } from "./commands.js";

describe("a command that is hidden", () => {
  it.each([
    "a=rm; $a -rf x",
    "a=r; b=m; ${a}${b} -rf x",
    "a='rm -rf'; $a x",
    "a=rm; a+=' -rf'; $a x",
    'a=(rm -rf x); "${a[@]}"',
    "b=rm; a=b; ${!a} -rf x",
    "a=RM; ${a,,} -rf x",
    "a=r0m; ${a/0/} -rf x",
    "a=xrmx; ${a:1:2} -rf x",
    "${a:-rm} -rf x",
    "rm${IFS}-rf${IFS}x",
    "{rm,-rf,x}",
    "\"r\"'m' -rf x",
    "$'\\162\\155' -rf x",
    "$(echo rm) -rf x",
    "`echo rm` -rf x",
    "$(printf '\\x72\\x6d') -rf x",
    "$(echo mr | rev) -rf x",
    'eval "$(echo cm0gLXJmIHg= | base64 -d)"',
    'bash -c "$(base64 --decode <<< cm0gLXJmIHg=)"',
    "echo cm0gLXJmIHg= | base64 -d | sh",
    "echo 'x fr- mr' | rev | bash",
    "echo 726d202d72662078 | xxd -r -p | sh",
    "echo 'ez -es k' | tr 'A-Za-z' 'N-ZA-Mn-za-m' | sh",
    "bash <(echo rm -rf x)",
    "sh -c '\"$@\"' _ rm -rf x",
    'f() { "$@"; }; f rm -rf x',
    "for c in 'rm -rf x'; do $c; done",
    "echo 'rm -rf x' | while read c; do $c; done",
    "cat > s.sh <<EOF\nrm -rf x\nEOF\nbash s.sh",
    "echo 'rm -rf x' > s.sh; chmod +x s.sh; ./s.sh",
    "echo 'rm -rf x' | tee s.sh; sh s.sh",
    "python3 -c \"import base64; exec(base64.b64decode('aW1wb3J0IG9zOyBvcy5zeXN0ZW0oJ3JtIC1yZiB4Jyk='))\"",
    "sh -c \"sh -c 'rm -rf x'\"",
    "$(which rm) -rf x",
    "`command -v rm` -rf x",
    "w=rmx; ${w%x} -rf x",
    "w=xrm; ${w#x} -rf x",
    'set -- rm -rf x; "$@"',
    "printf -v c '%s' rm; $c -rf x",
    "mapfile -t c <<< rm; ${c[0]} -rf x",
    "perl -e 'print \"rm -rf x\"' | sh",
    "python3 -c 'print(\"rm -rf x\")' | sh",
  ])("is found in %j", (text) => expect(lastOf(text).argv).toEqual(["rm", "-rf", "x"]));

  it("stays as written where its value is not known", () =>
    expect(wordsOf("rm -rf $DIR/x")).toEqual(["rm|-rf|$DIR/x"]));

  it("is not guessed from a variable that was set to something unknown", () =>
    expect(wordsOf("a=x; a=$(date); rm $a")).toEqual(["date", "rm|$a"]));

  it("is counted once when its text is read twice", () =>
    expect(wordsOf('bash -c "echo $(id)"')).toEqual(["id", "echo|$(id)"]));
});
