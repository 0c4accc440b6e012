import type { Signature } from "./command.js";

/**
 * A signature's three parts: program, verb, shape.
 *
 * @example
 * partsOf("git/push/force+branch:main") // => ["git", "push", "force+branch:main"]
 * partsOf("odd") // => ["odd", "-", "-"]
 */
export function partsOf(signature: Signature): readonly [program: string, verb: string, shape: string] {
  const [program = "-", verb = "-", ...shape] = signature.split("/");
  return [program, verb, shape.join("/") || "-"];
}
