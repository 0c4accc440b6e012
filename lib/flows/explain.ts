import { attribute, signsOf } from "../attribution/attribute.js";
import { builtIn } from "../attribution/recognise.js";
import { read } from "../command/reading.js";
import { signatureOf } from "../command/signature.js";
import { understand } from "../command/understand.js";
import type { Understanding } from "../domain/command.js";
import { type CommandSource, type Event, unknownBeyond } from "../domain/event.js";
import type { Impact } from "../domain/impact.js";
import type { Attribution, Observation } from "../domain/observation.js";
import { defaultCatalogue } from "../impact/catalogue/index.js";
import { matchesOf } from "../impact/classify.js";
import type { Catalogue } from "../impact/compile.js";
import type { CatalogueEntry } from "../impact/entry.js";
import { impactsOfRest } from "../impact/not-understood.js";
import { redact, redactArgv } from "../telemetry/redact.js";
import { redactedCommands, withoutSecrets } from "./redacted.js";

/** How one command line is understood. */
export interface Explanation {
  readonly agent: string | null;
  readonly attribution: Attribution;
  readonly commands: readonly ExplainedCommand[];
  readonly notUnderstood: NonNullable<Understanding["notUnderstood"]> | null;
  /** The impacts of a text that was not understood to its end: of what it seems to hold, too. */
  readonly rest: readonly Impact[];
}

export interface ExplainedCommand extends Pick<Observation, "command" | "argv" | "wrappers" | "signature"> {
  /** The kinds of secret that were taken out. */
  readonly kinds: readonly string[];
  readonly impacts: readonly ExplainedImpact[];
}

/** An impact, the catalogue entry's words for it, and the tokens of the command that decided. */
export interface ExplainedImpact
  extends Impact,
    Pick<CatalogueEntry, "because" | "falsePositives" | "whatToDo" | "reference"> {
  readonly tokens: readonly string[];
}

/** The same steps as `interpret`, with what decided at each of them. */
export function explain(line: string, catalogue: Catalogue = defaultCatalogue): Explanation {
  const signs = signsOf(typed(redact(line).text), builtIn);
  const { agent, attribution } = attribute(signs, null);
  const { commands, notUnderstood = null } = understand(signs.command, withoutSecrets);
  const redacted = redactedCommands(commands);
  return {
    agent,
    attribution,
    commands: commands.map((one, at) => ({
      ...(redacted.commands[at] ?? { command: "", argv: [], kinds: [] }),
      wrappers: one.wrappers,
      signature: signatureOf(read(one), one.wrappers),
      impacts: matchesOf(one, catalogue).map(({ entry, tokens }) => ({
        ...fieldsOf(entry),
        tokens: redactArgv(tokens).argv,
      })),
    })),
    notUnderstood,
    rest: notUnderstood === null ? [] : impactsOfRest(textOf(signs.command), notUnderstood, catalogue),
  };
}

const textOf = (source: CommandSource): string => (source.kind === "argv" ? source.argv.join(" ") : source.text);

function fieldsOf(entry: CatalogueEntry): Omit<ExplainedImpact, "tokens"> {
  const { id, class: kind, weight, floor, attack, because, falsePositives, whatToDo, reference } = entry;
  return { id, class: kind, weight, floor, attack, because, falsePositives, whatToDo, reference };
}

/** The line as if somebody had typed it. */
const typed = (text: string): Event => ({
  ...unknownBeyond,
  id: "",
  format: "plain",
  time: "1970-01-01T00:00:00Z",
  at: 0,
  account: { name: null, uid: null },
  command: { kind: "script", text },
  layer: "call",
});
