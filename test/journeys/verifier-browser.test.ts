/**
 * `verify.html` in a real browser with the network off, from a folder on the disk: a bundle of somebody who said yes and
 * withdrew is opened on a machine that has nothing of ours but this file. And the same by keyboard, in both languages, forged,
 * repacked, and what is no bundle.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { vkeyText } from "../../src/domain/proof-log/rules/note.ts";
import { verifierFiles } from "../../src/domain/proofs/rules/verifier/files.ts";
import { forged } from "../domain/proofs/forge.ts";
import { EMAIL, SIGNER, sampleBundle } from "../domain/proofs/sample.ts";
import { closeBrowser, type Visitor, visitor } from "../support/browser.ts";
import { startNodeHouse } from "../support/node-house.ts";
import { see } from "../support/see.ts";

const folder = mkdtempSync(join(tmpdir(), "pieteka-verifier-"));
const at = (name: string) => join(folder, name);
const verifier = verifierFiles();
const { html, mjs } = verifier;
const bundle = sampleBundle({ verifier });
writeFileSync(at("verify.html"), html.text);
writeFileSync(at("verify.mjs"), mjs.text);
writeFileSync(at("anna.consent-proof.zip"), bundle);
writeFileSync(at("forged.zip"), forged(bundle, { "events/0001.json": (t) => t.replace("weekly", "weakly") }));
writeFileSync(at("cut.zip"), bundle.subarray(0, 4000));
writeFileSync(at("letter.pdf"), "%PDF-1.7");
writeFileSync(at("empty.zip"), "");

afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** A person without a network, the page open. What it asks of the network would be counted. */
async function offline(lang: "lv" | "en"): Promise<Visitor & { asked: string[] }> {
  const who = await visitor({ offline: true, locale: lang === "lv" ? "lv-LV" : "en-GB" });
  const asked: string[] = [];
  who.page.on("request", (request) => request.url().startsWith("file:") || asked.push(request.url()));
  await who.page.goto(pathToFileURL(at("verify.html")).href);
  return { ...who, asked };
}

async function choose(page: Page, file: string): Promise<void> {
  await page.setInputFiles("#file", at(file));
  await page.waitForSelector("#result");
}

test("offline, in English: three verdicts, each beginning with who vouches; events, details, and the text as it was", async () => {
  const { page, complaints, asked, context } = await offline("en");
  await see(page, "verifier-start");
  await choose(page, "anna.consent-proof.zip");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("result");
  const verdicts = await page.locator(".verdict").allInnerTexts();
  expect(verdicts).toHaveLength(3);
  for (const text of verdicts) expect(text.split("\n")[0]).toContain("held the link");
  expect(verdicts[0]).toMatch(/events intact[\s\S]*Valid[\s\S]*key of the log comes from the bundle itself/);
  expect(verdicts[1]).toMatch(/Not checkable/);
  expect(verdicts[2]).toMatch(/Erased or left out[\s\S]*1 personal detail was erased or left out/);
  expect(await page.locator(".event h3").allInnerTexts()).toEqual([
    expect.stringContaining("1. Consent given"),
    expect.stringContaining("2. Consent withdrawn"),
  ]);
  expect(await page.locator(".event").first().innerText()).toContain(EMAIL);
  await page.locator(".event summary", { hasText: "text that was shown" }).first().click();
  expect(await page.locator(".shown").first().innerText()).toContain("May we go on writing to you?");
  for (const summary of await page.locator(".steps summary").all()) await summary.click();
  await see(page, "verifier-result");
  expect(complaints).toEqual([]);
  expect(asked).toEqual([]);
  await context.close();
});

test("offline, in Latvian and by keyboard: the other language is one press away and nothing is lost", async () => {
  const { page, complaints, context } = await offline("lv");
  expect(await page.locator("h1").innerText()).toBe("Pierādījumu komplekta pārbaude");
  await page.fill("#key", vkeyText(SIGNER));
  await choose(page, "anna.consent-proof.zip");
  const first = page.locator(".verdict").first();
  expect(await first.innerText()).toContain("Derīgs");
  expect(await first.innerText()).not.toContain("Salīdziniet");
  await see(page, "verifier-result-lv");
  await page.locator("nav button").focus();
  await page.keyboard.press("Enter");
  expect(await page.locator("h1").innerText()).toBe("Check a bundle of proofs");
  expect(await first.innerText()).toContain("Valid");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(complaints).toEqual([]);
  await context.close();
});

test("offline: a forged bundle, a cut one and other files get a clear word", async () => {
  const { page, complaints, context } = await offline("en");
  await choose(page, "forged.zip");
  expect(await page.locator(".verdict").first().innerText()).toMatch(
    /Invalid[\s\S]*cannot be relied on[\s\S]*no such entry/,
  );
  await see(page, "verifier-forged");
  for (const [file, words] of [
    ["cut.zip", "not complete"],
    ["letter.pdf", "not a bundle of proofs"],
    ["empty.zip", "is empty"],
  ] as const) {
    await choose(page, file);
    await page.waitForFunction((name) => document.getElementById("result")?.textContent === name, file);
    expect(await page.locator(".verdict").allInnerTexts()).toEqual([expect.stringContaining(words)]);
  }
  await see(page, "verifier-no-bundle");
  expect(complaints).toEqual([]);
  await context.close();
});

test("a file is taken where it is dropped", async () => {
  const { page, context } = await offline("en");
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "anna.zip"));
      dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
    },
    [...sampleBundle()],
  );
  await page.waitForSelector("#result");
  expect(await page.locator(".verdict").count()).toBe(3);
  await context.close();
});

test("served at /log/verify, under the policy of its own, it is the same", async () => {
  const house = await startNodeHouse();
  try {
    const { page, complaints, context } = await visitor();
    await page.goto(`${house.url}/log/verify?lang=lv`);
    await see(page, "log-verify");
    await page.locator("main a.ds-button").first().click();
    await page.waitForURL(/\/log\/verify\.html#lv$/);
    await choose(page, "anna.consent-proof.zip");
    expect(await page.locator(".verdict").first().innerText()).toContain("Derīgs");
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await house.stop();
  }
});

test("verify.mjs says the same in Node, from the folder it lies in, and by its exit code", () => {
  const run = (...args: string[]) => {
    try {
      return {
        exit: 0,
        out: execFileSync(process.execPath, ["verify.mjs", ...args], { cwd: folder, encoding: "utf8" }),
      };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { exit: status, out: stdout };
    }
  };
  const right = run("anna.consent-proof.zip", "--lang", "lv");
  expect(right.exit).toBe(0);
  expect(right.out).toContain("[Derīgs]");
  expect(run("forged.zip")).toMatchObject({ exit: 3, out: expect.stringContaining("[Invalid]") });
  expect(run("letter.pdf")).toMatchObject({ exit: 3, out: expect.stringContaining("not a bundle") });
  expect(JSON.parse(run("anna.consent-proof.zip", "--json").out)).toMatchObject({
    verdicts: { bytes: { status: "valid" } },
  });
  expect(run().exit).toBe(2);
});
