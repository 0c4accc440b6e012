import type { Probability } from "./units.js";

/** The families in which a command can do harm; rarity is counted per class. */
export const impactClasses = [
  "destroy", // data, infrastructure or history is gone
  "privilege", // more rights than before
  "credential-access", // secrets are read or minted
  "reconnaissance", // the lie of the land is learned
  "lateral-movement", // another machine or account is entered
  "exfiltration", // data leaves
  "execution", // code from elsewhere runs
  "persistence", // something stays behind and comes back
  "tampering", // logs, history, sensors, guards are blinded
  "supply-chain", // others will run what is published
  "production-change", // something that runs for others is changed
  "unattended-agent", // an agent acts without asking
] as const;

export type ImpactClass = (typeof impactClasses)[number];

/** What a command could do if it was not meant. */
export interface Impact {
  /** The catalogue entry that says so; its meaning never changes. */
  readonly id: string;
  readonly class: ImpactClass;
  /** Ordered, more is worse; below 0.3 is low. */
  readonly weight: Probability;
  /** Found however routine it has become. */
  readonly floor: boolean;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
}

/** Below this an impact is low: ordinary work, counted as harmless. */
export const notable: Probability = 0.3;

/**
 * The impact that a command is judged by: a floor entry if there is one, else the heaviest; undefined when all are low.
 *
 * @param impacts heaviest first
 */
export const tellingImpact = (impacts: readonly Impact[]): Impact | undefined =>
  impacts.find(({ floor }) => floor) ?? impacts.find(({ weight }) => weight >= notable);
