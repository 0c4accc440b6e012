import { fileName } from "./layers/shell.js";
import { programName } from "./names.js";
import { optionValue } from "./options.js";
import type { Search } from "./search.js";
import { isShell, readsText } from "./shells.js";

/** Downloaders, and the options by which they are told the file to write; without one, the address's last part. */
const downloaders: ReadonlyMap<string, readonly string[]> = new Map([
  ["curl", ["-o", "--output"]],
  ["wget", ["-O", "--output-document"]],
  ["aria2c", ["-o", "--out"]],
  ["fetch", ["-o"]],
]);

/** Remembers which file a download writes. */
export function keepFetched(search: Search, argv: readonly string[], written: readonly string[]): void {
  const program = programName(argv[0] ?? "");
  const options = downloaders.get(program);
  if (options === undefined) return;
  const named = optionValue(argv, options);
  const address = argv.findLast((word) => /^(https?|ftp):\/\//.test(word)) ?? argv.at(-1) ?? "";
  const own = program !== "curl" || argv.some((word) => /^-[A-Za-z]*O$|^--remote-name$/.test(word));
  for (const file of [...written, named ?? (own ? address.slice(address.lastIndexOf("/") + 1) : "")])
    if (file !== "" && file !== "-") search.fetched.add(fileName(file));
}

/** What stands upstream of a command whose program, or script, was downloaded by the same source. */
const fetchedFile = "fetched-file";

/** Whether a command starts a file that was downloaded before, or hands it to a shell or an interpreter. */
export function fetchedBefore(search: Search, argv: readonly string[]): readonly string[] {
  if (search.fetched.size === 0) return [];
  const program = programName(argv[0] ?? "");
  const runs = isShell(program) || readsText.has(program) || program === "php" ? argv.slice(0, 3) : argv.slice(0, 1);
  return runs.some((word) => search.fetched.has(fileName(word))) ? [fetchedFile] : [];
}
