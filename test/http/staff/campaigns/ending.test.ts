import { describe, expect, it } from "vitest";
import { handleJob } from "../../../../src/runtime/consume.ts";
import { submit } from "../../../support/forms.ts";
import { type Desk, openDesk } from "./desk.ts";

/** A campaign of four people, one of whom has answered, two days before its end. */
async function nearTheEnd(): Promise<{ desk: Desk; path: string; id: string }> {
  const desk = await openDesk();
  await desk.people(4);
  const id = await desk.sent();
  await desk.answer(1, "yes");
  desk.clock.reach(Date.UTC(2026, 11, 14, 8));
  await handleJob(desk.deps, { kind: "recover" });
  return { desk, id, path: `/staff/mailings/${id}` };
}
const stateOf = async (desk: Desk, id: string) =>
  (await desk.rows("SELECT state FROM mailing WHERE id=?", id))[0]?.state;

describe("the end of a campaign at the desk", () => {
  it("is previewed before: how many, when, and that it happens by itself", async () => {
    const { desk, path } = await nearTheEnd();
    const page = await (await desk.editor.get(path)).text();
    expect(page).toContain("Nav atbildējuši 3 cilvēki: viņu adreses dzēsīsim");
    expect(page).toContain("Ja neko nedarīsiet, dzēšana notiks tāpat.");
    expect(page).toContain("atzinuma par dzēšanu vēl nav");
    expect(page).not.toContain(`${path}/postpone`);
  });

  it("is postponed by the head of the office, once, with a reason that stays on the page", async () => {
    const { desk, path } = await nearTheEnd();
    const admin = await desk.signIn("head");
    const empty = await submit(admin, `${path}/postpone`, { to: "2026-12-22", reason: "" });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Ierakstiet iemeslu.");
    const done = await submit(admin, `${path}/postpone`, { to: "2026-12-22", reason: "Vēstule pienāca vēlu." });
    expect(done.headers.get("location")).toBe(`${path}?done=postponed`);
    const page = await (await admin.get(path)).text();
    expect(page).toContain("Vēstule pienāca vēlu.");
    expect(page).toContain("Termiņš pagarināts līdz");
    expect(page).not.toContain(`${path}/postpone`);
    await desk.check();
  });

  it("is stopped by the officer: the page says so, and an admin finds no way around", async () => {
    const { desk, path, id } = await nearTheEnd();
    const officer = await desk.signIn("dpo");
    const said = await submit(officer, `${path}/deletion`, { verdict: "objects", text: "Jāpārbauda piegāde." });
    expect(said.status).toBe(303);
    desk.clock.reach(Date.UTC(2026, 11, 20));
    const admin = await desk.signIn("admin");
    const page = await (await admin.get(path)).text();
    expect(page).toContain("Datu aizsardzības speciālists dzēšanu ir apturējis.");
    expect(page).toContain("Jāpārbauda piegāde.");
    expect(page).not.toContain(`href="${path}/close"`);
    expect((await admin.post(`${path}/close`, {})).status).toBe(422);
    expect(await stateOf(desk, id)).toBe("sent");
  });

  it("is annulled with a reason: nobody is deleted", async () => {
    const { desk, path, id } = await nearTheEnd();
    const done = await submit(desk.editor, `${path}/annul`, { reason: "Vēstulē bija kļūda." });
    expect(done.headers.get("location")).toBe(`${path}?done=annulled`);
    expect(await stateOf(desk, id)).toBe("cancelled");
    expect(await desk.rows("SELECT id FROM person")).toHaveLength(4);
    expect(await (await desk.editor.get(path)).text()).toContain("Kampaņa anulēta");
    await desk.check();
  });

  it("leaves those who were not reached to a decision of their own", async () => {
    const { desk, path } = await nearTheEnd();
    await desk.client.execute(
      "UPDATE message SET state='failed', reason='provider.rejected' WHERE answer IS NULL AND person_id=(SELECT max(person_id) FROM message WHERE answer IS NULL)",
    );
    expect(await (await desk.editor.get(path)).text()).toContain("Jautājums nesasniedza 1 cilvēku");
    expect((await submit(desk.editor, `${path}/unreached`, { decision: "remove" })).status).toBe(403);
    expect((await submit(desk.editor, `${path}/unreached`, { decision: "keep" })).status).toBe(303);
    expect(await (await desk.editor.get(path)).text()).toContain("paliek sarakstā un viņiem var jautāt vēlāk");
    await desk.check();
  });

  it("gives a stranger no page of it", async () => {
    const { desk, path } = await nearTheEnd();
    const auditor = await desk.signIn("auditor");
    for (const page of ["postpone", "deletion", "annul", "unreached"])
      expect((await auditor.get(`${path}/${page}`)).status, page).toBe(403);
  });
});

describe("waves at the desk", () => {
  it("say that the rest waits, until when, and let it go at once", async () => {
    const desk = await openDesk();
    await desk.people(120);
    const id = await desk.complete();
    const path = `/staff/mailings/${id}`;
    await submit(desk.editor, `${path}/send`, {}, /send/);
    for (let jobs = 0; jobs < 20 && desk.mailbox.mails.length < 100; jobs++) await desk.work();
    expect(desk.mailbox.mails).toHaveLength(100);
    const page = await (await desk.editor.get(path)).text();
    expect(page).toContain("Pirmā kārta ir izgājusi: 100 vēstuļu.");
    expect((await submit(desk.editor, path, {}, /release/)).status).toBe(303);
    await desk.work();
    expect(desk.mailbox.mails).toHaveLength(120);
    await desk.check();
  });
});
