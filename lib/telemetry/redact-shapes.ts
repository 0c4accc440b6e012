import { anySecretShape, secretShapes } from "./secrets.js";

/** What stands where a secret stood. */
export const marker = (kind: string): string => `[redacted:${kind}]`;

/** `$TOKEN`, `${TOKEN:-x}`, `%TOKEN%`, `$env:TOKEN`, and what is left of `$(...)`: names of secrets, not secrets. */
const reference = /^(?:\$|\$\w+|\$\{[^}]*\}|\$env:\w+|%\w+%)$/i;
const noSecret = /^(?:true|false|null|none|nil|yes|no|\*+|x{3,})$/i;

/** Whether a value can be a secret at all; one that is taken out already is none, which is why redacting twice changes nothing. */
export const isSecret = (value: string): boolean =>
  value !== "" && !value.startsWith("[redacted:") && !reference.test(value) && !noSecret.test(value);

/** Takes out what is a secret by its shape alone. */
export const redactShapes = (text: string, kinds: Set<string>): string => {
  if (!anySecretShape.test(text)) return text;
  let left = text;
  for (const { kind, pattern } of secretShapes) {
    left = left.replace(pattern, (match: string, ...rest: unknown[]) => {
      const groups = rest.at(-1) as { before?: string; secret?: string } | string;
      const before = typeof groups === "string" ? "" : (groups.before ?? "");
      const secret = typeof groups === "string" ? match : (groups.secret ?? match);
      if (!isSecret(secret)) return match;
      kinds.add(kind);
      return before + marker(kind);
    });
  }
  return left;
};
