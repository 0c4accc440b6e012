import type { Redirection } from "../domain/command.js";

/** One command of a pipeline that is not the shell's: its words, and the files that it opens by redirection. */
export interface Stage {
  readonly argv: readonly string[];
  readonly redirections: readonly Redirection[];
}

/** More pipelines of one text are not parted. */
export const mostPipelines = 256;

/**
 * A redirection at the beginning of a text that PowerShell or cmd would read: `> x`, `2>> "a b"`, `2>&1`, `> nul`.
 *
 * @example
 * redirectionAt('>> "a b" c') // => { length: 8, redirection: { operator: ">>", target: "a b" } }
 * redirectionAt(">nul") // => { length: 4, redirection: undefined }
 */
export function redirectionAt(
  text: string,
): { readonly length: number; readonly redirection: Redirection | undefined } | undefined {
  const match = /^(>>?)(?:&\d|[ \t]{0,8}("[^"]{0,1024}"|'[^']{0,1024}'|[^\s"'&|;<>(){}]{1,1024}))/.exec(text);
  if (match === null) return undefined;
  const target = match[2]?.replace(/["']/g, "");
  const nowhere = target === undefined || /^(nul|\$null)$/i.test(target);
  return {
    length: match[0].length,
    redirection: nowhere ? undefined : { operator: match[1] === ">>" ? ">>" : ">", target },
  };
}
