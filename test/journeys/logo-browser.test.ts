/** The page of the picture in newsletters, in a real browser: without one, with one, with a file that is none. */
import { afterAll, expect, it } from "vitest";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { png } from "../support/pictures.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("is reached from the settings, takes a picture, says what is wrong with another file, and shows what there is", async () => {
  const desk = await openDesk();
  const { page, open } = await windowOf(await desk.signIn("admin"));
  await open("/staff/settings?lang=en");
  await page.getByRole("link", { name: "Choose an image" }).click();
  expect(await page.locator("h1").textContent()).toBe("Image in newsletters");
  await see(await open("/staff/settings/logo?lang=lv"), "logo-none-lv");
  const choose = async (name: string, bytes: Uint8Array) => {
    await page.locator("#f-file").setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    const sent = page.waitForResponse((answer) => answer.request().method() === "POST");
    await page.getByRole("button", { name: "Saglabāt attēlu" }).click();
    await sent;
  };
  await choose("zime.png", new TextEncoder().encode("<svg/>"));
  await page.locator(".ds-error-summary").waitFor();
  await see(page, "logo-wrong-lv");
  await open("/staff/settings/logo?lang=lv");
  await choose("zime.png", png(400, 120));
  await open("/staff/settings/logo?lang=lv&saved");
  expect(await page.locator('img[src^="/media/"]').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(400);
  await see(page, "logo-lv");
  await see(await open("/staff/settings/logo?lang=en"), "logo-en");
});
