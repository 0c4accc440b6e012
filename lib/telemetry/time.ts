import { bad, good, type Result } from "../domain/result.js";
import { type Instant, minute, second } from "../domain/units.js";

/** Why a time could not be read. */
export const timeReasons = ["no-time", "bad-time", "absurd-time"] as const;

/** An instant twice: as text at the source's own precision, and as milliseconds. */
export interface Time {
  readonly time: string;
  readonly at: Instant;
}

// A clock that was never set says 1970; nothing that is monitored today ran before 2000 or will after 2100.
const earliest: Instant = Date.UTC(2000, 0, 1);
const latest: Instant = Date.UTC(2100, 0, 1);

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9})\d{0,9})?)? ?(?:([Zz]|UTC)|([+-])(\d\d):?(\d\d)?)?$/;
const decimal = /^(\d{1,20})(?:\.(\d{1,9})\d{0,20})?$/;

const timeAt = (wholeSeconds: number, fraction: string): Result<Time> => {
  const whole = wholeSeconds * second;
  if (!(whole >= earliest && whole < latest)) return bad("absurd-time");
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const text = new Date(whole).toISOString().slice(0, 19);
  return good({ time: fraction === "" ? `${text}Z` : `${text}.${fraction}Z`, at: whole + milliseconds });
};

/** Seconds, milliseconds, microseconds and nanoseconds since 1970 lie a factor of 1,000 apart: the digits tell them. */
const scaleOf = (digits: string): number => {
  if (digits.length <= 11) return 0;
  if (digits.length <= 14) return 3;
  return digits.length <= 17 ? 6 : 9;
};

/** Moves the decimal point in the digits themselves: a number of 19 digits is more than a double can hold. */
const readEpoch = (text: string): Result<Time> => {
  const match = decimal.exec(text);
  if (match === null) return bad("bad-time");
  const digits = (match[1] ?? "").replace(/^0+(?=\d)/, "");
  const cut = digits.length - scaleOf(digits);
  return timeAt(Number(digits.slice(0, cut)), (digits.slice(cut) + (match[2] ?? "")).slice(0, 9));
};

const readIso = (text: string): Result<Time> => {
  const match = isoTime.exec(text);
  if (match === null) return bad("bad-time");
  const [, year, month, day, hour, minutes, seconds = "0", fraction = "", , sign, aheadHours, aheadMinutes = "0"] =
    match;
  if (Number(hour) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return bad("bad-time");
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return bad("bad-time");
  if (Number(aheadHours ?? 0) > 14 || Number(aheadMinutes) > 59) return bad("bad-time");
  const ahead = sign === undefined ? 0 : Number(`${sign}1`) * (Number(aheadHours) * 60 + Number(aheadMinutes)) * minute;
  const clock = date.getTime() + (Number(hour) * 60 + Number(minutes)) * minute + Number(seconds) * second;
  return timeAt((clock - ahead) / second, fraction);
};

/**
 * A time as telemetry spells it, in UTC.
 *
 * ISO 8601 with up to nine fraction digits, which are kept; a space for the `T`; an offset; no zone means UTC. Or time
 * since 1970 in seconds, milliseconds, microseconds or nanoseconds, as number or digits.
 *
 * @example
 * readTime("2026-03-01T09:30:00.1234567Z").value.time // => "2026-03-01T09:30:00.1234567Z"
 * readTime("2026-03-01 10:30:00+01:00").value.time // => "2026-03-01T09:30:00Z"
 * readTime(1772357400123).value // => { time: "2026-03-01T09:30:00.123Z", at: 1772357400123 }
 * readTime("1772357400123456789").value.time // => "2026-03-01T09:30:00.123456789Z"
 * readTime("2026-03-01T09:30:00+25:00").reason // => "bad-time"
 * readTime(0).reason // => "absurd-time"
 */
export const readTime = (value: unknown): Result<Time> => {
  if (value === undefined || value === null || value === "") return bad("no-time");
  if (typeof value === "number") {
    if (value < 0) return bad("absurd-time");
    return readEpoch(String(value));
  }
  if (typeof value !== "string") return bad("bad-time");
  return value[4] === "-" ? readIso(value) : readEpoch(value);
};
