import fc from "fast-check";
import { type Finding, inWords } from "../../lib/domain/finding.js";
import type { Impact } from "../../lib/domain/impact.js";
import type { Incident } from "../../lib/domain/incident.js";

export const terraform: Finding & { readonly impact: Impact } = {
  id: "0123456789abcdef",
  time: "2026-03-25T14:02:11.5Z",
  identity: "margaret",
  agent: "cursor",
  session: "s1",
  host: "margaret-laptop",
  command: "terraform destroy -auto-approve",
  signature: "terraform/destroy/-",
  impact: { id: "infrastructure.terraform-destroy", class: "destroy", weight: 0.9, floor: false, attack: ["T1485"] },
  rarity: { pValue: 0.000412, bits: 32.68, basis: "own", atLeast: 0, of: 2_426, borrowed: 0 },
  reach: "everything",
  priority: 8,
  verdict: "find",
  attribution: { confidence: 0.9, evidence: ["in the wrapper shell of cursor", "started by cursor"] },
  trust: "trusted",
  evidence: [{ detector: "unusual-command", bits: 17.4, ...inWords("none of margaret's last 2,426 commands") }],
  usual: ["terraform plan (41 %)"],
  event: { id: "e1", format: "plain" },
  incident: "fedcba9876543210",
};

export const incidentOf = (...findings: Incident["findings"]): Incident => ({ id: "fedcba9876543210", findings });

/** What would act in Slack, in a browser or on a terminal if it were not made harmless. */
export const hostileTexts = [
  "<!channel> <!here> <!everyone>",
  "<@U1> <#C1> <!subteam^S1>",
  "<https://example.com|click here>",
  "https://example.com/x mailto:ada@corp.example",
  "@channel @here",
  "*bold* _italic_ ~struck~ `code` ```block```",
  "> quoted\n> twice\r\n",
  ":rotating_light: :tada:",
  "<!date^1392734382^{date}|now>",
  "&lt;!channel&gt; &amp;",
  "\u001b[2J\u0000\u0007\u009b",
  "\u202eevil\u2066\u200b\u200d\ufeff\u2028",
  "\ud800 \udfff",
  "<img src=x onerror=alert(1)></style></pre><script>alert(1)</script>",
  "",
  '"\\'.repeat(3_000),
  "&<>".repeat(3_000),
  "🦊".repeat(3_000),
];

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }).map((texts) => texts.join("")),
);

const hostileFinding: fc.Arbitrary<Finding> = fc.record({
  id: text,
  time: fc.oneof(fc.constant(terraform.time), text),
  identity: text,
  agent: fc.option(text),
  session: fc.option(text),
  host: fc.option(text),
  command: text,
  signature: text,
  impact: fc.record({
    id: fc.oneof(fc.constantFrom("infrastructure.terraform-destroy", "command.not-understood"), text),
    class: fc.constant("destroy"),
    weight: fc.constant(0.9),
    floor: fc.boolean(),
    attack: fc.array(text, { maxLength: 3 }),
  }),
  rarity: fc.record({
    pValue: fc.double({ min: 1e-9, max: 1, noNaN: true }),
    bits: fc.nat(40),
    basis: fc.constantFrom("own", "peers", "nobody"),
    atLeast: fc.nat(9),
    of: fc.nat(),
    borrowed: fc.nat(),
  }),
  reach: fc.constantFrom("own", "machine", "shared", "everything"),
  priority: fc.nat(10),
  verdict: fc.constant("find"),
  attribution: fc.record({ confidence: fc.constant(0.9), evidence: fc.array(text, { maxLength: 5 }) }),
  trust: fc.constantFrom("trusted", "service", "unknown"),
  usual: fc.array(text, { maxLength: 8 }),
  evidence: fc.array(
    fc.tuple(text, fc.nat(40), text).map(([detector, bits, because]) => ({ detector, bits, ...inWords(because) })),
    { maxLength: 4 },
  ),
  event: fc.record({ id: text, format: fc.constant("plain") }),
  incident: text,
});

/** Any incident that telemetry could bring about, and worse. */
export const hostileIncident: fc.Arbitrary<Incident> = fc.record({
  id: text,
  findings: fc
    .tuple(hostileFinding, fc.array(hostileFinding, { maxLength: 14 }))
    .map(([first, rest]): Incident["findings"] => [first, ...rest]),
});
