import { expect, it } from "vitest";
import { defaultConfig } from "../../lib/config.js";
import { hour } from "../../lib/domain/units.js";
import { judge, noKnowledge } from "../../lib/flows/judge.js";
import { knowledgeIn, snapshotOf } from "../../lib/flows/snapshot.js";
import { destroy, monday, observed, ordinaryDays } from "../observations.js";

const days = ordinaryDays(4, 40);
const work = [...days, observed(monday + 4 * 24 * hour, { impacts: [destroy], signature: "terraform/destroy/-" })];

it("knowledge comes out of a snapshot as it went in, through JSON", () => {
  const { knowledge } = judge(work, noKnowledge, defaultConfig, 0);
  const snapshot = snapshotOf(knowledge);
  const read = knowledgeIn(JSON.parse(JSON.stringify(snapshot)));
  expect(read).not.toBeNull();
  expect(snapshotOf(read ?? noKnowledge)).toEqual(snapshot);
  expect(read?.memories.get("ada")?.waiting).toHaveLength(1);
});

it("nothing known is a snapshot too", () => expect(knowledgeIn(snapshotOf(noKnowledge))).toEqual(noKnowledge));

it.each([null, 3, [], {}, { version: 1 }, { ...snapshotOf(noKnowledge), version: 2 }])("%j is no snapshot", (other) =>
  expect(knowledgeIn(other)).toBeNull(),
);
