/** A mailing that stood still past its last day is given another one: who may, how near, what mails and pages say then. */
import { describe, expect, it } from "vitest";
import type { OutgoingMail } from "../../../../src/deps.ts";
import { submit } from "../../../support/forms.ts";
import { type Stage, stage } from "./stage.ts";

const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;
const OLD = "2026.\u00a0gada 15.\u00a0decembrim";
const NEW = "2027.\u00a0gada 10.\u00a0janvārim";
const moved = { to: "2027-01-10", reason: "E-pasta pakalpojums nestrādāja." };
const textOf = (s: Stage, n: number) =>
  s.mailbox.mails.find(({ mail }) => mail.to === `cilveks${n}@pasts.example`)?.mail.text ?? "";

/** 25 people, ten of whom have the mail; somebody paused the rest, and so many days passed while the program lived. */
async function paused(days: number): Promise<{ s: Stage; id: string }> {
  const s = await stage(25);
  const id = await s.begin();
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  await s.editor.post(path(id, "pause"), {});
  s.clock.pass({ days });
  await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
  return { s, id };
}

describe("a mailing that stood still past its last day", () => {
  it("is given a new last day by the head of the office, and then let go on by those who may send", async () => {
    const { s, id } = await paused(30);
    const words = await s.read(s.editor, id);
    expect(words).toContain("Termiņu var pagarināt vienu reizi, un tam vajag iemeslu.");
    expect(words).toContain("Termiņu pagarina darbinieks ar administrēšanas vai apstiprināšanas lomu.");
    expect((await s.editor.get(path(id, "postpone"))).status).toBe(403);

    const head = await s.signIn("head");
    expect(await (await head.get(path(id))).text()).toContain(`href="${path(id, "postpone")}"`);
    const form = await s.read(head, id, "postpone");
    expect(form).toContain("Vismaz 14 dienu no šodienas");
    const near = await submit(head, path(id, "postpone"), { ...moved, to: "2027-01-04" });
    expect([near.status, (await near.text()).includes("atbildei jādod vismaz")]).toEqual([422, true]);
    expect((await submit(head, path(id, "postpone"), { ...moved, reason: "" })).status).toBe(422);
    expect((await submit(head, path(id, "postpone"), { ...moved, to: "2027-03-30" })).status).toBe(422);
    const done = await submit(head, path(id, "postpone"), moved);
    expect(done.headers.get("location")).toBe(`${path(id)}?done=postponed`);

    const now = await s.read(s.editor, id);
    expect(now).toContain("Atbildes tagad gaidām līdz 2027. gada 10. janvārim.");
    expect(now).toContain("Pirms tam izgāja 10 vēstuļu: tajās minētā diena ir 2026. gada 15. decembris");
    expect(await (await head.get(path(id))).text()).not.toContain(`href="${path(id, "postpone")}"`);
    expect((await s.press(s.editor, id, "resume")).status).toBe(303);
    await s.work();
    expect(s.mailbox.mails).toHaveLength(25);
    const named = (day: string) => s.mailbox.mails.filter(({ mail }) => mail.text.includes(day)).length;
    expect([named(OLD), named(NEW)]).toEqual([10, 15]);
    expect(s.mailbox.mails.filter(({ mail }) => mail.html.includes(NEW))).toHaveLength(15);

    const first = s.mailbox.mails.find(({ mail }) => mail.text.includes(OLD))?.mail as OutgoingMail;
    const link = new URL(/https?:\/\/[^"\s]*\/r\/[\w-]+/.exec(first.text)?.[0] ?? "").pathname;
    expect(await (await s.browser().get(link)).text()).toContain(NEW);
    expect(
      (await s.rows("SELECT body FROM event WHERE typ='mailing.postponed'")).map(({ body }) =>
        JSON.parse(String(body)),
      ),
    ).toMatchObject([{ from: "2026-12-15", to: "2027-01-10", reason: moved.reason }]);
    expect(await s.read(s.editor, id)).toContain("Atbildēt var līdz 2027. gada 10. janvārim");
    await s.check();
  });

  it("counts the wait after a first wave that was not drawn yet", async () => {
    const s = await stage(120);
    const id = await s.begin();
    await s.editor.post(path(id, "pause"), {});
    s.clock.pass({ days: 30 });
    const head = await s.signIn("head");
    const put = (to: string) => submit(head, path(id, "postpone"), { ...moved, to });
    expect((await put("2027-01-05")).status).toBe(422);
    expect((await put("2027-01-06")).status).toBe(303);
  });

  it("can only be cancelled where its day was put off before", async () => {
    const { s, id } = await paused(30);
    const head = await s.signIn("head");
    await submit(head, path(id, "postpone"), moved);
    s.clock.pass({ days: 30 });
    const words = await s.read(head, id);
    expect(words).toContain("Termiņš jau vienu reizi ir pagarināts. Atceliet sūtījumu");
    const again = await head.post(path(id, "postpone"), { ...moved, to: "2027-03-01" });
    expect([again.status, (await again.text()).includes("Otrreiz to pagarināt nevar")]).toEqual([422, true]);
  });
});

describe("a mailing that stands still shortly before its last day", () => {
  it("goes on as it is, or with a new day: the page says what the choice is", async () => {
    const { s, id } = await paused(20);
    const admin = await s.signIn("admin");
    const words = await s.read(admin, id);
    expect(words).toContain("Vēstulēs minētā pēdējā diena ir 2026. gada 15. decembris");
    expect(words).toContain("Atsākt un nosūtīt vēl 15 vēstuļu");
    expect(await (await admin.get(path(id))).text()).toContain(`href="${path(id, "postpone")}"`);
    expect((await s.press(admin, id, "resume")).status).toBe(303);
    await s.work();
    expect(s.mailbox.mails.filter(({ mail }) => mail.text.includes(OLD))).toHaveLength(25);
  });

  it("with time enough says nothing of it", async () => {
    const { s, id } = await paused(2);
    expect(await (await (await s.signIn("admin")).get(path(id))).text()).not.toContain("/postpone");
  });
});

describe("a batch that may have gone out before the day was put off", () => {
  it("is asked about with the bytes that it had, under the same key; later ones name the new day", async () => {
    const s = await stage(25);
    const id = await s.begin();
    const tries: OutgoingMail[][] = [];
    s.at.set(2, async (mails) => {
      tries.push([...mails]);
      await s.editor.post(path(id, "pause"), {});
      return { outcome: "unknown", code: "provider.no_answer" };
    });
    await s.work();
    const head = await s.signIn("head");
    expect((await submit(head, path(id, "postpone"), { ...moved, to: "2027-01-10" })).status).toBe(303);
    const who = tries[0]?.map(({ to }) => to) ?? [];
    expect((await s.press(s.editor, id, "resume")).status).toBe(303);
    await s.work();
    expect(s.mailbox.mails).toHaveLength(25);
    for (const mail of tries[0] ?? []) expect(s.mailbox.mails.find((m) => m.mail.to === mail.to)?.mail).toEqual(mail);
    expect(who).toHaveLength(10);
    expect(s.mailbox.mails.filter(({ mail }) => mail.text.includes(NEW))).toHaveLength(5);
    expect(textOf(s, Number(/\d+/.exec(who[0] ?? "")?.[0]))).toContain(OLD);
    await s.check();
  });
});
