import * as v from "valibot";

/** A number between bounds; `hint` says what a sensible one looks like. */
export function within(least: number, most: number, hint: string) {
  const must = (condition: string) => (issue: { readonly received: string }) =>
    `must be ${condition}, got ${issue.received}; ${hint}`;
  return v.pipe(
    v.number(must("a number")),
    v.minValue(least, must(`at least ${least}`)),
    v.maxValue(most, must(`at most ${most}`)),
  );
}

/** A whole number between bounds. */
export const wholeWithin = (least: number, most: number, hint: string) =>
  v.pipe(
    within(least, most, hint),
    v.integer(({ received }) => `must be a whole number, got ${received}; ${hint}`),
  );

/** One of a few words or numbers. */
export const oneOf = <const Choices extends readonly (string | number)[]>(choices: Choices, hint: string) =>
  v.picklist(choices, ({ received }) => `must be one of ${choices.join(", ")}, got ${received}; ${hint}`);

/** A text of a certain shape; `what` names the shape. */
export const textLike = (shape: RegExp, what: string, hint: string) =>
  v.pipe(
    v.string(({ received }) => `must be ${what}, got ${received}; ${hint}`),
    v.regex(shape, ({ received }) => `must be ${what}, got ${received}; ${hint}`),
  );

/** Yes or no. */
export const yesOrNo = (hint: string) => v.boolean(({ received }) => `must be true or false, got ${received}; ${hint}`);

/** A list; `hint` says what a sensible one looks like. */
export const listOf = <const Item extends v.GenericSchema>(item: Item, hint: string) =>
  v.array(item, ({ received }) => `must be a list, got ${received}; ${hint}`);

/** Texts of any shape. */
export const texts = (hint: string) =>
  v.optional(
    v.array(
      v.string(({ received }) => `must be a text, got ${received}; ${hint}`),
      ({ received }) => `must be a list of texts, got ${received}; ${hint}`,
    ),
  );
