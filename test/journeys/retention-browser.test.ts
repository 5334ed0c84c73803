/**
 * Retention in a real browser: the rules with what they will delete, another period tried and set, a run that waits for a
 * person, its report, a legal hold, "justify or delete", a record of the institution. In both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { openScene } from "../domain/retention/scene.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const LANGUAGES = ["lv", "en"] as const;
const DAY = 86_400_000;

it("what is deleted, when and why is decided on pages that work with the keyboard, at every width", async () => {
  const s = await openScene();
  await s.people(3);
  await s.sent();
  await s.answer(1, "no");
  const now = s.clock.now();
  for (const [n, age] of [
    [412, 95],
    [37, 86],
    [1_204, 65],
  ] as const)
    await s.client.execute({
      sql: `INSERT INTO provider_event (id, type, known, at) WITH RECURSIVE n(i) AS
              (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT ? || '-' || i, 'email.sent', 0, ? FROM n`,
      args: [n, age, now - age * DAY],
    });
  const officer = await windowOf(await s.signIn("dpo"));
  const { page } = officer;
  const press = async (name: string, then: string) => {
    await page.getByRole("button", { name }).click();
    await page.getByText(then).first().waitFor();
  };
  for (const lang of LANGUAGES) {
    await see(await officer.open(`/staff/retention?lang=${lang}`), `retention-home-${lang}`);
    const rule = "/staff/retention/rules/provider-events";
    await see(await officer.open(`${rule}?n=2&unit=months&lang=${lang}`), `retention-rule-${lang}`);
    await see(await officer.open(`/staff/retention/rules/proofs?lang=${lang}`), `retention-rule-fixed-${lang}`);
  }
  await officer.open("/staff/retention/rules/provider-events?lang=en");
  await page.locator('input[name="n"]').fill("60");
  await page.locator('select[name="unit"]').selectOption("days");
  await press("Show what this would change", "By the new period:");
  await page.locator('textarea[name="reason"]').fill("Two months are enough to look into a complaint.");
  await press("Set the period: 60 days", "The period is changed.");
  await press("Show samples", "without a mark");
  await see(page, "retention-samples-en");

  await officer.open("/staff/retention?lang=en");
  await page.locator('input[name="ceiling"]').fill("500");
  await press("Save the limits", "The limits are saved.");
  s.clock.pass({ hours: 20 });
  await s.night();
  for (const lang of LANGUAGES)
    await see(await officer.open(`/staff/retention?lang=${lang}`), `retention-held-${lang}`);
  await officer.open("/staff/retention?lang=en");
  await press("Delete 1,653 rows", "The deletion has begun.");
  await s.work();
  expect(await s.one("SELECT count(*) FROM provider_event")).toBe(0);
  const [night] = await s.rows("SELECT id FROM retention_run WHERE kind = 'night' ORDER BY day DESC");
  for (const lang of LANGUAGES) {
    await see(await officer.open(`/staff/retention/runs/${night?.id}?lang=${lang}`), `retention-report-${lang}`);
    await see(await officer.open(`/staff/retention/runs?lang=${lang}`), `retention-runs-${lang}`);
    await see(await officer.open(`/staff/retention/holds?scope=person&lang=${lang}`), `retention-holds-new-${lang}`);
  }
  await page.locator('input[name="whose"]').fill("cilveks1@pasts.example");
  await page.locator('textarea[name="reason"]').fill("Tiesvedība par rudens sūtījumu");
  await page.locator('input[name="until"]').fill("2028-06-01");
  await press("Hold back the deletion", "The legal hold is in force.");
  for (const lang of LANGUAGES)
    await see(await officer.open(`/staff/retention/holds?lang=${lang}`), `retention-holds-${lang}`);

  await s.client.execute({
    sql: "UPDATE purpose SET state = 'ended' WHERE id = (SELECT purpose_id FROM list WHERE id = ?)",
    args: [s.listId],
  });
  s.clock.pass({ days: 1 });
  await s.night();
  // A day later she signs in anew.
  const later = await windowOf(await s.signIn("dpo"));
  for (const lang of LANGUAGES) {
    await see(await later.open(`/staff/retention/review?lang=${lang}`), `retention-review-${lang}`);
    await later.open(`/staff/retention/records?lang=${lang}`);
    await later.page.locator("main table a").first().click();
    await later.page.locator('input[name="code"]').waitFor();
    await see(later.page, `retention-records-${lang}`);
  }
  expect([officer.complaints, later.complaints]).toEqual([[], []]);
  // A browser itself notes the status of a form that comes back.
  await later.open("/staff/retention/review?lang=en");
  await later.page.getByRole("button", { name: "Save the decision" }).click();
  await later.page.getByText("The decision was not saved").first().waitFor();
  await see(later.page, "retention-review-wrong-en");
}, 300_000);
