/**
 * Three kinds of tests. unit: rules, verbs, pages, mails, each with its own database. journeys: the whole house, through
 * HTTP and in a browser. runtime: the same app as it really runs, on Node and in workerd.
 */
import { defineConfig } from "vitest/config";

const common = { root: ".", environment: "node", pool: "forks" } as const;

export default defineConfig({
  test: {
    // In CI the counts are also written down, so that the run can close with them.
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".build/test-report.json" }]] : ["default"],
    globalSetup: ["./test/support/setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: "unit",
          include: ["test/{domain,platform,delivery,texts,http,golden}/**/*.test.ts", "test/*.test.ts"],
          // A busy machine is no fault: the limit is only there to end what hangs.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...common, name: "journeys", include: ["test/journeys/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: { ...common, name: "runtime", include: ["test/{runtime,simulation}/**/*.test.ts"], testTimeout: 120_000 },
      },
    ],
  },
});
