import { redactShapes } from "./redact-shapes.js";
import { redactLine, redactWords, replaceValue } from "./redact-words.js";
import { anySecretName, anySecretShape, namesSecret } from "./secrets.js";

/** Text without its secrets, and the kinds of secret that were in it. */
export interface Redacted {
  readonly text: string;
  readonly kinds: readonly string[];
}

// Taking one secret out can bring the next one to light; nothing real needs more than two rounds.
const mostRounds = 6;

/**
 * Takes secrets out of a command line: tokens by their shape, and values by the name, option or header they belong to.
 *
 * What only names a secret stays (`$TOKEN`, an empty value). Each secret becomes `[redacted:KIND]`, and redacting
 * twice changes nothing. It errs on the side of taking out too much. Work is linear in the length of the text.
 *
 * It is fooled by a secret that is split, encoded, or given as a bare word (`echo hunter2 | sudo -S`); encoded ones are
 * found when the same function runs over the decoded command.
 *
 * @example
 * redact("deploy --password hunter2").text // => "deploy --password [redacted:secret]"
 * redact("curl -u ada:hunter2 https://example.com").text // => "curl -u ada:[redacted:password] https://example.com"
 * redact("DB_PASSWORD=$PW ./run") // => { text: "DB_PASSWORD=$PW ./run", kinds: [] }
 */
export const redact = (text: string): Redacted => {
  const kinds = new Set<string>();
  let left = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = redactLine(redactShapes(left, kinds), kinds, 0);
    if (next === left) break;
    left = next;
  }
  return { text: left, kinds: [...kinds] };
};

/** An argument `NAME=value` or `--name=value` is all value behind the sign, blanks too. */
const redactWholeValue = (argument: string, kinds: Set<string>): string => {
  const sign = argument.indexOf("=");
  const name = argument.slice(0, Math.max(sign, 0));
  if (!/^[\w.-]{1,128}$/.test(name) || !namesSecret(name)) return argument;
  return `${name}=${replaceValue(argument.slice(sign + 1), "secret", undefined, kinds)}`;
};

/**
 * As `redact`, for arguments whose borders are known.
 *
 * @example
 * redactArgv(["mysql", "-phunter2"]).argv // => ["mysql", "-p[redacted:password]"]
 */
export const redactArgv = (
  argv: readonly string[],
): { readonly argv: readonly string[]; readonly kinds: readonly string[] } => {
  if (!argv.some((argument) => anySecretShape.test(argument) || anySecretName.test(argument)))
    return { argv, kinds: [] };
  const kinds = new Set<string>();
  let left = argv;
  for (let round = 0; round < mostRounds; round++) {
    const shaped = left.map((argument) => redactWholeValue(redactShapes(argument, kinds), kinds));
    const next = redactWords(
      shaped.map((text, index) => ({ text, first: index === 0 })),
      kinds,
      0,
    );
    if (next.every((argument, index) => argument === left[index])) break;
    left = next;
  }
  return { argv: left, kinds: [...kinds] };
};

/**
 * Long words of an encoding's alphabet, for text in which something secret was found encoded.
 *
 * @example
 * redactEncoded("Z2l0IHB1c2ggLS1mb3JjZQ==") // => "[redacted:encoded]"
 * redactEncoded("base64 -d") // => "base64 -d"
 */
export const redactEncoded = (text: string): string =>
  text.replace(/[A-Za-z0-9+/_-]{16,}={0,2}/g, "[redacted:encoded]");
