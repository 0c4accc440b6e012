import { expect, it } from "vitest";
import { createMemoryFindings } from "../../lib/adapters/memory/findings.js";
import { createMemoryTally } from "../../lib/adapters/memory/tally.js";
import { findingsIn, isDigest, type Notice } from "../../lib/domain/notice.js";
import { defaultTelling, type Telling } from "../../lib/domain/telling.js";
import { hour, minute, second } from "../../lib/domain/units.js";
import { notify } from "../../lib/flows/notify.js";
import { found } from "../contracts/finding.js";
import { destroy } from "../observations.js";

const start = Date.UTC(2026, 2, 2, 9);
const incidents = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    ...found(`f${from + i}`, new Date(start + (from + i) * second).toISOString()),
    incident: `incident-${from + i}`,
  }));

function channel(telling: Partial<Telling>) {
  const findings = createMemoryFindings();
  const notices: Notice[] = [];
  let now = start;
  const sweep = async (after = 0) => {
    now += after;
    return notify({
      findings,
      sink: async (notice) => void notices.push(notice),
      tally: createdTally,
      telling: { ...defaultTelling, ...telling },
      now: () => now,
    });
  };
  const createdTally = createMemoryTally();
  return { findings, notices, sweep };
}

it("the surplus of a day comes in a digest, and the next surplus an hour later", async () => {
  const { findings, notices, sweep } = channel({ alertsPerDay: 3 });
  await findings.put(incidents(5));
  expect(await sweep()).toEqual({ sent: 5, waiting: 0, failures: [] });
  expect(notices.map((notice) => isDigest(notice))).toEqual([false, false, false, true]);
  await findings.put(incidents(2, 5));
  expect(await sweep(minute)).toEqual({ sent: 0, waiting: 2, failures: [] });
  expect(await sweep(hour)).toEqual({ sent: 2, waiting: 0, failures: [] });
  expect(notices.flatMap(findingsIn).map(({ id }) => id)).toEqual(["f0", "f1", "f2", "f3", "f4", "f5", "f6"]);
});

it("a flood reaches its end in digests, and a floor entry behind it does not wait", async () => {
  const { findings, notices, sweep } = channel({ alertsPerDay: 0 });
  const [last] = incidents(1, 900);
  if (last === undefined) throw new Error("there is one");
  await findings.put([...incidents(250), { ...last, impact: { ...destroy, floor: true } }]);
  for (let i = 0; i < 3; i += 1) await sweep(second);
  expect(notices.filter((notice) => !isDigest(notice)).map(({ id }) => id)).toEqual(["incident-900"]);
  await sweep(hour);
  expect(new Set(notices.flatMap(findingsIn).map(({ id }) => id)).size).toBe(251);
});

it("in shadow there is a digest and no alert", async () => {
  const { findings, notices, sweep } = channel({ shadow: true });
  await findings.put(incidents(4));
  await sweep();
  expect(notices).toMatchObject([{ why: "shadow", incidents: [{}, {}, {}, {}] }]);
});
