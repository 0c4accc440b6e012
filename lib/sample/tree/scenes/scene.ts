import type { Carries } from "../encode/encode.js";
import type { Gardener } from "../gardener.js";
import type { Start, Tree } from "../process.js";
import type { Course } from "../run.js";

/** Something that may happen on a host in an afternoon. */
export interface Scene {
  readonly name: string;
  /** The chance that it happens. */
  readonly often: number;
  /** The only system on which it can. */
  readonly only?: Tree["system"];
  /** Records that have none of these cannot tell who acted in it. */
  readonly onlyBy?: readonly (keyof Carries)[];
  /** @param shell a terminal of hers that is open all afternoon */
  play(garden: Gardener, shell: Start): Course;
}
