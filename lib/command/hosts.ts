import type { TargetClass } from "../domain/reading.js";
import type { OperandKind } from "./layout.js";

/** Where clouds answer with the credentials of the machine that asks, in every spelling that resolves to it. */
const metadataHosts: ReadonlySet<string> = new Set([
  "169.254.169.254",
  "169.254.170.2",
  "100.100.100.200",
  "168.63.129.16",
  "fd00:ec2::254",
  "metadata.google.internal",
  "metadata",
  "2852039166",
  "0xa9fea9fe",
  "instance-data",
]);

const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const url = /^[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^/?#@\s]{0,200}@)?(\[[0-9a-f:.]{2,45}\]|[^/?#:\s]{1,253})/i;
/** Addresses whose first part names a bucket, an image or a file, not a host. */
const notHosts = /^(s3a?|gs|file|oci|docker|docker-image|abfss?|wasbs?|az|r2|b2|hdfs|arn|vault|op|data|unix|exec):/i;
const userAtHost = /^[\w.+-]{1,64}@([A-Za-z0-9.-]{1,253})(?::|$)/;
const addressAndPort = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?(?:\/|:|$)/;
const bareName = /^([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8})(?::\d{1,5})?(?:\/|$)/;
const socketFile = /^\/dev\/(?:tcp|udp)\/([^/\s]{1,253})\//;

/**
 * The class of the host that a word names, if it names one: in a URL, after `user@`, as an address, in bash's
 * `/dev/tcp`, or bare where the program takes hosts.
 *
 * @example
 * hostClassOf("http://localhost:8080/x") // => "host:local"
 * hostClassOf("git@git.example.com:team/app.git") // => "host:public"
 * hostClassOf("/dev/tcp/10.0.0.7/4444") // => "host:private"
 * hostClassOf("web-1", "host") // => "host:private"
 * hostClassOf("notes.txt") // => undefined
 */
export function hostClassOf(word: string, kind: OperandKind = "unknown"): TargetClass | undefined {
  const name = hostName(word, kind);
  return name === undefined ? undefined : classOf(name.toLowerCase().replace(/^\[|\]$/g, ""));
}

function hostName(word: string, kind: OperandKind): string | undefined {
  const first = word.charCodeAt(0);
  if (first === 47) return socketFile.exec(word)?.[1];
  if (first === 45) return undefined;
  if (word.includes("://")) return notHosts.test(word) ? undefined : url.exec(word)?.[1];
  if (word.includes("@")) {
    const host = userAtHost.exec(word)?.[1];
    const named = host !== undefined && (kind === "host" || address.test(host) || /\.[A-Za-z]{2,}$/.test(host));
    if (named) return host;
  }
  const numbers = first >= 48 && first <= 57 ? addressAndPort.exec(word)?.[1] : undefined;
  if (numbers !== undefined) return numbers;
  if (metadataHosts.has(word) || word === "localhost" || word.startsWith("localhost:")) return word.split(":")[0];
  return kind === "host" && /[A-Za-z]/.test(word) ? bareName.exec(word)?.[1] : undefined;
}

function classOf(host: string): TargetClass {
  if (metadataHosts.has(host)) return "host:metadata";
  if (/^(localhost|127(\.\d{1,3}){3}|::1|0\.0\.0\.0|host\.docker\.internal|.{1,200}\.localhost)$/.test(host))
    return "host:local";
  if (address.test(host)) return isPrivateAddress(host) ? "host:private" : "host:public";
  if (/^f[cd][0-9a-f]{2}:|^fe80:/.test(host)) return "host:private";
  if (host.includes(":")) return "host:public";
  return !host.includes(".") || /\.(local|internal|lan|corp|intranet|home|svc)$/.test(host)
    ? "host:private"
    : "host:public";
}

function isPrivateAddress(host: string): boolean {
  const [first = 0, second = 0] = host.split(".").map(Number);
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127)
  );
}
