import { decodeUtf16Base64 } from "../encodings.js";
import { splitWindows } from "../windows-line.js";
import { exact, type Inner, type Layer, type Surroundings } from "./layer.js";

/** What the shells of Windows, and programs of Windows that start others, run. */
export function windowsLayer(program: string, argv: readonly string[], around: Surroundings): Layer | undefined {
  return layers.get(program)?.(argv, around);
}

const cmd = (text: string): Inner => ({ kind: "cmd", text });

/** Only what holds more than white space is looked into. */
const layerOf = (outer: readonly string[] | undefined, inner: Inner | undefined): Layer | undefined =>
  inner === undefined || ("text" in inner ? inner.text.trim() === "" : inner.argv.length === 0)
    ? undefined
    : { outer, inner: [inner] };

/** Words as one text again: white space was in quotes before, where the whole was not. */
const joined = (words: readonly string[]): string =>
  words.length < 2
    ? words.join("")
    : words.map((word) => (/\s/.test(word) && !/[&|"]/.test(word) ? `"${word}"` : word)).join(" ");

/** `cmd /c TEXT`; the text may follow its option without white space. */
function cmdLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const at = argv.findIndex((word, index) => index > 0 && /^\/[ckr](?!:)/i.test(word));
  if (at < 0) return layerOf(undefined, around.input && cmd(around.input.text));
  const glued = (argv[at] ?? "").slice(2);
  return layerOf(undefined, cmd(joined([...(glued === "" ? [] : [glued]), ...argv.slice(at + 1)])));
}

/** Options of PowerShell whose value is the next word; any beginning of a name will do. */
const powershellValued =
  "executionpolicy ep windowstyle version inputformat if outputformat of configurationname psconsolefile workingdirectory wd settingsfile custompipename".split(
    " ",
  );

/** The text that PowerShell is given; undefined where it runs a file, or nothing that can be seen. */
function powershellText(argv: readonly string[], around: Surroundings): string | undefined {
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (word === "-") break;
    const name = /^[-/\u2013-\u2015](\w{1,32})$/.exec(word)?.[1]?.toLowerCase();
    if (name === undefined) return isFile(word) ? undefined : argv.slice(at).join(" ");
    if ("command".startsWith(name)) return argv[at + 1] === "-" ? around.input?.text : argv.slice(at + 1).join(" ");
    if ("encodedcommand".startsWith(name) || name === "ec")
      return decodeUtf16Base64((argv[at + 1] ?? "").slice(0, 32_768));
    if ("file".startsWith(name)) return argv[at + 1] === "-" ? around.input?.text : undefined;
    if (powershellValued.some((valued) => valued.startsWith(name))) at += 1;
  }
  return around.input?.text;
}

/** One word with a dot or a slash in it is a script's path. */
const isFile = (word: string): boolean => /^[^\s;|(){}"']*[./\\][^\s;|(){}"']*$/.test(word);

/** PowerShell stays a command of its own: how it was called matters. */
function powershellLayer(argv: readonly string[], around: Surroundings): Layer | undefined {
  const text = powershellText(argv, around);
  return text === undefined ? undefined : layerOf(argv, { kind: "powershell", text });
}

/** `iex TEXT`; what brackets hold was searched with what holds them, but for a text in quotes. */
function invokeLayer(argv: readonly string[]): Layer | undefined {
  const written = argv.slice(/^-c/i.test(argv[1] ?? "") ? 2 : 1).join(" ");
  const text = written.replace(/^\(\s?["']([^"']*)["']\s?\)$/, "$1");
  if (text.startsWith("(")) return undefined;
  return layerOf(argv, { kind: "powershell", text });
}

/** `start /b PROGRAM` runs the program beside; a title in quotes may stand before it. */
function startLayer(argv: readonly string[]): Layer | undefined {
  if (argv.some((word) => /^-(filepath|argumentlist|args|verb)$/i.test(word))) return startProcessLayer(argv);
  const rest = argv.slice(1).filter((word, index) => index > 3 || !/^\/[a-z]{1,8}$/i.test(word));
  return rest.length < 2 ? undefined : layerOf(argv, exact(rest));
}

/** `Start-Process PROGRAM -ArgumentList 'a', 'b'`. */
function startProcessLayer(argv: readonly string[]): Layer | undefined {
  const after = (name: RegExp): number => argv.findIndex((word, index) => index > 0 && name.test(word)) + 1;
  const named = after(/^-f(ilepath)?$/i);
  const program = named > 0 ? argv[named] : argv.slice(1).find((word) => !word.startsWith("-"));
  const from = after(/^-a(rg\w{0,11})?$/i);
  const words = from > 0 ? argv.slice(from) : argv.slice(argv.indexOf(program ?? "") + 1);
  const end = words.findIndex((word) =>
    /^-(verb|windowstyle|wait|nonewwindow|passthru|workingdirectory|credential|filepath|redirect\w{1,20})$/i.test(word),
  );
  const text = (end < 0 ? words : words.slice(0, end)).join(" ").replace(/["']?\s?,\s?["']?/g, " ");
  return program === undefined ? undefined : layerOf(argv, exact([program, ...splitWindows(text)]));
}

/** The value of an option that holds a whole command line: `/tr TEXT`, `/tr:TEXT`, `binPath= TEXT`. */
const textOption =
  (name: RegExp) =>
  (argv: readonly string[]): Layer | undefined => {
    const at = argv.findIndex((word, index) => index > 0 && name.test(word));
    const own = (argv[at] ?? "").replace(name, "");
    return at < 0 ? undefined : layerOf(argv, cmd(own === "" ? (argv[at + 1] ?? "") : own));
  };

/** The command behind a program's options, and behind what else must stand there. */
const behind =
  (valued: RegExp, skipped: RegExp) =>
  (argv: readonly string[]): Layer | undefined => {
    let at = 1;
    while (at < argv.length && skipped.test(argv[at] ?? "")) at += valued.test(argv[at] ?? "") ? 2 : 1;
    return layerOf(argv, cmd(joined(argv.slice(at))));
  };

/** `wmic ... process call create TEXT`. */
function wmicLayer(argv: readonly string[]): Layer | undefined {
  const at = argv.findIndex((word, index) => /^create$/i.test(word) && /^call$/i.test(argv[index - 1] ?? ""));
  return at < 0 ? undefined : layerOf(argv, cmd(joined(argv.slice(at + 1))));
}

const layers: ReadonlyMap<string, (argv: readonly string[], around: Surroundings) => Layer | undefined> = new Map([
  ["cmd", cmdLayer],
  ["%comspec%", cmdLayer],
  ["powershell", powershellLayer],
  ["pwsh", powershellLayer],
  ["powershell_ise", powershellLayer],
  ["iex", invokeLayer],
  ["invoke-expression", invokeLayer],
  ["start", startLayer],
  ["start-process", startProcessLayer],
  ["saps", startProcessLayer],
  ["schtasks", textOption(/^[/-]tr:?/i)],
  ["sc", textOption(/^binpath=/i)],
  ["forfiles", textOption(/^[/-]c:?/i)],
  ["wmic", wmicLayer],
  ["runas", behind(/^$/, /^[/-]/)],
  ["winrs", behind(/^$/, /^[/-]/)],
  ["psexec", behind(/^[-/][upnrwa]$/i, /^[-/@]|^\\{1,2}[\w.,*-]{1,256}$/)],
  ["psexec64", behind(/^[-/][upnrwa]$/i, /^[-/@]|^\\{1,2}[\w.,*-]{1,256}$/)],
  ["paexec", behind(/^[-/][upnrwa]$/i, /^[-/@]|^\\{1,2}[\w.,*-]{1,256}$/)],
]);
