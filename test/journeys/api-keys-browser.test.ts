/** Keys of programs and the page about the API in a real browser, by the buttons alone, in both languages. SCREENSHOTS keeps pictures. */
import { afterAll, expect, it } from "vitest";
import { callsWith, programOf } from "../support/api.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";
import { createWorld } from "../support/world.ts";

afterAll(closeBrowser);

it("an admin makes a key, copies it, a program calls with it, and the key is revoked", async () => {
  const world = await createWorld();
  await programOf(world, { role: "dpo", lifeMs: 5 * 24 * 3_600_000 });
  const admin = await windowOf(await world.signIn("admin"));
  const both = async (path: string, name: string) => {
    for (const lang of ["en", "lv"])
      await see(await admin.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`), name + lang);
  };
  const { page } = admin;
  const press = async (selector: string) => {
    const loaded = page.waitForEvent("load");
    await page.locator(selector).first().click();
    await loaded;
  };
  await both("/staff/access", "api-access-");
  await both("/staff/access/keys", "api-keys-");
  await press('a[href="/staff/access/keys/new"]');
  await press("main form button");
  await see(page, "api-new-wrong");
  await page.locator('input[name="name"]').fill("Vietne");
  await page.locator('input[name="purpose"]').fill("Nodod pieteikumus no sākumlapas veidlapas");
  await page.locator('input[value="sign-up.hand-on"]').check();
  await page.locator('input[name="until"]').fill("2027-05-31");
  await press("main form button");
  await see(page, "api-made");
  const key = (await page.locator("main code").textContent()) ?? "";
  expect((await callsWith(world, key).call("GET", "/sign-ups/offer")).status).toBe(200);
  await press('a[href="/staff/access/keys"].ds-button');
  await see(page, "api-keys-two");
  await both("/staff/access/review", "api-review-");
  await admin.open("/staff/access/keys");
  await page.locator("a[href$='/revoke']").last().click();
  await page.waitForURL(/\/revoke$/);
  await see(page, "api-revoke");
  await page.locator("main form button").click();
  await page.waitForURL(/done=revoked$/);
  await see(page, "api-revoked");
  expect((await callsWith(world, key).call("GET", "/sign-ups/offer")).status).toBe(401);
});

it("whoever writes a program reads what it can call, without a script", async () => {
  const world = await createWorld();
  const reader = await windowOf(world.browser(), { javaScriptEnabled: true });
  for (const lang of ["lv", "en"]) await see(await reader.open(`/api/docs?lang=${lang}`), `api-docs-${lang}`);
});
