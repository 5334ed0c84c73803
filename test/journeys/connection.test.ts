/** A page that asks for itself in a real browser: what it says while nobody answers, and when somebody does again. */
import { afterAll, expect, it } from "vitest";
import { stage } from "../http/staff/campaigns/stage.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

/** A mailing whose mail service has taken ten and wants nothing for an hour: its page asks for itself. */
async function busy() {
  const s = await stage(25);
  const id = await s.begin();
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  const window = await windowOf(s.editor);
  const page = await window.open(`/staff/mailings/${id}`);
  return { page, lost: page.locator("[data-lost]") };
}

it("figures that can no longer be asked for are told to be old, and are new again when the server answers", async () => {
  const { page, lost } = await busy();
  expect(await lost.isVisible()).toBe(false);
  const cut = { off: true };
  await page.route("**/numbers?*", (route) => (cut.off ? route.abort() : route.fallback()));
  await lost.waitFor({ state: "visible" });
  expect(await lost.textContent()).toContain("Nav savienojuma ar serveri");
  await see(page, "mailing-connection-lost");
  cut.off = false;
  await lost.waitFor({ state: "hidden" });
  expect(await page.locator(".desk-balance dd").first().textContent()).toBe("25");
});

it("a server that answers with faults is not connected either", async () => {
  const { page, lost } = await busy();
  await page.route("**/numbers?*", (route) => route.fulfill({ status: 502, body: "" }));
  await lost.waitFor({ state: "visible" });
  expect(await page.locator("#numbers").count()).toBe(1);
});
