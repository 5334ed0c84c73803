/** The page of keys in a real browser: while rows move, when an old key waits for its backups, and with one that is missing. */
import { afterAll, expect, it } from "vitest";
import { announce, loseNewest, renew } from "../domain/key-rotation/rings.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("says in both languages which keys are needed, at every width, and is reached from the settings", async () => {
  const desk = await openDesk();
  const turn = async () => {
    await desk.deps.queue.enqueue({ kind: "rotate" });
    await desk.work();
  };
  await desk.people(6);
  await desk.sent();
  await desk.answer(1, "no");
  await turn();
  renew(desk.deps, "ADDRESS_KEYS", "PROOF_KEYS");
  announce(desk.deps, "TAG_KEYS");
  const { page, open } = await windowOf(await desk.signIn("admin"));
  await see(await open("/staff/settings/keys?lang=lv"), "keys-moving-lv");
  await turn();
  for (const lang of ["lv", "en"]) await see(await open(`/staff/settings/keys?lang=${lang}`), `keys-${lang}`);
  renew(desk.deps, "ADDRESS_KEYS");
  await turn();
  loseNewest(desk.deps, "ADDRESS_KEYS");
  await see(await open("/staff/settings/keys?lang=lv"), "keys-missing-lv");
  await open("/staff/settings?lang=en");
  await page.getByRole("link", { name: "See the encryption keys" }).click();
  expect(await page.locator("h1").textContent()).toBe("Encryption keys");
});
