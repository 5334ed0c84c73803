import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Handover } from "../../../src/deps.ts";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { mailerOf } from "../../support/mailer.ts";
import { wordsOf } from "./asked.ts";
import { type SignUpWorld, signUpWorld } from "./sign-up-desk.ts";

const ANNA = "Anna@pasts.example";
const DAY = { days: 1, minutes: 1 };

const events = async ({ world }: SignUpWorld) =>
  (await world.rows("SELECT body FROM event WHERE record_id IS NOT NULL ORDER BY at, version")).map((r) =>
    readEvent(utf8(r.body as string)),
  );
const count = async ({ world }: SignUpWorld, table: string, where = "1") =>
  Number((await world.rows(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]?.n);
const leave = async (house: SignUpWorld, scope: "list" | "everything" = "list") => {
  const [row] = await house.world.rows(
    "SELECT id FROM subscription WHERE state <> 'ended' ORDER BY created_at LIMIT 1",
  );
  const mailingId = "00000000-0000-0000-0000-000000000000";
  const token = house.world.deps.tokens.make("u", { subscriptionId: row?.id as string, mailingId });
  expect((await house.world.browser().post(`/u/${token}`, { scope })).status).toBe(200);
};
const confirmed = async (house: SignUpWorld, address = ANNA, lists?: string[]) => {
  const link = await house.asked(address, lists);
  expect((await house.press(link, "yes")).status).toBe(200);
  return link;
};

describe("the sign-up form", () => {
  it("offers each news list with an empty box, shows the exact text and names it by its hash", async () => {
    const { world } = await signUpWorld();
    const page = await (await world.request("/subscribe?lang=lv")).text();
    expect([...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]).toHaveLength(2);
    expect(page).not.toMatch(/\schecked/);
    const texts = await world.rows(
      "SELECT sha256, body FROM notice n JOIN list l ON l.purpose_id = n.purpose_id WHERE n.kind='consent' AND language='lv' AND l.kind='newsletter'",
    );
    expect(texts).toHaveLength(2);
    for (const { body } of texts) expect(page).toContain(body);
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
  });

  it("opens for one list by ?list=, still with an empty box", async () => {
    const { world, lists } = await signUpWorld();
    const page = await (await world.request(`/subscribe?list=${lists[1]}&lang=lv`)).text();
    expect(wordsOf(page)).toContain("Pieteikties saraksta „Sabiedriskās apspriešanas” jaunumiem");
    expect([...page.matchAll(/type="checkbox"/g)]).toHaveLength(1);
    expect(page).toContain(`value="${lists[1]}"`);
    expect(page).not.toMatch(/\schecked/);
    expect([
      ...(await (await world.request("/subscribe?list=nekas")).text()).matchAll(/type="checkbox"/g),
    ]).toHaveLength(2);
  });

  it("keeps what was typed when something is wrong, says what, and writes nothing", async () => {
    const house = await signUpWorld();
    const none = await house.signUp("anna@", [], { language: "en" });
    expect(none.status).toBe(422);
    const page = await none.text();
    expect(page).toContain('value="anna@"');
    expect(page).toMatch(/<option value="en"[^>]*selected/);
    expect(page).toContain('href="#f-list"');
    expect(page).toContain('href="#f-email"');
    const ticked = await (await house.signUp("anna@", [house.lists[1]])).text();
    expect(ticked).toMatch(new RegExp(`value="${house.lists[1]}"[^>]*checked`));
    expect(ticked).not.toMatch(new RegExp(`value="${house.lists[0]}"[^>]*checked`));
    expect((await house.signUp(ANNA, ["nav-tada"])).status).toBe(422);
    expect(await count(house, "intake")).toBe(0);
  });

  it("does not take a consent to a text that has changed since the page was opened", async () => {
    const house = await signUpWorld();
    const answer = await house.signUp(ANNA, undefined, { form: "0".repeat(64) });
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain("veidlapas vārdi ir mainīti");
    expect(await count(house, "intake")).toBe(0);
  });

  it("answers the same to everybody: status, headers, bytes, one row and one job, whoever the address belongs to", async () => {
    const house = await signUpWorld();
    const { world, purposes } = house;
    await confirmed(house, "esosais@pasts.example");
    await house.asked("gaida@pasts.example");
    await confirmed(house, "aizgaja@pasts.example");
    const [row] = await world.rows("SELECT id FROM subscription ORDER BY created_at DESC LIMIT 1");
    const mailingId = "00000000-0000-0000-0000-000000000000";
    await world
      .browser()
      .post(`/u/${world.deps.tokens.make("u", { subscriptionId: row?.id as string, mailingId })}`, { scope: "list" });
    await house.press(await house.asked("nekad@pasts.example"), "not-me");
    expect((await house.suppressions()).map((s) => s.split(" ")[0])).toEqual(["never", "withdrawn"]);
    await world.work();

    const seen = new Set<string>();
    for (const who of ["jauns", "esosais", "gaida", "aizgaja", "nekad"]) {
      const before = await count(house, "intake");
      const answer = await house.signUp(`${who}@pasts.example`);
      const headers = [...answer.headers].filter(([name]) => name !== "date");
      seen.add(JSON.stringify([answer.status, headers, await answer.text()]));
      expect(await count(house, "intake")).toBe(before + 1);
      expect(world.jobs.map((j) => j.kind)).toEqual(["intake"]);
      await world.work();
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain("no-store");
    expect(purposes).toHaveLength(2);
    await world.check();
  });

  it("gives a program that fills in the hidden field the same page, and keeps nothing of it", async () => {
    const house = await signUpWorld();
    const honest = await (await house.signUp(ANNA)).text();
    await house.world.work();
    const before = await count(house, "intake");
    const answer = await house.signUp("robots@pasts.example", undefined, { website: "http://spam.example" });
    expect(await answer.text()).toBe(honest);
    await house.world.work();
    expect(await count(house, "intake")).toBe(before);
    expect(house.mailsTo("robots@pasts.example")).toBe(0);
  });

  it("takes forms only from our own pages, and no long ones", async () => {
    const { world } = await signUpWorld();
    const body = new URLSearchParams({ email: ANNA });
    const foreign = await world.request("/subscribe", {
      method: "POST",
      body,
      headers: { Origin: "https://cits.example" },
    });
    expect(foreign.status).toBe(403);
    const long = await world.browser().post("/subscribe", { email: "a".repeat(70_000) });
    expect(long.status).toBe(413);
  });

  it("leaves nothing of the person in clear before his answer, neither in the database nor in a job or a log line", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    const token = link.slice(3);
    for (const file of [house.world.file, `${house.world.file}-wal`]) {
      const bytes = readFileSync(file).toString("latin1").toLowerCase();
      for (const secret of ["anna@pasts", "pasts.example", token.toLowerCase()])
        expect(bytes.includes(secret)).toBe(false);
    }
    expect(house.world.lines.join("\n")).not.toMatch(/pasts\.example/);
    for (const table of ["person", "address", "subscription", "consent_record", "event WHERE record_id IS NOT NULL"])
      expect(await count(house, table.split(" ")[0] as string, table.split("WHERE ")[1] ?? "1")).toBe(0);
  });
});

describe("the confirmation mail", () => {
  it("goes out once a day for a list, and three times a week to a mailbox", async () => {
    const house = await signUpWorld();
    for (let i = 0; i < 5; i++) await house.asked(ANNA);
    expect(house.mailsTo(ANNA)).toBe(1);
    await house.asked(ANNA, [house.lists[1]]);
    expect(house.mailsTo(ANNA)).toBe(2);
    house.world.clock.pass(DAY);
    await house.asked(ANNA);
    expect(house.mailsTo(ANNA)).toBe(3);
    for (let i = 0; i < 4; i++) {
      house.world.clock.pass(DAY);
      await house.asked(ANNA);
    }
    expect(house.mailsTo(ANNA)).toBe(3);
    house.world.clock.pass({ days: 4 });
    await house.asked(ANNA);
    expect(house.mailsTo(ANNA)).toBe(4);
    expect(await count(house, "intake", "state = 'new'")).toBe(0);
  });

  it("is counted by the mailbox, whatever is written behind a plus", async () => {
    const house = await signUpWorld();
    await house.asked(ANNA);
    for (const n of [1, 2, 3]) await house.signUp(`anna+${n}@pasts.example`).then(() => house.world.work());
    expect(house.world.mailbox.mails).toHaveLength(1);
  });

  it("goes out once when two requests race", async () => {
    const house = await signUpWorld();
    for (let i = 0; i < 4; i++) await house.signUp(ANNA);
    const { takeIn } = await import("../../../src/domain/consent/take-in.ts");
    const jobs = house.world.jobs.flatMap((j) => (j.kind === "intake" ? [j.intakeId] : []));
    await Promise.all([...jobs, ...jobs].map((id) => takeIn(house.world.deps, id)));
    expect(house.mailsTo(ANNA)).toBe(1);
    expect(await count(house, "intake")).toBe(1);
  });

  it("goes to nobody who is on the list already, and the request is gone", async () => {
    const house = await signUpWorld();
    await confirmed(house);
    house.world.clock.pass({ days: 8 });
    await house.signUp(ANNA);
    await house.world.work();
    expect(house.mailsTo(ANNA)).toBe(1);
    expect(await count(house, "intake")).toBe(0);
  });

  it.each(["complained", "never", "deceased"])("never goes to an address that is suppressed as %s", async (reason) => {
    for (const everything of [false, true]) {
      const house = await signUpWorld();
      const [tag] = house.world.deps.vault.suppressionTags(ANNA.toLowerCase());
      await house.world.client.execute({
        sql: "INSERT INTO suppression VALUES (?, ?, ?, ?, '2026-01-01', '2029-01-01')",
        args: [tag?.tag as Uint8Array, tag?.keyId as string, everything ? "*" : house.purposes[0], reason],
      });
      await house.signUp(ANNA, house.lists);
      await house.world.work();
      expect(house.mailsTo(ANNA)).toBe(everything ? 0 : 1);
      if (!everything) {
        const mail = house.world.mailbox.mails.at(-1)?.mail.text ?? "";
        expect(mail).toContain("Sabiedriskās apspriešanas");
        expect(mail).not.toContain("Nedēļas apskats");
      }
    }
  });

  it.each(["withdrawn", "refused", "no_answer", "bounced"])(
    "may go, capped, to one suppressed as %s",
    async (reason) => {
      const house = await signUpWorld();
      const [tag] = house.world.deps.vault.suppressionTags(ANNA.toLowerCase());
      await house.world.client.execute({
        sql: "INSERT INTO suppression VALUES (?, ?, ?, ?, '2026-01-01', '2029-01-01')",
        args: [tag?.tag as Uint8Array, tag?.keyId as string, house.purposes[0], reason],
      });
      await house.asked(ANNA);
      await house.asked(ANNA);
      expect(house.mailsTo(ANNA)).toBe(1);
      expect(await house.suppressions()).toHaveLength(1);
    },
  );

  it("that could not be handed over is tried again with the same bytes under the same key, and lost jobs are found", async () => {
    const handed: { key: string; bytes: string }[] = [];
    const says: Handover[] = [
      { outcome: "later", code: "provider.busy", retryAfterMs: 90_000 },
      { outcome: "unknown", code: "provider.silent" },
      { outcome: "accepted", ids: ["1"] },
    ];
    const mailer = mailerOf(async (mails, key) => {
      handed.push({ key, bytes: JSON.stringify(mails) });
      return says.shift() ?? { outcome: "accepted", ids: ["x"] };
    });
    const house = await signUpWorld({ mailer });
    await house.signUp(ANNA);
    house.world.jobs.splice(0);
    await house.world.work();
    expect(new Set(handed.map((h) => JSON.stringify(h))).size).toBe(1);
    expect(handed).toHaveLength(3);
    expect(await count(house, "intake", "state = 'mailed'")).toBe(1);

    const { takeIn } = await import("../../../src/domain/consent/take-in.ts");
    const { recoverAll } = await import("../../../src/delivery/recover.ts");
    await house.signUp("berzins@pasts.example");
    const lost = house.world.jobs.length;
    expect(lost).toBe(1);
    house.world.clock.pass({ minutes: 2 });
    await recoverAll(house.world.deps);
    const found = house.world.jobs.filter((j) => j.kind === "intake");
    expect(found.length).toBeGreaterThanOrEqual(2);
    for (const job of found) if (job.kind === "intake") await takeIn(house.world.deps, job.intakeId);
    expect(handed).toHaveLength(4);
  });

  it("over a mailer that forgets keys is never handed over twice when nobody knows whether it went", async () => {
    let handed = 0;
    const mailer = mailerOf(
      async () => {
        handed++;
        return { outcome: "unknown", code: "provider.no_answer" };
      },
      { name: "smtp", remembersKeys: false },
    );
    const house = await signUpWorld({ mailer });
    await house.signUp(ANNA);
    await house.world.work();
    expect(handed).toBe(1);
    expect(await count(house, "intake", "state = 'mailed'")).toBe(1);
  });

  it("whose settings changed between two tries counts as mailed, as the provider has it, and its link works for its days", async () => {
    const says = ["provider.no_answer", "provider.payload_drift", "provider.payload_drift"];
    const links: string[] = [];
    const mailer = mailerOf(async ([mail]) => {
      links.push(/\/c\/[A-Za-z0-9_-]+/.exec(mail?.text ?? "")?.[0] ?? "");
      return { outcome: "unknown", code: says.shift() ?? "provider.payload_drift" };
    });
    const house = await signUpWorld({ mailer });
    await house.signUp(ANNA);
    await house.world.work();
    expect(links).toHaveLength(2);
    house.world.clock.pass(DAY);
    await house.world.work();
    expect(links).toHaveLength(2);
    expect((await house.press(links[0] as string, "yes")).status).toBe(200);
    expect(await count(house, "subscription", "state = 'active'")).toBe(1);
  });
});

describe("the page of a confirmation link", () => {
  it("shows who asked for what, the exact text and two equal answers, and changes nothing however often it is opened", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA, house.lists);
    const dump = async () => [
      await house.world.rows("SELECT hex(sealed) AS s, state FROM intake"),
      await house.world.rows("SELECT subject FROM token"),
      await count(house, "log_entry"),
    ];
    const before = await dump();
    for (const method of ["GET", "HEAD", "GET", "HEAD"])
      expect((await house.world.request(link, { method })).status).toBe(200);
    const answer = await house.world.request(link);
    const page = await answer.text();
    expect(await dump()).toEqual(before);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("X-Robots-Tag")).toBe("noindex");
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(page).toContain("An••@pasts.example");
    expect(page).not.toContain(ANNA);
    for (const { body } of await house.world.rows(
      "SELECT body FROM notice WHERE kind='consent' AND language='lv' AND body LIKE '%apspriešanu vēstulēm%'",
    ))
      expect(page).toContain(body);
    const buttons = [...page.matchAll(/<button([^>]*)name="answer" value="[a-z-]+"([^>]*)>([^<]*)</g)];
    expect(buttons.map((b) => b[3])).toEqual(["Jā, piekrītu", "Nē, nepieteicos"]);
    expect(buttons[0]?.slice(1, 3)).toEqual(buttons[1]?.slice(1, 3));
    const neither = await house.world.browser().post(link, {});
    expect(neither.status).toBe(422);
    expect(await dump()).toEqual(before);
  });

  it("asks in the language the person chose, with the text of that language", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA, [house.lists[1]], { language: "en" });
    const page = await house.world.request(link);
    expect(page.headers.get("Content-Language")).toBe("en");
    expect(await page.text()).toContain("<p>en: piekrītu apspriešanu vēstulēm.</p>");
    await house.press(link, "yes");
    expect((await events(house))[0]).toMatchObject({ notice: { lang: "en" } });
    expect(await count(house, "person", "language = 'en'")).toBe(1);
  });

  it("after a yes holds the person on his lists with a proof of what was shown, when it was asked for and given", async () => {
    const house = await signUpWorld();
    const asked = house.world.clock.now();
    const link = await house.asked(ANNA, house.lists);
    house.world.clock.pass({ hours: 3 });
    const page = await (await house.press(link, "yes")).text();
    const all = await events(house);
    expect(all).toHaveLength(2);
    for (const event of all) {
      expect(event).toMatchObject({
        typ: "consent.given",
        method: "double-opt-in.post",
        class: "doi",
        channel: "page",
        prev: null,
      });
      const requested = Date.parse(event?.requested as string);
      expect(requested).toBeGreaterThanOrEqual(asked);
      expect(requested).toBeLessThan(asked + 60_000);
      expect(Date.parse(event?.at as string) - requested).toBeGreaterThan(3 * 3_600_000 - 1);
      const sha256 = (event?.notice as { sha256: string } | undefined)?.sha256 ?? "";
      expect(page).toContain(sha256);
      expect(await count(house, "notice", `sha256 = '${sha256}' AND kind = 'consent'`)).toBe(1);
      expect(page).toContain(event?.eid);
    }
    expect(await count(house, "subscription", "state = 'active'")).toBe(2);
    expect(await count(house, "person")).toBe(1);
    expect(await count(house, "intake")).toBe(0);
    expect(page).toContain("/u/");
    expect(wordsOf(page)).toContain("Jūsu piekrišana ir ierakstīta");
    const [row] = await house.world.rows("SELECT hex(sealed) AS sealed, id FROM address");
    const opened = house.world.deps.vault.open(
      { table: "address", column: "sealed", row: row?.id as string },
      Uint8Array.from(Buffer.from(row?.sealed as string, "hex")),
    );
    expect(JSON.parse(opened)).toEqual({ address: ANNA, name: "" });
    await house.world.work();
    await house.world.check();
  });

  it("pressed again shows how things stand, and makes no second event", async () => {
    const house = await signUpWorld();
    const link = await confirmed(house);
    for (const answer of ["yes", "not-me", "yes"] as const)
      expect(wordsOf(await (await house.press(link, answer)).text())).toContain("Jūsu piekrišana jau ir ierakstīta");
    expect(await events(house)).toHaveLength(1);
    expect(await count(house, "suppression")).toBe(0);
  });

  it("raced by itself makes one person, one subscription and one event", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    const pages = await Promise.all(Array.from({ length: 8 }, () => house.press(link, "yes").then((r) => r.text())));
    expect(pages.filter((p) => p.includes('id="receipt-0"'))).toHaveLength(1);
    expect(await events(house)).toHaveLength(1);
    expect([await count(house, "person"), await count(house, "subscription")]).toEqual([1, 1]);
  });

  it("raced between yes and not-me has one outcome, never both", async () => {
    for (let i = 0; i < 4; i++) {
      const house = await signUpWorld();
      const link = await house.asked(ANNA);
      await Promise.all([house.press(link, "yes"), house.press(link, "not-me"), house.press(link, "yes")]);
      const outcome = [await count(house, "subscription", "state='active'"), await count(house, "suppression")];
      expect([
        [1, 0],
        [0, 1],
      ]).toContainEqual(outcome);
    }
  });

  it("never grants again what was withdrawn after it", async () => {
    const house = await signUpWorld();
    const link = await confirmed(house);
    await leave(house);
    const page = await house.press(link, "yes");
    expect(wordsOf(await page.text())).toContain("Vairs nesūtām: „Nedēļas apskats”");
    expect(await count(house, "subscription", "state <> 'ended'")).toBe(0);
    expect((await events(house)).map((e) => e?.typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect(await count(house, "address")).toBe(0);
  });

  it("of an older request dies when its owner leaves, with the address it sealed", async () => {
    const house = await signUpWorld();
    await confirmed(house);
    const second = await house.asked(ANNA, [house.lists[1]]);
    await leave(house, "everything");
    expect(await count(house, "intake")).toBe(0);
    expect(await count(house, "token", "subject NOT LIKE 'confirmed%'")).toBe(0);
    expect((await house.press(second, "yes")).status).toBe(404);
    expect(await count(house, "subscription", "state <> 'ended'")).toBe(0);
  });

  it("lets a person return: lifts the block of that purpose only", async () => {
    const house = await signUpWorld();
    await confirmed(house, ANNA, house.lists);
    await leave(house, "everything");
    expect((await house.suppressions()).every((s) => s === "withdrawn *")).toBe(true);
    house.world.clock.pass({ days: 8 });
    await confirmed(house, ANNA, [house.lists[1]]);
    const kept = await house.suppressions();
    expect(kept).toContain(`withdrawn ${house.purposes[0]}`);
    expect(kept.filter((s) => s.endsWith("*") || s.endsWith(house.purposes[1]))).toEqual([]);
    expect(await count(house, "subscription", "state = 'active'")).toBe(1);
    await house.world.work();
    await house.world.check();
  });

  it("joins a known person to a further list, and proves a list that was imported unproven", async () => {
    const house = await signUpWorld();
    await confirmed(house);
    await confirmed(house, ANNA, [house.lists[1]]);
    expect([await count(house, "person"), await count(house, "address")]).toEqual([1, 1]);
    expect(await count(house, "subscription", "state = 'active'")).toBe(2);
    await house.world.client.execute("UPDATE subscription SET state = 'unproven', record_id = NULL");
    house.world.clock.pass({ days: 8 });
    await confirmed(house, ANNA);
    expect(await count(house, "subscription", "state = 'active' AND record_id IS NOT NULL")).toBe(1);
    expect(await count(house, "subscription")).toBe(2);
    expect((await events(house)).map((e) => e?.typ)).toEqual(["consent.given", "consent.given", "consent.renewed"]);
  });

  it("after not-me holds nothing but a mark, says so, and no mail about that list goes out again", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    const page = wordsOf(await (await house.press(link, "not-me")).text());
    expect(page).toContain("Šai adresei vairs nerakstīsim par: „Nedēļas apskats”");
    expect(page).toContain("personas dati");
    expect(await house.suppressions()).toEqual([`never ${house.purposes[0]}`]);
    for (const table of ["intake", "person", "address", "subscription"]) expect(await count(house, table)).toBe(0);
    for (const answer of ["yes", "not-me"] as const)
      expect(wordsOf(await (await house.press(link, answer)).text())).toContain("Pieteikums jau ir izdzēsts");
    expect(await count(house, "subscription")).toBe(0);
    for (let i = 0; i < 3; i++) {
      house.world.clock.pass({ days: 8 });
      await house.signUp(ANNA);
      await house.world.work();
    }
    expect(house.mailsTo(ANNA)).toBe(1);
    await house.asked(ANNA, [house.lists[1]]);
    expect(house.mailsTo(ANNA)).toBe(2);
  });

  it("after not-me by somebody who is on the list leaves the list as it is", async () => {
    const house = await signUpWorld();
    await confirmed(house);
    await house.world.client.execute("UPDATE subscription SET state = 'unproven'");
    house.world.clock.pass({ days: 8 });
    const link = await house.asked(ANNA);
    const before = wordsOf(await (await house.world.request(link)).text());
    expect(before).toContain("Tajā nekas nemainīsies");
    expect(before).not.toContain("vairs nerakstīsim");
    const page = wordsOf(await (await house.press(link, "not-me")).text());
    expect(page).toContain("jau ir mūsu sarakstā");
    expect(await house.suppressions()).toEqual([]);
    expect(await count(house, "subscription", "state <> 'ended'")).toBe(1);
  });

  it("that has expired, was cut or invented leads to the form and changes nothing", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    house.world.clock.pass({ days: 7 });
    for (const path of [link, link.slice(0, -1), `${link}a`, "/c/x", `/c/${"A".repeat(43)}`])
      for (const answer of [
        await house.world.request(path),
        await house.press(path, "yes"),
        await house.press(path, "not-me"),
      ]) {
        expect(answer.status).toBe(404);
        expect(answer.headers.get("Cache-Control")).toBe("no-store");
        expect(await answer.text()).toContain('href="/subscribe"');
      }
    expect(await count(house, "subscription")).toBe(0);
    expect(await count(house, "suppression")).toBe(0);
  });
});

describe("old links and the front page", () => {
  it("lead to the form with the list chosen", async () => {
    const house = await signUpWorld();
    expect(await (await house.world.request("/")).text()).toContain(`href="/subscribe?list=${house.lists[0]}"`);
    await confirmed(house);
    const [row] = await house.world.rows("SELECT id FROM subscription");
    const mailingId = "00000000-0000-0000-0000-000000000000";
    const token = house.world.deps.tokens.make("r", { subscriptionId: row?.id as string, mailingId });
    await leave(house);
    const page = await (await house.world.browser().post(`/r/${token}`, { answer: "yes", notice: "" })).text();
    expect(page).toContain(`href="/subscribe?list=${house.lists[0]}"`);
    expect(await count(house, "subscription", "state <> 'ended'")).toBe(0);
  });
});
