import type { Event } from "../../domain/event.js";
import { bad, type Result } from "../../domain/result.js";
import { nobodyKnown } from "../account.js";
import { eventOf } from "../event-of.js";
import { commandOf, text } from "../field.js";
import type { Origin } from "../format.js";
import type { JsonObject } from "../json.js";
import { readTime } from "../time.js";
import { falcoField } from "./falco-field.js";

const home = /^(?:\/home\/|\/Users\/|[A-Za-z]:[\\/]Users[\\/])([^\\/]+)/;

/** The one who owns a home folder; everybody's folder is nobody's. */
const ownerOf = (path: string | null): string | null => {
  const owner = path === null ? undefined : home.exec(path)?.[1];
  return owner === undefined || owner === "Shared" || owner === "Public" ? null : owner;
};

/** The plugin names no user, but an agent keeps its transcript in her home, and mostly works below it. */
const userOf = (fields: JsonObject): string | null =>
  falcoField(fields, "user.name") ??
  falcoField(fields, "user") ??
  ownerOf(falcoField(fields, "agent.transcript_path")) ??
  ownerOf(falcoField(fields, "agent.real_cwd") ?? falcoField(fields, "agent.cwd"));

/** All alerts of one call have its id; the plugin's own number of it starts again with the plugin. */
const idOf = (fields: JsonObject, host: string | null, time: string): string | null => {
  const correlation = falcoField(fields, "correlation.id");
  return falcoField(fields, "tool.use_id") ?? (correlation === null ? null : `${correlation}@${host ?? ""}@${time}`);
};

/**
 * A tool call of a coding agent, as Falco's plugin for them (Prempti) alerts on it: `agent.name`, `agent.session_id`,
 * `agent.cwd` and, for its shell only, `tool.input_command`, which is what the agent asked for, letter by letter.
 *
 * It is asked before the call runs. A call that a rule denies is one all the same: the alert does not tell whether the
 * plugin blocks or only watches. Several rules may alert on one call; those with its id are one event. The plugin's
 * catch-all rule prints every field of every call: alerts that do not even name the agent are left to it.
 *
 * Whose agent it is the plugin does not tell: let falcosidekick add `user` as a custom field. Without it, the owner of
 * the home folder that the transcript or the working folder is in is taken, or else nobody known.
 */
export const falcoCall = (record: JsonObject, fields: JsonObject, origin: Origin): Result<Event> => {
  const script = fields["tool.input_command"];
  if (script === undefined || script === null || script === "" || script === "<NA>") return bad("not-a-process-start");
  const command = commandOf(script);
  if (!command.ok) return command;
  const time = readTime(record.time);
  if (!time.ok) return time;
  const declaredAgent = falcoField(fields, "agent.name");
  if (declaredAgent === null) return bad("bad-agent");
  const user = userOf(fields);
  const host = text(record.hostname);
  if (host === undefined) return bad("bad-host");
  return eventOf({
    id: idOf(fields, host, time.value.time) ?? text(record.uuid) ?? origin.contentId(),
    format: "falco",
    time: time.value.time,
    at: time.value.at,
    host,
    account: user === null ? nobodyKnown : { name: user, uid: null },
    declaredAgent,
    session: falcoField(fields, "agent.session_id"),
    cwd: falcoField(fields, "agent.cwd") ?? falcoField(fields, "agent.real_cwd"),
    command: command.value,
    layer: "call",
  });
};
