import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../lib/config.js";
import { type Event, unknownBeyond } from "../../lib/domain/event.js";
import type { Finding } from "../../lib/domain/finding.js";
import type { Observation } from "../../lib/domain/observation.js";
import { explain } from "../../lib/flows/explain.js";
import { createInterpreter } from "../../lib/flows/interpret.js";
import { explanationText } from "../../lib/render/explanation-text.js";
import { findingText } from "../../lib/render/finding-text.js";
import { jsonLine } from "../../lib/render/json.js";
import { slackMessage } from "../../lib/render/slack.js";
import { incidentOf, terraform } from "../render/incidents.js";
import { places, positions, secretIn, tokens, wrappings } from "./planted-secrets.js";

const { draft, observe } = createInterpreter(defaultConfig);

const observed = (command: Event["command"]): readonly Observation[] =>
  observe(
    draft({
      ...unknownBeyond,
      id: "e1",
      format: "plain",
      time: "2026-03-02T09:00:00Z",
      at: Date.UTC(2026, 2, 2, 9),
      host: "ada-laptop",
      account: { name: "ada", uid: null },
      command,
      layer: "call",
    }),
    null,
  );

const findingOf = ({ command, impacts: [impact = terraform.impact] }: Observation): Finding => ({
  ...terraform,
  impact: impact ?? terraform.impact,
  command,
});

/** Everything that anybody can read of a command. */
function outputsOf(line: string): string {
  const observations = [
    ...observed({ kind: "script", text: line }),
    ...observed({ kind: "argv", argv: ["bash", "-c", line] }),
    ...observed({ kind: "line", text: `bash -c ${line}`, fidelity: "joined" }),
  ];
  const findings = observations.map(findingOf);
  const explanation = explain(line);
  return [
    ...observations.map(jsonLine),
    ...findings.map((finding) => findingText(finding, { colour: false })),
    ...findings.map(jsonLine),
    ...findings.map((finding) => jsonLine(slackMessage(incidentOf(finding)))),
    jsonLine(explanation),
    explanationText(explanation, { colour: false }),
  ].join("\n");
}

/** Text that decodes to the secret is as good as the secret. */
const survives = (line: string, secret: string): boolean => {
  const output = outputsOf(line);
  const words = output.match(/[A-Za-z0-9+/=]{16,}/g) ?? [];
  return (
    output.includes(secret) || words.some((word) => Buffer.from(word, "base64").toString("latin1").includes(secret))
  );
};

const kinds = [
  ...tokens.map(([kind, secret]) => ({
    kind,
    secret: secretIn(secret),
    commands: positions.map(([, at]) => at(secret)),
  })),
  ...places.map(([kind, command]) => ({ kind, secret: secretIn(command), commands: [command] })),
];

describe("a secret that somebody put into a command", () => {
  it("is planted in many kinds", () => expect(kinds.length).toBeGreaterThanOrEqual(80));

  it.each(kinds.map((one) => [one.kind, one] as const))("reaches no output: %s", (_kind, { secret, commands }) => {
    expect(secret.length).toBeGreaterThanOrEqual(8);
    const leaks = commands.flatMap((command) =>
      wrappings.filter(([, wrap]) => survives(wrap(command), secret)).map(([name]) => `${name}: ${command}`),
    );
    expect(leaks).toEqual([]);
  });

  it("is marked where it stood, by its kind", () =>
    expect(observed({ kind: "script", text: "deploy --password hunter2" })[0]?.command).toBe(
      "deploy --password [redacted:secret]",
    ));
});
