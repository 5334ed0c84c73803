/**
 * What follows from a missed day, and an import of unknown encoding, in a real browser: a mailing that stood still past its last
 * day, the day put off, a reminder by hand, names in two encodings. Every page seen by axe and at the width of a phone.
 */
import { afterAll, expect, it } from "vitest";
import { handleJob } from "../../src/runtime/consume.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { stage } from "../http/staff/campaigns/stage.ts";
import { closeBrowser } from "../support/browser.ts";
import { submit } from "../support/forms.ts";
import { encode } from "../support/people-list.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const looker = (window: Awaited<ReturnType<typeof windowOf>>) => async (path: string, name: string) => {
  for (const lang of ["lv", "en"])
    await see(await window.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`), `${name}-${lang}`);
};

it("a mailing that stood still past its last day can be given another one, and every page says what follows", async () => {
  const s = await stage(25);
  const admin = await s.signIn("admin");
  const look = looker(await windowOf(admin));
  const id = await s.begin();
  const path = `/staff/mailings/${id}`;
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  await s.editor.post(`${path}/pause`, {});
  s.clock.pass({ days: 12 });
  await look(path, "day-short");
  s.clock.pass({ days: 18 });
  await look(path, "day-over");
  await look(`${path}/postpone`, "day-postpone");
  const put = { to: "2027-01-10", reason: "E-pasta pakalpojums decembrī divas nedēļas nepieņēma vēstules." };
  expect((await submit(admin, `${path}/postpone`, put)).status).toBe(303);
  await look(`${path}?done=postponed`, "day-moved");
});

it("a missed reminder is sent by hand", async () => {
  const desk = await openDesk();
  await desk.people(4);
  const id = await desk.sent({ "reminder.whom": "everybody", "reminder.afterDays": "7" });
  await handleJob(desk.deps, { kind: "recover" });
  desk.clock.reach(Date.UTC(2026, 11, 4, 8));
  await handleJob(desk.deps, { kind: "recover" });
  const admin = await desk.signIn("admin");
  const look = looker(await windowOf(admin));
  await look(`/staff/mailings/${id}`, "reminder-missed");
  await look(`/staff/mailings/${id}/remind`, "reminder-send");
  const put = { to: "2026-12-28", reason: "Programma vienu nedēļu nestrādāja." };
  expect((await submit(admin, `/staff/mailings/${id}/postpone`, put)).status).toBe(303);
  await look(`/staff/mailings/${id}`, "reminder-postponed");
  desk.clock.reach(Date.UTC(2026, 11, 27, 8));
  await look(`/staff/mailings/${id}`, "reminder-late");
});

it("a file that does not say its encoding shows its names in both", async () => {
  const desk = await openDesk();
  const content = encode(
    "Эл. почта;Имя и фамилия\r\nivan@pasts.example;Иван Щукин\r\nanna@pasts.example;Анна Цветкова\r\n",
    "windows-1251",
  );
  const file = new File([content as BlobPart], "подписчики.csv", { type: "text/csv" });
  const claim = { source: "Vecā sistēma", since: "2019-03-01", basis: "consent", origin: "themselves", proof: "" };
  const sent = await desk.editor.post("/staff/imports", { list: desk.listId, ...claim, file });
  const look = looker(await windowOf(desk.editor));
  await look(sent.headers.get("location") ?? "", "import-encoding");
});
