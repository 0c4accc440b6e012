import { second } from "../../../domain/units.js";
import type { Start, Tree } from "../process.js";

/** The scheduled query runs every ten seconds, and tells what happened since. */
const interval = 10 * second;

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** As C's `asctime` writes it: `Mon Mar  2 09:30:00 2026 UTC`. */
const calendarTime = (at: number): string => {
  const [, day, month, year, clock] = new Date(at).toUTCString().split(" ") as [string, string, string, string, string];
  return `${days[new Date(at).getUTCDay()]} ${month} ${String(Number(day)).padStart(2)} ${clock} ${year} UTC`;
};

export const secondsOf = ({ at }: Start): string => String(Math.floor(at / second));

/** One row of a query in the differential log, as the Kinesis logger sends it; the decoration names who is logged in. */
export const osqueryResult = (name: string, start: Start, tree: Tree, columns: object): object => {
  const ran = Math.ceil((start.at + 1) / interval) * interval;
  return {
    name,
    hostIdentifier: tree.host,
    calendarTime: calendarTime(ran),
    unixTime: ran / second,
    epoch: 0,
    counter: Math.floor(ran / interval) % 100_000,
    numerics: false,
    decorations: { username: start.truth.identity },
    columns,
    action: "added",
    log_type: "result",
  };
};
