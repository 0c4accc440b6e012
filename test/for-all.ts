import fc from "fast-check";

/** Fixed, so that a run can be repeated; change it to look elsewhere. */
const seed = 20_260_302;

/** A law that holds for all values of these arbitraries; it is broken by throwing, as `expect` does. */
export function forAll<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  law: (...values: Values) => unknown,
): void {
  fc.assert(
    fc.property(fc.tuple<Values>(...arbitraries), (values) => {
      law(...values);
    }),
    { seed },
  );
}
