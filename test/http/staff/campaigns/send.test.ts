import { describe, expect, it } from "vitest";
import { seedDemoIssues } from "../../../../src/runtime/node/demo/issues.ts";
import { inputsOf, openDesk } from "./desk.ts";

describe("sending a campaign at the desk", () => {
  it("names the number of people, and sends to exactly those", async () => {
    const desk = await openDesk();
    await desk.people(21);
    const id = await desk.complete();
    const page = await (await desk.editor.get(`/staff/mailings/${id}/send`)).text();
    expect(page).toContain("Vai nosūtīt tagad?");
    expect(page).toContain("Saņēmēji kopā: 21.");
    expect(page).toContain("Nosūtīt 21 vēstuli<");
    const response = await desk.editor.post(`/staff/mailings/${id}/send`, inputsOf(page));
    expect([response.status, response.headers.get("location")]).toEqual([303, `/staff/mailings/${id}?done=sent`]);
    await desk.work();
    expect(new Set(desk.mailbox.mails.map(({ mail }) => mail.to)).size).toBe(21);
    await desk.check();
  });

  it("refuses when the number changed after the page was read, shows the new one, and then sends that", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    const read = inputsOf(await (await desk.editor.get(`/staff/mailings/${id}/send`)).text());
    await desk.people(3, 100);
    const refused = await desk.editor.post(`/staff/mailings/${id}/send`, read);
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain("tagad kopā 5");
    expect([desk.mailbox.mails.length, desk.jobs]).toEqual([0, []]);
    expect(inputsOf(page).audience).toBe("5");
    expect((await desk.editor.post(`/staff/mailings/${id}/send`, inputsOf(page))).status).toBe(303);
    await desk.work();
    expect(desk.mailbox.mails).toHaveLength(5);
  });

  it("refuses when the draft changed after the page was read", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.complete();
    const read = inputsOf(await (await desk.editor.get(`/staff/mailings/${id}/send`)).text());
    await desk.editor.post(`/staff/mailings/${id}/edit`, { ...(await desk.fields(id)), "subject.lv": "Cits temats" });
    expect((await desk.editor.post(`/staff/mailings/${id}/send`, read)).status).toBe(409);
    expect(desk.jobs).toEqual([]);
  });

  it("offers no button while something is missing, names it, and refuses a forged form", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.draft();
    const page = await (await desk.editor.get(`/staff/mailings/${id}/send`)).text();
    expect(page).not.toContain('name="audience"');
    expect(page).toContain(`/staff/mailings/${id}/edit#f-deadlineDay`);
    expect(page).toContain(`/staff/mailings/${id}/edit#f-askBasis`);
    expect((await desk.editor.post(`/staff/mailings/${id}/send`, { version: "1", audience: "1" })).status).toBe(422);
    expect(desk.jobs).toEqual([]);
  });

  it("is not held up by an issue of the newsletter that is on its way to the same list", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    await seedDemoIssues(desk.deps);
    expect(
      await desk.rows("SELECT state FROM mailing WHERE kind='newsletter' AND list_id=?", desk.listId),
    ).toContainEqual({ state: "planning" });
    const page = await (await desk.editor.get(`/staff/mailings/${id}/send`)).text();
    expect(page).not.toContain("Šim sarakstam jau notiek cita kampaņa");
    expect((await desk.editor.post(`/staff/mailings/${id}/send`, inputsOf(page))).status).toBe(303);
  });

  it("does not send twice, and leads whoever presses again to what was sent", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    const form = inputsOf(await (await desk.editor.get(`/staff/mailings/${id}/send`)).text());
    await desk.editor.post(`/staff/mailings/${id}/send`, form);
    const again = await desk.editor.post(`/staff/mailings/${id}/send`, form);
    expect([again.status, again.headers.get("location")]).toEqual([303, `/staff/mailings/${id}`]);
    await desk.work();
    expect(desk.mailbox.mails).toHaveLength(2);
  });

  it.each(["press", "dpo", "auditor"] as const)(
    "%s sees no act, cannot open the question, and cannot send",
    async (role) => {
      const desk = await openDesk();
      await desk.people(1);
      const id = await desk.complete();
      const stranger = await desk.signIn(role);
      const page = await (await stranger.get(`/staff/mailings/${id}`)).text();
      for (const act of ["edit", "send", "preview", "close"])
        expect(page).not.toContain(`/staff/mailings/${id}/${act}"`);
      const before = await desk.state();
      for (const act of ["edit", "send", "preview", "close"])
        expect((await stranger.get(`/staff/mailings/${id}/${act}`)).status).toBe(403);
      for (const [act, form] of [
        ["edit", await desk.fields(id)],
        ["send", { version: "2", audience: "1" }],
        ["trial", { to: "ilze@ministrija.example", language: "lv" }],
        ["close", {}],
      ] as const)
        expect((await stranger.post(`/staff/mailings/${id}/${act}`, form)).status).toBe(403);
      expect((await stranger.post("/staff/mailings/new", { listId: desk.listId, title: "X" })).status).toBe(403);
      expect(await desk.state()).toBe(before);
    },
  );
});
