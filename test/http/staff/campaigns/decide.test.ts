/** What nobody knows, and whom a receiving system refused: the desk asks, a person decides, the numbers stay honest. */
import { describe, expect, it } from "vitest";
import type { MailOutcome } from "../../../../src/deps.ts";
import { ROLES } from "../../../../src/domain/staff/rules.ts";
import { balanceOf, type Stage, stage } from "./stage.ts";

const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;
const of = (n: number, mail: MailOutcome): MailOutcome[] => Array.from({ length: n }, () => mail);
const unknownMail = { outcome: "unknown", code: "provider.no_answer" } as const;

/** 20 people: ten have the mail, of the others nobody knows. */
async function doubtful(): Promise<{ s: Stage; id: string }> {
  const s = await stage(20);
  s.at.set(2, async () => ({ outcome: "each", mails: of(10, unknownMail) }));
  const id = await s.begin();
  await s.work();
  return { s, id };
}

describe("e-mails of unknown outcome", () => {
  it("are never sent again by themselves; the page, the home page and an alert ask for a decision", async () => {
    const { s, id } = await doubtful();
    s.clock.pass({ hours: 30 });
    await s.deps.queue.enqueue({ kind: "recover" });
    await s.work();
    expect(s.handed).toBe(2);
    const words = await s.read(s.editor, id);
    expect(words).toContain("Vēstules, kuru iznākums nav zināms");
    expect(words).toContain("E-pasta pakalpojums neatbildēja 10 Iznākums nav zināms");
    expect(balanceOf(await (await s.editor.get(path(id))).text())).toEqual([20, 10, 0, 0, 10]);
    expect(await s.read(s.editor, "../")).toContain("Par 10 vēstulēm e-pasta pakalpojums skaidri neatbildēja.");
    expect(await s.rows("SELECT code, closed_at FROM alert")).toEqual([{ code: "mailing.unknown", closed_at: null }]);
  });

  it("are decided only by those who may, only about the number they saw, and reading decides nothing", async () => {
    const { s, id } = await doubtful();
    const staff = await Promise.all(ROLES.map(async (role) => [role, await s.signIn(role)] as const));
    const before = await s.state();
    for (const [role, who] of staff) {
      const may = role === "admin" || role === "editor";
      expect([role, (await who.get(path(id, "unknown"))).status]).toEqual([role, may ? 200 : 403]);
      const none = await who.post(path(id, "unknown"), {});
      expect([role, none.status]).toEqual([role, may ? 422 : 403]);
      const stale = await who.post(path(id, "unknown"), { decision: "again", "n.again": "9" });
      expect([role, stale.status]).toEqual([role, may ? 409 : 403]);
      if (may) expect(await stale.text()).toContain("tagad lēmums attiecas uz 10 vēstulēm");
    }
    expect(await s.state()).toBe(before);
  });

  it("counted as sent are in doubt no more, and it stands in the history and in the proof log", async () => {
    const { s, id } = await doubtful();
    const done = await s.press(s.editor, id, "unknown", { decision: "sent" });
    expect([done.status, done.headers.get("location")]).toEqual([303, `${path(id)}?done=treated`]);
    const page = await (await s.editor.get(path(id))).text();
    expect(balanceOf(page)).toEqual([20, 20, 0, 0, 0]);
    expect(page).toContain("Izlemts: 10 vēstules ar nezināmu iznākumu uzskatīt par nosūtītām");
    expect(s.handed).toBe(2);
    expect(await s.rows("SELECT count(*) AS n FROM alert WHERE closed_at IS NULL")).toEqual([{ n: 0 }]);
    expect((await s.editor.post(path(id, "unknown"), { decision: "sent", "n.sent": "10" })).status).toBe(422);
    await s.check();
  });

  it("sent again go to those who may still be mailed; whoever left stays unknown", async () => {
    const { s, id } = await doubtful();
    const [gone] = await s.rows(
      "SELECT subscription_id AS id, person_id AS person FROM message WHERE mailing_id=? AND state='unknown' LIMIT 1",
      id,
    );
    await s.rows("UPDATE person SET restricted_at=1 WHERE id=?", String(gone?.person));
    const words = await s.read(s.editor, id, "unknown");
    expect(words).toContain("Sūtīt vēlreiz 9 cilvēkiem");
    expect(words).toContain("Daži var saņemt vienu un to pašu vēstuli divreiz.");
    expect(words).toContain("Vēl 1 cilvēkam šo vēstuli vairs nedrīkst sūtīt");
    expect((await s.press(s.editor, id, "unknown", { decision: "again" })).status).toBe(303);
    expect((await s.rows("SELECT state, finished_at FROM mailing WHERE id=?", id))[0]).toEqual({
      state: "sending",
      finished_at: null,
    });
    await s.work();
    expect(s.mailbox.mails).toHaveLength(19);
    const page = await (await s.editor.get(path(id))).text();
    expect(balanceOf(page)).toEqual([20, 19, 0, 0, 1]);
    expect((await s.rows("SELECT state FROM mailing WHERE id=?", id))[0]?.state).toBe("sent");
    await s.check();
  });

  it("taken back before they were sent again are unknown as before, not skipped", async () => {
    const { s, id } = await doubtful();
    await s.press(s.editor, id, "unknown", { decision: "again" });
    await s.press(s.editor, id, "cancel");
    await s.work();
    const page = await (await s.editor.get(path(id))).text();
    expect(balanceOf(page)).toEqual([20, 10, 0, 0, 10]);
    expect(page).toContain("Pirmās reizes iznākums nav zināms, un vēlreiz nenosūtījām");
    expect(s.mailbox.mails).toHaveLength(10);
    await s.check();
  });

  it("cannot be sent again after the deadline or once the mailing is cancelled, and not decided once it is closed", async () => {
    const { s, id } = await doubtful();
    s.clock.pass({ days: 30 });
    expect(await s.read(s.editor, id, "unknown")).toContain("Vēlreiz sūtīt nevar: Pēdējā diena, kad var atbildēt");
    const late = await s.editor.post(path(id, "unknown"), { decision: "again", "n.again": "10" });
    expect([late.status, (await late.text()).includes("vēstules vēlreiz nesūtām")]).toEqual([422, true]);
    const admin = await s.signIn("admin");
    await admin.post(path(id, "close"), {});
    await s.work();
    expect((await s.editor.post(path(id, "unknown"), { decision: "sent", "n.sent": "10" })).status).toBe(422);
    expect((await s.editor.get(path(id, "unknown"))).status).toBe(422);
    expect(s.handed).toBe(2);
    await s.check();
  });
});

describe("held addresses", () => {
  /** 20 people: three were refused for what we are. The mailing stands still, and is let go on. */
  async function refused(): Promise<{ s: Stage; id: string }> {
    const s = await stage(20);
    const policy = { outcome: "refused", code: "bounce.policy" } as const;
    s.at.set(1, async (mails) => ({
      outcome: "each",
      mails: mails.map((_, i) => (i < 3 ? policy : { outcome: "accepted", id: `id-${i}` })),
    }));
    const id = await s.begin();
    await s.work();
    return { s, id };
  }

  it("stand on the page of the mailing with their receiving domains, and no address", async () => {
    const { s, id } = await refused();
    const page = await s.read(s.editor, id);
    expect(page).toContain("Saņēmēju serveri mūsu vēstules noraida");
    expect(page).toContain("Aizturētās adreses");
    const held = await s.read(s.editor, id, "held");
    expect(held).toContain("Aizturētas ir 3 adreses.");
    expect(held).toContain("pasts.example 3");
    expect(held).not.toContain("@");
    expect(await s.read(s.editor, "../")).toContain("aizturētas adreses");
  });

  it("are released or ended by those who may, about the number they saw", async () => {
    const { s, id } = await refused();
    const dpo = await s.signIn("dpo");
    expect((await dpo.get(path(id, "held"))).status).toBe(403);
    expect((await dpo.post(path(id, "held"), { decision: "end", n: "3" })).status).toBe(403);
    expect((await s.editor.post(path(id, "held"), { n: "3" })).status).toBe(422);
    expect((await s.editor.post(path(id, "held"), { decision: "end", n: "2" })).status).toBe(409);
    expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE held_at IS NOT NULL")).toEqual([{ n: 3 }]);
    const released = await s.press(s.editor, id, "held", { decision: "release" });
    expect(released.headers.get("location")).toBe(`${path(id)}?done=released`);
    expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE held_at IS NOT NULL")).toEqual([{ n: 0 }]);
    expect(await s.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 20 }]);
    await s.check();
  });

  it("ended are deleted, and nobody else", async () => {
    const { s, id } = await refused();
    expect((await s.press(s.editor, id, "held", { decision: "end" })).status).toBe(303);
    await s.work();
    expect(await s.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 17 }]);
    expect(await s.read(s.editor, id, "held")).toContain("Aizturētu adrešu vairs nav");
    await s.check();
  });
});
