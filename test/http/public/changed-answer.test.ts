import { describe, expect, it } from "vitest";
import { readDisclosure } from "../../../src/domain/proof-log/rules/disclosure.ts";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import type { World } from "../../support/world.ts";
import { type Asked, askedPeople, wordsOf } from "./asked.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";

const events = async (world: World) =>
  (await world.rows("SELECT body FROM event WHERE record_id IS NOT NULL ORDER BY at, version")).map((r) =>
    readEvent(utf8(r.body as string)),
  );
const disclosed = async (world: World) =>
  (await world.rows("SELECT body FROM disclosure")).map((r) => readDisclosure(r.body as string));
const count = async (world: World, from: string) =>
  Number((await world.rows(`SELECT count(*) AS n FROM ${from}`))[0]?.n);

async function press({ world, notice }: Asked, link: string, answer: "yes" | "no") {
  const page = await (await world.request(link)).text();
  return world.browser().post(link, { answer, notice: notice(page), lang: "lv" });
}

describe("the proof of a yes", () => {
  it("names the text, language, time, method, campaign and person; network, program and mail stand apart and can be erased", async () => {
    const house = await askedPeople([ANNA], [ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    const page = await (await world.request(link)).text();
    const answer = await world.request(link, {
      method: "POST",
      body: new URLSearchParams({ answer: "yes", notice: house.notice(page), lang: "lv" }),
      headers: {
        Origin: world.deps.config.publicUrl,
        "cf-connecting-ip": "2001:db8:77:1::9",
        "User-Agent": "Parluks/1.0",
      },
    });
    expect(answer.status).toBe(200);
    const [event] = await events(world);
    const [campaign] = await world.rows("SELECT id FROM mailing");
    const [message] = await world.rows("SELECT person_id, provider_id FROM message");
    expect(event).toMatchObject({
      typ: "consent.given",
      type: "dpv:ExpressedConsent",
      at: expect.stringMatching(/^2026-11-22T08:00:0\d\.\d{3}Z$/),
      method: "reconsent-page.post",
      class: "doi",
      mailing: campaign?.id,
      subject: message?.person_id,
      notice: { sha256: house.notice(page), lang: "lv" },
    });
    const found = await disclosed(world);
    expect(Object.fromEntries(found.map((d) => [d?.name, d?.value]))).toEqual({
      ip: "2001:db8:77::/48",
      user_agent: "Parluks/1.0",
      message_id: message?.provider_id,
    });
    expect(new Set(found.map((d) => d?.salt)).size).toBe(3);
    expect(event?._sd).toHaveLength(4);
    for (const secret of ["2001:db8", "Parluks", String(message?.provider_id)])
      expect(JSON.stringify(event)).not.toContain(secret);

    // Still held by the service list: the claims go with the person, not before.
    await press(house, link, "no");
    expect(await count(world, "disclosure")).toBe(3);
    const [service] = await world.rows("SELECT id FROM subscription WHERE state <> 'ended'");
    const mailingId = "00000000-0000-0000-0000-000000000000";
    const leave = world.deps.tokens.make("u", { subscriptionId: String(service?.id), mailingId });
    await world.browser().post(`/u/${leave}`, { scope: "everything" });
    expect(await count(world, "disclosure")).toBe(0);
    expect(await count(world, "event WHERE typ = 'consent.given'")).toBe(1);
    await world.check();
  });

  it("is renewed where an earlier proof exists and a campaign waits for the answer, and only once", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    await press(house, link, "yes");
    await world.client.execute("UPDATE message SET answer = NULL");
    const page = await (await world.request(link)).text();
    expect(wordsOf(page)).toContain("Jūsu piekrišana šim nolūkam jau ir ierakstīta");
    expect(house.notice(page)).not.toBe("");
    expect((await press(house, link, "yes")).status).toBe(200);
    const again = await press(house, link, "yes");
    expect(wordsOf(await again.text())).toContain("Jūsu piekrišana jau ir ierakstīta");
    expect((await events(world)).map((e) => e?.typ)).toEqual(["consent.given", "consent.renewed"]);
    const [first, second] = await events(world);
    expect(first?.purposes).toMatchObject([{ decision: "given" }]);
    expect(second?.purposes).toMatchObject([{ decision: "renewed" }]);
    await world.check();
  });
});

describe("an answer", () => {
  it("can be changed to and fro while the address is held, and every change is proved", async () => {
    const house = await askedPeople([ANNA, JANIS], [ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    await press(house, link, "yes");
    await press(house, link, "no");
    const told = await (await world.request(link)).text();
    expect(wordsOf(told)).toContain("Jūsu „nē” ierakstījām");
    expect(house.notice(told)).not.toBe("");
    expect(await count(world, "suppression")).toBe(1);
    const back = await press(house, link, "yes");
    expect(wordsOf(await back.text())).toContain("Piekrišanas apliecinājums");
    await press(house, link, "yes");
    expect((await events(world)).map((e) => e?.typ)).toEqual(["consent.given", "consent.withdrawn", "consent.given"]);
    expect(await count(world, "suppression")).toBe(0);
    const [row] = await world.rows(
      "SELECT s.state, m.answer FROM message m JOIN subscription s ON s.id = m.subscription_id WHERE m.answer IS NOT NULL",
    );
    expect(row).toEqual({ state: "active", answer: "yes" });
    await press(house, link, "no");
    await world.check();
  });

  it("cannot be changed by a yes alone where the form asks an age: its page leads there", async () => {
    const house = await askedPeople([ANNA, JANIS], [ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    const notice = house.notice(await (await world.request(link)).text());
    await press(house, link, "no");
    await world.client.execute("UPDATE purpose SET sheet = json_set(sheet, '$.ageFrom', 16)");
    const back = await world.browser().post(link, { answer: "yes", notice, lang: "lv" });
    expect(await back.text()).toMatch(/href="\/subscribe\?list=/);
    expect((await events(world)).map((e) => e?.typ)).not.toContain("consent.given");
    expect(await world.rows("SELECT 1 FROM suppression")).toHaveLength(1);
  });

  it("cannot be changed once the address is gone, nor after a spam complaint, nor when the campaign is closed: yes opens the form", async () => {
    const house = await askedPeople([ANNA, JANIS], [JANIS]);
    const { world } = house;
    const gone = house.path("r", ANNA);
    const asked = await (await world.request(gone)).text();
    await press(house, gone, "no");
    const late = await world.browser().post(gone, { answer: "yes", notice: house.notice(asked), lang: "lv" });
    expect(wordsOf(await late.text())).toContain("Jūs jau atteicāties");
    const page = await (await world.request(gone)).text();
    expect(page).toMatch(/<a class="ds-button"[^>]*href="\/subscribe\?list=[0-9a-f-]{36}"/);
    expect(house.notice(page)).toBe("");

    const held = house.path("r", JANIS);
    const heldPage = await (await world.request(held)).text();
    await press(house, held, "no");
    const yes = { answer: "yes", notice: house.notice(heldPage), lang: "lv" };
    for (const reason of ["complained", "never"]) {
      await world.client.execute({ sql: "UPDATE suppression SET reason = ?", args: [reason] });
      expect(wordsOf(await (await world.browser().post(held, yes)).text())).not.toContain("Piekrišanas apliecinājums");
    }
    await world.client.execute("UPDATE suppression SET reason = 'refused'");
    await world.client.execute("UPDATE mailing SET state = 'closed'");
    expect(house.notice(await (await world.request(held)).text())).toBe("");
    await world.browser().post(held, yes);
    expect((await events(world)).map((e) => e?.typ)).toEqual(["consent.refused", "consent.refused"]);
    expect(await count(world, "subscription WHERE state = 'active' AND record_id IS NOT NULL")).toBe(0);
    await world.check();
  });

  it("may still be no when the campaign is closed", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    await press(house, house.path("r", ANNA), "yes");
    await world.client.execute("UPDATE message SET answer = 'kept' WHERE answer IS NULL");
    await world.client.execute("UPDATE mailing SET state = 'closed'");
    for (const address of [ANNA, JANIS]) {
      const answer = await press(house, house.path("r", address), "no");
      expect(wordsOf(await answer.text())).toContain("adrese ir dzēsta");
    }
    expect(await count(world, "person")).toBe(0);
    await world.check();
  });

  it("is never given by GET or HEAD, in whatever state the link is", async () => {
    const house = await askedPeople([ANNA, JANIS], [JANIS]);
    const { world } = house;
    const links = [house.path("r", ANNA), house.path("r", JANIS)];
    const storm = async () => {
      const before = await world.rows("SELECT total_changes() AS n");
      for (const link of links)
        for (const method of ["HEAD", "GET", "HEAD", "GET"])
          await world.request(`${link}?answer=yes&notice=1`, { method });
      expect(await world.rows("SELECT total_changes() AS n")).toEqual(before);
    };
    await storm();
    for (const link of links) await press(house, link, "no");
    await storm();
    await world.client.execute("UPDATE mailing SET state = 'closed'");
    await storm();
  });
});
