/** Who gets a last mail, what it says and brings, and that nothing of it stays. */
import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { mailLastMails } from "../../../src/domain/last-mails/mail.ts";
import { recordEvent } from "../../../src/domain/messages/record-event.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { wordsOf } from "../../http/public/asked.ts";
import type { World } from "../../support/world.ts";
import { admin } from "../office.ts";
import { ANNA, asked, counted, lastMails, sayNo, seal, states } from "./scene.ts";

const ONE_CLICK = {
  method: "POST",
  body: "List-Unsubscribe=One-Click",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
};
const said = { address: ANNA, purposeId: "everything", how: "phone", day: "2026-11-20" } as const;

/** Every byte of the database, its log included. */
function bytesOf({ file }: World): string {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false }) ? readFileSync(`${file}-wal`, "latin1") : "";
  return readFileSync(file, "latin1") + wal;
}

/** What an attached file discloses (RFC 9901), in clear. */
const disclosed = (text: string) =>
  (JSON.parse(text)["own:proof"][0]["own:disclosure"] as string[]).map((d) => Buffer.from(d, "base64url").toString());

describe("the last mail", () => {
  it("goes out once after a no that deletes the address, with the proof; then its row is gone, and the mark stays", async () => {
    const house = await asked();
    const { world } = house;
    const page = wordsOf(await sayNo(house));
    expect(page).toContain("Adrese pēdējai vēstulei, šifrēta");
    expect(page).not.toContain("adrese ir dzēsta");
    expect(page).not.toContain("Vēstuli ar apliecinājumu nesūtām");
    expect(await states(world)).toEqual(["due"]);
    expect(bytesOf(world)).not.toContain(ANNA);
    await world.check();

    await world.work();
    const [mail, ...more] = lastMails(world);
    expect([mail?.to, more.length]).toEqual([ANNA, 0]);
    expect(Object.keys(mail?.headers ?? {})).toEqual(["Auto-Submitted"]);
    const [event] = await world.rows("SELECT eid FROM event WHERE typ = 'consent.refused'");
    expect(mail?.text).toContain(event?.eid);
    expect(wordsOf(mail?.text ?? "")).toContain("„Nē, atsakos”");
    expect(mail?.attachments?.map(({ name }) => name)).toEqual([`receipt-${String(event?.eid).slice(0, 8)}.json`]);
    expect(disclosed(mail?.attachments?.[0]?.text ?? "").join()).toContain(ANNA);
    expect([await states(world), await counted(world)]).toEqual([[], { sent: 1 }]);
    expect(await world.rows("SELECT reason FROM suppression")).toEqual([{ reason: "refused" }]);
    const answered = await world.rows("SELECT state, answer FROM message WHERE answer = 'no'");
    expect(answered).toEqual([{ state: "sent", answer: "no" }]);

    await sayNo(house);
    await world.work();
    expect(lastMails(world)).toHaveLength(1);
    await world.check();
  });

  it("is not there while it is switched off: no row, no mail, and the page says that none is sent", async () => {
    const house = await asked();
    const { world } = house;
    await world.client.execute("UPDATE institution SET profile = json_remove(profile, '$.lastMail')");
    const page = wordsOf(await sayNo(house));
    expect(page).toContain("Vēstuli ar apliecinājumu nesūtām");
    expect(page).toContain("adrese ir dzēsta");
    expect(await states(world)).toEqual([]);
    await world.work();
    expect([lastMails(world).length, await counted(world)]).toEqual([0, {}]);
    await world.check();
  });

  it("brings a file for each purpose that ended, and says that all of them did", async () => {
    const house = await asked([ANNA], [ANNA]);
    const { world } = house;
    await world.browser().post(house.path("u", ANNA), { scope: "everything", lang: "lv" });
    await world.work();
    const [mail] = lastMails(world);
    expect(mail?.attachments).toHaveLength(2);
    expect(mail?.text.replace(/\s+/g, " ")).toContain("tos, ko veidosim vēlāk");
    await world.check();
  });

  it("speaks the person's language", async () => {
    const house = await asked();
    await house.world.client.execute("UPDATE person SET language = 'en'");
    await sayNo(house);
    await house.world.work();
    expect(lastMails(house.world)[0]?.subject).toBe("Certificate that your address is deleted");
  });

  it.each<[string, string[], (house: Awaited<ReturnType<typeof asked>>) => Promise<unknown>]>([
    ["a one-click", [], ({ world, path }) => world.request(path("u", ANNA), ONE_CLICK)],
    ["a no while another list holds him", [ANNA], (house) => sayNo(house)],
    [
      "a relative's call",
      [],
      ({ world }) => recordRefusal(world.deps, admin, { ...said, who: "relative-of-deceased" }),
    ],
    [
      "a spam complaint",
      [],
      async ({ world }) => {
        const [sent] = await world.rows(
          "SELECT mailing_id AS mailingId, person_id AS personId FROM message ORDER BY language LIMIT 1",
        );
        const tag = sent as { mailingId: string; personId: string };
        await recordEvent(world.deps, { id: "evt_1", type: "email.complained", at: world.clock.now(), tag, to: ANNA });
      },
    ],
  ])("does not follow %s", async (_, alsoOn, leave) => {
    const house = await asked([ANNA], alsoOn);
    await leave(house);
    expect(await house.world.rows("SELECT ended_reason FROM subscription WHERE state = 'ended'")).toHaveLength(1);
    expect(await states(house.world)).toEqual([]);
    await house.world.work();
    expect(lastMails(house.world)).toEqual([]);
    await house.world.check();
  });

  it("follows what staff write down for a person, who is told at the desk until when the address is held", async () => {
    const house = await asked([ANNA]);
    const { world } = house;
    const done = await recordRefusal(world.deps, admin, { ...said, who: "person" });
    if (isRefusal(done)) throw new Error(done.code);
    const [row] = await world.rows("SELECT created_at AS at FROM last_mail");
    expect(done.lastMailUntil).toBe(Number(row?.at) + 15 * 60_000);
    const desk = await world.signIn("editor");
    const found = async () => wordsOf(await (await desk.post("/staff/people", { address: ANNA, why: "asked" })).text());
    expect(await found()).toContain("Adrese vēl gaida pēdējo vēstuli");
    await world.work();
    expect(await found()).toContain("adrese ir izdzēsta");
    expect(lastMails(world)).toHaveLength(1);
    await world.check();
  });

  it("is taken back by whoever comes back before it is handed over", async () => {
    const house = await asked();
    const { world } = house;
    const page = await sayNo(house);
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    await world.browser().post("/return", { seal });
    expect(await states(world)).toEqual([]);
    await world.work();
    expect(lastMails(world)).toEqual([]);
    await world.check();
  });

  it("is dropped by a complaint about an earlier mail that comes meanwhile", async () => {
    const house = await asked([ANNA]);
    const { world } = house;
    await sayNo(house);
    const [sent] = await world.rows("SELECT mailing_id AS mailingId, person_id AS personId FROM message");
    const tag = sent as { mailingId: string; personId: string };
    await recordEvent(world.deps, { id: "evt_1", type: "email.complained", at: world.clock.now(), tag, to: ANNA });
    await world.work();
    expect([await states(world), lastMails(world).length]).toEqual([[], 0]);
    expect(await world.rows("SELECT reason FROM suppression")).toEqual([{ reason: "complained" }]);
    await world.check();
  });

  it("that is complained about closes every door for good", async () => {
    const house = await asked([ANNA]);
    const { world } = house;
    await sayNo(house);
    await world.work();
    const event = { id: "evt_2", type: "email.complained", at: world.clock.now(), to: ANNA, letter: "last-mail" };
    expect(await recordEvent(world.deps, event)).toEqual({ did: "recorded" });
    expect(await world.rows("SELECT reason FROM suppression WHERE scope = '*'")).toEqual([{ reason: "complained" }]);
  });

  it("goes without the file where the log cannot be signed, and says where the file will be", async () => {
    const house = await asked([ANNA]);
    const { world } = house;
    await sayNo(house);
    await mailLastMails(world.deps);
    expect([lastMails(world).length, await states(world)]).toEqual([0, ["due"]]);
    world.clock.pass({ minutes: 6 });
    await mailLastMails(world.deps);
    const [mail] = lastMails(world);
    expect(mail?.attachments).toBeUndefined();
    const link = /\/u\/[A-Za-z0-9_-]{71}\/receipt/.exec(mail?.text ?? "")?.[0] ?? "";
    await seal(world);
    const file = await world.request(link);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(await file.text()).not.toContain(ANNA);
  });
});
