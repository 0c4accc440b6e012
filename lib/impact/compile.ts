import { fits, type Test, tests } from "./conditions.js";
import type { CatalogueEntry, Conditions } from "./entry.js";
import { linear, type MakePattern, reviewed } from "./pattern.js";

/** An entry with its conditions made ready to run. */
export interface CompiledEntry {
  readonly entry: CatalogueEntry;
  readonly tests: readonly Test[];
}

/** Entries found by the name of their program, so that most commands cost one look-up. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** Names of programs that entries name in full. */
  readonly programs: ReadonlySet<string>;
  /** Entries that may hold for a program: those that name it, its family such as `mkfs.*`, or any program. */
  readonly forProgram: (program: string) => readonly CompiledEntry[];
  /** Whether some entry is about a program of this name. */
  readonly knows: (program: string) => boolean;
}

const names = Object.keys(tests) as readonly (keyof Conditions)[];

type Wanted = Required<Conditions>;

const testOf = <Name extends keyof Wanted>(name: Name, when: Partial<Wanted>, make: MakePattern): readonly Test[] => {
  const wanted: Wanted[Name] | undefined = when[name];
  return wanted === undefined ? [] : [tests[name](wanted, make)];
};

const programsOf = ({ program = "*" }: Conditions): readonly string[] =>
  typeof program === "string" ? [program] : program;

/** Names of programs whose entries are remembered; people use hundreds, and an attacker may invent more. */
const mostRemembered = 4_096;

/**
 * Makes a catalogue ready for use; patterns are compiled here, once.
 *
 * @param builtIn  entries whose patterns were reviewed
 * @param own      entries of an organisation, whose patterns run in linear time whatever they are
 */
export const compileCatalogue = (
  builtIn: readonly CatalogueEntry[],
  own: readonly CatalogueEntry[] = [],
): Catalogue => {
  const entries = [...builtIn, ...own];
  const byProgram = new Map<string, CompiledEntry[]>();
  const forAny: CompiledEntry[] = [];
  const families = new Set<string>();
  for (const entry of entries) {
    const make = own.includes(entry) ? linear : reviewed;
    const one = { entry, tests: names.flatMap((name) => testOf(name, entry.when, make)) };
    const programs = programsOf(entry.when);
    const exact = programs.filter((name) => !name.endsWith("*"));
    for (const name of exact) byProgram.set(name, [...(byProgram.get(name) ?? []), one]);
    if (exact.length < programs.length) forAny.push(one);
    for (const name of programs) if (/^\w.*\*$/.test(name)) families.add(name.slice(0, -1));
  }
  const memo = new Map<string, readonly CompiledEntry[]>();
  const forProgram = (program: string): readonly CompiledEntry[] => {
    const known = memo.get(program);
    if (known !== undefined) return known;
    const fitting = forAny.filter(({ entry }) => programsOf(entry.when).some((name) => fits(name, program)));
    const found = [...new Set([...(byProgram.get(program) ?? []), ...fitting])];
    if (memo.size >= mostRemembered) memo.clear();
    memo.set(program, found);
    return found;
  };
  const knows = (program: string): boolean =>
    byProgram.has(program) || [...families].some((family) => program.startsWith(family));
  return { entries, programs: new Set(byProgram.keys()), forProgram, knows };
};
