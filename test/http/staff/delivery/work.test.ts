/** Work that failed again and again: listed in words, tried again or taken off by those who may. */
import { expect, it } from "vitest";
import { recordDeadLetter } from "../../../../src/domain/dead-letters/record.ts";
import { ROLES } from "../../../../src/domain/staff/rules.ts";
import { openDesk } from "../campaigns/desk.ts";
import { wordsOf } from "../campaigns/stage.ts";

it("is told on the home page and listed in plain words with its mailing; nothing is changed by looking", async () => {
  const desk = await openDesk();
  const id = await desk.draft("Vasaras jautājums");
  expect(wordsOf(await (await desk.editor.get("/staff/work")).text())).toContain("Neizdevušos darbu nav");
  await recordDeadLetter(desk.deps, { kind: "deliver", mailingId: id, turn: "t" });
  await recordDeadLetter(desk.deps, { kind: "deliver", mailingId: id });
  await recordDeadLetter(desk.deps, { kind: "retain" });
  await desk.rows(`INSERT INTO dead_letter (job, times, at) VALUES ('{"kind":"of-tomorrow"}', 1, 0)`);
  expect(wordsOf(await (await desk.editor.get("/staff/")).text())).toContain("Atkārtoti neizdevās 3 darbi");
  const before = await desk.rows("SELECT * FROM dead_letter ORDER BY job");
  const page = wordsOf(await (await desk.editor.get("/staff/work")).text());
  expect(page).toContain("Vēstuļu sūtīšana: Vasaras jautājums 22.11.2026. 10.00 2");
  expect(page).toContain("Glabāšanas termiņu pārbaude");
  expect(page).toContain("Darbs, ko šī programmas versija nepazīst");
  for (const path of ["/staff/work/retry", "/staff/work/dismiss"]) await desk.editor.get(path);
  expect(await desk.rows("SELECT * FROM dead_letter ORDER BY job")).toEqual(before);
});

it("is tried again or taken off by those who may decide, once", async () => {
  const desk = await openDesk();
  const job = '{"kind":"seal"}';
  await recordDeadLetter(desk.deps, { kind: "seal" });
  await desk.work();
  for (const role of ROLES) {
    const who = await desk.signIn(role);
    const may = role === "admin" || role === "editor";
    expect([role, (await (await who.get("/staff/work")).text()).includes("/staff/work/retry")]).toEqual([role, may]);
    if (may) continue;
    expect([role, (await who.post("/staff/work/retry", { job })).status]).toEqual([role, 403]);
    expect([role, (await who.post("/staff/work/dismiss", { job })).status]).toEqual([role, 403]);
  }
  const retried = await desk.editor.post("/staff/work/retry", { job });
  expect(retried.headers.get("location")).toBe("/staff/work?done=retried");
  expect(desk.jobs).toEqual([{ kind: "seal" }]);
  expect((await desk.editor.post("/staff/work/retry", { job })).status).toBe(404);
  await recordDeadLetter(desk.deps, { kind: "seal" });
  expect((await desk.editor.post("/staff/work/dismiss", { job })).status).toBe(303);
  expect(await desk.rows("SELECT * FROM dead_letter")).toEqual([]);
  expect(await desk.rows("SELECT * FROM alert WHERE closed_at IS NULL")).toEqual([]);
  expect((await desk.editor.post("/staff/work/retry", { job: '{"kind":"erase-page","mailingId":"x"}' })).status).toBe(
    404,
  );
});
