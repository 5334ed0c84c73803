/** The committed verifier is what its sources give: whoever builds it again gets the published hash. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verifierFiles } from "../../../src/domain/proofs/rules/verifier/files.ts";

const BUILT = "src/domain/proofs/rules/verifier/built.gen.ts";

test("building it again changes nothing", () => {
  const before = readFileSync(BUILT, "utf8");
  const again = execFileSync(process.execPath, ["src/runtime/node/build-verifier.mjs", "--print"], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(again === before).toBe(true);
});

test("the README names the hashes of both files", () => {
  const { html, mjs } = verifierFiles();
  const named = readFileSync("README.md", "utf8").match(/\b[0-9a-f]{64}\b/g);
  expect(named).toEqual([html.sha256, mjs.sha256]);
});
