import { number, plural } from "../domain/wording.js";
import type { Pool } from "./detector.js";

/**
 * How often something was done, out of how much.
 *
 * @example
 * tally(0, { name: "ada", commands: 12403, days: 41 }, "ran terraform destroy") // => "none of ada's last 12,403 commands on 41 days ran terraform destroy"
 */
export const tally = (
  seen: number,
  { name, commands, days }: Pick<Pool, "name" | "commands" | "days">,
  what: string,
): string =>
  commands === 0
    ? `nothing is known of ${name} yet`
    : `${count(seen)} of ${name}'s last ${plural(commands, "command")} on ${plural(days, "day")} ${what}`;

/**
 * The same of the widest group of peers, to stand behind a tally; nothing when there are no peers.
 *
 * @example
 * amongPeers(3, { name: "everyone else", commands: 5512 }) // => "; 3 of 5,512 by everyone else"
 */
export const amongPeers = (seen: number, { name, commands }: Pick<Pool, "name" | "commands">): string =>
  commands === 0 ? "" : `; ${count(seen)} of ${number(commands)} by ${name}`;

const count = (seen: number): string => (seen === 0 ? "none" : number(seen));
