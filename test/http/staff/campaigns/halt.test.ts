/** Pausing, going on and cancelling at the desk: who may, what the pages say, what they never do by themselves. */
import { describe, expect, it } from "vitest";
import { raiseWrite } from "../../../../src/domain/alerts/store.ts";
import { HOLD_REASONS } from "../../../../src/domain/campaigns/rules/hold.ts";
import { standStill } from "../../../../src/domain/campaigns/stand-still.ts";
import { commit } from "../../../../src/domain/commit.ts";
import { ROLES, type Role } from "../../../../src/domain/staff/rules.ts";
import { haltTexts } from "../../../../src/texts/halt.ts";
import { balanceOf, type Stage, stage } from "./stage.ts";

const stateOf = async (s: Stage, id: string) =>
  (await s.rows("SELECT state, held_from, held_at, held_reason FROM mailing WHERE id=?", id))[0];
const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;

const CANCEL: Role[] = ["admin", "head", "editor"];

/** 25 people; the mail service has taken ten and wants nothing for an hour. */
async function halfway(): Promise<{ s: Stage; id: string }> {
  const s = await stage(25);
  const id = await s.begin();
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  return { s, id };
}

describe("a mailing under way", () => {
  it("shows its two acts to whoever may press them, as forms and links that work without a script", async () => {
    const { s, id } = await halfway();
    for (const role of ROLES) {
      const page = await (await (await s.signIn(role)).get(path(id))).text();
      expect([role, page.includes(`action="${path(id, "pause")}"`)]).toEqual([role, role !== "auditor"]);
      expect([role, page.includes(`href="${path(id, "cancel")}"`)]).toEqual([role, CANCEL.includes(role)]);
    }
  });

  it("says under its bar why it does not move", async () => {
    const { s, id } = await halfway();
    const words = await s.read(s.editor, id);
    expect(words).toContain("E-pasta pakalpojums vēstules pieņems plkst. 11.00 vai vēlāk: dienas kvota ir izlietota.");
    const english = await s.read(s.editor, `${id}?lang=en`);
    expect(english).toContain("The mail service takes mail again at 11:00 or later: the day’s quota is used up.");
  });

  it("is paused by everybody who sees it but the auditor, and let go on only by those who may send, cancelled by them and the head", async () => {
    const { s, id } = await halfway();
    for (const role of ROLES) {
      const who = await s.signIn(role);
      const paused = await who.post(path(id, "pause"), {});
      expect([role, paused.status]).toEqual([role, role === "auditor" ? 403 : 303]);
      const heldAt = String((await stateOf(s, id))?.held_at ?? 0);
      const sends = role === "admin" || role === "editor";
      if (!CANCEL.includes(role)) {
        expect([role, (await who.post(path(id, "cancel"), {})).status]).toEqual([role, 403]);
        expect([role, (await who.get(path(id, "cancel"))).status]).toEqual([role, 403]);
      }
      expect([role, (await who.post(path(id, "resume"), { heldAt })).status]).toEqual([role, sends ? 303 : 403]);
    }
    await s.check();
  });
});

describe("a paused mailing", () => {
  it("says who paused it, since when, how far it came and what going on does; whoever may not press reads who may", async () => {
    const { s, id } = await halfway();
    const done = await s.editor.post(path(id, "pause"), {});
    expect(done.headers.get("location")).toBe(`${path(id)}?done=paused`);
    const html = await (await s.editor.get(path(id))).text();
    expect(balanceOf(html)).toEqual([25, 10, 0, 0, 0, 15]);
    expect(html).not.toContain("hx-get");
    const words = await s.read(s.editor, id);
    expect(words).toContain("Sūtīšana ir apturēta kopš 2026. gada 22. novembra plkst. 10.00.");
    expect(words).toContain("Sūtīšanu apturēja Paraugs editor");
    expect(words).toContain("Atsākt un nosūtīt vēl 15 vēstuļu");
    expect(words).toContain("kas vēstuli jau saņēma, otru nesaņems");
    const auditor = await s.read(await s.signIn("auditor"), id);
    expect(auditor).toContain("Atsāk darbinieks ar administrēšanas");
    expect(auditor).not.toContain("Atsākt un nosūtīt");
    const home = await s.read(s.editor, "../");
    expect(home).toContain("sūtīšana ir apturēta");
    expect(home).toContain("Vēstuli gaida 15 cilvēku.");
  });

  it("counts what is still to send in one way everywhere: what the mail service has is told apart, and all adds up", async () => {
    const s = await stage(25);
    const id = await s.begin();
    const seen: Record<string, string> = {};
    s.at.set(2, async () => {
      await s.editor.post(path(id, "pause"), {});
      seen.html = await (await s.editor.get(path(id))).text();
      seen.page = await s.read(s.editor, id);
      seen.cancel = await s.read(s.editor, id, "cancel");
      seen.home = await s.read(s.editor, "../");
      return undefined;
    });
    await s.work();
    // Recipients, sent, skipped, failed, unknown, with the mail service, still to send.
    expect(balanceOf(seen.html ?? "")).toEqual([25, 10, 0, 0, 0, 10, 5]);
    expect(seen.page).toContain("10 no 25");
    expect(seen.page).toContain("Atsākt un nosūtīt vēl 5 vēstules");
    expect(seen.page).toContain("Vēl 10 vēstules ir nodotas e-pasta pakalpojumam");
    expect(seen.cancel).toContain("5 cilvēki, kam vēstule vēl nav nosūtīta");
    expect(seen.cancel).toContain("10 vēstuļu, par kurām atbildes vēl nav");
    expect(seen.cancel).toContain("Atcelt sūtījumu un nesūtīt 5 vēstules");
    expect(seen.home).toContain("Vēstuli gaida 5 cilvēki.");
    await s.check();
  });

  it("has a plain sentence for every reason of the program, what to look at, and the history of it", async () => {
    const { s, id } = await halfway();
    for (const reason of HOLD_REASONS.filter((r) => r !== "person")) {
      await standStill(s.deps, { id, reason });
      const words = await s.read(s.editor, id);
      for (const key of [`why.${reason}`, `why.${reason}.look`] as const)
        expect([reason, words.includes(haltTexts.lv[key])]).toEqual([reason, true]);
      const done = await s.press(s.editor, id, "resume");
      expect([reason, done.status]).toEqual([reason, 303]);
      const after = await s.read(s.editor, id);
      expect(after).toContain(`Sūtīšana apstājās pati plkst. 10.00. ${haltTexts.lv[`why.${reason}`]}`);
      expect(after).toMatch(/Sūtīšana atsākta plkst. 10.00, Paraugs editor/);
    }
    await s.check();
  });

  it("says what the program saw, since when, and who has been told; a missing heartbeat file is called what it is", async () => {
    const { s, id } = await halfway();
    const told = { id: "a1", code: "mailing.paused", subject: id, at: s.clock.now() };
    await standStill(s.deps, { id, reason: "restored" });
    await s.client.execute("DELETE FROM alert");
    await commit(s.deps, {
      change: [raiseWrite({ ...told, detail: { sign: "no-witness", from: told.at } })],
      proof: [],
    });
    const missing = await s.read(s.editor, id);
    expect(missing).toContain("Datubāze, iespējams, ir atjaunota no rezerves kopijas vai pārvietota");
    expect(missing).toContain("blakus datubāzei nav datnes „heartbeat”");
    expect(missing).toContain("arī tad, ja kāds to ir izdzēsis");
    expect(missing).toContain("Nevienam nav paziņots, jo iestatījumos nav norādīts, kam ziņot.");
    await s.client.execute("DELETE FROM alert");
    const from = told.at - 2 * 3_600_000;
    await commit(s.deps, { change: [raiseWrite({ ...told, detail: { sign: "silence", from } })], proof: [] });
    expect(await s.read(s.editor, id)).toContain(
      "Pēdējā programmas dzīvības zīme: 22.11.2026. 8.00. Nākamā: 22.11.2026. 10.00.",
    );
  });

  it("is let go on only by whoever saw this pause, and twice pressed is told", async () => {
    const { s, id } = await halfway();
    await s.editor.post(path(id, "pause"), {});
    const first = String((await stateOf(s, id))?.held_at);
    expect((await s.editor.post(path(id, "resume"), { heldAt: first })).status).toBe(303);
    expect((await s.editor.post(path(id, "resume"), { heldAt: first })).status).toBe(422);
    await s.editor.post(path(id, "pause"), {});
    expect((await s.editor.post(path(id, "resume"), { heldAt: first })).status).toBe(409);
    expect((await stateOf(s, id))?.state).toBe("paused");
    expect((await s.editor.post(path(id, "pause"), {})).status).toBe(303);
  });

  it("whose deadline is over cannot go on: the page says so and offers to cancel", async () => {
    const { s, id } = await halfway();
    await s.editor.post(path(id, "pause"), {});
    s.clock.pass({ days: 30 });
    const words = await s.read(s.editor, id);
    expect(words).toContain("Termiņš ir beidzies, kamēr sūtījums stāvēja");
    expect(words).not.toContain("Atsākt");
    const auditor = await s.read(await s.signIn("auditor"), id);
    expect(auditor).toContain("Atceļ darbinieks ar administrēšanas");
    expect(auditor).not.toContain("Atsāk darbinieks");
    const heldAt = String((await stateOf(s, id))?.held_at);
    const refused = await s.editor.post(path(id, "resume"), { heldAt });
    expect([refused.status, (await refused.text()).includes("campaigns.deadline_over")]).toEqual([422, true]);
    expect((await s.press(s.editor, id, "cancel")).status).toBe(303);
    await s.work();
    expect(await s.read(s.editor, id)).toContain("Nosūtītās vēstules: 10 no 25.");
  });
});

describe("while people are being planned", () => {
  it("no page calls half a number a balance that agrees, not even when it is paused there", async () => {
    const s = await stage(25);
    const id = await s.begin();
    const planned = await s.read(s.editor, id);
    await s.editor.post(path(id, "pause"), {});
    for (const words of [planned, await s.read(s.editor, id)]) {
      expect(words).toContain("Bilance te būs, kad visas vēstules būs sagatavotas.");
      expect(words).not.toMatch(/Sakrīt|saņēmēji kopā/);
    }
    const home = await s.read(s.editor, "../");
    expect(home).toContain("Vēl nekas nav nosūtīts");
    await s.check();
  });
});

describe("a cancelled mailing", () => {
  it("takes back what its e-mail says about silence, at the desk and where people answer", async () => {
    const { s, id } = await halfway();
    await s.press(s.editor, id, "cancel");
    await s.work();
    const words = await s.read(s.editor, id);
    expect(words).toContain("Sūtījums ir atcelts, tāpēc to nedarīsim: kas neatbildēs, paliks sarakstā kā līdz šim.");
    expect(words).not.toContain("kampaņu noslēgs");
    const { pathname } = new URL(/https?:\/\/[^"\s]*\/r\/[\w-]+/.exec(s.mailbox.mails[0]?.mail.text ?? "")?.[0] ?? "");
    const page = await (await s.browser().get(pathname)).text();
    expect(page).toContain("klusēšanas dēļ Jūsu adresi no saraksta neizņemsim un nedzēsīsim");
  });
});

describe("cancelling", () => {
  it("asks first, with the numbers of this moment, and changes nothing by asking", async () => {
    const { s, id } = await halfway();
    const before = await s.state();
    const words = await s.read(s.editor, id, "cancel");
    expect(words).toContain("Vai atcelt sūtījumu?");
    expect(words).toContain("15 cilvēku, kam vēstule vēl nav nosūtīta");
    expect(words).toContain("10 vēstuļu, kas jau ir nosūtītas");
    expect(words).toContain("Atcelt sūtījumu un nesūtīt 15 vēstuļu");
    expect(words).toContain("Neatcelt");
    for (const page of ["", "cancel", "numbers", "unknown", "held", "pause", "resume"])
      await s.editor.get(path(id, page));
    expect(await s.state()).toBe(before);
  });

  it("is refused for a draft, for one that is out whole, and for none", async () => {
    const s = await stage(12);
    const draft = await s.draft("Otrs");
    const id = await s.begin();
    await s.work();
    for (const [of, status] of [
      [draft, 422],
      [id, 422],
      ["none", 404],
    ] as const)
      for (const page of ["pause", "resume", "cancel"])
        expect([of, page, (await s.editor.post(path(of, page), {})).status]).toEqual([of, page, status]);
    expect((await s.editor.get(path(id, "cancel"))).status).toBe(422);
    expect((await stateOf(s, id))?.state).toBe("sent");
  });

  it("leaves the list free for a new question", async () => {
    const { s, id } = await halfway();
    await s.press(s.editor, id, "cancel");
    await s.work();
    const next = await s.begin();
    expect((await s.rows("SELECT state FROM mailing WHERE id=?", next))[0]?.state).toBe("planning");
  });
});
