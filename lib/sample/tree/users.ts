import type { User } from "./process.js";

export const root: User = { name: "root", uid: 0 };

/** Accounts of services. */
export const redis: User = { name: "redis", uid: 114 };
export const postgres: User = { name: "postgres", uid: 116 };
