/**
 * Suppression in a real browser: the page with its counts, a list from file to marks, one address, a look-up, a decision, an alarm,
 * why it is kept. Both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";
import { createWorld, type World } from "../support/world.ts";

afterAll(closeBrowser);

const HOME = "/staff/suppression";
const LANGUAGES = ["lv", "en"] as const;

/** Two years of tags, as they come about. */
async function years(world: World): Promise<void> {
  const purpose = String((await world.rows("SELECT id FROM purpose ORDER BY created_at"))[0]?.id);
  const reasons = ["refused", "withdrawn", "no_answer", "bounced", "complained", "never"] as const;
  let n = 0;
  for (let month = 0; month < 20; month++)
    for (let i = 0; i < 8 + ((month * 7) % 23); i++) {
      const reason = reasons[(month + i) % reasons.length] ?? "refused";
      const [tag] = world.deps.vault.suppressionTags(`p${n++}@pasts.example`);
      const day = `${2025 + Math.floor((3 + month) / 12)}-${String(((3 + month) % 12) + 1).padStart(2, "0")}-15`;
      const reviewDay = month < 3 ? "2026-12-01" : `${Number(day.slice(0, 4)) + 3}${day.slice(4)}`;
      await world.client.execute({
        sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, ?, ?, ?, ?)",
        args: [tag?.tag as Uint8Array, tag?.keyId ?? "", reason === "bounced" ? "*" : purpose, reason, day, reviewDay],
      });
    }
  for (const [door, reason, outcome, count] of [
    ["import", "refused", "refused", 14],
    ["sign-up", "withdrawn", "asked", 2],
    ["sign-up", "complained", "refused", 5],
    ["confirm-link", "withdrawn", "returned", 1],
  ] as const)
    await world.client.execute({
      sql: "INSERT INTO return_attempt (day, door, reason, outcome, n, at) VALUES ('2026-11-20', ?, ?, ?, ?, 1)",
      args: [door, reason, outcome, count],
    });
}

it("its pages work with the keyboard, in both languages, at every width", async () => {
  const world = await createWorld();
  await years(world);
  const officer = await windowOf(await world.signIn("dpo"));
  const { page } = officer;
  /** Presses a button and waits for the page with that heading. */
  const press = async (name: string, heading: string) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  for (const lang of LANGUAGES) {
    await see(await officer.open(`${HOME}?lang=${lang}`), `suppression-home-${lang}`);
    await see(await officer.open(`${HOME}/add?lang=${lang}`), `suppression-add-${lang}`);
    await see(await officer.open(`${HOME}/lists/new?lang=${lang}`), `suppression-bring-${lang}`);
    await see(await officer.open(`/staff/settings/keeping?lang=${lang}`), `suppression-keeping-${lang}`);
    await officer.open(`${HOME}?lang=${lang}`);
    await page.locator('main a[href*="/review?"]').first().click();
    await page.locator('textarea[name="note"]').waitFor();
    await see(page, `suppression-review-${lang}`);
    await officer.open(`${HOME}?lang=${lang}`);
    await page.locator('input[name="address"]').fill("p3@pasts.example");
    if (lang === "lv") await press("Pārbaudīt", "Uz šo adresi ir nesūtīšanas atzīme");
    else await press("Check", "There is a suppression mark against this address");
    await see(page, `suppression-looked-${lang}`);
  }
  const words = {
    lv: {
      read: "Nolasīt sarakstu",
      form: "Pievienot sarakstu",
      check: "Ko šis saraksts mainīs",
      run: "Pievienot atzīmes",
      running: "Pievienojam atzīmes",
    },
    en: {
      read: "Read the list",
      form: "Add a list",
      check: "What this list changes",
      run: "Add the marks",
      running: "Adding the marks",
    },
  };
  for (const lang of LANGUAGES) {
    const w = words[lang];
    await officer.open(`${HOME}/lists/new?lang=${lang}`);
    await press(w.read, w.form);
    await see(page, `suppression-bring-problem-${lang}`);
    await page.locator('input[name="source"]').fill("Mailchimp, 11.2026.");
    await page.locator('textarea[name="text"]').fill(`jauna-${lang}@pasts.example\np3@pasts.example\nnobody\n`);
    await press(w.read, w.check);
    await see(page, `suppression-check-${lang}`);
    await press(w.run, w.running);
    await see(page, `suppression-running-${lang}`);
    await world.work();
    await page.reload();
    await see(page, `suppression-done-${lang}`);
  }
  await world.client.execute("UPDATE suppression_sweep SET last_found = 2");
  await world.client.execute(
    "INSERT OR REPLACE INTO suppression_sweep (id, begun_at, cursor, seen, found, subscriptions, ended_at, last_seen, last_found, last_ended_at) VALUES (1, 1, '', 9, 2, '[]', 1, 9, 2, 1)",
  );
  for (const lang of LANGUAGES) await see(await officer.open(`${HOME}?lang=${lang}`), `suppression-alarm-${lang}`);
  // The form that was sent empty on purpose.
  expect(officer.complaints.filter((text) => !text.includes("422"))).toEqual([]);
});
