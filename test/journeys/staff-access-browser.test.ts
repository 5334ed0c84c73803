/**
 * Second factor, account, who can do what and the end of an account in a real browser, by the buttons alone, in both
 * languages. SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { signInLink } from "../../src/domain/staff/sign-in-link.ts";
import { isRefusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { keyOn } from "../support/authenticator.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { PUBLIC_URL } from "../support/settings.ts";
import { codeNow } from "../support/totp.ts";
import { windowOf } from "../support/window.ts";
import { createWorld } from "../support/world.ts";

afterAll(closeBrowser);

it("an admin sets up an authenticator, signs in with it, looks at who can do what, and ends an account", async () => {
  const world = await createWorld({ config: { secondFactor: "demanded" } });
  const admin = await windowOf(await world.signIn("admin"));
  const both = async (path: string, name: string) => {
    for (const lang of ["en", "lv"])
      await see(await admin.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`), name + lang);
  };
  const { page } = admin;
  const press = async (selector: string) => {
    const loaded = page.waitForEvent("load");
    await page.locator(selector).click();
    await loaded;
  };
  /** The same of a form that leads elsewhere. */
  const sent = async (selector: string, to: string) => {
    await page.locator(selector).click();
    await page.waitForURL(`${PUBLIC_URL}${to}`);
    return page;
  };

  await both("/staff/sign-in/enrol", "access-enrol-begin-");
  await sent('form[action$="/enrol/begin"] button', "/staff/sign-in/enrol?to=%2Fstaff%2F");
  await both("/staff/sign-in/enrol", "access-enrol-key-");
  const key = keyOn(await page.content());
  await page.locator('input[name="code"]').fill("000000");
  await press('form[action$="/enrol"] button');
  await see(page, "access-enrol-wrong");
  await page.locator('input[name="code"]').fill(codeNow(key));
  await press('form[action$="/enrol"] button');
  await see(page, "access-codes");
  const recovery = await page.locator(".desk-codes code").allTextContents();
  expect(recovery).toHaveLength(10);
  await press("main .no-print a");
  expect(new URL(page.url()).pathname).toBe("/staff/");
  await both("/staff/account", "access-account-");

  const [me] = await world.rows("SELECT email FROM user WHERE role = 'admin'");
  const made = await signInLink(world.deps, OPERATOR, { email: String(me?.email) });
  if (isRefusal(made)) throw new Error(made.code);
  const again = world.browser();
  await again.post(new URL(made.url).pathname, {});
  const other = await windowOf(again);
  for (const lang of ["en", "lv"]) {
    await see(await other.open(`/staff/sign-in/second?lang=${lang}`), `access-second-${lang}`);
    await see(await other.open(`/staff/sign-in/recovery?lang=${lang}`), `access-recovery-${lang}`);
  }
  await other.page.locator('input[name="code"]').fill(recovery[0] as string);
  await other.page.locator('form[action$="/recovery"] button').click();
  await other.page.waitForURL(`${PUBLIC_URL}/staff/account?recovered=1`);
  await see(other.page, "access-recovered");

  await world.signIn("dpo");
  await world.signIn("editor");
  const [editor] = await world.rows("SELECT id FROM user WHERE role = 'editor'");
  const [list] = await world.rows("SELECT id, purpose_id FROM list LIMIT 1");
  await world.client.execute({
    sql: `INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, created_by, created_at)
          VALUES ('own', 'reconsent', ?, ?, 'Pavasara jaunumi', 'draft', '{}', ?, 1)`,
    args: [String(list?.id), String(list?.purpose_id), `staff:${editor?.id}`],
  });
  world.clock.pass({ days: 100 });
  await both("/staff/access", "access-due-");
  await both("/staff/access/review", "access-review-");
  await press("main form button.ds-button");
  await see(page, "access-review-wrong");
  for (const radio of await page.locator('input[type="radio"][value="keep"]').all()) await radio.check();
  await page.locator(`input[name="verdict.${editor?.id}"][value="end"]`).check();
  await see(await sent("main form button.ds-button", "/staff/access?done=reviewed"), "access-reviewed");
  await both("/staff/access/sign-ins", "access-sign-ins-");
  await both("/staff/staff", "access-staff-");
  await both(`/staff/staff/${editor?.id}`, "access-member-");
  await both(`/staff/staff/${editor?.id}/disable`, "access-end-");
  await page.locator('input[name="successor"]').first().check();
  await see(await sent("main form button.ds-button", `/staff/staff/${editor?.id}?done=disabled`), "access-ended");
  await both("/staff/", "access-home-");
  await both("/staff/account", "access-handed-");
  expect([...admin.complaints, ...other.complaints].filter((line) => !/422/.test(line))).toEqual([]);
  await world.check();
});
