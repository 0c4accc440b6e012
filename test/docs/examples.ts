import ts from "typescript";

/** One line of an `@example` that says what an expression gives. */
export interface Example {
  readonly line: number;
  /** Statements of the same example that stand above it, for instance `const seen = ...`. */
  readonly before: string;
  readonly expression: string;
  /** The expression after `// =>`. */
  readonly gives: string;
}

/** All examples of one file, and the lines of those that show no result and so prove nothing. */
export interface Examples {
  readonly examples: readonly Example[];
  readonly withoutResult: readonly number[];
}

interface Line {
  readonly number: number;
  readonly text: string;
}

export const examplesOf = (source: string): Examples => {
  const examples: Example[] = [];
  const withoutResult: number[] = [];
  for (const block of exampleBlocks(source)) {
    const found = examplesOfBlock(block);
    examples.push(...found);
    if (found.length === 0) withoutResult.push(block[0]?.number ?? 0);
  }
  return { examples, withoutResult };
};

/** The lines from each `@example` to the next tag or the end of its comment. */
const exampleBlocks = (source: string): readonly (readonly Line[])[] => {
  const blocks: Line[][] = [];
  for (const comment of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const firstLine = source.slice(0, comment.index).split("\n").length;
    let block: Line[] = [];
    for (const [index, raw] of comment[0].slice(0, -2).split("\n").entries()) {
      const text = raw.replace(/^\s*(\/\*)?\*+ ?/, "");
      const tag = /^\s*@(\w+)(.*)/.exec(text);
      if (tag) block = []; // what follows any other tag goes nowhere
      if (tag?.[1] === "example") blocks.push(block);
      block.push({ number: firstLine + index, text: tag?.[2] ?? text });
    }
  }
  return blocks;
};

const examplesOfBlock = (block: readonly Line[]): readonly Example[] => {
  const examples: Example[] = [];
  let before = "";
  let pending = "";
  for (const { number, text } of block) {
    const [code = "", gives] = text.split(/\s*\/\/ => ?/);
    if (!code.startsWith("```")) pending += `${code}\n`;
    if (gives === undefined) continue;
    const { statements, expression } = splitLastStatement(pending);
    before += statements;
    examples.push({ line: number, before, expression, gives });
    pending = "";
  }
  return examples;
};

/** What gives the result is the last statement; those above it prepare it, and stay for the next results. */
const splitLastStatement = (code: string): { readonly statements: string; readonly expression: string } => {
  const last = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest).statements.at(-1);
  const start = last?.getFullStart() ?? 0;
  return { statements: code.slice(0, start), expression: code.slice(start).trim().replace(/;$/, "") };
};

/** The expected expression, with every number that is written with decimals made `closeTo(number, decimals)`. */
const toItsDecimals = (expression: string): string => {
  const file = ts.createSourceFile("gives.ts", `(${expression})`, ts.ScriptTarget.Latest, true);
  let result = file.text;
  const visit = (node: ts.Node): void => {
    const text = node.getText();
    const decimals = /^-?\d*\.(\d+)$/.exec(text)?.[1]?.length;
    if (decimals === undefined || !(ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node))) {
      for (const child of node.getChildren().toReversed()) visit(child); // from the end, so that earlier positions stay
    } else {
      result = `${result.slice(0, node.getStart())}closeTo(${text}, ${decimals})${result.slice(node.getEnd())}`;
    }
  };
  visit(file);
  return result;
};

/** Runs an example with these names in scope: what the expression gives, and what it should. */
export const run = async (example: Example, scope: Readonly<Record<string, unknown>>): Promise<[unknown, unknown]> => {
  const source = `async function show() {
    ${example.before}
    return [await (${example.expression}), ${toItsDecimals(example.gives)}];
  }`;
  const script = ts.transpile(source, { target: ts.ScriptTarget.ES2023 });
  return new Function(...Object.keys(scope), `${script}\nreturn show();`)(...Object.values(scope));
};
