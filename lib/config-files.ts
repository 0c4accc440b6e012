/** The text of a file that the configuration names, beside which its name is meant; null when it cannot be read. */
export type ReadText = (name: string) => string | null;

/** A configuration that stands alone, and what was wrong with the files it named. */
export interface Inlined {
  readonly file: unknown;
  readonly mistakes: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * One name or pattern a line; what follows a `#` is a comment.
 *
 * @example
 * namesIn("ada\n\n# on loan\ngrace # until May\n") // => ["ada", "grace"]
 */
export const namesIn = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) => (line.startsWith("#") ? "" : (line.split(/\s#/, 1)[0] ?? "").trim()))
    .filter((name) => name !== "");

/**
 * Writes what a configuration names in other files into it, so that what is deployed needs no other file:
 * `identities.trustedFile` is added to `identities.trusted`.
 *
 * A file that names nobody is a mistake: an empty list would trust everybody.
 *
 * @example
 * inlined({ identities: { trustedFile: "people.txt" } }, () => "ada").file // => { identities: { trusted: ["ada"] } }
 */
export const inlined = (file: unknown, readText: ReadText): Inlined => {
  if (!isObject(file) || !isObject(file.identities)) return { file, mistakes: [] };
  const { trustedFile, ...identities } = file.identities;
  if (typeof trustedFile !== "string") return { file, mistakes: [] };
  const text = readText(trustedFile);
  const names = text === null ? [] : namesIn(text);
  const { trusted = [] } = identities;
  if (names.length > 0 && Array.isArray(trusted))
    return { file: { ...file, identities: { ...identities, trusted: [...trusted, ...names] } }, mistakes: [] };
  const wrong =
    text === null ? "cannot be read; name a file beside the configuration" : "names nobody; put one on a line";
  const mistakes = names.length > 0 ? [] : [`identities.trustedFile: ${JSON.stringify(trustedFile)} ${wrong}`];
  return { file: { ...file, identities }, mistakes };
};
