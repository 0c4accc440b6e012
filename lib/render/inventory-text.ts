import type { Inventory, InventoryRow, UnseenAgent } from "../domain/inventory.js";
import { number, plural } from "../domain/wording.js";
import { daysOf, notesOf } from "./inventory-notes.js";
import { paint } from "./paint.js";
import { safeText } from "./safe-text.js";

const heads = ["identity", "agent", "since", "last", "commands", "notable", "sessions", "hosts", "sure"];
/** Columns of numbers are written to the right. */
const numeric: ReadonlySet<string> = new Set(["commands", "notable", "sessions", "sure"]);
/** Characters of a name that are shown; `--json` has all of it. */
const longestName = 32;

interface Line {
  readonly cells: readonly string[];
  readonly clue: string;
  readonly notes: readonly string[];
  readonly hands: boolean;
}

/**
 * Which agents run under which identities, as a table for a terminal: hands are faint, what deserves a second look has
 * a `!` before it and says why.
 */
export function inventoryText({ rows, unseen }: Inventory, { colour }: { readonly colour: boolean }): string {
  const { strong, faint, alarm } = paint(colour);
  const days = daysOf(rows);
  const lines = rows.map((row) => lineOf(row, days));
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map(({ cells }) => cells[i]?.length ?? 0)));
  const table = (cells: readonly string[]): string =>
    cells.map((cell, i) => pad(cell, widths[i] ?? 0, numeric.has(heads[i] ?? ""))).join("  ");
  return [
    strong(headingOf(rows, days)),
    "",
    faint(`  ${table(heads)}  evidence`),
    ...lines.map(({ cells, clue, notes, hands }) => {
      if (hands) return faint(`  ${table(cells)}  ${clue}`);
      const warning = notes.length === 0 ? "" : alarm(`  <- ${notes.join(", ")}`);
      return `${notes.length === 0 ? " " : alarm("!")} ${table(cells)}  ${clue}${warning}`;
    }),
    ...(unseen.length === 0 ? [] : [""]),
    ...unseen.map((one) => `${alarm("!")} ${unseenLine(one)}`),
    "",
  ].join("\n");
}

function lineOf(row: InventoryRow, days: number): Line {
  const { identity, agent, commands, notable, sessions, hosts, firstSeen, lastSeen, confidence, evidence } = row;
  const [host = "-"] = hosts;
  return {
    cells: [
      safeText(identity, longestName),
      agent === null ? "own hands" : safeText(agent, longestName),
      firstSeen.slice(0, 10),
      lastSeen.slice(0, 10),
      number(commands),
      number(notable),
      sessions === 0 ? "-" : number(sessions),
      `${safeText(host, longestName)}${hosts.length > 1 ? ` +${number(hosts.length - 1)}` : ""}`,
      `${percent(confidence.median)} %`,
    ],
    clue: safeText(evidence[0]?.clue ?? "", 120),
    notes: notesOf(row, days),
    hands: agent === null,
  };
}

const headingOf = (rows: readonly InventoryRow[], days: number): string => {
  const agents = rows.filter(({ agent }) => agent !== null);
  const kinds = new Set(agents.map(({ agent }) => agent)).size;
  const identities = new Set(rows.map(({ identity }) => identity)).size;
  const acting = new Set(agents.map(({ identity }) => identity)).size;
  const history = `${plural(identities, "identity").replace("identitys", "identities")} in ${plural(days, "day")}`;
  return `${plural(kinds, "agent")} under ${number(acting)} of ${history}`;
};

const unseenLine = ({ identity, agent, starts, unattended }: UnseenAgent): string => {
  const how = unattended === 0 ? "" : `, ${number(unattended)} without approvals`;
  return `${safeText(identity, longestName)} started ${safeText(agent, longestName)} ${plural(starts, "time")}${how}, and nothing it did was seen`;
};

const percent = (value: number): string => String(Math.round(100 * value));

const pad = (text: string, width: number, right: boolean): string =>
  right ? text.padStart(width) : text.padEnd(width);
