/** `npm run pieteka -- verify`: the verdict in words and by exit code, on a machine without settings or database. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vkeyText } from "../../../src/domain/proof-log/rules/note.ts";
import { forged } from "../../domain/proofs/forge.ts";
import { SIGNER, sampleBundle } from "../../domain/proofs/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "pieteka-verify-"));
const at = (name: string) => join(folder, name);
beforeAll(() => {
  writeFileSync(at("right.zip"), sampleBundle());
  writeFileSync(
    at("forged.zip"),
    forged(sampleBundle(), { "events/0002.json": (t) => t.replace("one-click", "page") }),
  );
  writeFileSync(at("none.zip"), "nothing");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without a single setting. */
const run = (...args: string[]) =>
  new Promise<{ exit: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ["src/runtime/node/build.mjs", "cli", "verify", ...args],
      { env: { PATH: process.env.PATH } },
      (error, out, err) => resolve({ exit: Number(error?.code ?? 0), out, err }),
    );
  });

test("three verdicts, each after who vouches, in both languages", async () => {
  const en = await run(at("right.zip"));
  expect(en).toMatchObject({ exit: 0, err: "" });
  expect(en.out.match(/^The answer was given by whoever held the link/gm)).toHaveLength(3);
  for (const words of ["[Valid] Yes.", "[Not checkable]", "[Erased or left out]", "Compare it with the key"])
    expect(en.out).toContain(words);
  const lv = await run(at("right.zip"), "--lang", "lv");
  expect(lv.out).toContain("[Derīgs] Jā.");
});

test("the key that the institution published is compared", async () => {
  const own = await run(at("right.zip"), "--key", vkeyText(SIGNER));
  expect(own.out).not.toContain("Compare it with the key");
  const other = vkeyText(SIGNER).replace(/.{6}$/, "AAAAAA");
  expect(await run(at("right.zip"), "--key", other)).toMatchObject({ exit: 2 });
});

test("what is forged, what is no bundle and what is not there are told apart by words and exit code", async () => {
  expect(await run(at("forged.zip"))).toMatchObject({ exit: 3, out: expect.stringContaining("cannot be relied on") });
  expect((await run(at("forged.zip"))).out).toContain(
    "The bundle is not valid and only claims this: The answer was given by",
  );
  expect(await run(at("none.zip"))).toMatchObject({ exit: 3, out: expect.stringContaining("not a bundle of proofs") });
  expect(await run(at("missing.zip"))).toMatchObject({ exit: 2, err: expect.stringContaining("no such file") });
});

test("--json is for programs", async () => {
  const { out } = await run(at("right.zip"), "--json");
  expect(JSON.parse(out)).toMatchObject({
    verdicts: { bytes: { status: "valid", evidence: "holder" }, content: { status: "erased" } },
    records: [{ events: [{ typ: "consent.given", index: 2 }, { typ: "consent.withdrawn" }] }],
  });
});
