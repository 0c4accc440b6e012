/** What can be remembered: anything but nothing at all. */
type Something = object | string | number | boolean | null;

/** So much is remembered, counted in characters of what was asked: some 20,000 commands of usual length. */
const room = 8 * 1024 * 1024;
/** Each answer counts for so many more. */
const answerSize = 350;

/**
 * A function that remembers its answers, for one whose answers never change: people and agents repeat themselves.
 *
 * When it remembers too much it forgets all of it, which takes no time, and it is soon together again.
 *
 * @param keyOf tells apart whatever has different answers
 * @example
 * const lengthOf = remembering((text) => text, (text) => [text.length])
 * lengthOf("ls") === lengthOf("ls") // => true
 */
export function remembering<Asked, Answer extends Something>(
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const answers = new Map<string, Answer>();
  let size = 0;
  return (asked) => {
    const key = keyOf(asked);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = answer(asked);
    size += key.length + answerSize;
    if (size > room) {
      answers.clear();
      size = key.length + answerSize;
    }
    answers.set(key, found);
    return found;
  };
}
