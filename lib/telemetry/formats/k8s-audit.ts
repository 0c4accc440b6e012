import type { Account } from "../../domain/event.js";
import { bad } from "../../domain/result.js";
import type { Millis } from "../../domain/units.js";
import { eventOf } from "../event-of.js";
import { commandOf, millisOrZero, textOrNull } from "../field.js";
import type { Format } from "../format.js";
import { isObject, type JsonObject } from "../json.js";
import { readTime } from "../time.js";

/** From here on an answer says no. */
const firstErrorCode = 400;

/** An exec into a container: asked for over SPDY as `create`, over WebSocket as `get`. */
const isExec = ({ verb, objectRef, responseStatus }: JsonObject): boolean => {
  if (!isObject(objectRef) || objectRef.subresource !== "exec" || (verb !== "create" && verb !== "get")) return false;
  return !(isObject(responseStatus) && Number(textOrNull(responseStatus.code)) >= firstErrorCode);
};

/** Every `command=` of the request's query is one argument. */
const argvIn = (uri: unknown): readonly string[] | undefined => {
  if (typeof uri !== "string" || !uri.includes("?")) return undefined;
  const argv = new URLSearchParams(uri.slice(uri.indexOf("?") + 1)).getAll("command");
  return argv.length === 0 ? undefined : argv;
};

const userNamed = (user: unknown): string | null => (isObject(user) ? textOrNull(user.username) : null);

/** Who sent the request; behind a proxy with an account of its own, the person for whom it was sent. */
const accountOf = (record: JsonObject): Account | null => {
  const sender = userNamed(record.user);
  const impersonated = userNamed(record.impersonatedUser);
  const isProxy = sender?.startsWith("system:") === true && impersonated?.startsWith("system:") === false;
  const name = isProxy ? impersonated : sender;
  return name === null ? null : { name, uid: null };
};

const tookMs = (received: number, record: JsonObject): Millis => {
  const written = readTime(record.stageTimestamp);
  return written.ok ? millisOrZero(written.value.at - received) : 0;
};

/**
 * The Kubernetes API server's audit log: commands that were run inside pods (`pods/exec`).
 *
 * The argv is exact: it stands in `requestURI`, one `command=` for each argument. `user.username` is the person as the
 * cluster knows her: an address, an assumed role's ARN, `oidc:ada`, a service account. All stages of one request have
 * its `auditID` and its `requestReceivedTimestamp`; the later ones tell how long it ran. A pod's name is its host's
 * name; the log names neither node nor cluster. Answers from 400 on started nothing, but an audit policy that keeps
 * RequestReceived tells of the asking too.
 *
 * It cannot carry what is typed into an interactive shell, the working folder, or the agent behind a kubectl. Not read:
 * attach (no command), ephemeral containers, commands of new pods.
 *
 * To be set: an audit policy of level Metadata or more for `pods/exec`.
 */
export const k8sAudit: Format = {
  name: "k8s-audit",
  recognises: (record) =>
    typeof record.auditID === "string" && typeof record.stage === "string" && record.verb !== undefined,
  normalise(record, origin) {
    if (!isExec(record)) return bad("not-a-process-start");
    const command = commandOf(argvIn(record.requestURI));
    if (!command.ok) return command;
    const time = readTime(record.requestReceivedTimestamp ?? record.stageTimestamp);
    if (!time.ok) return time;
    const account = accountOf(record);
    if (account === null) return bad("no-user");
    return eventOf({
      id: textOrNull(record.auditID) ?? origin.contentId(),
      format: "k8s-audit",
      time: time.value.time,
      at: time.value.at,
      host: isObject(record.objectRef) ? textOrNull(record.objectRef.name) : null,
      account,
      command: command.value,
      tookMs: tookMs(time.value.at, record),
    });
  },
};
