import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("the bench of an import runs with the memory settings of the command line", () => {
  const flags = (path: string) => /const LEAN = \[(.*)\];/.exec(readFileSync(path, "utf8"))?.[1];
  expect(flags("src/runtime/node/ensure-installed.mjs")).toContain("--max-semi-space-size=");
  expect(flags("test/bench/import.ts")).toBe(flags("src/runtime/node/ensure-installed.mjs"));
});
