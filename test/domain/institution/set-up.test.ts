import { expect, test } from "vitest";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { readInstitution, readInstitutionRow, readLogOrigin } from "../../../src/domain/institution/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { demoInstitution } from "../../../src/runtime/node/demo/content.ts";
import { admin, editor, emptyOffice, meanwhile, officer } from "../office.ts";

test("set-up saves the profile and fixes the log's origin", async () => {
  const { deps } = await emptyOffice();
  expect(await readInstitution(deps.db)).toBeUndefined();
  await expect(readLogOrigin(deps.db)).rejects.toThrow();
  expect(await setUpInstitution(deps, admin, demoInstitution)).toEqual({ version: 1 });
  expect(await readInstitution(deps.db)).toEqual(demoInstitution);
  expect(await readLogOrigin(deps.db)).toBe("news.ministry.example/log");
});

test("an incomplete profile is refused field by field and nothing is saved", async () => {
  const { deps } = await emptyOffice();
  const done = await setUpInstitution(deps, admin, { ...demoInstitution, phone: "" });
  expect(done).toMatchObject({ code: "form.invalid", fields: [{ field: "phone", code: "form.required" }] });
  expect(await readInstitutionRow(deps.db)).toBeUndefined();
});

test("it happens once", async () => {
  const { deps } = await emptyOffice();
  await setUpInstitution(deps, admin, demoInstitution);
  const again = await setUpInstitution(deps, admin, { ...demoInstitution, phone: "+371 1" });
  expect(again).toMatchObject({ code: "institution.exists" });
  expect((await readInstitution(deps.db))?.phone).toBe(demoInstitution.phone);
});

test("forbidden to everybody but admins", async () => {
  const { deps } = await emptyOffice();
  for (const actor of [editor, officer, { kind: "system", job: "x" } as const])
    expect(await setUpInstitution(deps, actor, demoInstitution)).toMatchObject({ code: "staff.forbidden" });
  expect(await readInstitution(deps.db)).toBeUndefined();
});

test("raced: of two admins at once, one sets up and the other is told", async () => {
  const { deps } = await emptyOffice();
  const both = await Promise.all([1, 2].map(() => setUpInstitution(deps, admin, demoInstitution)));
  expect(both.filter((done) => !isRefusal(done))).toHaveLength(1);
  expect(both.filter(isRefusal)[0]?.code).toBe("institution.exists");
});

test("raced: whoever was first between reading and saving stays", async () => {
  const { deps } = await emptyOffice();
  const sql =
    "INSERT INTO institution (id, profile, log_origin, updated_at) VALUES (1, '{\"phone\":\"1\"}', 'first/log', 0)";
  const done = await setUpInstitution(meanwhile(deps, sql), admin, demoInstitution);
  expect(done).toMatchObject({ code: "institution.exists" });
  expect(await readLogOrigin(deps.db)).toBe("first/log");
});
