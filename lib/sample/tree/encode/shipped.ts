import type { Instant } from "../../../domain/units.js";
import type { Call, Tree } from "../process.js";

/** What a shipper adds to a hook, which has nothing of it. */
export const shipped = ({ user }: Call, { host }: Tree, at: Instant): object => ({
  time: new Date(at).toISOString(),
  user: user.name,
  host,
});

/** The home folder in which the agent keeps its own files. */
export const homeIn = ({ user }: Call, { system }: Tree): string =>
  system === "macos" ? `/Users/${user.name}` : `/home/${user.name}`;
