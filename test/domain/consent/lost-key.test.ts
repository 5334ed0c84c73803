/**
 * An ADDRESS key that was destroyed too early: one address that nobody can read stops neither the others nor its own owner. Who
 * is to end ends, nobody is mailed in vain, staff are told how many have no tag; and any other fault of a row still stops.
 */
import { expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readMissingKeys } from "../../../src/domain/key-rotation/views.ts";
import { decideHeld } from "../../../src/domain/messages/decide-held.ts";
import { readHeldDomains } from "../../../src/domain/messages/views/held.ts";
import { retain } from "../../../src/domain/retention/run.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { loseKeyOf, spoil } from "../../support/lost-key.ts";
import { editor, LISTS } from "../imports/office.ts";
import { must, openScene, type Scene } from "./scene.ts";

const ANNA = "anna@pasts.example";
const BERTA = "berta@pasts.example";
const CIPA = "cipa@pasts.example";
const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };

/** The address that lies first in the table. */
const FIRST = "rowid = (SELECT min(rowid) FROM address)";
const live = (s: Scene) => s.count("SELECT count(*) FROM subscription WHERE state <> 'ended'");
const tags = (s: Scene) => s.count("SELECT count(*) FROM suppression");
const unmarked = async (s: Scene) =>
  (await s.client.execute("SELECT detail ->> 'n' AS n FROM alert WHERE code='suppression.unmarked'")).rows[0]?.n;
/** Nothing asks for a key that there never was: the program starts again. */
const startsAgain = async (s: Scene) => expect(await readMissingKeys(s.deps)).toEqual([]);

it("a mailing passes it over with the reason, and the others get their mail", async () => {
  const s = await openScene();
  await s.importList([ANNA, BERTA, CIPA]);
  await loseKeyOf(s.client, "address", FIRST);
  await s.campaign();
  expect(s.mails).toHaveLength(2);
  const { rows } = await s.client.execute("SELECT state, reason, count(*) AS n FROM message GROUP BY 1, 2 ORDER BY 1");
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { state: "sent", reason: null, n: 2 },
    { state: "skipped", reason: "unreadable", n: 1 },
  ]);
});

it("its owner leaves by one click: the address goes, only the tag cannot be made, and staff are told", async () => {
  const s = await openScene();
  await s.importList([ANNA, BERTA]);
  await s.campaign();
  await loseKeyOf(s.client, "address");
  const left = must(await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "everything", via: "one-click" }));
  expect(left).toMatchObject({ decision: "refused", erased: true });
  expect([await live(s), await s.count("SELECT count(*) FROM address"), await tags(s)]).toEqual([1, 1, 0]);
  expect(await s.count("SELECT count(*) FROM event WHERE typ='consent.refused'")).toBe(1);
  must(await withdrawByLink(s.deps, { token: s.token("u", BERTA), scope: "list", via: "unsubscribe-page" }));
  expect([await live(s), Number(await unmarked(s))]).toEqual([0, 2]);
  await s.client.execute("DELETE FROM intake");
  await startsAgain(s);
});

it("the silent of a campaign end with it, and every other silent person has his tag", async () => {
  const s = await openScene();
  await s.importList([ANNA, BERTA, CIPA]);
  const id = await s.campaign();
  await loseKeyOf(s.client, "address", FIRST);
  s.clock.set(Date.UTC(2026, 11, 15, 22, 0));
  must(await closeCampaign(s.deps, admin, { id }));
  await s.run();
  expect([await live(s), await s.count("SELECT count(*) FROM address"), await tags(s)]).toEqual([0, 0, 2]);
  expect(Number(await unmarked(s))).toBe(1);
  await startsAgain(s);
});

it("a term that is over ends it with the others", async () => {
  const s = await openScene();
  await s.importList([ANNA, BERTA]);
  await loseKeyOf(s.client, "address", FIRST);
  const term = { kind: "months", months: 1, from: "joined", event: { lv: "x", en: "x" } };
  await s.client.execute({
    sql: "UPDATE purpose SET sheet = json_set(sheet, '$.retention', json(?))",
    args: [JSON.stringify(term)],
  });
  s.clock.set(s.clock.now() + 60 * 86_400_000);
  await retain(s.deps);
  await s.run();
  expect([await live(s), await s.count("SELECT count(*) FROM address")]).toEqual([0, 0]);
  await startsAgain(s);
});

it("a sync takes it off with whoever else is missing", async () => {
  const s = await openScene();
  const bring = async (names: string[], missing?: number) => {
    const { importId } = must(
      await checkImport(s.deps, editor, {
        listId: LISTS.staff,
        fileName: "darbinieki.csv",
        kind: "sync",
        bytes: utf8(`E-pasts\n${names.map((name) => `${name}@ministry.example`).join("\n")}\n`),
        claim: { source: "Personāls", since: "2020-01-01", basis: "task", origin: "themselves", proof: "" },
      }),
    );
    await s.run();
    must(await runImport(s.deps, editor, { importId, missing }));
    await s.run();
  };
  await bring(["a", "b", "c"]);
  await loseKeyOf(s.client, "address", FIRST);
  s.clock.set(s.clock.now() + 60_000);
  await bring(["c"], 2);
  expect([await live(s), await s.count("SELECT count(*) FROM address")]).toEqual([1, 1]);
  await startsAgain(s);
});

it("held addresses show the domains of those that can be read, and all of them end when staff say so", async () => {
  const s = await openScene();
  await s.importList([ANNA, BERTA]);
  const mailingId = await s.campaign();
  await s.client.execute("UPDATE message SET state='bounced', reason='bounce.policy'");
  await s.client.execute("UPDATE subscription SET held_at = 1 WHERE state <> 'ended'");
  await loseKeyOf(s.client, "address", FIRST);
  expect((await readHeldDomains(s.deps, mailingId)).domains).toEqual([{ domain: "pasts.example", n: 1 }]);
  expect(must(await decideHeld(s.deps, admin, { mailingId, decision: "end" })).people).toBe(2);
  expect([await live(s), await tags(s), Number(await unmarked(s))]).toEqual([0, 1, 1]);
  await startsAgain(s);
});

it("a row that was changed is another fault, and stops", async () => {
  const s = await openScene();
  await s.importList([ANNA]);
  await s.campaign();
  await spoil(s.client, "address");
  const input = { token: s.token("u", ANNA), scope: "everything", via: "one-click" } as const;
  await expect(withdrawByLink(s.deps, input)).rejects.toThrow();
  expect(await live(s)).toBe(1);
});
