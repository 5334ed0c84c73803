/** A reminder whose day was missed: nobody gets it by itself, a person may send it while people have time to answer. */
import { describe, expect, it } from "vitest";
import { handleJob } from "../../../../src/runtime/consume.ts";
import { submit } from "../../../support/forms.ts";
import { type Desk, openDesk } from "./desk.ts";
import { wordsOf } from "./stage.ts";

const REMINDER = { "reminder.whom": "everybody", "reminder.afterDays": "7" };
const RIGA = (day: number, hour = 8) => Date.UTC(2026, 11, day, hour);

/** Four people asked until the 15th of December, one has answered; the program slept until this moment. */
async function slept(until: number): Promise<{ desk: Desk; id: string; path: string }> {
  const desk = await openDesk();
  await desk.people(4);
  const id = await desk.sent(REMINDER);
  await desk.answer(1, "yes");
  await handleJob(desk.deps, { kind: "recover" });
  desk.clock.reach(until);
  await handleJob(desk.deps, { kind: "recover" });
  await desk.work();
  return { desk, id, path: `/staff/mailings/${id}` };
}
const words = async (desk: Desk, path: string) => wordsOf(await (await desk.editor.get(path)).text());
const reminders = (desk: Desk) => desk.mailbox.mails.filter(({ mail }) => mail.subject.startsWith("Atgādinājums: "));

describe("a reminder whose day was missed", () => {
  it("is sent by hand, once, to the silent only, and stands in the history with its sender", async () => {
    const { desk, path } = await slept(RIGA(4));
    expect(reminders(desk)).toHaveLength(0);
    const page = await words(desk, path);
    expect(page).toContain("Atgādinājums pats neizies: tā diena pienāca, kamēr programma nedarbojās");
    expect(page).toContain("Nosūtīt to var līdz 2026. gada 12. decembrim plkst. 23.59.");
    expect(await words(desk, `${path}/remind`)).toContain("Saņēmēji 3 cilvēki");
    const head = await desk.signIn("head");
    expect(await (await head.get(path)).text()).not.toContain(`${path}/remind`);
    expect((await head.post(`${path}/remind`, {})).status).toBe(403);

    const done = await submit(desk.editor, `${path}/remind`, {}, /remind$/);
    expect(done.headers.get("location")).toBe(`${path}?done=reminded`);
    await desk.work();
    expect(
      reminders(desk)
        .map(({ mail }) => mail.to)
        .sort(),
    ).toEqual([2, 3, 4].map((n) => `cilveks${n}@pasts.example`));
    const after = await words(desk, path);
    expect(after).toContain("Sākts atgādinājums");
    expect(after).toContain("Paraugs editor");
    const again = await desk.editor.post(`${path}/remind`, {});
    expect([again.status, (await again.text()).includes("Atgādinājums jau ir sākts.")]).toEqual([422, true]);
    await desk.answer(2, "no");
    await desk.check();
  });

  it("cannot be sent when too few days are left; the page says so, and a later last day makes it possible", async () => {
    const { desk, path } = await slept(RIGA(13));
    expect(await words(desk, path)).toContain("Nosūtīt to vairs nevar, jo līdz pēdējai dienai ir mazāk nekā 3 dienas");
    const late = await desk.editor.post(`${path}/remind`, {});
    expect([late.status, (await late.text()).includes("saņēmēji nepagūtu atbildēt")]).toEqual([422, true]);
    const head = await desk.signIn("head");
    await submit(head, `${path}/postpone`, { to: "2026-12-28", reason: "Programma divas nedēļas nestrādāja." });
    expect((await submit(desk.editor, `${path}/remind`, {}, /remind$/)).status).toBe(303);
    await desk.work();
    expect(reminders(desk)).toHaveLength(3);
    expect(reminders(desk)[0]?.mail.text).toContain("28.\u00a0decembrim");
    await desk.check();
  });

  it("warns where it may have gone out already: on a copy of the database", async () => {
    const { desk, path } = await slept(RIGA(1));
    await desk.client.execute("UPDATE pulse SET origin='elsewhere'");
    await handleJob(desk.deps, { kind: "recover" });
    expect(await words(desk, `${path}/remind`)).toContain(
      "Ja atgādinājums izgāja pēc kopijas, saņēmēji to saņems otrreiz.",
    );
  });
});

describe("a reminder that is not missed", () => {
  it("is left to come by itself, and where none was planned there is none", async () => {
    const { desk, path } = await slept(Date.UTC(2026, 10, 23));
    const soon = await desk.editor.post(`${path}/remind`, {});
    expect([soon.status, (await soon.text()).includes("Atgādinājums izies pats")]).toEqual([422, true]);
    const other = await openDesk();
    await other.people(2);
    const id = await other.sent();
    const none = await other.editor.get(`/staff/mailings/${id}/remind`);
    expect([none.status, (await none.text()).includes("atgādinājums nav paredzēts")]).toEqual([422, true]);
  });
});
