import { expect, test } from "vitest";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { createList } from "../../../src/domain/lists/create.ts";
import { endList } from "../../../src/domain/lists/end.ts";
import { publishNotice } from "../../../src/domain/notices/publish.ts";
import { activatePurpose } from "../../../src/domain/purposes/activate.ts";
import { endPurpose } from "../../../src/domain/purposes/end.ts";
import { savePurpose } from "../../../src/domain/purposes/save.ts";
import { readPurpose } from "../../../src/domain/purposes/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { type DemoPurpose, demoInstitution, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { admin, editor, emptyOffice, meanwhile, must } from "../office.ts";

const [news] = demoPurposes as [DemoPurpose];
const { basis, sheet, statement } = news;

async function draft(languages = demoInstitution.languages) {
  const { deps } = await emptyOffice();
  must(await setUpInstitution(deps, admin, { ...demoInstitution, languages }));
  return { deps, purpose: must(await savePurpose(deps, admin, { basis, sheet })) };
}

async function active() {
  const { deps, purpose } = await draft();
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: purpose.id, texts: statement }));
  const { version } = must(await activatePurpose(deps, admin, purpose));
  return { deps, purpose: { id: purpose.id, version } };
}

test("a purpose becomes active when nothing is missing", async () => {
  const { deps, purpose } = await active();
  expect(await readPurpose(deps.db, purpose.id)).toMatchObject({ state: "active", version: 2 });
});

test("without a statement in every language of the institution it stays a draft", async () => {
  const { deps, purpose } = await draft(["lv"]);
  expect(await activatePurpose(deps, admin, purpose)).toMatchObject({
    fields: [{ field: "statement.lv", code: "purposes.no_statement_lv" }],
  });
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: purpose.id, texts: { lv: statement.lv } }));
  must(await changeInstitution(deps, admin, { profile: demoInstitution, version: 1 }));
  expect(await activatePurpose(deps, admin, purpose)).toMatchObject({
    fields: [{ field: "statement.en", code: "purposes.no_statement_en" }],
  });
  expect((await readPurpose(deps.db, purpose.id))?.state).toBe("draft");
});

test("an incomplete sheet stays a draft, and what is missing is listed (R009, R013, R031)", async () => {
  const { deps, purpose } = await draft();
  const bare = { ...sheet, basisReason: "", whyNotOther: "", retention: { kind: "until-event" as const } };
  const saved = must(await savePurpose(deps, admin, { existing: purpose, basis, sheet: bare }));
  const done = await activatePurpose(deps, admin, saved);
  expect(isRefusal(done) && done.fields?.map((f) => f.field)).toEqual([
    "basisReason",
    "whyNotOther",
    "retention.event.lv",
    "retention.event.en",
    "statement.lv",
    "statement.en",
  ]);
});

test("it becomes active once, and only as it was seen", async () => {
  const { deps, purpose } = await active();
  expect(await activatePurpose(deps, admin, purpose)).toMatchObject({ code: "purposes.already_active" });
  expect(await activatePurpose(deps, admin, { id: "none", version: 1 })).toMatchObject({ code: "purposes.unknown" });
  const other = must(await savePurpose(deps, admin, { basis, sheet }));
  must(await savePurpose(deps, admin, { existing: other, basis, sheet }));
  expect(await activatePurpose(deps, admin, other)).toMatchObject({ code: "form.stale" });
});

test("a purpose ends only after its lists, and for good", async () => {
  const { deps, purpose } = await active();
  const list = must(
    await createList(deps, admin, { ...(news.lists[0] as DemoPurpose["lists"][0]), purposeId: purpose.id }),
  );
  expect(await endPurpose(deps, admin, purpose)).toMatchObject({ code: "purposes.lists_active", values: { n: 1 } });
  must(await endList(deps, admin, { id: list.id, version: 1 }));
  expect(await endPurpose(deps, admin, purpose)).toEqual({ version: 3 });
  const ended = { id: purpose.id, version: 3 };
  expect(await endPurpose(deps, admin, ended)).toMatchObject({ code: "purposes.ended" });
  expect(await activatePurpose(deps, admin, ended)).toMatchObject({ code: "purposes.ended" });
  expect(await savePurpose(deps, admin, { existing: ended, basis, sheet })).toMatchObject({ code: "purposes.ended" });
});

test("a draft does not end", async () => {
  const { deps, purpose } = await draft();
  expect(await endPurpose(deps, admin, purpose)).toMatchObject({ code: "purposes.not_active" });
});

test("forbidden to editors", async () => {
  const { deps, purpose } = await active();
  expect(await activatePurpose(deps, editor, purpose)).toMatchObject({ code: "staff.forbidden" });
  expect(await endPurpose(deps, editor, purpose)).toMatchObject({ code: "staff.forbidden" });
});

test("raced: a list that is created while its purpose ends never serves an ended purpose", async () => {
  const { deps, purpose } = await active();
  const [list, end] = await Promise.all([
    createList(deps, admin, { ...(news.lists[0] as DemoPurpose["lists"][0]), purposeId: purpose.id }),
    endPurpose(deps, admin, purpose),
  ]);
  expect([isRefusal(list), isRefusal(end)].filter((no) => no)).toHaveLength(1);
});

test("raced: of two activations at once, one holds", async () => {
  const { deps, purpose } = await draft();
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: purpose.id, texts: statement }));
  const both = await Promise.all([1, 2].map(() => activatePurpose(deps, admin, purpose)));
  expect(both.filter((d) => !isRefusal(d))).toEqual([{ version: 2 }]);
});

test.each([
  ["the sheet", "UPDATE purpose SET version = version + 1"],
  [
    "the statement",
    "INSERT INTO notice SELECT 'x', kind, purpose_id, mailing_id, 2, 'lv', body, 0 FROM notice WHERE language = 'lv'",
  ],
])("raced: a purpose does not become active while somebody changes %s", async (_, sql) => {
  const { deps, purpose } = await draft();
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: purpose.id, texts: statement }));
  expect(await activatePurpose(meanwhile(deps, sql), admin, purpose)).toMatchObject({ code: "form.stale" });
  expect((await readPurpose(deps.db, purpose.id))?.state).toBe("draft");
});

test("raced: a purpose for which a list appears meanwhile does not end", async () => {
  const { deps, purpose } = await active();
  const sql = `INSERT INTO list (id, slug, kind, purpose_id, names, promise, state, version, created_at)
    VALUES ('l', 'l', 'newsletter', '${purpose.id}', '{}', '{}', 'active', 1, 0)`;
  expect(await endPurpose(meanwhile(deps, sql), admin, purpose)).toMatchObject({ code: "form.stale" });
  expect((await readPurpose(deps.db, purpose.id))?.state).toBe("active");
});
