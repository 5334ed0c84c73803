/** A look is on record before anything is shown, whoever it is and however it ends; and its lines are found by index. */

import { describe, expect, it } from "vitest";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { listMembers } from "../../../src/domain/people/list-members.ts";
import { lookUpPerson } from "../../../src/domain/people/look-up.ts";
import { anythingWrong } from "../../../src/domain/read-log/acts/verify.ts";
import { lookAtReaders } from "../../../src/domain/read-log/look-at-readers.ts";
import { readLines, readLinesAbout, readOwnLines } from "../../../src/domain/read-log/views/lines.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { readLogVerify } from "../../../src/runtime/cli/read-log.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor, LISTS } from "../imports/office.ts";

const LIGA = "liga@pasts.example";
const officer: StaffActor = { kind: "staff", id: "22222222-2222-4222-8222-222222222222", role: "dpo", via: "desk" };

async function withLiga(): Promise<Scene> {
  const s = await openScene();
  await s.importList([LIGA, "cita@pasts.example"]);
  return s;
}

const lines = async (s: Scene) =>
  (
    await s.client.execute("SELECT act, outcome, subject, count, reason, role, surface FROM read_log ORDER BY rowid")
  ).rows.map((row) => ({ ...row }));

describe("a look", () => {
  it("that cannot be put on record shows nothing", async () => {
    const s = await withLiga();
    await s.client.execute("ALTER TABLE read_log RENAME TO elsewhere");
    await expect(lookUpPerson(s.deps, editor, { address: LIGA })).rejects.toThrow();
    await expect(listMembers(s.deps, editor, { listId: LISTS.newsletter, limit: 25 })).rejects.toThrow();
    const press = { ...editor, role: "press" as const };
    await expect(lookUpPerson(s.deps, press, { address: LIGA })).rejects.toThrow();
  });

  it("says in which role and from where, how it ended and why; nothing of an address that was typed in vain", async () => {
    const s = await withLiga();
    must(await lookUpPerson(s.deps, OPERATOR, { address: "nav@pasts.example", why: "authority" }));
    await lookUpPerson(s.deps, { ...editor, role: "press" }, { address: LIGA, why: "asked" });
    await lookUpPerson(s.deps, editor, { personId: "liga@pasts.example", why: "asked" });
    const none = { subject: null, count: null };
    expect(await lines(s)).toEqual([
      { act: "people.look-up", outcome: "none", reason: "authority", role: "admin", surface: "cli", ...none },
      { act: "people.look-up", outcome: "refused", reason: "staff.forbidden", role: "press", surface: "desk", ...none },
      { act: "people.open", outcome: "none", reason: "asked", role: "editor", surface: "desk", ...none },
    ]);
  });

  it("that comes with a written-down “no” lets go of the person with his data, and keeps who it was", async () => {
    const s = await withLiga();
    const refusal = { purposeId: "everything", who: "person", how: "phone", day: "2026-11-22" } as const;
    must(await recordRefusal(s.deps, editor, { address: LIGA, ...refusal }));
    expect(await lines(s)).toMatchObject([{ act: "people.refusal", outcome: "found", subject: null, role: "editor" }]);
    expect(await s.client.execute("SELECT 1 FROM person WHERE id IN (SELECT subject FROM read_log)")).toMatchObject({
      rows: [],
    });
  });

  it("at somebody who left is found by his address while his sealed proof is kept, and by nobody afterwards", async () => {
    const s = await withLiga();
    await s.campaign();
    must(await lookUpPerson(s.deps, editor, { address: LIGA, why: "asked" }));
    must(await withdrawByLink(s.deps, { token: s.token("u", LIGA), scope: "list", via: "one-click" }));
    const ask = () => lookAtReaders(s.deps, officer, { address: LIGA, why: "complaint" });
    const found = must(await ask());
    expect([found.left, found.personId, found.lines.length]).toEqual([true, undefined, 1]);
    await s.client.execute("DELETE FROM link_tag");
    expect(must(await ask())).toMatchObject({ left: false, lines: [] });
  });

  it("at who looked is bounded like looks at proofs", async () => {
    const s = await withLiga();
    const ask = () => lookAtReaders(s.deps, officer, { address: "nav@pasts.example", why: "audit" });
    for (let i = 0; i < 30; i++) must(await ask());
    const no = await ask();
    expect(isRefusal(no) && no.code).toBe("proofs.too_many");
  });
});

it("lines are found by index: of a person, of a colleague, by act, and the newest", async () => {
  const s = await withLiga();
  const plans: string[] = [];
  const { client } = s;
  const explain = async ({ sql, args }: { sql: string; args: never[] }) =>
    plans.push((await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })).rows.map((r) => r.detail).join(" | "));
  const execute = client.execute.bind(client);
  const batch = client.batch.bind(client);
  client.execute = (async (statement: never) => {
    await explain(statement);
    return execute(statement);
  }) as never;
  client.batch = (async (statements: never[], mode: "read") => {
    for (const one of statements) await explain(one);
    return batch(statements, mode);
  }) as never;
  const before = { at: 5, id: "x" };
  for (const more of [{}, { before }]) {
    await readLines(s.deps.db, { ...more }, 25);
    await readLines(s.deps.db, { actor: "staff:x", ...more }, 25);
    await readLines(s.deps.db, { act: "people.look-up", ...more }, 25);
    await readLines(s.deps.db, { from: 1, to: 9, ...more }, 25);
    await readOwnLines(s.deps.db, "staff:x", "before" in more ? before : undefined, 25);
  }
  await readLinesAbout(s.deps.db, { personId: "p", records: ["r"] }, 25);
  expect(plans).toHaveLength(12);
  // The newest of all is the one that walks an index from its end.
  for (const plan of plans)
    expect(plan).toMatch(/(SEARCH|SCAN) read_log USING (COVERING )?INDEX read_log_(at|actor|act|subject|record)/);
  expect(plans.filter((plan) => plan.includes("SCAN"))).toHaveLength(1);
});

it("the command says which day does not agree, and ends badly", async () => {
  const s = await withLiga();
  const run = () => readLogVerify.run?.(s.deps as never, { words: [], options: {} }) as Promise<never>;
  must(await lookUpPerson(s.deps, editor, { address: LIGA }));
  s.clock.set(s.clock.now() + 2 * 24 * 3_600_000);
  const { digestReadings } = await import("../../../src/domain/read-log/write-digest.ts");
  await digestReadings(s.deps);
  const good = await run();
  expect([readLogVerify.show(good), readLogVerify.exit?.(good)]).toEqual([
    "1 of 1 days agree with the proof log.\nAll days are sealed.",
    0,
  ]);
  await s.client.execute("DELETE FROM read_log");
  const bad = await run();
  expect(readLogVerify.show(bad)).toMatch(/0 of {7}1 lines {2}lines taken out/);
  expect([readLogVerify.exit?.(bad), anythingWrong(bad)]).toEqual([1, true]);
});
