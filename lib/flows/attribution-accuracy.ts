import { defaultConfig } from "../config.js";
import type { Probability } from "../domain/units.js";
import type { Inflate } from "../ports/inflate.js";
import type { Progress } from "../ports/replay.js";
import { shuffled } from "../sample/choose.js";
import { random } from "../sample/random.js";
import type { Carries, TreeEncoder } from "../sample/tree/encode/encode.js";
import { callEncoders, startEncoders } from "../sample/tree/encode/index.js";
import { growTree } from "../sample/tree/tree.js";
import { accountNames, withNames } from "./accuracy/account-names.js";
import { type Compared, compare } from "./accuracy/compare.js";
import { type Confusion, worstOf } from "./accuracy/confusions.js";
import { asInput, type Labelled, labelled, labelsByName } from "./accuracy/labelled.js";
import { type Accuracy, accuracyOf, added, emptyTally, type Tally, tallyOf } from "./accuracy/tally.js";
import { gather } from "./gather.js";

/** One format variant: in the order of time, and with its records in any other. */
interface FormatAccuracy extends Accuracy {
  /** `changed`: how many observations say something else, or are missing, when the order is another. */
  readonly shuffled: { readonly accuracy: Probability; readonly changed: number };
  readonly carries: Carries | "calls";
}

/** What a format has from which to tell who acted. */
type Group = "parentCommandLine" | "lineage" | "neither" | "calls";

/** What `npm run eval:attribution` prints. */
export interface AttributionReport {
  readonly settings: {
    readonly trees: number;
    readonly policy: "default";
    readonly aliases: Readonly<Record<string, string>>;
  };
  readonly formats: Readonly<Record<string, FormatAccuracy>>;
  readonly totals: Readonly<Record<Group, Accuracy>>;
  readonly confusions: readonly Confusion[];
}

const groupOf = (encoder: TreeEncoder): Group => {
  if (encoder.kind === "calls") return "calls";
  const { parentCommandLine, lineage } = encoder.carries;
  return parentCommandLine ? "parentCommandLine" : lineage ? "lineage" : "neither";
};

/**
 * How well it is told who acted, over invented afternoons in every format.
 *
 * All of them are hosts of one company: they are written as each sensor would write them, in the order of time and in
 * another one, and read by the product's own `gather` with its defaults; only the names behind uids are configured. An observation is compared with the start
 * that its event is of, by the event's id, and in that with the command at its place. What is of no such command counts
 * as wrong.
 *
 * @param trees how many afternoons; the first seeds are taken, so that more of them repeat the fewer
 */
export async function attributionAccuracy(
  trees: number,
  inflate: Inflate,
  progress: Progress,
): Promise<AttributionReport> {
  const config = withNames(defaultConfig);
  const grown = Array.from({ length: trees }, (_, index) => growTree(index + 1));
  const formats: Record<string, FormatAccuracy> = {};
  const totals: Record<Group, Tally> = {
    ...{ parentCommandLine: emptyTally, lineage: emptyTally, neither: emptyTally, calls: emptyTally },
  };
  const wrong: { compared: Compared; format: string }[] = [];

  for (const encoder of [...startEncoders, ...callEncoders]) {
    const format = `${encoder.format}, ${encoder.variant}`;
    const all = grown.flatMap((tree) => labelled(encoder, tree));
    const labels = labelsByName(all, inflate);
    const told = async (records: readonly Labelled[]): Promise<readonly Compared[]> =>
      compare((await gather(asInput(records), inflate, "auto", config, progress)).observed, labels);
    const commands = new Set(all.flatMap((one) => one.commands));
    const ordered = await told(all);
    const mixed = await told(shuffled(random("order", format), all));
    const tally = tallyOf(ordered, commands);
    const group = groupOf(encoder);
    totals[group] = added(totals[group], tally);
    const { accuracy } = accuracyOf(tallyOf(mixed, commands));
    const carries = encoder.kind === "calls" ? "calls" : encoder.carries;
    formats[format] = {
      ...accuracyOf(tally),
      shuffled: { accuracy, changed: differences(ordered, mixed) },
      carries,
    };
    wrong.push(...ordered.map((compared) => ({ compared, format })));
  }
  return {
    settings: { trees, policy: "default", aliases: accountNames },
    formats,
    totals: {
      parentCommandLine: accuracyOf(totals.parentCommandLine),
      lineage: accuracyOf(totals.lineage),
      neither: accuracyOf(totals.neither),
      calls: accuracyOf(totals.calls),
    },
    confusions: worstOf(wrong),
  };
}

/** Observations of one reading that the other has not, or tells otherwise. */
function differences(one: readonly Compared[], other: readonly Compared[]): number {
  const said = new Map(other.map(({ key, told }) => [key, JSON.stringify(told)]));
  return one.filter(({ key, told }) => said.get(key) !== JSON.stringify(told)).length;
}
