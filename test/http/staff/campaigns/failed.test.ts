/** "Send again" at the desk: how many and why, one press, and what the page says when somebody was faster. */
import { expect, it } from "vitest";
import { type Stage, stage } from "./stage.ts";

const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;

/** 25 people; the mail service takes ten, and none of the next ten: the rest waits. */
async function broken(): Promise<{ s: Stage; id: string }> {
  const s = await stage(25);
  const id = await s.begin();
  s.at.set(2, async (mails) => ({
    outcome: "each",
    mails: mails.map((_, i) => ({ outcome: "refused", code: i < 8 ? "provider.invalid" : "mail.render" })),
  }));
  await s.work();
  return { s, id };
}

it("the page tells how many failed and why, and one press plans them anew; all adds up at the end", async () => {
  const { s, id } = await broken();
  expect(await s.read(s.editor, "../")).toContain(
    "Nosūtīt neizdevās 10 vēstuļu: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot.",
  );
  expect(await s.read(s.editor, id)).toContain("Vēstules, ko neizdevās nosūtīt");
  const words = await s.read(s.editor, id, "failed");
  expect(words).toContain(
    "Nosūtīt neizdevās 10 vēstuļu: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot.",
  );
  expect(words).toContain("E-pasta pakalpojums adresi vai vēstuli atzina par nederīgu 8");
  expect(words).toContain("Vēstuli nevarēja sagatavot sūtīšanai 2");
  expect(words).toContain("Kad sūtīšanu atsāks: pašlaik tā ir apturēta.");
  const seen = await s.editor.get(path(id, "failed"));
  expect(seen.status).toBe(200);
  const done = await s.press(s.editor, id, "failed");
  expect([done.status, done.headers.get("location")]).toEqual([303, `${path(id)}?done=planned-anew`]);
  expect(await s.read(s.editor, `${id}?done=planned-anew`)).toContain("ir ieplānotas vēlreiz");
  expect(await s.read(s.editor, id)).toMatch(
    /Vēlreiz sūtām 10 vēstuļu, ko neizdevās nosūtīt plkst\. 10\.00, Paraugs editor/,
  );
  expect(await s.read(s.editor, id, "failed")).toContain("Tādu vēstuļu vairs nav");
  expect((await s.editor.post(path(id, "failed"), { n: "10" })).status).toBe(422);
  await s.press(s.editor, id, "resume");
  await s.work();
  expect(await s.read(s.editor, id)).toMatch(/saņēmēji kopā 25 nosūtīts 25 /);
  expect(s.mailbox.mails).toHaveLength(25);
  await s.check();
});

it("only those who decide see the way there and may go it; a stale number is shown anew", async () => {
  const { s, id } = await broken();
  for (const role of ["press", "dpo", "auditor"] as const) {
    const who = await s.signIn(role);
    expect([role, (await who.get(path(id, "failed"))).status]).toEqual([role, 403]);
    expect([role, (await who.post(path(id, "failed"), { n: "10" })).status]).toEqual([role, 403]);
    expect([role, await (await who.get(path(id))).text()]).not.toContain(path(id, "failed"));
  }
  const stale = await s.editor.post(path(id, "failed"), { n: "9" });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("tagad lēmums attiecas uz 10 vēstulēm");
});
