import { attribute } from "../attribution/attribute.js";
import type { Holder } from "../attribution/fact.js";
import { tellingImpact } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import type { Open } from "./known-hosts.js";
import type { Deed } from "./relatives.js";

/** What is kept of an observation, to say it again. Only what may be found needs its words. */
export function deedOf(observation: Observation): Deed {
  const { identity, trust, agent, attribution, session, argv, sighting, ...deed } = observation;
  const { line, revision, byHand, withdrawn, ...seen } = sighting;
  const command = tellingImpact(observation.impacts) === undefined ? "" : observation.command;
  return { ...deed, command, sighting: seen };
}

/**
 * A deed, said again by what is known now, without its arguments, which nothing needs behind `interpret`.
 *
 * Whoever it may have been said of by what was known before is told that it was not hers.
 */
export function saidAgain(open: Open): readonly Observation[] {
  const { fact, said, deed, descent } = open;
  const { identity, trust } = descent.holder;
  const isNumbered = fact.process.id !== null || fact.process.pid !== null;
  const line = isNumbered ? [fact.key, ...descent.line] : [];
  const who = attribute(said, descent);
  const byHand = who.agent === null && descent.bordered;
  const sighting = { ...deed.sighting, line, revision: descent.known, byHand, withdrawn: false };
  const now = { ...deed, argv: [], identity, trust, ...who, sighting };
  const withdrawn = { ...sighting, withdrawn: true };
  return [...othersBefore(open).map((other) => ({ ...now, ...other, sighting: withdrawn })), now];
}

/** Whose it was without some of those above it: of its own account, or of one on the way to whose it is. */
function othersBefore({ fact, before, descent }: Open): readonly Pick<Holder, "identity" | "trust">[] {
  const { identity } = descent.holder;
  const onTheWay = descent.above.slice(
    0,
    descent.above.findLastIndex(({ holder }) => holder.identity === identity) + 1,
  );
  const holders = [
    fact.holder,
    ...onTheWay.map(({ holder }) => holder).filter(({ standing }) => standing > 0),
    before ?? fact.holder,
  ];
  const others = new Map(holders.map((holder) => [holder.identity, holder.trust]));
  others.delete(identity);
  return [...others].map(([other, trust]) => ({ identity: other, trust }));
}
