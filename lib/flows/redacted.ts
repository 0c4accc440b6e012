import { decodeBase64 } from "../command/encodings.js";
import { showCommand } from "../command/text.js";
import type { Command } from "../domain/command.js";
import { redact, redactArgv, redactEncoded } from "../telemetry/redact.js";

/** A command as it may be shown and kept. */
export interface RedactedCommand {
  readonly command: string;
  readonly argv: readonly string[];
  /** The kinds of secret that were taken out of it. */
  readonly kinds: readonly string[];
}

/** The commands of one source without their secrets, and how to take those out of other words of the same source. */
export interface RedactedCommands {
  readonly commands: readonly RedactedCommand[];
  readonly hide: (text: string) => string;
}

/**
 * Takes the secrets out of commands that were unwrapped. One that shows only after decoding stands, encoded, in the
 * command that carried it: then long words of an encoding's alphabet go, too, wherever they stand.
 */
export function redactedCommands(commands: readonly Command[]): RedactedCommands {
  const shown = commands.map((command) => ({ text: redact(showCommand(command)), argv: redactArgv(command.argv) }));
  const some = shown.some(({ text, argv }) => text.kinds.length + argv.kinds.length > 0);
  const hide = some ? redactEncoded : redactDecodable;
  return {
    commands: shown.map(({ text, argv }) => {
      const command = hide(text.text);
      return { command, argv: argv.argv.map(hide), kinds: kindsIn(command) };
    }),
    hide,
  };
}

/** What was taken out, at whatever step, is told by the marks that it left. */
const kindsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\[redacted:([\w-]{1,40})\]/g), ([, kind = ""]) => kind)),
];

/** What `understand` is given, so that text is redacted as a whole before it is taken apart. */
export const withoutSecrets = (text: string): string => redact(text).text;

/** Words in base64 that decode to text with a secret in it, whether anything decodes them or not. */
const redactDecodable = (text: string): string =>
  text.replace(/[A-Za-z0-9+/_-]{20,32768}={0,2}/g, (word) => (decodesToSecret(word, 3) ? "[redacted:encoded]" : word));

function decodesToSecret(word: string, rounds: number): boolean {
  const decoded = decodeBase64(word);
  if (rounds === 0 || !/^[\t\n\r\x20-\x7e]+$/.test(decoded)) return false;
  return redact(decoded).kinds.length > 0 || decodesToSecret(decoded, rounds - 1);
}
