import { type ImpactClass, impactClasses } from "../domain/impact.js";
import type { CatalogueEntry } from "../impact/entry.js";

/** An example of a catalogue of one's own; a test loads it. */
export const ownExample = {
  catalogue: {
    add: [
      {
        id: "acme.drop-tenant",
        when: { program: "acme", verb: "tenant drop", unlessFlag: ["--dry-run"] },
        class: "destroy",
        weight: 0.9,
        floor: true,
        because: "drops a tenant with all its data",
        attack: ["T1485"],
        falsePositives: "clean-up after a demonstration",
        whatToDo: "Ask the platform team for the ticket.",
        reference: "https://wiki.example/acme",
        matches: ["acme tenant drop shop", "sudo acme tenant drop shop"],
        ignores: ["acme tenant list", "acme tenant drop shop --dry-run"],
      },
    ],
    override: { "kubernetes.delete": { weight: 0.6 } },
    retire: ["files.remove-folder"],
  },
};

/**
 * The page of the documentation that lists a catalogue: what each entry can do, how much it weighs, the honest work that
 * also looks like it, and what to do.
 */
export function cataloguePage(entries: readonly CatalogueEntry[]): string {
  const families = [...new Set(entries.map(familyOf))].sort();
  return `${[
    "# The catalogue",
    "",
    `What commands can do if they are not meant: ${entries.length} entries. This page is made of them by`,
    "`npm run catalogue`; a test fails when it is stale.",
    "",
    "Below a weight of 0.3 is ordinary work. From 0.3 a command is found when it is rare enough; from 0.8 it is told even",
    "while nobody's history is known. A *floor* entry is found every time, however routine it has become. A command that",
    "could not be understood to its end is `command.not-understood`: 0.7 (0.3 where neither a shell nor anything harmful is",
    "seen in it), or 0.9 where it was made too long, too deep or too full to be read; it keeps the weight and floor of any known command that its text holds.",
    "",
    ...summary(entries),
    "",
    "## Entries of your own",
    "",
    "`catalogue` in `baseliner.config.json` adds entries, overrides the weight, floor or techniques of a built-in one, and",
    "retires those that do not hold for you. Each new entry brings at least two lines that it must find, one of them",
    "wrapped, and two near misses; all are tried when the file is loaded, and every mistake is said with its path. Patterns",
    "are RE2's: linear time, no look-around. `baseliner explain --config FILE 'COMMAND'` shows what becomes of a command.",
    "",
    "```json",
    JSON.stringify(ownExample, null, 2),
    "```",
    "",
    ...families.flatMap((family) =>
      section(
        family,
        entries.filter((entry) => familyOf(entry) === family),
      ),
    ),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

const familyOf = ({ id }: CatalogueEntry): string => id.slice(0, id.indexOf("."));

function summary(entries: readonly CatalogueEntry[]): readonly string[] {
  const row = (name: ImpactClass): string => {
    const own = entries.filter((entry) => entry.class === name);
    const floors = own.filter(({ floor }) => floor).length;
    return `| ${name} | ${own.length} | ${floors} | ${Math.max(0, ...own.map(({ weight }) => weight))} |`;
  };
  return ["| class | entries | floor | heaviest |", "|---|---|---|---|", ...impactClasses.map(row)];
}

function section(family: string, entries: readonly CatalogueEntry[]): readonly string[] {
  const heaviestFirst = [...entries].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return [
    `## ${family}`,
    "",
    "| id | weight | class | ATT&CK | what it can do | honest use | what to do |",
    "|---|---|---|---|---|---|---|",
    ...heaviestFirst.map(row),
    "",
  ];
}

function row(entry: CatalogueEntry): string {
  const cells = [
    `[${entry.id}](${entry.reference})`,
    `${entry.weight}${entry.floor ? ", floor" : ""}`,
    entry.class,
    entry.attack.join(", "),
    entry.because,
    entry.falsePositives,
    entry.whatToDo,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
