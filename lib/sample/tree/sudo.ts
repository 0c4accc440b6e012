import type { User } from "./process.js";
import { postgres, root } from "./users.js";

/** As whom a sudo starts what stands behind its options. */
export const underSudo = (rest: readonly string[]): { readonly user: User; readonly behind: readonly string[] } =>
  rest[0] === "-u" ? { user: postgres, behind: rest.slice(2) } : { user: root, behind: rest };
