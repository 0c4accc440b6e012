import { fileName } from "./layers/shell.js";
import { programName } from "./names.js";
import { optionValue } from "./options.js";
import type { Search } from "./search.js";
import { isShell, readsText } from "./shells.js";

/** Downloaders, and the options by which they are told the file to write; without one, the address's last part. */
const downloaders: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["curl", ["-o", "--output"]],
  ["wget", ["-O", "--output-document"]],
  ["aria2c", ["-o", "--out"]],
  ["fetch", ["-o"]],
  ["certutil", []],
  ["bitsadmin", []],
  ...["iwr", "invoke-webrequest", "irm", "invoke-restmethod"].map(
    (name) => [name, ["-OutFile", "-outfile", "-Outfile", "-o"]] as const,
  ),
  ["start-bitstransfer", ["-Destination", "-destination"]],
]);

/** Downloaders that always write a file, named as their last word. */
const writesLastWord: ReadonlySet<string> = new Set(["certutil", "bitsadmin", "start-bitstransfer"]);
/** Downloaders that write a file only when they are told its name. */
const writesNamed = /^(curl|iwr|irm|invoke-)/;

/** `$client.DownloadFile('ADDRESS', 'FILE')`. */
const downloadCall = /\.download(?:file|fileasync)\s?\(\s?["'][^"']{1,2048}["']\s?,\s?["']?([^"')]{1,1024})/i;

/** Programs that start the file which is among their words. */
const starters: ReadonlySet<string> = new Set(
  "php powershell pwsh start start-process saps rundll32 regsvr32 msiexec wscript cscript mshta installutil wsl".split(
    " ",
  ),
);

/** Remembers which file a download writes. */
export function keepFetched(search: Search, argv: readonly string[], written: readonly string[]): void {
  const program = programName(argv[0] ?? "");
  const called = program === "expression" ? downloadCall.exec(argv[1] ?? "")?.[1] : undefined;
  if (called !== undefined) search.fetched.add(fileName(called));
  const options = downloaders.get(program);
  if (options === undefined) return;
  const named = optionValue(argv, options);
  const address = argv.findLast((word) => /^(https?|ftp):\/\//.test(word)) ?? argv.at(-1) ?? "";
  const own = !writesNamed.test(program) || argv.some((word) => /^-[A-Za-z]*O$|^--remote-name$/.test(word));
  const last = writesLastWord.has(program) ? (argv.at(-1) ?? "") : address.slice(address.lastIndexOf("/") + 1);
  for (const file of [...written, named ?? (own ? last : "")])
    if (file !== "" && file !== "-") search.fetched.add(fileName(file));
}

/** What stands upstream of a command whose program, or script, was downloaded by the same source. */
const fetchedFile = "fetched-file";

/** More words of a command that starts a file are not looked at. */
const mostStarted = 16;

/** Whether a command starts a file that was downloaded before, or hands it to a shell or an interpreter. */
export function fetchedBefore(search: Search, argv: readonly string[]): readonly string[] {
  if (search.fetched.size === 0) return [];
  const program = programName(argv[0] ?? "");
  const first = isShell(program) || readsText.has(program) ? 3 : starters.has(program) ? mostStarted : 1;
  return argv.slice(0, first).some((word) => search.fetched.has(fileName(word))) ? [fetchedFile] : [];
}
