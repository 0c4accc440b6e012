/** Values of which each look at one of these fields is counted: a measure of work that no machine's speed changes. */
export function counting<Value extends object>(values: readonly Value[], field: keyof Value) {
  let looks = 0;
  const counted = values.map((value) => {
    const inner = value[field];
    return Object.defineProperty({ ...value }, field, {
      enumerable: true,
      get() {
        looks += 1;
        return inner;
      },
    });
  });
  return { counted, looks: () => looks };
}
