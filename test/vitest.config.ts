import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          root: ".",
          include: ["test/{domain,platform,delivery,texts,http,golden}/**/*.test.ts"],
          environment: "node",
          pool: "forks",
        },
      },
    ],
  },
});
