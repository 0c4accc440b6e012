import { posix } from "node:path";
import ts from "typescript";
import { directions, withoutPackages } from "./directions.js";

/** One import as a file writes it. */
export interface Import {
  readonly specifier: string;
  /** `import type` or `export type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

/** Every import of a file, as the compiler sees it: static, re-exported, dynamic and in type position. */
export const importsOf = (source: string): readonly Import[] => {
  const found: Import[] = [];
  const add = (literal: ts.Node | undefined, typeOnly: boolean): void => {
    if (literal && ts.isStringLiteralLike(literal)) found.push({ specifier: literal.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("read.ts", source, ts.ScriptTarget.Latest));
  return found;
};

/** The file that a relative import names, from the repository's root; undefined for a package. */
const targetOf = (file: string, specifier: string): string | undefined =>
  specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier.replace(/\.js$/, ".ts")) : undefined;

/** `lib/stats/mean.ts` is part of `stats`, `lib/config.ts` of `config`, `lambdas/decide/index.ts` of `lambdas`. */
const partOf = (file: string): string => {
  const [top = "", next = ""] = file.split("/");
  return top === "lib" ? next.replace(/\.ts$/, "") : top;
};

/** What is wrong with a file's imports, one sentence each. */
export const wrongImports = (file: string, imports: readonly Import[]): readonly string[] => {
  const part = partOf(file);
  const allowed = directions[part];
  if (!allowed) return [`${file}: ${part} has no row in the table of directions`];
  const rule = `${part} may import ${[part, ...allowed].join(", ")}`;
  return imports
    .filter((imported) => !isAllowed(file, imported))
    .map(({ specifier, typeOnly }) => `${file} imports ${typeOnly ? "type " : ""}${specifier}, but ${rule}`);
};

const isAllowed = (file: string, { specifier, typeOnly }: Import): boolean => {
  const target = targetOf(file, specifier);
  const from = partOf(file);
  if (target === undefined) return !withoutPackages.has(from);
  const to = partOf(target);
  const allowed = directions[from] ?? [];
  return to === from || allowed.includes(to) || (typeOnly && allowed.includes(`type ${to}`));
};

/** The first circle of files found, as `a -> b -> a`; undefined when there is none. */
export const importCircle = (files: ReadonlyMap<string, readonly Import[]>): string | undefined => {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(" -> ");
    if (done.has(file)) return undefined;
    for (const { specifier } of files.get(file) ?? []) {
      const target = targetOf(file, specifier);
      const circle = target && walk(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
};
