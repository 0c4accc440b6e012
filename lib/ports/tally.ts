import type { Told } from "../domain/telling.js";

/** How much a channel was told today: kept between two sweeps, written by one of them at a time. */
export interface Tally {
  read(): Promise<Told>;
  write(told: Told): Promise<void>;
}
