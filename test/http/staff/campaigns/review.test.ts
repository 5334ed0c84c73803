import { describe, expect, it } from "vitest";
import { submit } from "../../../support/forms.ts";
import { GROUND } from "../../../support/ready.ts";
import { DEADLINE, openDesk } from "./desk.ts";

describe("what others say of a draft, at the desk", () => {
  it("is asked of the officer on the reasons as they will be proved, and opens the way to sending", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.draft();
    const path = `/staff/mailings/${id}`;
    await submit(desk.editor, `${path}/edit`, { ...GROUND, deadlineDay: DEADLINE });
    expect(await (await desk.editor.get(`${path}/send`)).text()).toContain(
      "Nav datu aizsardzības speciālista atzinuma",
    );
    expect(await (await desk.editor.get(`${path}/review`)).text()).not.toContain("/opinion");
    const officer = await desk.signIn("dpo");
    const page = await (await officer.get(`${path}/review`)).text();
    expect(page).toContain(GROUND.askNorm);
    expect(page).not.toContain('name="writtenDay"');
    const empty = await submit(officer, `${path}/review`, { text: "" }, /opinion$/);
    expect(empty.status).toBe(422);
    expect(
      (await submit(officer, `${path}/review`, { verdict: "agrees", text: "Iebildumu nav." }, /opinion$/)).status,
    ).toBe(303);
    expect(await (await desk.editor.get(`${path}/send`)).text()).toContain("Vai nosūtīt tagad?");
  });

  it("is an approval too, where the settings ask for a second person", async () => {
    const desk = await openDesk();
    const admin = await desk.signIn("admin");
    const saved = await submit(admin, "/staff/settings", { secondPerson: "yes" }, /settings$/);
    expect(saved.status).toBe(303);
    await desk.people(2);
    const path = `/staff/mailings/${await desk.complete()}`;
    expect(await (await desk.editor.get(`${path}/send`)).text()).toContain("vēl nav apstiprinājis otrs cilvēks");
    const own = await (await desk.editor.get(`${path}/review`)).text();
    expect(own).toContain("Savu melnrakstu apstiprināt nevar");
    expect((await submit(admin, `${path}/review`, {}, /approve$/)).status).toBe(303);
    expect(await (await desk.editor.get(`${path}/send`)).text()).toContain("Vai nosūtīt tagad?");
  });
});
