/** Exports as disclosures: who is in one when it leaves, who is told of later, and what of it is left. */
import { describe, expect, it } from "vitest";
import { askListExport } from "../../../src/domain/exports/ask.ts";
import { dropExport } from "../../../src/domain/exports/drop.ts";
import { fetchExport } from "../../../src/domain/exports/fetch.ts";
import { tellRecipient } from "../../../src/domain/exports/tell.ts";
import { readHandedOut } from "../../../src/domain/exports/views.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { type Desk, done, openDesk } from "../../http/staff/campaigns/desk.ts";
import { loseKeyOf, spoil } from "../../support/lost-key.ts";

const officer: StaffActor = { kind: "staff", id: "anna", role: "dpo", via: "desk" };
const asked = {
  columns: ["address", "name", "consent"],
  whom: "all",
  recipient: "authority",
  recipientName: "Paraugu inspekcija",
  reason: "Pārbaudes lieta Nr. 12, Paraugu likuma 5. pants",
  language: "lv" as const,
};
const at = (n: number) => `cilveks${n}@pasts.example`;

async function exported(s: Desk): Promise<string> {
  const { id } = done(await askListExport(s.deps, officer, s.listId, asked));
  await s.work();
  return id;
}

/** The addresses that leave. */
async function fetched(s: Desk, id: string): Promise<string[]> {
  const { pages } = done(await fetchExport(s.deps, officer, { id }));
  const out: string[] = [];
  for await (const rows of pages) out.push(...rows.map((row) => `${row.n} ${row.address}`));
  return out;
}

/** Leaves by the link of the campaign's mail. */
async function leave(s: Desk, n: number, scope = "list"): Promise<string> {
  const mail = s.mailbox.mails.findLast(({ mail: { to } }) => to === at(n))?.mail;
  const path = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  const page = await s.browser().post(path, { scope });
  expect(page.status).toBe(200);
  await s.work();
  return page.text();
}

describe("an export that nobody has fetched", () => {
  it("holds no address, is written from the live rows, and whoever left since is not in it", async () => {
    const s = await openDesk();
    await s.people(3);
    await s.sent();
    const id = await exported(s);
    expect(await s.rows("SELECT state, people FROM export")).toEqual([{ state: "ready", people: 3 }]);
    const page = await leave(s, 2);
    expect(page).toContain("nevienam neesam izsnieguši");
    expect(await s.rows("SELECT count(*) AS n FROM export_person")).toEqual([{ n: 2 }]);
    const left = await fetched(s, id);
    expect(left.map((row) => row.split(" ")[1]).sort()).toEqual([at(1), at(3)]);
    await s.check();
  });

  it("is gone a day later, with everybody in it, and can be dropped before", async () => {
    const s = await openDesk();
    await s.people(2);
    const late = await exported(s);
    const dropped = await exported(s);
    expect(await dropExport(s.deps, officer, { id: dropped })).toBeUndefined();
    await s.work();
    expect(await s.rows("SELECT id FROM export")).toEqual([{ id: late }]);
    s.clock.pass({ hours: 24 });
    expect(await fetchExport(s.deps, officer, { id: late })).toMatchObject({ code: "exports.over" });
    await s.deps.queue.enqueue({ kind: "retain" });
    await s.work();
    expect(await s.rows("SELECT (SELECT count(*) FROM export) + (SELECT count(*) FROM export_person) AS n")).toEqual([
      { n: 0 },
    ]);
  });

  it("leaves only with whoever asked for it and may export; restricted data stay in the house", async () => {
    const s = await openDesk();
    await s.people(2);
    const id = await exported(s);
    const other = { ...officer, id: "juris" };
    expect(await fetchExport(s.deps, other, { id })).toMatchObject({ code: "exports.not_yours" });
    const auditor: StaffActor = { ...officer, role: "auditor" };
    expect(await fetchExport(s.deps, auditor, { id })).toMatchObject({ code: "staff.forbidden" });
    expect(await askListExport(s.deps, auditor, s.listId, asked)).toMatchObject({ code: "staff.forbidden" });
    await s.client.execute("UPDATE person SET restricted_at = 1 WHERE id = (SELECT min(id) FROM person)");
    expect(await fetched(s, id)).toHaveLength(1);
  });

  it("killed between its pages goes on where it was, and counts everybody once", async () => {
    const s = await openDesk();
    await s.people(3);
    const { id } = done(await askListExport(s.deps, officer, s.listId, asked));
    // The queue lost the job; the sweep finds the row, twice at once.
    s.jobs.splice(0);
    await s.deps.queue.enqueue({ kind: "recover" });
    await s.deps.queue.enqueue({ kind: "export-page", exportId: id });
    await s.work();
    expect(await s.rows("SELECT state, people FROM export")).toEqual([{ state: "ready", people: 3 }]);
    expect(await s.rows("SELECT count(DISTINCT subscription_id) AS n, max(n) AS last FROM export_person")).toEqual([
      { n: 3, last: 3 },
    ]);
  });
});

describe("an address whose key is lost", () => {
  it("is in no export that is made from then on, and not in its count", async () => {
    const s = await openDesk();
    await s.people(3);
    await loseKeyOf(s.client, "address", "id = (SELECT min(id) FROM address)");
    const id = await exported(s);
    expect(await s.rows("SELECT people, (SELECT count(*) FROM export_person) AS n FROM export")).toEqual([
      { people: 2, n: 2 },
    ]);
    expect(await fetched(s, id)).toHaveLength(2);
  });

  it("does not cut the file off when it is lost between making and fetching; any other fault does", async () => {
    const s = await openDesk();
    await s.people(3);
    const id = await exported(s);
    await loseKeyOf(s.client, "address", "id = (SELECT min(id) FROM address)");
    expect(await fetched(s, id)).toHaveLength(2);
    await spoil(s.client, "address", "id = (SELECT max(id) FROM address)");
    await expect(fetched(s, id)).rejects.toThrow();
  });
});

describe("an export that was handed out", () => {
  it("is a disclosure: in the read log, in the proof log, and for each person", async () => {
    const s = await openDesk();
    await s.people(2);
    const id = await exported(s);
    await fetched(s, id);
    await fetched(s, id);
    expect(await s.rows("SELECT act, count, reason FROM read_log WHERE act = 'export.fetch'")).toEqual([
      { act: "export.fetch", count: 2, reason: asked.reason },
      { act: "export.fetch", count: 2, reason: asked.reason },
    ]);
    const events = await s.rows("SELECT body FROM event WHERE typ = 'export.handed-out'");
    expect(events.map(({ body }) => JSON.parse(String(body)))).toMatchObject([
      { export: id, n: 2, columns: ["address", "name", "consent"], to: "authority", by: "staff:anna" },
      { export: id },
    ]);
    const [who] = await s.rows("SELECT tag FROM address LIMIT 1");
    expect(await readHandedOut(s.deps.db, [new Uint8Array(who?.tag as ArrayBuffer)])).toMatchObject([
      { id, kind: "list", recipientName: "Paraugu inspekcija" },
    ]);
    await s.work();
    await s.check();
  });

  it("is named to whoever leaves, on the page and in the event; the row keeps a number and nothing of him", async () => {
    const s = await openDesk();
    await s.people(2);
    await s.sent();
    const id = await exported(s);
    const rows = await fetched(s, id);
    const number = Number(rows.find((row) => row.endsWith(at(1)))?.split(" ")[0]);
    const page = await leave(s, 1);
    expect(page).toContain("Saņēmējs: Paraugu inspekcija");
    expect(page).not.toContain("nevienam neesam izsnieguši");
    const [event] = await s.rows("SELECT body FROM event WHERE typ LIKE 'consent.%' AND record_id IS NOT NULL");
    expect(JSON.parse(String(event?.body)).erasure).toMatchObject({
      stage: 1,
      overwritten: true,
      exports: [{ export: id, day: "2026-11-22" }],
      processors: [{ name: expect.any(String), until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
    });
    expect(await s.rows("SELECT n, person_id, subscription_id FROM export_person WHERE ended_at IS NOT NULL")).toEqual([
      { n: number, person_id: null, subscription_id: null },
    ]);
    await s.check();
  });

  it("its recipient is told of exactly those who were seen, and it is on record", async () => {
    const s = await openDesk();
    await s.people(3);
    await s.sent();
    const id = await exported(s);
    await fetched(s, id);
    await leave(s, 1);
    const seen = { id, outcome: "done", reason: "", upTo: s.clock.now(), n: 1 };
    s.clock.pass({ minutes: 5 });
    await leave(s, 2);
    expect(await tellRecipient(s.deps, officer, { ...seen, n: 2 })).toMatchObject({ code: "form.stale" });
    expect(await tellRecipient(s.deps, officer, seen)).toBeUndefined();
    expect(await tellRecipient(s.deps, officer, seen)).toMatchObject({ code: "form.stale" });
    const rest = { ...seen, outcome: "impossible", upTo: s.clock.now() };
    expect(await tellRecipient(s.deps, officer, rest)).toMatchObject({ fields: [{ field: "reason" }] });
    expect(await tellRecipient(s.deps, officer, { ...rest, reason: "Iestāde ir likvidēta" })).toBeUndefined();
    const events = await s.rows("SELECT body FROM event WHERE typ = 'export.recipient-told' ORDER BY at");
    expect(events.map(({ body }) => JSON.parse(String(body)))).toMatchObject([
      { export: id, outcome: "done", rows: 1 },
      { export: id, outcome: "impossible", rows: 1, reason: "Iestāde ir likvidēta" },
    ]);
    await s.work();
    await s.check();
  });

  it("two years later is forgotten, unless its recipient is still to be told", async () => {
    const s = await openDesk();
    await s.people(2);
    await s.sent();
    const open = await exported(s);
    await fetched(s, open);
    await leave(s, 1);
    const closed = await exported(s);
    await fetched(s, closed);
    s.clock.pass({ days: 740 });
    await s.deps.queue.enqueue({ kind: "retain" });
    await s.work();
    expect(await s.rows("SELECT id FROM export")).toEqual([{ id: open }]);
  });
});

it("what is fetched while somebody leaves is told to him all the same: the act is decided anew", async () => {
  const s = await openDesk();
  await s.people(1);
  await s.sent();
  const id = await exported(s);
  const { batch } = s.client;
  let raced = false;
  Object.assign(s.client, {
    batch: async (statements: never, mode: never) => {
      const leaves = JSON.stringify(statements, (_, v) => (typeof v === "bigint" ? Number(v) : v)).includes(
        "DELETE FROM address",
      );
      if (leaves && !raced) {
        raced = true;
        await fetched(s, id);
      }
      return Reflect.apply(batch, s.client, [statements, mode]);
    },
  });
  const page = await leave(s, 1);
  expect(raced).toBe(true);
  expect(page).toContain("Saņēmējs: Paraugu inspekcija");
});
