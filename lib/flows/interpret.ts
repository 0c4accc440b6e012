import { attribute } from "../attribution/attribute.js";
import { identify } from "../attribution/identity.js";
import { read } from "../command/reading.js";
import { signatureOf } from "../command/signature.js";
import { showCommand } from "../command/text.js";
import { understand } from "../command/understand.js";
import type { Config } from "../config.js";
import type { Command, Understanding } from "../domain/command.js";
import type { ArgvFidelity, CommandSource, Event } from "../domain/event.js";
import type { Observation } from "../domain/observation.js";
import { classify, notUnderstood } from "../impact/classify.js";
import { redact, redactArgv, redactEncoded } from "../telemetry/redact.js";

/** What one command means, whoever ran it. */
type Meaning = Pick<Observation, "command" | "argv" | "wrappers" | "signature" | "impacts">;

/** Distinct commands whose meaning is remembered; people and agents repeat themselves. */
const remembered = 20_000;
/** A command shown or kept is cut here; scripts of many kilobytes stay in the source stream. */
const shown = 2_000;

/**
 * One event to the observations of its commands: attribute, redact, parse, classify, redact again.
 *
 * Pure but for a memo: the same event always gives the same observations. An agent's own housekeeping gives none.
 */
export function createInterpreter({ identities }: Config): (event: Event) => readonly Observation[] {
  const meanings = new Map<string, readonly Meaning[]>();

  function meaningsOf(source: CommandSource): readonly Meaning[] {
    const key = JSON.stringify(source);
    const known = meanings.get(key);
    if (known !== undefined) return known;
    if (meanings.size >= remembered) meanings.clear();
    const found = interpretSource(source);
    meanings.set(key, found);
    return found;
  }

  return (event) => {
    const { agent, attribution, command, session, housekeeping } = attribute(event);
    if (housekeeping) return [];
    const { identity, trust } = identify(event.account, event.host, identities);
    return meaningsOf(command).map((meaning, index) => ({
      event: { id: event.id, format: event.format, time: event.time, host: event.host },
      index,
      identity,
      trust,
      agent,
      session,
      attribution,
      ...meaning,
      argvFidelity: fidelityOf(command),
    }));
  };
}

function interpretSource(source: CommandSource): readonly Meaning[] {
  const safe = redactSource(source);
  const { commands, notUnderstood: why } = understand(safe);
  // A secret that shows only after decoding stands, encoded, in the command that carried it.
  const texts = commands.map((command) => redact(showCommand(command)));
  const hide = texts.some(({ kinds }) => kinds.length > 0) ? redactEncoded : unchanged;
  const meanings = commands.map((command, i) => meaningOf(command, hide(texts[i]?.text ?? ""), hide));
  return why === undefined ? meanings : [...meanings, incomprehensible(safe, why)];
}

const unchanged = (text: string): string => text;

function meaningOf(command: Command, text: string, hide: (text: string) => string): Meaning {
  const reading = read(command);
  return {
    command: text.slice(0, shown),
    argv: redactArgv(command.argv).argv.map(hide),
    wrappers: command.wrappers,
    signature: signatureOf(reading, command.wrappers),
    impacts: classify(command),
  };
}

/** What could not be understood to its end is worth a finding, never silence. */
const incomprehensible = (source: CommandSource, why: NonNullable<Understanding["notUnderstood"]>): Meaning => ({
  command: redact(source.kind === "argv" ? source.argv.join(" ") : source.text).text.slice(0, shown),
  argv: [],
  wrappers: [],
  signature: "not-understood/-/-",
  impacts: [notUnderstood(why)],
});

const redactSource = (source: CommandSource): CommandSource =>
  source.kind === "argv"
    ? { ...source, argv: redactArgv(source.argv).argv }
    : { ...source, text: redact(source.text).text };

const fidelityOf = (source: CommandSource): ArgvFidelity => (source.kind === "line" ? source.fidelity : "exact");
