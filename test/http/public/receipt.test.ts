import { describe, expect, it } from "vitest";
import { mailReceipts } from "../../../src/domain/consent/mail-receipts.ts";
import { recordEvent } from "../../../src/domain/messages/record-event.ts";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import type { World } from "../../support/world.ts";
import { type Asked, askedPeople, wordsOf } from "./asked.ts";
import { signUpWorld } from "./sign-up-desk.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";

const receipts = (world: World, to = ANNA) =>
  world.mailbox.mails.filter((m) => m.mail.to === to && m.mail.tags?.kind === "receipt").map((m) => m.mail);
const linkIn = (text: string, kind: "n" | "u") => new RegExp(`/${kind}/[A-Za-z0-9_-]{71}`).exec(text)?.[0] ?? "";
const notMe = (world: World, to = ANNA) => linkIn(receipts(world, to).at(-1)?.text ?? "", "n");
const rows = async (world: World) => (await world.rows("SELECT state FROM receipt")).map((r) => r.state);
const events = async (world: World) =>
  (await world.rows("SELECT body FROM event WHERE record_id IS NOT NULL ORDER BY at, version")).map((r) =>
    readEvent(utf8(r.body as string)),
  );

async function press({ world, notice }: Asked, link: string, answer: "yes" | "no") {
  const page = await (await world.request(link)).text();
  return world.browser().post(link, { answer, notice: notice(page), lang: "lv" });
}
/** The entries of all acts under a signed head: before that a receipt has no proof, and does not go. */
async function sealed(world: World) {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
}
async function consented(alsoOn: string[] = []) {
  const house = await askedPeople([ANNA, JANIS], alsoOn);
  await press(house, house.path("r", ANNA), "yes");
  await house.world.work();
  return house;
}

describe("the receipt", () => {
  it("goes out once after every yes: by the campaign, by a confirmed sign-up for each purpose, by coming back", async () => {
    const house = await consented();
    await press(house, house.path("r", ANNA), "yes");
    await house.world.work();
    expect(receipts(house.world)).toHaveLength(1);
    const [mail] = receipts(house.world);
    const [event] = await events(house.world);
    const [stored] = await house.world.rows("SELECT leaf FROM event WHERE typ = 'consent.given'");
    const leaf = Buffer.from(String(stored?.leaf), "base64url").toString("hex");
    const [entry] = await house.world.rows("SELECT seq FROM log_entry WHERE leaf = unhex(?)", leaf);
    const shown = event?.notice as { sha256: string } | undefined;
    expect(mail?.text).toContain(event?.eid);
    expect(mail?.text).toContain(`/privacy/${shown?.sha256}`);
    expect(wordsOf(mail?.text ?? "")).toContain(`Nr. ${Number(entry?.seq) - 1}`);
    expect(Object.keys(mail?.headers ?? {})).toEqual(["Auto-Submitted"]);
    await house.world.check();

    const desk = await signUpWorld();
    await desk.press(await desk.asked(ANNA, desk.lists), "yes");
    await desk.world.work();
    expect(
      receipts(desk.world)
        .map((m) => linkIn(m.text, "n"))
        .filter(Boolean),
    ).toHaveLength(2);
    expect(new Set(receipts(desk.world).map((m) => linkIn(m.text, "n"))).size).toBe(2);
    const left = await desk.world.browser().post(linkIn(receipts(desk.world)[0]?.text ?? "", "u"), { scope: "list" });
    const seal = /name="seal" value="([^"]+)"/.exec(await left.text())?.[1] ?? "";
    await desk.world.browser().post("/return", { seal });
    await desk.world.work();
    expect(receipts(desk.world)).toHaveLength(3);
    expect(receipts(desk.world)[2]?.text).toContain("ko rādījām uzreiz pēc atteikuma");
    await desk.world.check();
  });

  it("speaks the person's language", async () => {
    const house = await askedPeople([ANNA]);
    await house.world.client.execute("UPDATE person SET language = 'en'");
    await press(house, house.path("r", ANNA), "yes");
    await house.world.work();
    expect(receipts(house.world)[0]?.subject).toBe("Certificate of your consent");
  });

  it("is owed by a row: a lost job is found by the sweep, and two runs at once send one", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    await press(house, house.path("r", ANNA), "yes");
    expect(await rows(world)).toEqual(["due"]);
    await sealed(world);
    await Promise.all([1, 2, 3].map(() => mailReceipts(world.deps)));
    expect(receipts(world)).toHaveLength(1);
    expect(await rows(world)).toEqual(["mailed"]);
    await world.client.execute("UPDATE receipt SET state = 'due'");
    const before = world.jobs.filter((job) => job.kind === "receipts").length;
    await handleJob(world.deps, { kind: "recover" });
    expect(world.jobs.filter((job) => job.kind === "receipts")).toHaveLength(before + 1);
  });

  it("killed in the middle is sent with the same bytes under the same key; put off it comes later; refused it is given up", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    const handed: { key: string; bytes: string }[] = [];
    const says = ["crash", "unknown", "later", "accepted"];
    const post: typeof world.deps.post = async (mail, key) => {
      handed.push({ key, bytes: JSON.stringify(mail) });
      const next = says.shift();
      if (next === "crash") throw new Error("killed");
      if (next === "unknown") return { outcome: "unknown", code: "provider.no_answer" };
      if (next === "later") return { outcome: "later", code: "provider.rate_limit", retryAfterMs: 90_000 };
      return { outcome: "accepted", ids: ["1"] };
    };
    const deps = { ...world.deps, post, mailer: { ...world.deps.mailer, remembersKeys: true } };
    await press(house, house.path("r", ANNA), "yes");
    await sealed(world);
    await expect(mailReceipts(deps)).rejects.toThrow("killed");
    await mailReceipts(deps);
    expect(handed).toHaveLength(1);
    for (let i = 0; i < 4; i++) {
      world.clock.pass({ minutes: 6 });
      await mailReceipts(deps);
    }
    expect(handed).toHaveLength(4);
    expect(new Set(handed.map((h) => JSON.stringify(h))).size).toBe(1);
    expect(handed[0]?.key).toMatch(/^receipt\/[0-9a-f-]{36}$/);
    expect(await rows(world)).toEqual(["mailed"]);

    await press(house, house.path("r", JANIS), "yes");
    world.clock.pass({ minutes: 1 });
    await sealed(world);
    await mailReceipts({ ...deps, post: async () => ({ outcome: "refused", code: "provider.invalid" }) });
    expect((await rows(world)).sort()).toEqual(["given-up", "mailed"]);
  });

  it("is not sent a second time where the provider knows no keys and nobody can say, nor when a day has passed", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    let handed = 0;
    const post: typeof world.deps.post = async () => {
      handed++;
      return { outcome: "unknown", code: "provider.no_answer" };
    };
    await press(house, house.path("r", ANNA), "yes");
    await sealed(world);
    await mailReceipts({ ...world.deps, post, mailer: { ...world.deps.mailer, remembersKeys: false } });
    world.clock.pass({ minutes: 10 });
    await mailReceipts(world.deps);
    expect([handed, receipts(world).length]).toEqual([1, 0]);

    await press(house, house.path("r", JANIS), "yes");
    world.clock.pass({ hours: 21 });
    await mailReceipts(world.deps);
    expect(receipts(world, JANIS)).toHaveLength(0);
    expect((await rows(world)).sort()).toEqual(["given-up", "unknown"]);
  });

  it("is not sent to whoever has said no since, and nothing of it stays", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    await press(house, link, "yes");
    await press(house, link, "no");
    await world.work();
    expect(receipts(world)).toHaveLength(0);
    expect(await rows(world)).toEqual([]);
    await world.check();
  });
});

describe("a spam complaint about a letter", () => {
  it.each(["receipt", "answer-link"])(
    "ends everything: no %s and nothing else is ever mailed there again",
    async (letter) => {
      const house = await consented([ANNA]);
      const { world } = house;
      world.clock.pass({ minutes: 5 });
      const at = world.clock.now();
      const event = {
        id: "9f000000-0000-4000-8000-000000000002",
        type: "email.complained" as const,
        at,
        to: ANNA,
        letter,
      };
      await recordEvent(world.deps, event as Parameters<typeof recordEvent>[1]);
      await world.work();
      expect(await world.rows("SELECT DISTINCT reason, scope FROM suppression")).toEqual([
        { reason: "complained", scope: "*" },
      ]);
      expect(await world.rows("SELECT count(*) AS n FROM person")).toEqual([{ n: 1 }]);
      const before = world.mailbox.mails.length;
      await world.browser().post("/campaigns", { email: ANNA, lang: "lv", website: "" });
      await world.work();
      expect(world.mailbox.mails).toHaveLength(before);
      await world.check();
    },
  );
});

describe("this was not me", () => {
  it("is a page first, and changes nothing however often it is opened", async () => {
    const house = await consented();
    const { world } = house;
    const before = await world.rows("SELECT total_changes() AS n");
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await world.request(notMe(world), { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toContain("no-store");
    }
    expect(await world.rows("SELECT total_changes() AS n")).toEqual(before);
    const page = await (await world.request(notMe(world))).text();
    expect(wordsOf(page)).toContain("Tā nebija mana atbilde");
    expect(page).not.toContain(ANNA);
  });

  it("invalidates the consent, deletes the address and keeps it away, and is proved; a second press tells so", async () => {
    const house = await consented();
    const { world } = house;
    const link = notMe(world);
    const done = await world.browser().post(link, { lang: "lv" });
    expect(wordsOf(await done.text())).toContain("Piekrišana atzīta par nederīgu");
    expect((await events(world)).map((e) => [e?.typ, e?.reason])).toEqual([
      ["consent.given", undefined],
      ["consent.invalidated", "not-me"],
    ]);
    expect((await events(world))[1]?.purposes).toMatchObject([{ decision: "invalidated" }]);
    expect(await world.rows("SELECT state FROM consent_record")).toEqual([{ state: "invalidated" }]);
    expect(await world.rows("SELECT reason FROM suppression")).toEqual([{ reason: "refused" }]);
    expect(await world.rows("SELECT count(*) AS n FROM person")).toEqual([{ n: 1 }]);
    expect(await world.rows("SELECT answer, way FROM message WHERE answer IS NOT NULL")).toEqual([
      { answer: "no", way: "page" },
    ]);
    expect(await rows(world)).toEqual([]);
    const again = await world.browser().post(link, { lang: "lv" });
    expect(again.status).toBe(200);
    expect(wordsOf(await again.text())).toContain("Jūs jau atteicāties");
    expect(await events(world)).toHaveLength(2);
    await world.check();
  });

  it("leaves other lists alone, and says so", async () => {
    const house = await consented([ANNA]);
    const { world } = house;
    const page = await (await world.request(notMe(world))).text();
    expect(wordsOf(page)).toContain("Turpināsim sūtīt");
    const done = await (await world.browser().post(notMe(world), { lang: "lv" })).text();
    expect(wordsOf(done)).not.toContain("adrese ir dzēsta");
    expect(
      await world.rows(
        "SELECT count(*) AS n FROM subscription WHERE state <> 'ended' AND person_id IN (SELECT person_id FROM consent_record)",
      ),
    ).toEqual([{ n: 1 }]);
    await world.check();
  });

  it("of an earlier consent changes nothing once something newer was said", async () => {
    const house = await consented([ANNA]);
    const { world } = house;
    const link = house.path("r", ANNA);
    const first = notMe(world);
    await press(house, link, "no");
    await press(house, link, "yes");
    await world.work();
    expect(receipts(world)).toHaveLength(2);
    const answer = await world.browser().post(first, { lang: "lv" });
    expect(wordsOf(await answer.text())).toContain("Kopš šīs vēstules Jūsu atbilde ir mainīta");
    expect((await events(world)).map((e) => e?.typ)).not.toContain("consent.invalidated");
    await world.browser().post(notMe(world), { lang: "lv" });
    expect((await events(world)).at(-1)?.typ).toBe("consent.invalidated");
    await world.check();
  });

  it("is refused for a link of another kind, or one that was changed", async () => {
    const house = await consented();
    const { world } = house;
    const token = notMe(world).slice(3);
    const other = house.path("r", ANNA).slice(3);
    for (const bad of [other, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, "izmeginajums", "x"])
      expect((await world.browser().post(`/n/${bad}`, {})).status).toBe(bad === "izmeginajums" ? 200 : 404);
    for (const kind of ["r", "u"]) expect((await world.request(`/${kind}/${token}`)).status).toBe(404);
    expect(await events(world)).toHaveLength(1);
  });
});
