import { describe, expect, it } from "vitest";
import { DEADLINE, inputsOf, openDesk, REASON } from "./desk.ts";

describe("a draft at the desk", () => {
  it("begins with texts in every language that name the list", async () => {
    const desk = await openDesk();
    await desk.people(3);
    const page = await (await desk.editor.get(`/staff/mailings/new?list=${desk.listId}`)).text();
    expect(page).toContain("Jautāsim 3 cilvēkiem.");
    expect(page).toMatch(new RegExp(`value="${desk.listId}"[^>]*checked`));
    const fields = await desk.fields(await desk.draft());
    expect(fields["subject.lv"]).toContain("„Nedēļas apskats”");
    expect(fields["heading.en"]).toContain("“Weekly overview”");
    expect(fields["lead.lv"]).toContain("\n\n");
  });

  it("offers only lists whose purpose rests on consent, and refuses another one", async () => {
    const desk = await openDesk();
    const page = await (await desk.editor.get("/staff/mailings/new")).text();
    expect(page).toContain("Nedēļas apskats");
    expect(page).not.toContain("Darbinieku jaunumi");
    const [staff] = await desk.rows("SELECT id FROM list WHERE kind = 'staff'");
    const refused = await desk.editor.post("/staff/mailings/new", {
      listId: String(staff?.id),
      title: "Mans virsraksts",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Mans virsraksts"');
    expect(await desk.rows("SELECT id FROM mailing")).toEqual([]);
  });

  it("saves unfinished, says what is missing, and takes a day as people write it", async () => {
    const desk = await openDesk();
    const id = await desk.draft();
    const fields = { ...(await desk.fields(id)), "lead.en": "", deadlineDay: "15.12.2026." };
    expect((await desk.editor.post(`/staff/mailings/${id}/edit`, fields)).status).toBe(303);
    const page = await (await desk.editor.get(`/staff/mailings/${id}/edit`)).text();
    expect(inputsOf(page).deadlineDay).toBe(DEADLINE);
    expect(page).toContain("#f-lead.en");
    expect(page).not.toContain("#f-deadlineDay");
  });

  it("keeps what was typed when it cannot be saved, and says what is wrong beside the field", async () => {
    const desk = await openDesk();
    const id = await desk.draft();
    const typed = {
      title: "",
      reasonToAsk: "<b>iemesls</b> & cits",
      deadlineDay: "rīt",
      "subject.lv": 'Jauns "temats"',
    };
    const refused = await desk.editor.post(`/staff/mailings/${id}/edit`, { ...(await desk.fields(id)), ...typed });
    const page = await refused.text();
    expect([refused.status, inputsOf(page)]).toEqual([422, expect.objectContaining(typed)]);
    expect(page).toMatch(/<title>Kļūda: /);
    expect(page).toContain('href="#f-deadlineDay"');
    const titleless = await desk.editor.post(`/staff/mailings/${id}/edit`, {
      ...(await desk.fields(id)),
      ...typed,
      deadlineDay: "",
    });
    expect(await titleless.text()).toContain('href="#f-title"');
    expect((await desk.fields(id))["subject.lv"]).not.toContain("Jauns");
  });

  it("does not overwrite what a colleague saved meanwhile; both texts stay readable", async () => {
    const desk = await openDesk();
    const id = await desk.draft();
    const read = await desk.fields(id);
    await desk.editor.post(`/staff/mailings/${id}/edit`, { ...read, reasonToAsk: REASON });
    const late = await desk.editor.post(`/staff/mailings/${id}/edit`, { ...read, reasonToAsk: "Mans garais teksts" });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(inputsOf(page).reasonToAsk).toBe("Mans garais teksts");
    // Saving again does not slip past the guard either.
    expect((await desk.editor.post(`/staff/mailings/${id}/edit`, inputsOf(page))).status).toBe(409);
    expect((await desk.fields(id)).reasonToAsk).toBe(REASON);
  });

  it("cannot be changed once it is sent", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.sent();
    expect((await desk.editor.get(`/staff/mailings/${id}/edit`)).status).toBe(422);
    const form = { version: "3", title: "X", reasonToAsk: REASON, deadlineDay: DEADLINE };
    expect((await desk.editor.post(`/staff/mailings/${id}/edit`, form)).status).toBe(422);
  });
});
