import { chanceOf, type Logistic, logit, logOdds } from "./logistic.js";
import { solve } from "./solve.js";

/** One example: its numbers, and whether it is one of those that are looked for. */
export interface Example {
  readonly numbers: readonly number[];
  readonly positive: boolean;
}

/** Newton's steps: a dozen are enough from zero; more only show that it does not converge. */
const steps = 25;
const converged = 1e-9;

/**
 * Logistic regression with a ridge, fitted by Newton's method (iteratively reweighted least squares).
 *
 *     minimise  -sum of log-likelihoods + ridge/2 * sum of weight²      (of standardised numbers; the bias is free)
 *
 * Numbers are standardised for fitting and the weights given back for the numbers as they are. A number that never
 * varies gets no weight.
 *
 * @param ridge larger draws the weights to zero; 1 is what libraries call C = 1
 * @see Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", sections 4.4.1 and 3.4.1
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Logistic {
  const width = examples[0]?.numbers.length ?? 0;
  const scales = Array.from({ length: width }, (_, place) => scaleOf(examples, place));
  const rows = examples.map(({ numbers }) => scales.map(({ mean, per }, i) => ((numbers[i] as number) - mean) * per));
  const share = examples.filter(({ positive }) => positive).length / examples.length;
  let fitted: Logistic = { bias: logit(share), weights: scales.map(() => 0) };
  for (let step = 0; step < steps; step += 1) {
    const { hessian, gradient } = slopes(examples, rows, fitted, ridge);
    const [bias = 0, ...weights] = solve(hessian, gradient);
    fitted = { bias: fitted.bias + bias, weights: fitted.weights.map((weight, i) => weight + (weights[i] as number)) };
    if ([bias, ...weights].every((move) => Math.abs(move) < converged)) break;
  }
  const weights = fitted.weights.map((weight, place) => weight * (scales[place]?.per as number));
  const shift = weights.reduce((sum, weight, place) => sum + weight * (scales[place]?.mean as number), 0);
  return { bias: fitted.bias - shift, weights };
}

function scaleOf(examples: readonly Example[], place: number): { readonly mean: number; readonly per: number } {
  let sum = 0;
  let squares = 0;
  for (const { numbers } of examples) sum += numbers[place] as number;
  const mean = sum / examples.length;
  for (const { numbers } of examples) squares += ((numbers[place] as number) - mean) ** 2;
  return { mean, per: squares === 0 ? 0 : 1 / Math.sqrt(squares / examples.length) };
}

/** The first and second derivatives of what is minimised, the bias first. */
function slopes(
  examples: readonly Example[],
  rows: readonly (readonly number[])[],
  fitted: Logistic,
  ridge: number,
): { readonly hessian: readonly number[][]; readonly gradient: readonly number[] } {
  const size = fitted.weights.length + 1;
  const hessian = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j && i > 0 ? ridge : 0)),
  );
  const gradient = [0, ...fitted.weights.map((weight) => -ridge * weight)];
  for (const [at, row] of rows.entries()) {
    const chance = chanceOf(logOdds(fitted, row));
    const missed = (examples[at]?.positive ? 1 : 0) - chance;
    const weight = chance * (1 - chance);
    for (let i = 0; i < size; i += 1) {
      const left = i === 0 ? 1 : (row[i - 1] as number);
      gradient[i] = (gradient[i] as number) + missed * left;
      const into = hessian[i] as number[];
      for (let j = 0; j < size; j += 1)
        into[j] = (into[j] as number) + weight * left * (j === 0 ? 1 : (row[j - 1] as number));
    }
  }
  return { hessian, gradient };
}
