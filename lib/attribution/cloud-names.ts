/** What a cloud or a cluster calls somebody, taken apart. */
export interface CloudName {
  /** The person's own name in it, or the service's. */
  readonly name: string;
  readonly kind: "person" | "service";
}

const person = (name: string): CloudName => ({ name, kind: "person" });
const service = (name: string): CloudName => ({ name, kind: "service" });

/** Session names that tools make up: of instances, of the SDKs, of workflows, of tasks. They say nobody's name. */
const madeUp =
  /^(?:m?i-[\da-f]{8,17}|botocore-session-\d+|aws-(?:go-)?sdk-[\w-]+|aws-?cli-session(?:-\d+)?|[\da-f]{32}|\d{10,}|githubactions|ecs-execute-command)$/;

/**
 * Whether a role session's name, in lower case, was made up by a tool and names nobody.
 *
 * @example
 * isMadeUp("botocore-session-1772355000") // => true
 * isMadeUp("ada@corp.example") // => false
 */
export const isMadeUp = (session: string): boolean => madeUp.test(session);

/** Who a role's session is: the person its name says, or the role where the name is a tool's. */
const sessionOf = (role: string, session: string): CloudName =>
  session === "" || isMadeUp(session) ? service(`role:${role}`) : person(session);

/** `arn:aws:sts::123456789012:assumed-role/Role/ada`, `arn:aws:iam::123456789012:user/path/ada` and their kin. */
const inArn = (arn: string): CloudName | null => {
  const [, , owner, , account = "", ...rest] = arn.split(":");
  const [kind, first = "", ...more] = rest.join(":").split("/");
  const last = more.at(-1) ?? first;
  if (kind === "root" && (owner === "iam" || owner === "sts")) return service(`root@${account}`);
  if (last === "") return null;
  if (owner === "sts" && kind === "assumed-role") return sessionOf(first, more.join("/"));
  if (owner === "sts" && kind === "federated-user") return person(first);
  if (owner === "iam" && kind === "user") return person(last);
  return owner === "iam" && kind === "role" ? service(`role:${last}`) : null;
};

// Clusters put one of these before the names of whom they let in by single sign-on.
const signedOn = /^(?:oidc|sso|okta|google|github|azuread|keycloak|dex):(?=[^/\s])/;

/**
 * The person or service in a principal of AWS or Kubernetes, in lower case; null where the name is a plain one.
 *
 * @example
 * cloudNameIn("arn:aws:sts::123456789012:assumed-role/dev/ada@corp.example").name // => "ada@corp.example"
 * cloudNameIn("aroaexampleid:ada").name // => "ada"
 * cloudNameIn("arn:aws:sts::123456789012:assumed-role/web/i-0123456789abcdef0") // => { name: "role:web", kind: "service" }
 * cloudNameIn("system:serviceaccount:shop:cart").kind // => "service"
 * cloudNameIn("https://login.example.com#ada").name // => "ada"
 * cloudNameIn("ada") // => null
 */
export const cloudNameIn = (name: string): CloudName | null => {
  if (/^arn:aws[a-z-]{0,16}:/.test(name)) return inArn(name);
  const role = /^(aroa[a-z\d]{0,32}):(.+)$/.exec(name);
  if (role !== null) return sessionOf(role[1] ?? "", role[2] ?? "");
  if (name.startsWith("system:")) return service(name);
  if (/^https?:\/\//.test(name)) {
    const subject = name.slice(name.lastIndexOf("#") + 1);
    return subject === "" || subject === name ? null : person(subject);
  }
  const prefix = signedOn.exec(name)?.[0];
  return prefix === undefined ? null : person(name.slice(prefix.length));
};
