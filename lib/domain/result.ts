/**
 * Bad data is a value: what was read, or the reason why it could not be.
 *
 * A reason is one of a small fixed vocabulary, so that it can be counted and shown; it never quotes the input,
 * which may hold a secret.
 */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export const good = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const bad = (reason: string): Result<never> => ({ ok: false, reason });
