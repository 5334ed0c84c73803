import { describe, expect, it } from "vitest";
import { openDesk } from "./desk.ts";

describe("closing a campaign at the desk", () => {
  it("waits for the deadline: before it the question cannot be opened nor answered", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.sent();
    const admin = await desk.signIn("admin");
    const page = await admin.get(`/staff/mailings/${id}/close`);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain("Termiņš vēl nav beidzies");
    expect((await admin.post(`/staff/mailings/${id}/close`, {})).status).toBe(422);
    expect(await desk.rows("SELECT id FROM person")).toHaveLength(2);
    expect(await (await admin.get(`/staff/mailings/${id}`)).text()).toContain(
      "Pēc tam programma pati izņems no saraksta",
    );
  });

  it("before it begins by itself is an admin's act: an editor reads what will happen, and when", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.sent();
    desk.clock.pass({ days: 60 });
    await desk.work();
    expect(await desk.rows("SELECT id FROM person")).toHaveLength(2);
    const editor = await desk.signIn("editor");
    const page = await (await editor.get(`/staff/mailings/${id}`)).text();
    expect(page).toContain("Nav atbildējuši 2 cilvēki: viņu adreses dzēsīsim");
    expect(page).toContain("Ja neko nedarīsiet, dzēšana notiks tāpat.");
    expect(page).not.toContain(`/staff/mailings/${id}/close`);
    expect((await editor.post(`/staff/mailings/${id}/close`, {})).status).toBe(403);
  });

  it("names how many addresses go and how many stay, and does exactly that", async () => {
    const desk = await openDesk();
    await desk.people(5);
    const id = await desk.sent();
    await desk.answer(1, "yes");
    await desk.answer(2, "no");
    // The fourth is also on another list, for a purpose that needs no consent.
    const [other] = await desk.rows("SELECT id FROM list WHERE kind = 'service'");
    await desk.client.execute({
      sql: `INSERT INTO subscription (id, list_id, address_id, person_id, state, created_at)
            SELECT 'also', ?, s.address_id, s.person_id, 'active', 1 FROM subscription s JOIN message m ON m.subscription_id = s.id
            WHERE s.state = 'unproven' LIMIT 1`,
      args: [String(other?.id)],
    });
    desk.clock.pass({ days: 60 });
    const admin = await desk.signIn("admin");
    const page = await (await admin.get(`/staff/mailings/${id}/close`)).text();
    expect(page).toContain("Adreses, par kurām nav atbildes: 3.");
    expect(page).toContain("2 adreses, kuru nav citos sarakstos");
    expect(page).toContain("1 adresi, kas ir arī citā sarakstā");
    expect(page).toContain("1 cilvēks, kas piekrita");
    expect(page).toContain("Noslēgt un dzēst 2 adreses<");
    const closed = await admin.post(`/staff/mailings/${id}/close`, {});
    expect([closed.status, closed.headers.get("location")]).toEqual([303, `/staff/mailings/${id}?done=closing`]);
    await desk.work();
    expect(await desk.rows("SELECT id FROM address")).toHaveLength(2);
    const after = await (await admin.get(`/staff/mailings/${id}`)).text();
    expect(after).toContain("Kampaņa noslēgta");
    expect(after).toContain("Neatbildēja termiņā");
    expect((await admin.post(`/staff/mailings/${id}/close`, {})).status).toBe(422);
    await desk.check();
  });
});
