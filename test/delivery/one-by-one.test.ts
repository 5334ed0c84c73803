/** Mails that go one by one (SMTP): each is marked before it begins, and a crash leaves only these in doubt. */
import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../src/delivery/outcome.ts";
import { pauseMailing } from "../../src/domain/campaigns/pause.ts";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import { beginMails } from "../../src/domain/messages/one-by-one/begin-mails.ts";
import { must, type Scene } from "../domain/consent/scene.ts";
import { admin } from "../domain/office.ts";
import { imported, leave, once, oneByOne, onlyMailing, sweep, taken, unknown } from "./sending.ts";

const personOf = async (s: Scene, address: string) => {
  const { rows } = await s.client.execute("SELECT a.id, a.person_id, a.sealed FROM address a");
  const row = rows.find((r) => {
    const place = { table: "address", column: "sealed", row: String(r.id) };
    return s.deps.vault.open(place, new Uint8Array(r.sealed as ArrayBuffer)).includes(address);
  });
  return String(row?.person_id);
};

/** Commits that hold a statement. */
function commits(s: Scene, what: string): string[] {
  const found: string[] = [];
  const { batch } = s.client;
  s.client.batch = (statements, mode) => {
    const text = JSON.stringify(statements);
    if (text.includes(what)) found.push(text);
    return Reflect.apply(batch, s.client, [statements, mode]);
  };
  return found;
}

const BEGINS = "SET begun_at=?";

describe("an attempt of which nobody hears any more", () => {
  it("leaves in doubt only the mail that had begun: what was told is known, the others go out", async () => {
    const s = await imported(6, 6);
    oneByOne(s, (mail, n) => (n === 3 ? "dies" : taken(mail)));
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 6, sent: 5, unknown: 1, waiting: 0 });
    expect(s.mails).toHaveLength(5);
    expect(once(s)).toBe(true);
    expect(new Set(s.keys).size).toBe(2);
  });

  it("leaves no doubt at all where none had begun", async () => {
    const s = await imported(3, 3);
    oneByOne(s, taken);
    const { prepare } = s.mailer;
    s.mailer.prepare = async (mails) => {
      s.mailer.prepare = prepare;
      return { ...(await prepare(mails)), handOver: async () => unknown };
    };
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0 });
    expect(await s.count("SELECT count(*) FROM batch WHERE state='unknown'")).toBe(0);
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.unknown'")).toBe(0);
  });

  it("is given up whole where its mails go in one request, whatever mailer follows", async () => {
    const s = await imported(3, 3);
    s.answers.push(unknown);
    const id = await s.campaign();
    oneByOne(s, taken);
    await sweep(s, LEASE_MS);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 0, unknown: 3 });
    expect(s.mails).toHaveLength(0);
  });

  it("is split by how it went, though the mailer after it sends whole batches", async () => {
    const s = await imported(3, 3);
    const { prepare } = s.mailer;
    oneByOne(s, (mail, n) => (n === 1 ? "dies" : taken(mail)));
    const id = await s.campaign();
    Object.assign(s.mailer, { prepare, oneByOne: false, remembersKeys: true });
    await sweep(s, LEASE_MS);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, unknown: 1 });
    expect(once(s)).toBe(true);
  });
});

describe("the permission of each mail", () => {
  it("is refused to one whose processing was restricted meanwhile; the others go", async () => {
    const s = await imported(4, 4);
    let restricted = "";
    oneByOne(s, async (mail, n) => {
      if (n === 0) {
        restricted = mail.to.startsWith("cilveks3@") ? "cilveks2@" : "cilveks3@";
        const person = await personOf(s, restricted);
        await s.client.execute({ sql: "UPDATE person SET restricted_at=1 WHERE id=?", args: [person] });
      }
      return taken(mail);
    });
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(s.mails).toHaveLength(3);
    expect(s.mails.some(({ to }) => to.startsWith(restricted))).toBe(false);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, skipped: 1, unknown: 0 });
  });

  it("is refused to all that have not begun when somebody leaves or the mailing is paused", async () => {
    for (const stop of [
      async (s: Scene, id: string) => leave(s, id),
      async (s: Scene, id: string) => void must(await pauseMailing(s.deps, admin, { id })),
    ]) {
      const s = await imported(4, 4);
      oneByOne(s, async (mail, n) => {
        if (n === 1) await stop(s, await onlyMailing(s));
        return taken(mail);
      });
      const id = await s.campaign();
      expect(s.keys.length).toBeGreaterThan(0);
      expect(await s.count("SELECT count(*) FROM message WHERE state='claimed'")).toBe(0);
      expect(once(s)).toBe(true);
      expect((await readNumbers(s.deps.db, id)).unknown).toBe(0);
    }
  });

  it("ends with the lease: a process that slept begins nothing more, and another may have the batch", async () => {
    const s = await imported(3, 3);
    oneByOne(s, (mail, n) => {
      if (n === 0) s.clock.set(s.clock.now() + LEASE_MS + 1);
      return taken(mail);
    });
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(once(s)).toBe(true);
    expect(new Set(s.keys).size).toBeGreaterThan(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0 });
  });
});

describe("what several lines say in the same moment", () => {
  it("is one commit, with what became of the mails before", async () => {
    const s = await imported(8, 8);
    Object.assign(s.mailer, { name: "smtp", remembersKeys: false, oneByOne: true });
    s.mailer.prepare = async (mails) => ({
      sha256: "four lines",
      async handOver(_, asks) {
        for (const half of [0, 4]) {
          const lines = [0, 1, 2, 3].map((n) => half + n);
          await Promise.all(lines.map((n) => asks?.begin(n)));
          for (const n of lines) asks?.told(n, taken(mails[n] as (typeof mails)[number]));
        }
        return { outcome: "each", mails: mails.map(taken) };
      },
    });
    const begun = commits(s, BEGINS);
    const id = await s.campaign();
    expect(begun).toHaveLength(4);
    expect(begun.map((text) => text.includes("'sent'"))).toEqual([false, false, true, false]);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 8 });
  });
});

it("a mark that is asked for twice is given twice, and after the attempt is over not at all", async () => {
  const s = await imported(1, 1);
  const said: string[] = [];
  oneByOne(s, async (mail) => {
    const { rows } = await s.client.execute("SELECT id, attempt FROM batch WHERE state='attempted'");
    const of = { id: String(rows[0]?.id), attempt: Number(rows[0]?.attempt) };
    const member = { personId: await personOf(s, mail.to) };
    const begin = (attempt = of.attempt) =>
      beginMails(s.deps, { begin: [{ of: { ...of, attempt }, member }], told: [] }).then((done) => said.push(done));
    await begin();
    await begin(of.attempt + 1);
    await s.client.execute("UPDATE batch SET state='unknown'");
    await begin();
    await s.client.execute("UPDATE batch SET state='attempted'");
    return taken(mail);
  });
  await s.campaign();
  expect(said).toEqual(["done", "stale", "stale"]);
});
