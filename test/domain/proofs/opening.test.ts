import { describe, expect, it } from "vitest";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { comeBack } from "../../../src/domain/consent/come-back.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { askOpening } from "../../../src/domain/proofs/ask-opening.ts";
import { decideOpening } from "../../../src/domain/proofs/decide-opening.ts";
import { lookAgain } from "../../../src/domain/proofs/look-again.ts";
import { lookUpProofs } from "../../../src/domain/proofs/look-up.ts";
import { openGranted } from "../../../src/domain/proofs/open-granted.ts";
import { openSealed } from "../../../src/domain/proofs/open-sealed.ts";
import { STEPS } from "../../../src/domain/proofs/rules/checks.ts";
import { ASKED_MS, LOOKS_AN_HOUR, OPENED_MS } from "../../../src/domain/proofs/rules/opening.ts";
import { retain } from "../../../src/domain/retention/run.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { admin } from "../office.ts";

const LIGA = "liga@pasts.example";
const NOBODY = "nav@pasts.example";
const officer: StaffActor = { kind: "staff", id: "22222222-2222-4222-8222-222222222222", role: "dpo", via: "desk" };
const auditor: StaffActor = { kind: "staff", id: "33333333-3333-4333-8333-333333333333", role: "auditor", via: "desk" };
const head: StaffActor = { kind: "staff", id: "44444444-4444-4444-8444-444444444444", role: "head", via: "desk" };
const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

/** Līga said yes to a campaign; `left`: then she withdrew, and nothing holds her address. */
async function withLiga(left: boolean): Promise<Scene> {
  const s = await openScene();
  await s.importList([LIGA, "cita@pasts.example"]);
  await s.campaign();
  must(await answerReconsent(s.deps, { token: s.token("r", LIGA), answer: "yes", noticeSha256: await s.question() }));
  if (left) must(await withdrawByLink(s.deps, { token: s.token("u", LIGA), scope: "list", via: "one-click" }));
  await sealLog(s.deps);
  return s;
}

async function secondPerson(s: Scene): Promise<void> {
  await s.client.execute("UPDATE institution SET profile = json_set(profile, '$.secondPersonOpens', json('true'))");
}

const rows = async (s: Scene, sql: string) => (await s.client.execute(sql)).rows.map((row) => ({ ...row }));
const SEEN = "FROM read_log WHERE outcome IS NOT 'refused' ORDER BY rowid";
const lines = (s: Scene) => rows(s, `SELECT actor, act, subject, reason ${SEEN}`);
/** Attempts that were refused. */
const tries = (s: Scene) =>
  rows(s, "SELECT act, subject, role, reason FROM read_log WHERE outcome = 'refused' ORDER BY rowid");
const refusedWith = (result: unknown) =>
  isRefusal(result) ? (result.fields?.[0]?.code ?? result.code) : "not refused";

describe("looking proofs up", () => {
  it("shows the chain of somebody who is held, with every check, and puts the look and each record on record", async () => {
    const s = await withLiga(false);
    const { held } = must(await lookUpProofs(s.deps, auditor, { address: " Liga@Pasts.example " }));
    const [chain] = held?.chains ?? [];
    expect(held?.chains).toHaveLength(1);
    expect(chain?.events.map(({ said }) => [said.typ, said.evidence])).toEqual([["consent.given", "holder"]]);
    const [given] = chain?.events ?? [];
    expect(given?.notice?.sha256).toBe(await s.question());
    expect(Object.fromEntries(STEPS.map((step) => [step, given?.checks[step]]))).toEqual(
      Object.fromEntries(STEPS.map((step) => [step, "valid"])),
    );
    expect(given?.place?.sealed?.size).toBeGreaterThan(given?.place?.index ?? Number.NaN);
    const by = `staff:${auditor.id}`;
    expect(await lines(s)).toEqual([
      { actor: by, act: "proofs.look-up", subject: held?.personId, reason: null },
      { actor: by, act: "proofs.read", subject: chain?.recordId, reason: null },
    ]);
  });

  it("answers the same for somebody who left and for an address that was never there", async () => {
    const s = await withLiga(true);
    expect(await lookUpProofs(s.deps, officer, { address: LIGA })).toEqual(
      await lookUpProofs(s.deps, officer, { address: NOBODY }),
    );
    expect((await lines(s)).map(({ act, subject }) => [act, subject])).toEqual([
      ["proofs.look-up", null],
      ["proofs.look-up", null],
    ]);
  });

  it("is for the officer and the auditor alone, and refuses before anything is read", async () => {
    const s = await withLiga(false);
    for (const role of ["admin", "head", "editor", "press"] as const)
      expect(refusedWith(await lookUpProofs(s.deps, { ...head, role }, { address: LIGA }))).toBe("staff.forbidden");
    expect(refusedWith(await lookUpProofs(s.deps, officer, { address: "liga" }))).toBe("address.no_at");
    expect(await lines(s)).toEqual([]);
    // Each try of those who may not is on record, with the role and without the address.
    const refused = { act: "proofs.look-up", subject: null, reason: "staff.forbidden" };
    expect(await tries(s)).toEqual(["admin", "head", "editor", "press"].map((role) => ({ ...refused, role })));
  });

  it("stops after thirty looks within an hour, and goes on an hour later", async () => {
    const s = await withLiga(true);
    for (let i = 0; i < LOOKS_AN_HOUR; i++)
      must(await lookUpProofs(s.deps, officer, { address: `p${i}@pasts.example` }));
    expect(refusedWith(await lookUpProofs(s.deps, officer, { address: LIGA }))).toBe("proofs.too_many");
    expect(refusedWith(await openSealed(s.deps, officer, { address: LIGA, ...why }))).toBe("proofs.too_many");
    must(await lookUpProofs(s.deps, auditor, { address: LIGA }));
    s.clock.set(s.clock.now() + 3_600_000);
    must(await lookUpProofs(s.deps, officer, { address: LIGA }));
    expect(await lines(s)).toHaveLength(LOOKS_AN_HOUR + 2);
  });
});

describe("somebody who left and came back", () => {
  it("has his new record at once, and the earlier one only by opening", async () => {
    const s = await openScene();
    await s.importList([LIGA]);
    await s.campaign();
    const answer = { token: s.token("r", LIGA), noticeSha256: await s.question() };
    must(await answerReconsent(s.deps, { ...answer, answer: "yes" }));
    const left = must(await answerReconsent(s.deps, { ...answer, answer: "no" }));
    must(await comeBack(s.deps, { seal: left.returnSeal ?? "" }));
    const typs = (chains: { events: { said: { typ: string } }[] }[]) =>
      chains.map(({ events }) => events.map(({ said }) => said.typ));
    const { held } = must(await lookUpProofs(s.deps, officer, { address: LIGA }));
    expect(typs(held?.chains ?? [])).toEqual([["consent.given"]]);
    const { chains } = must(await openSealed(s.deps, officer, { address: LIGA, ...why }));
    expect(typs(chains)).toEqual([["consent.given", "consent.withdrawn"]]);
    expect(chains[0]?.left).toBe(true);
  });
});

describe("many at one time", () => {
  it("thirty looks within an hour is the bound also for those that come together", async () => {
    const s = await withLiga(true);
    const looks = await Promise.all(
      Array.from({ length: LOOKS_AN_HOUR + 10 }, () => lookUpProofs(s.deps, officer, { address: LIGA })),
    );
    expect(looks.filter((one) => !isRefusal(one))).toHaveLength(LOOKS_AN_HOUR);
    expect(await lines(s)).toHaveLength(LOOKS_AN_HOUR);
  });

  it("a request is decided once, and opened once", async () => {
    const s = await withLiga(true);
    await secondPerson(s);
    const { id } = must(await askOpening(s.deps, officer, { address: LIGA, ...why }));
    const decided = await Promise.all([
      decideOpening(s.deps, head, { id, decision: "grant" }),
      decideOpening(s.deps, { ...head, id: admin.id, role: "admin" }, { id, decision: "grant" }),
    ]);
    expect(decided.filter((one) => !isRefusal(one))).toHaveLength(1);
    const opened = await Promise.all([1, 2].map(() => openGranted(s.deps, officer, { id, address: LIGA })));
    expect(opened.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(await rows(s, "SELECT typ, count(*) AS n FROM event WHERE typ LIKE 'vault.%' GROUP BY typ")).toEqual([
      { typ: "vault.opened", n: 1 },
      { typ: "vault.opening-granted", n: 1 },
    ]);
  });
});

describe("opening a sealed proof", () => {
  it("needs the address and a reason, verifies every step, and leaves vault.opened with the act", async () => {
    const s = await withLiga(true);
    expect(refusedWith(await openSealed(s.deps, officer, { address: LIGA, ground: "complaint", reason: "" }))).toBe(
      "proofs.reason_short",
    );
    expect(
      refusedWith(await openSealed(s.deps, officer, { address: LIGA, ...why, reason: `Sūdzība par ${LIGA}` })),
    ).toBe("proofs.reason_address");
    const { id, chains } = must(await openSealed(s.deps, officer, { address: LIGA, ...why }));
    expect(chains.flatMap(({ events }) => events.map(({ said }) => said.typ))).toEqual([
      "consent.given",
      "consent.withdrawn",
    ]);
    for (const event of chains[0]?.events ?? [])
      for (const step of STEPS) if (step !== "text") expect([step, event.checks[step]]).toEqual([step, "valid"]);
    expect(chains[0]?.events[0]).toMatchObject({ kept: [], erased: 1 });
    expect(chains[0]?.left).toBe(true);
    const [entry] = await rows(s, "SELECT body FROM event WHERE typ='vault.opened'");
    expect(JSON.parse(String(entry?.body))).toMatchObject({
      opening: id,
      ...why,
      by: `staff:${officer.id}`,
      records: chains.map((chain) => chain.recordId),
    });
    expect((await lines(s)).map(({ act, reason }) => [act, reason])).toEqual([
      ["proofs.open", `complaint: ${why.reason}`],
      ["proofs.read", `complaint: ${why.reason}`],
    ]);
    expect(JSON.stringify([await lines(s), await rows(s, "SELECT * FROM proof_opening")])).not.toContain("@");
  });

  it("opens nothing for another address, and nothing is written but the line of the look", async () => {
    const s = await withLiga(true);
    expect(must(await openSealed(s.deps, officer, { address: NOBODY, ...why })).chains).toEqual([]);
    expect(await rows(s, "SELECT 1 FROM event WHERE typ LIKE 'vault.%'")).toEqual([]);
    expect(await rows(s, "SELECT 1 FROM proof_opening")).toEqual([]);
    expect((await lines(s)).map(({ act }) => act)).toEqual(["proofs.open"]);
  });

  it("can be read again for a day by whoever opened it, on record each time, and then no more", async () => {
    const s = await withLiga(true);
    const { id = "" } = must(await openSealed(s.deps, officer, { address: LIGA, ...why }));
    expect(must(await lookAgain(s.deps, officer, { id })).chains[0]?.events).toHaveLength(2);
    expect(refusedWith(await lookAgain(s.deps, auditor, { id }))).toBe("proofs.opening_unknown");
    expect((await lines(s)).map(({ act }) => act)).toEqual([
      "proofs.open",
      "proofs.read",
      "proofs.look-again",
      "proofs.read",
    ]);
    s.clock.set(s.clock.now() + OPENED_MS);
    expect(refusedWith(await lookAgain(s.deps, officer, { id }))).toBe("proofs.opening_ended");
    await retain(s.deps);
    expect(await rows(s, "SELECT tag, records, reason FROM proof_opening")).toEqual([
      { tag: null, records: null, reason: why.reason },
    ]);
  });

  it("a proof of the same text says invalid where a byte of its event was changed", async () => {
    const s = await withLiga(true);
    await s.client.execute(
      "UPDATE event SET body = replace(body, 'one-click.post', 'one-click.fake') WHERE record_id IS NOT NULL",
    );
    const { chains } = must(await openSealed(s.deps, officer, { address: LIGA, ...why }));
    expect(chains[0]?.events.map(({ checks }) => checks.commitment)).toEqual(["valid", "invalid"]);
  });
});

describe("where a second person must agree", () => {
  it("one alone opens nothing; the request answers the same whether or not there is a proof, and holds no address", async () => {
    const s = await withLiga(true);
    await secondPerson(s);
    expect(refusedWith(await openSealed(s.deps, officer, { address: LIGA, ...why }))).toBe(
      "proofs.second_person_missing",
    );
    const there = must(await askOpening(s.deps, officer, { address: LIGA, ...why }));
    const not = must(await askOpening(s.deps, officer, { address: NOBODY, ...why }));
    expect(Object.keys(there)).toEqual(Object.keys(not));
    const kept = await rows(s, "SELECT state, ground, reason, records, length(tag) AS tag FROM proof_opening");
    expect(kept[0]).toEqual(kept[1]);
    expect(refusedWith(await openGranted(s.deps, officer, { id: there.id, address: LIGA }))).toBe(
      "proofs.second_person_missing",
    );
    expect(await rows(s, "SELECT 1 FROM event WHERE typ LIKE 'vault.%'")).toEqual([]);
  });

  it("another person agrees, whoever asked types the address again, and both stand in the entry", async () => {
    const s = await withLiga(true);
    await secondPerson(s);
    const { id } = must(await askOpening(s.deps, auditor, { address: LIGA, ...why }));
    expect(refusedWith(await decideOpening(s.deps, { ...officer, id: auditor.id }, { id, decision: "grant" }))).toBe(
      "proofs.own_request",
    );
    expect(refusedWith(await decideOpening(s.deps, auditor, { id, decision: "grant" }))).toBe("staff.forbidden");
    must(await decideOpening(s.deps, head, { id, decision: "grant" }));
    expect(refusedWith(await decideOpening(s.deps, officer, { id, decision: "grant" }))).toBe("proofs.decided_already");
    expect(refusedWith(await openGranted(s.deps, officer, { id, address: LIGA }))).toBe("proofs.opening_unknown");
    expect(refusedWith(await openGranted(s.deps, auditor, { id, address: NOBODY }))).toBe("proofs.another_address");
    const { chains } = must(await openGranted(s.deps, auditor, { id, address: LIGA }));
    expect(chains[0]?.events[1]?.checks.address).toBe("valid");
    expect(await rows(s, "SELECT typ FROM event WHERE typ LIKE 'vault.%' ORDER BY at, typ DESC")).toEqual([
      { typ: "vault.opening-granted" },
      { typ: "vault.opened" },
    ]);
    const [entry] = await rows(s, "SELECT body FROM event WHERE typ='vault.opened'");
    expect(JSON.parse(String(entry?.body))).toMatchObject({ by: `staff:${auditor.id}`, granted: `staff:${head.id}` });
    expect(await rows(s, "SELECT tag FROM proof_opening")).toEqual([{ tag: null }]);
    expect(refusedWith(await openGranted(s.deps, auditor, { id, address: LIGA }))).toBe("proofs.decided_already");
  });

  it("a request is refused with a reason, or ends after a week without a decision or unused", async () => {
    const s = await withLiga(true);
    await secondPerson(s);
    const asked = async () => must(await askOpening(s.deps, officer, { address: LIGA, ...why })).id;
    const refused = await asked();
    expect(refusedWith(await decideOpening(s.deps, head, { id: refused, decision: "refuse", note: "" }))).toBe(
      "proofs.reason_short",
    );
    must(await decideOpening(s.deps, head, { id: refused, decision: "refuse", note: "Sūdzība jau ir atrisināta" }));
    expect(refusedWith(await openGranted(s.deps, officer, { id: refused, address: LIGA }))).toBe(
      "proofs.decided_already",
    );
    const waiting = await asked();
    const unused = await asked();
    must(await decideOpening(s.deps, head, { id: unused, decision: "grant" }));
    s.clock.set(s.clock.now() + ASKED_MS);
    expect(refusedWith(await decideOpening(s.deps, head, { id: waiting, decision: "grant" }))).toBe(
      "proofs.opening_ended",
    );
    expect(refusedWith(await openGranted(s.deps, officer, { id: unused, address: LIGA }))).toBe("proofs.opening_ended");
    await retain(s.deps);
    expect(await rows(s, "SELECT DISTINCT tag FROM proof_opening")).toEqual([{ tag: null }]);
  });
});
