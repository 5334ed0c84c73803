import { expect, test } from "vitest";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { readInstitutionRow } from "../../../src/domain/institution/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { demoInstitution } from "../../../src/runtime/node/demo/content.ts";
import { admin, emptyOffice, officer } from "../office.ts";

const profile = { ...demoInstitution, phone: "+371 6000 0009" };

async function office() {
  const { deps } = await emptyOffice();
  await setUpInstitution(deps, admin, demoInstitution);
  return deps;
}

test("settings are changed over the version that was seen; the log's origin stays", async () => {
  const deps = await office();
  const moved = { ...deps, config: { ...deps.config, publicUrl: "https://other.example" } };
  expect(await changeInstitution(moved, admin, { profile, version: 1 })).toEqual({ version: 2 });
  expect(await readInstitutionRow(deps.db)).toEqual({ profile, version: 2, logOrigin: "news.ministry.example/log" });
});

test("a faulty profile is refused and the old one stays", async () => {
  const deps = await office();
  const done = await changeInstitution(deps, admin, { profile: { ...profile, languages: [] }, version: 1 });
  expect(done).toMatchObject({ code: "form.invalid" });
  expect((await readInstitutionRow(deps.db))?.version).toBe(1);
});

test("before set-up there is nothing to change", async () => {
  const { deps } = await emptyOffice();
  expect(await changeInstitution(deps, admin, { profile, version: 1 })).toMatchObject({ code: "institution.missing" });
});

test("a form that was opened before somebody else's change is refused", async () => {
  const deps = await office();
  await changeInstitution(deps, admin, { profile, version: 1 });
  expect(await changeInstitution(deps, admin, { profile: demoInstitution, version: 1 })).toMatchObject({
    code: "form.stale",
  });
});

test("forbidden to the data protection officer", async () => {
  const deps = await office();
  expect(await changeInstitution(deps, officer, { profile, version: 1 })).toMatchObject({ code: "staff.forbidden" });
});

test("raced: of two changes at once, one is saved and the other is told", async () => {
  const deps = await office();
  const both = await Promise.all([1, 2].map(() => changeInstitution(deps, admin, { profile, version: 1 })));
  expect(both.filter((done) => !isRefusal(done))).toEqual([{ version: 2 }]);
  expect(both.filter(isRefusal)[0]?.code).toBe("form.stale");
});
