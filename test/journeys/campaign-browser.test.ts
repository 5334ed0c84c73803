/**
 * A campaign from its reasons to its end, in a real browser: what others say of it, the waves, the announced deletion and who
 * may stop it, who was not reached. Every page seen by axe and at the width of a phone; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { handleJob } from "../../src/runtime/consume.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { submit } from "../support/forms.ts";
import { agreedAtDesk, GROUND } from "../support/ready.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const HOURS = 3_600_000;

it("every page of a campaign's course can be read and pressed", async () => {
  const s = await openDesk();
  const admin = await s.signIn("admin");
  const officer = await s.signIn("dpo");
  const window = await windowOf(admin);
  const his = await windowOf(officer);
  const look = async (path: string, name: string, from = window) => {
    for (const lang of ["lv", "en"] as const)
      await see(await from.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`), `${name}-${lang}`);
  };
  await submit(admin, "/staff/settings", { secondPerson: "yes" }, /settings$/);
  await s.people(40);
  await look("/staff/mailings/new", "campaign-new");
  const id = await s.draft("Nedēļas apskats: rudens");
  const page = `/staff/mailings/${id}`;
  await look(page, "campaign-draft");
  const plan = { deadlineDay: "2026-12-15", "pilot.size": "20", "reminder.whom": "everybody" };
  await submit(s.editor, `${page}/edit`, { ...GROUND, ...plan });
  await look(`${page}/edit`, "campaign-edit");
  await look(`${page}/review`, "campaign-review-officer", his);
  await agreedAtDesk(s, page);
  await look(`${page}/review`, "campaign-review");
  await submit(admin, `${page}/review`, {}, /approve$/);
  await look(`${page}/send`, "campaign-send");
  await submit(s.editor, `${page}/send`, {}, /send/);
  for (let turns = 0; turns < 9 && s.mailbox.mails.length < 20; turns++) await s.work();
  await look(page, "campaign-pilot");

  await submit(s.editor, page, {}, /release/);
  await s.work();
  for (const n of [1, 2, 3]) await s.answer(n, n === 3 ? "no" : "yes");
  await look(page, "campaign-sent");
  for (let day = 0; day < 8; day++) {
    s.clock.reach(s.clock.now() + 24 * HOURS);
    await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
    await handleJob(s.deps, { kind: "recover" });
    await s.work();
  }
  const reminder = (await s.rows("SELECT id FROM mailing WHERE kind='reminder'"))[0]?.id;
  await look(`/staff/mailings/${reminder}`, "campaign-reminder");
  await s.client.execute(
    `UPDATE message SET state='failed', reason='provider.rejected' WHERE mailing_id='${id}' AND answer IS NULL
     AND person_id IN (SELECT person_id FROM message WHERE mailing_id='${id}' AND answer IS NULL LIMIT 2)`,
  );
  s.clock.reach(Date.UTC(2026, 11, 14, 8));
  await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
  await handleJob(s.deps, { kind: "recover" });
  await look(page, "campaign-soon");
  await look("/staff/", "today-closing");
  await look(`${page}/postpone`, "campaign-postpone");
  await look(`${page}/deletion`, "campaign-deletion-officer", his);
  await look(`${page}/annul`, "campaign-annul");
  await look(`${page}/unreached`, "campaign-unreached");
  await submit(officer, `${page}/deletion`, { verdict: "objects", text: "Jāpārbauda, vai vēstules pienāca." });
  await look(page, "campaign-stopped");
  await submit(officer, `${page}/deletion`, { verdict: "agrees", text: "Pārbaudīts, iebildumu nav." });
  await submit(s.editor, `${page}/unreached`, { decision: "keep" });
  s.clock.reach(Date.UTC(2026, 11, 16, 8));
  await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
  await handleJob(s.deps, { kind: "recover" });
  await s.work();
  await look(page, "campaign-closed");
  await s.check();
  expect([...window.complaints, ...his.complaints]).toEqual([]);
});

it("every page of a notice about a public task can be read and pressed", async () => {
  const s = await openDesk();
  const window = await windowOf(await s.signIn("admin"));
  const [service] = await s.rows(
    "SELECT l.id FROM list l JOIN purpose p ON p.id = l.purpose_id WHERE p.basis = 'e' AND l.kind = 'service'",
  );
  const told = await submit(
    s.editor,
    "/staff/mailings/new",
    { listId: String(service?.id), title: "Paziņojums" },
    /new/,
  );
  const notice = `/staff/mailings/${told.headers.get("Location")?.match(/[0-9a-f-]{36}/)?.[0]}`;
  const words = { subject: "Mainās pamats", heading: "Kā turpmāk sūtīsim", lead: "Pamats ir cits." };
  const texts = Object.fromEntries(
    ["lv", "en"].flatMap((lang) => Object.entries(words).map(([part, text]) => [`${part}.${lang}`, text])),
  );
  const why = { movedReason: "Ar jauno nolikumu tas ir iestādes uzdevums.", reasonToAsk: GROUND.reasonToAsk };
  await submit(s.editor, `${notice}/edit`, { ...texts, ...why, deadlineDay: "2027-01-10" });
  for (const part of ["", "/edit", "/preview", "/review", "/send"])
    for (const lang of ["lv", "en"] as const)
      await see(await window.open(`${notice}${part}?lang=${lang}`), `notice${part.replace("/", "-")}-${lang}`);
  await s.check();
  expect(window.complaints).toEqual([]);
});
