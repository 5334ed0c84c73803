import { expect, it } from "vitest";
import { submit } from "../../../support/forms.ts";
import { wordsOf } from "../../public/asked.ts";
import { openDesk } from "./desk.ts";

it("an approval that something around the draft has overtaken says so, and is asked for again", async () => {
  const s = await openDesk();
  const admin = await s.signIn("admin");
  await submit(admin, "/staff/settings", { secondPerson: "yes" }, /settings$/);
  await s.people(3);
  const page = `/staff/mailings/${await s.complete()}`;
  await submit(admin, `${page}/review`, {}, /approve$/);
  const before = await (await admin.get(`${page}/review?lang=lv`)).text();
  expect(before).not.toContain("/approve");
  await s.client.execute(`UPDATE list SET promise = json('{"lv":"Katru dienu","en":"Every day"}')`);
  const after = await (await admin.get(`${page}/review?lang=lv`)).text();
  expect(wordsOf(after)).toContain("Melnraksts jāapstiprina vēlreiz");
  expect(wordsOf(await (await s.editor.get(`${page}/send?lang=lv`)).text())).toContain(
    "Melnraksts jāapstiprina vēlreiz",
  );
  await submit(admin, `${page}/review`, {}, /approve$/);
  const sent = await submit(s.editor, `${page}/send`, {}, /send/);
  expect(sent.headers.get("location")).toContain("done=sent");
});

it("an officer's own objection shows an admin no form that he could not save", async () => {
  const s = await openDesk();
  await s.people(3);
  const page = `/staff/mailings/${await s.draft()}`;
  const officer = await s.signIn("dpo");
  await submit(officer, `${page}/review`, { verdict: "objects", text: "Jāpārstrādā." }, /opinion$/);
  const admin = await s.signIn("admin");
  const shown = await (await admin.get(`${page}/review?lang=lv`)).text();
  expect(shown).not.toContain('name="verdict"');
  expect(wordsOf(shown)).toContain("Mainīt to var tikai viņš");
  expect(await (await officer.get(`${page}/review`)).text()).toContain('name="verdict"');
});
