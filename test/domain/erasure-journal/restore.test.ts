/** An older copy of the database takes the place of the newer one: who left since then leaves again, before any door opens. */
import { expect, it } from "vitest";
import { readJournal } from "../../../src/domain/erasure-journal/rules/head.ts";
import { lineText } from "../../../src/domain/erasure-journal/rules/line.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import type { World } from "../../support/world.ts";
import { backUp, restoreInto } from "./restored.ts";

const links = (world: World, n: number) => {
  const mail = world.mailbox.mails.find(({ mail }) => mail.to === `cilveks${n}@pasts.example`)?.mail;
  return {
    page: /\/r\/[\w-]{71}/.exec(mail?.text ?? "")?.[0] ?? "",
    oneClick: /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "",
  };
};
const oneClick = (world: World, path: string) =>
  world.request(path, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
const suppressed = async (world: World) =>
  (await world.rows("SELECT hex(tag) AS tag, scope, reason, day FROM suppression ORDER BY 1, 2")).map((row) => ({
    ...row,
  }));

async function journalLines(world: World): Promise<string[]> {
  const head = readJournal((await world.deps.journal?.readHead())?.bytes ?? new Uint8Array(0));
  return head?.lines.map(lineText) ?? [];
}

it("whoever left since the backup is gone again before a door opens, and is never mailed", async () => {
  const desk = await openDesk();
  await desk.people(6);
  await desk.sent();
  const of = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [n, links(desk, n)]));
  await desk.answer(1, "yes");
  await desk.work();
  const copy = await backUp(desk);

  // After the backup: a refusal, a one-click, a yes, and whoever had said yes leaves everything.
  await desk.answer(2, "no");
  expect((await oneClick(desk, of[3]?.oneClick ?? "")).status).toBe(200);
  await desk.answer(4, "yes");
  expect((await desk.browser().post(of[1]?.oneClick ?? "", { scope: "all" })).status).toBe(200);
  await desk.work();
  await desk.check();
  const gone = await desk.rows("SELECT id, ended_reason, ended_at FROM subscription WHERE state = 'ended' ORDER BY id");
  expect(gone).toHaveLength(3);
  const tags = await suppressed(desk);
  expect(tags).toHaveLength(3);

  const restored = await restoreInto(desk, copy);
  expect(await restored.rows("SELECT id FROM subscription WHERE state = 'ended'")).toEqual([]);
  // Nobody is served and no work is done, but the one-click of somebody who has waited for long enough.
  for (const path of ["/", "/staff/", "/subscribe", of[5]?.page ?? "", "/log/checkpoint"]) {
    const shut = await restored.request(path);
    expect([path, shut.status, shut.headers.get("Retry-After")]).toEqual([path, 503, "60"]);
  }
  expect((await restored.request("/health")).status).toBe(200);
  expect((await oneClick(restored, of[6]?.oneClick ?? "")).status).toBe(200);
  await handleJob(restored.deps, { kind: "recover" });
  expect(await restored.rows("SELECT n FROM pulse")).toEqual(await desk.rows("SELECT 1 AS n WHERE 0"));

  await restored.work();
  restored.clock.pass({ seconds: 2 });
  await handleJob(restored.deps, { kind: "recover" });
  await restored.work();
  const again = await restored.rows(
    `SELECT id, ended_reason, ended_at FROM subscription WHERE state = 'ended' AND id IN
      (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(gone.map(({ id }) => id)),
  );
  expect(again).toEqual(gone);
  expect(await restored.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 2 }]);
  expect((await suppressed(restored)).filter((tag) => tags.some((one) => one.tag === tag.tag))).toEqual(tags);
  // Who said yes is lost with the copy, and is to be asked again; who had said yes before and left has a sealed proof.
  expect(
    await restored.rows("SELECT state, count(*) AS n FROM subscription WHERE state <> 'ended' GROUP BY 1"),
  ).toEqual([{ state: "unproven", n: 2 }]);
  expect(await restored.rows("SELECT state FROM consent_record WHERE person_id IS NULL ORDER BY state")).toEqual([
    { state: "refused" },
    { state: "withdrawn" },
  ]);
  expect((await restored.request("/")).status).toBe(200);
  const [alert] = await restored.rows("SELECT detail FROM alert WHERE code = 'journal.applied'");
  expect(JSON.parse(String(alert?.detail))).toMatchObject({ n: 3, tags: 3 });
  const [lost] = await restored.rows("SELECT detail FROM alert WHERE code = 'log.restored'");
  expect(JSON.parse(String(lost?.detail)).n).toBeGreaterThan(3);
  expect(await restored.rows("SELECT count(*) AS n FROM session")).toEqual([{ n: 0 }]);
  await restored.check();
  // Nothing of it names anybody.
  expect((await journalLines(restored)).join("\n")).not.toContain("@");
});

it("keeps no line in the database that the journal has, so that nothing there tells who left when", async () => {
  const desk = await openDesk();
  await desk.people(3);
  await desk.sent();
  await desk.answer(1, "no");
  await desk.work();
  expect(await journalLines(desk)).toHaveLength(2);
  expect(await desk.rows("SELECT kind FROM unjournalled")).toEqual([]);
  // What is said anew is written anew, and once.
  await desk.answer(2, "no");
  await desk.work();
  expect(await journalLines(desk)).toHaveLength(4);
  expect(await desk.rows("SELECT kind FROM unjournalled")).toEqual([]);
});
