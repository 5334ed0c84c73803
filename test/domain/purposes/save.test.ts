import { expect, test } from "vitest";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { publishNotice } from "../../../src/domain/notices/publish.ts";
import { activatePurpose } from "../../../src/domain/purposes/activate.ts";
import { savePurpose } from "../../../src/domain/purposes/save.ts";
import { readPurpose } from "../../../src/domain/purposes/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { type DemoPurpose, demoInstitution, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { admin, editor, emptyOffice, must, officer } from "../office.ts";

const [news] = demoPurposes as [DemoPurpose];
const { basis, sheet } = news;

async function office() {
  const world = await emptyOffice();
  must(await setUpInstitution(world.deps, admin, demoInstitution));
  return world;
}

test("a draft may be incomplete; it keeps its slug and counts its versions", async () => {
  const { deps, pass } = await office();
  const bare = { ...sheet, description: { lv: "", en: "" }, whyNotOther: "" };
  const made = must(await savePurpose(deps, officer, { basis: null, sheet: bare }));
  pass(60_000);
  const saved = must(
    await savePurpose(deps, officer, {
      existing: made,
      basis,
      sheet: { ...sheet, names: { lv: "Cits", en: "Other" } },
    }),
  );
  expect(saved).toEqual({ id: made.id, version: 2 });
  const stored = await readPurpose(deps.db, made.id);
  expect(stored).toMatchObject({ state: "draft", basis: "a", slug: "iknedelas-jaunumu-vestule", version: 2 });
  expect((stored?.updatedAt ?? 0) - (stored?.createdAt ?? 0)).toBe(60_000);
});

test("a draft without a name or with a purpose that could be anything is refused", async () => {
  const { deps, rows } = await office();
  const done = await savePurpose(deps, admin, {
    basis,
    sheet: { ...sheet, names: { lv: "", en: "News" }, description: { lv: "dažādiem nolūkiem", en: "" } },
  });
  expect(done).toMatchObject({
    code: "form.invalid",
    fields: [{ field: "names.lv" }, { field: "description.lv", code: "purposes.generic" }],
  });
  expect(await rows("SELECT count(*) AS n FROM purpose")).toEqual([{ n: 0 }]);
});

test("an active purpose stays complete and keeps its legal basis", async () => {
  const { deps } = await office();
  const made = must(await savePurpose(deps, admin, { basis, sheet }));
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: made.id, texts: news.statement }));
  const { version } = must(await activatePurpose(deps, admin, made));
  const existing = { id: made.id, version };
  expect(await savePurpose(deps, admin, { existing, basis: "e", sheet })).toMatchObject({
    fields: [{ code: "purposes.basis_stands" }],
  });
  expect(await savePurpose(deps, admin, { existing, basis, sheet: { ...sheet, whyNotOther: "" } })).toMatchObject({
    fields: [{ field: "whyNotOther" }],
  });
  expect(await savePurpose(deps, admin, { existing, basis, sheet: { ...sheet, owner: "Preses nodaļa" } })).toEqual({
    id: made.id,
    version: 3,
  });
});

test("an unknown purpose and a stale form are refused", async () => {
  const { deps } = await office();
  const made = must(await savePurpose(deps, admin, { basis, sheet }));
  expect(await savePurpose(deps, admin, { existing: { id: "none", version: 1 }, basis, sheet })).toMatchObject({
    code: "purposes.unknown",
  });
  must(await savePurpose(deps, admin, { existing: made, basis, sheet }));
  expect(await savePurpose(deps, admin, { existing: made, basis, sheet })).toMatchObject({ code: "form.stale" });
});

test("before set-up there is no purpose", async () => {
  const { deps } = await emptyOffice();
  expect(await savePurpose(deps, admin, { basis, sheet })).toMatchObject({ code: "institution.missing" });
});

test("forbidden to editors", async () => {
  const { deps, rows } = await office();
  expect(await savePurpose(deps, editor, { basis, sheet })).toMatchObject({ code: "staff.forbidden" });
  expect(await rows("SELECT count(*) AS n FROM purpose")).toEqual([{ n: 0 }]);
});

test("raced: of two saves at once, one holds; two new purposes of one name get two slugs or one is told", async () => {
  const { deps } = await office();
  const made = must(await savePurpose(deps, admin, { basis, sheet }));
  const both = await Promise.all([1, 2].map(() => savePurpose(deps, admin, { existing: made, basis, sheet })));
  expect(both.filter((d) => !isRefusal(d))).toEqual([{ id: made.id, version: 2 }]);
  expect(both.filter(isRefusal)[0]?.code).toBe("form.stale");
  const fresh = await Promise.all([1, 2].map(() => savePurpose(deps, admin, { basis, sheet })));
  expect(fresh.filter(isRefusal).every((d) => d.code === "form.stale")).toBe(true);
  expect(fresh.some((d) => !isRefusal(d))).toBe(true);
});
