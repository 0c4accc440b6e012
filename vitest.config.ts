import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The SDK warns of a Node that it will leave behind in 2027; ours is pinned.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./test/closing-line.ts"],
    // Two cores are what a small CI machine has.
    maxWorkers: 2,
    // What a history makes is soon gone again: with more room for it, a company is learned in a fifth less time.
    execArgv: ["--max-semi-space-size=64"],
    // A hang is what this ends; a slow machine is none.
    testTimeout: 120_000,
    hookTimeout: 600_000,
    coverage: {
      provider: "v8",
      include: ["lib/**/*.ts", "lambdas/**/*.ts"],
      reporter: ["text-summary"],
      reportOnFailure: true,
      thresholds: { statements: 0, branches: 0, functions: 0, lines: 0 },
    },
  },
});
