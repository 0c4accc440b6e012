import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

/**
 * Ends a run with `N passed, N failed` alone on a line, which is all that CI reads.
 *
 * A file that could not be loaded and an error outside any test count as failed: otherwise a run with no tests
 * left in it would look well. A run that was interrupted has no such line.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    strayErrors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    if (reason === "interrupted") return;
    let passed = 0;
    let failed = strayErrors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        if (test.result().state === "passed") passed += 1;
        if (test.result().state === "failed") failed += 1;
      }
    }
    // The coverage summary follows the end of the run; the closing line is to be the last.
    process.once("exit", () => console.log(`${passed} passed, ${failed} failed`));
  }
}
