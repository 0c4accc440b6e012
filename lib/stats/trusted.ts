/** How often something was seen, out of how much; fractional after decay. */
export interface Share {
  readonly seen: number;
  readonly total: number;
}

/**
 * The same share, with the weight of so many sightings at most.
 *
 *     seen' = seen * k,  total' = total * k,  k = min(1, most / total)
 *
 * Never in five thousand is no more telling than never in a hundred: what people do changes before the longer history
 * could be believed. Without a bound, whoever has much history would be louder about the same command than whoever has
 * little, and a score would grow with time.
 *
 * @param most in sightings; smaller makes all histories alike sooner, larger tells often from very often
 * @see Ibrahim & Chen 2000, "Power prior distributions for regression models", Statist. Sci. 15(1): a history at a discount
 * @example
 * trusted({ seen: 50, total: 5000 }, 100) // => { seen: 1, total: 100 }
 * trusted({ seen: 2, total: 40 }, 100) // => { seen: 2, total: 40 }
 */
export function trusted({ seen, total }: Share, most: number): Share {
  const kept = total > most ? most / total : 1;
  return { seen: seen * kept, total: total * kept };
}
