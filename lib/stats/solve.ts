/**
 * The solution x of A x = b, for a symmetric positive definite A: Cholesky's A = L L', then twice a triangle.
 *
 * @throws when A is not positive definite
 * @see Golub, Van Loan, "Matrix Computations", section 4.2
 * @example
 * solve([[4, 2], [2, 5]], [2, 9]) // => [-0.5, 2]
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const lower: number[][] = [];
  for (const [i, row] of a.entries()) {
    const made: number[] = [];
    lower.push(made);
    for (let j = 0; j <= i; j += 1) {
      const rest = (row[j] as number) - inner(made, lower[j] as number[], j);
      if (i === j && !(rest > 0)) throw new Error("solve requires a positive definite matrix");
      made.push(i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] as number));
    }
  }
  const half: number[] = [];
  for (const [i, row] of lower.entries()) half.push(((b[i] as number) - inner(row, half, i)) / (row[i] as number));
  const whole = [...half];
  for (let i = whole.length - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < whole.length; j += 1)
      whole[i] = (whole[i] as number) - (lower[j]?.[i] as number) * (whole[j] as number);
    whole[i] = (whole[i] as number) / (lower[i]?.[i] as number);
  }
  return whole;
}

function inner(left: readonly number[], right: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (left[k] as number) * (right[k] as number);
  return sum;
}
