/** From the page of a campaign straight to the bundle of its proofs, for whoever may hand one out. */
import { expect, it } from "vitest";
import { openDesk } from "./desk.ts";

it("the officer is led to the export of this very campaign; whoever may not export is not", async () => {
  const s = await openDesk();
  await s.people(2);
  const id = await s.sent();
  await s.answer(1, "yes");
  const officer = await s.signIn("dpo");
  const page = await (await officer.get(`/staff/mailings/${id}`)).text();
  const href = /href="(\/staff\/proofs\/export\?mailing=[^"]+)"/.exec(page)?.[1] ?? "";
  expect(href).toBe(`/staff/proofs/export?mailing=${id}`);
  const chosen = await officer.get(href);
  expect(chosen.status).toBe(200);
  expect(await chosen.text()).toContain(`name="mailing" value="${id}"`);
  const editor = await s.signIn("editor");
  expect(await (await editor.get(`/staff/mailings/${id}`)).text()).not.toContain("/staff/proofs/export");
});

it("a draft has no proofs yet, so nothing leads to them", async () => {
  const s = await openDesk();
  await s.people(2);
  const id = await s.draft();
  const officer = await s.signIn("dpo");
  expect(await (await officer.get(`/staff/mailings/${id}`)).text()).not.toContain("/staff/proofs/export");
});
