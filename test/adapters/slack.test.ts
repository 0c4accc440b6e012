import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "../../lib/adapters/clock.js";
import { createSlackSink, type SlackOptions } from "../../lib/adapters/slack.js";
import { type Incident, incidentsOf } from "../../lib/domain/incident.js";
import { minute, second } from "../../lib/domain/units.js";
import { found } from "../contracts/finding.js";
import { busyFor, type Mood, type StubSlack, startStubSlack } from "./stub-slack.js";

/** Nobody waits: time leaps over every wait, and remembers how long it was. */
function leapingClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

let slack: StubSlack | undefined;
afterEach(() => slack?.close());

/** A sink before a Slack in these moods. */
async function sinkTo(moods: readonly Mood[], options: Partial<SlackOptions> = {}) {
  const stub = await startStubSlack(...moods);
  slack = stub;
  const clock = leapingClock();
  return { sink: createSlackSink(stub.url, { clock, ...options }), stub, clock };
}

const incident = (id: string): Incident => ({ id, findings: [{ ...found(`f-${id}`), incident: id }] });
const failureOf = (promise: Promise<void>): Promise<Error> =>
  promise.then(
    () => expect.fail("it arrived"),
    (error: unknown) => error as Error,
  );

describe("an incident", () => {
  it("arrives in Slack as one message, which unfolds no link", async () => {
    const { sink, stub } = await sinkTo([]);
    await sink(incident("i1"));
    expect(stub.messages).toHaveLength(1);
    expect(JSON.parse(stub.messages[0] ?? "")).toMatchObject({
      text: expect.stringContaining("claude-code as ada"),
      blocks: expect.arrayContaining([expect.objectContaining({ type: "header" })]),
      ...{ unfurl_links: false, unfurl_media: false, link_names: false },
    });
  });

  it("arrives in the end, each one, through a Slack that fails, cuts off, rate-limits and falls silent", async () => {
    const moods: readonly Mood[] = ["broken", "busy", "well", "cut off", "silent", "broken", "well", "busy", "silent"];
    const { sink, stub } = await sinkTo(moods, { attempts: 20, timeoutMs: 250 });
    const findings = ["a", "b", "a", "c", "d"].map((id, i) => ({ ...found(`f${i}`), incident: `incident-${id}` }));
    for (const one of incidentsOf(findings)) await sink(one);
    for (const id of "abcd") expect(stub.messages.join()).toContain(`Incident incident-${id}`);
  });

  it("waits twice as long each time, up to the longest wait", async () => {
    const { sink, clock } = await sinkTo(Array(6).fill("broken"), { attempts: 7, longestWaitMs: 10 * second });
    await sink(incident("i1"));
    expect(clock.waits).toEqual([1, 2, 4, 8, 10, 10].map((seconds) => seconds * second));
  });

  it("waits as long as Slack asks", async () => {
    const { sink, clock } = await sinkTo(["busy"]);
    await sink(incident("i1"));
    expect(clock.waits).toEqual([busyFor * second]);
  });

  it("is left to the next sweep when Slack asks for more, and so are those after it, unasked", async () => {
    const { sink, stub, clock } = await sinkTo(["busy"], { longestWaitMs: 5 * second });
    const first = await failureOf(sink(incident("i1")));
    expect(first.message).toBe("Slack answered 429 rate_limited, attempt 1; incident i1 waits for the next sweep");
    const next = await failureOf(sink(incident("i2")));
    expect(next.message).toContain("left alone for a while, attempt 1; incident i2 waits for the next sweep");
    expect(stub.asked()).toBe(1);
    await clock.sleep(minute);
    await sink(incident("i2"));
    expect(stub.messages).toHaveLength(1);
  });

  it("is left to the next sweep after so many attempts", async () => {
    const { sink, stub } = await sinkTo(Array(9).fill("broken"), { attempts: 3 });
    const failure = await failureOf(sink(incident("i1")));
    expect(failure.message).toBe("Slack answered 503, attempt 3; incident i1 waits for the next sweep");
    expect(stub.asked()).toBe(3);
  });
});

describe("a refusal", () => {
  it("of the webhook is not tried again, and says what to do", async () => {
    const { sink, stub } = await sinkTo(["gone"]);
    const failure = await failureOf(sink(incident("i1")));
    expect(failure.message).toBe(
      "Slack answered 404 no_service; make a new incoming webhook in Slack and put its URL where the old one was",
    );
    expect(stub.asked()).toBe(1);
  });

  it("of the message is our mistake, and says so", async () => {
    const { sink } = await sinkTo(["puzzled"]);
    expect((await failureOf(sink(incident("i1")))).message).toContain("400 invalid_blocks; report it as a bug");
  });
});

describe("a webhook's URL, which is a secret", () => {
  it.each<[Mood]>([["broken"], ["busy"], ["cut off"], ["gone"], ["puzzled"], ["silent"]])(
    "is in no error when Slack is %s",
    async (mood) => {
      const { sink } = await sinkTo([mood, mood], { attempts: 1, timeoutMs: 100 });
      const failure = await failureOf(sink(incident("i1")));
      expect(failure.message).toMatch(/^Slack /);
      expect(`${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`).not.toMatch(
        /not-to-be-shown|T0T0/,
      );
    },
  );

  it("is in no error when nobody is there", async () => {
    const { sink, stub } = await sinkTo([], { attempts: 1 });
    await stub.close();
    const failure = await failureOf(sink(incident("i1")));
    expect(failure.message).toBe(
      "Slack could not be reached (ECONNREFUSED), attempt 1; incident i1 waits for the next sweep",
    );
  });

  it.each(["", "not-to-be-shown", "ftp://example.com/not-to-be-shown", "https://not-to-be-shown:port"])(
    "is refused at once when it is none, unshown: %j",
    (url) => {
      expect(() => createSlackSink(url)).toThrow(/^the Slack webhook is not a URL; copy it/);
      expect(() => createSlackSink(url)).not.toThrow(/not-to-be-shown/);
    },
  );
});
