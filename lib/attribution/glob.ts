/**
 * Whether a name fits a pattern with `*` (any characters) and `?` (one); everything else, brackets too, means itself.
 *
 * Works through both in one pass and goes back only to the last star, so that no pattern is slow.
 *
 * @example
 * fits("svc-deploy", "svc-*") // => true
 * fits("renovate[bot]", "*[bot]") // => true
 * fits("ada", "a?") // => false
 */
export const fits = (name: string, pattern: string): boolean => {
  let [at, wanted, star, retry] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[wanted] === "*") {
      star = wanted++;
      retry = at;
    } else if (wanted < pattern.length && (pattern[wanted] === "?" || pattern[wanted] === name[at])) {
      wanted++;
      at++;
    } else if (star >= 0) {
      wanted = star + 1;
      at = ++retry;
    } else return false;
  }
  while (pattern[wanted] === "*") wanted++;
  return wanted === pattern.length;
};
