import { expect, test } from "vitest";
import { changeList } from "../../../src/domain/lists/change.ts";
import { type CreateInput, createList } from "../../../src/domain/lists/create.ts";
import { endList } from "../../../src/domain/lists/end.ts";
import { readList, readListCounts } from "../../../src/domain/lists/views.ts";
import { readPurposes } from "../../../src/domain/purposes/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { seedDemo } from "../../../src/runtime/node/demo.ts";
import { admin, editor, emptyOffice, meanwhile, must, officer } from "../office.ts";

const words = { names: { lv: "Ziņas", en: "News" }, promise: { lv: "Reizi nedēļā.", en: "Once a week." } };

async function office() {
  const world = await emptyOffice();
  await seedDemo(world.deps);
  const purpose = (await readPurposes(world.deps.db)).find((p) => p.basis === "a");
  return { ...world, input: { kind: "newsletter", purposeId: purpose?.id, ...words } as CreateInput };
}

/** Somebody on the list, as an import would put him. */
async function join(rows: (sql: string) => Promise<unknown>, listId: string) {
  await rows("INSERT INTO person (id, language, created_at) VALUES ('p1', 'lv', 0)");
  await rows(
    "INSERT INTO address (id, person_id, tag, tag_key, kind, sealed, created_at) VALUES ('a1', 'p1', x'01', 'k', 'unknown', x'02', 0)",
  );
  await rows(
    `INSERT INTO subscription (id, list_id, address_id, person_id, state, created_at) VALUES ('s1', '${listId}', 'a1', 'p1', 'unproven', 0)`,
  );
}

test("a list is created for an active purpose, with a slug of its own", async () => {
  const { deps, input } = await office();
  const first = must(await createList(deps, editor, input));
  const second = must(await createList(deps, editor, input));
  expect([first.slug, second.slug]).toEqual(["zinas", "zinas-2"]);
  expect(await readList(deps.db, first.id)).toMatchObject({ ...input, state: "active", version: 1 });
});

test("a list whose basis does not fit its kind is refused", async () => {
  const { deps, input } = await office();
  for (const kind of ["service", "staff"] as const)
    expect(await createList(deps, editor, { ...input, kind })).toMatchObject({
      fields: [{ code: `lists.basis_${kind}` }],
    });
  expect(await createList(deps, editor, { ...input, purposeId: "none" })).toMatchObject({
    fields: [{ field: "purposeId" }],
  });
});

test("its words change; kind and purpose do not", async () => {
  const { deps, input } = await office();
  const { id } = must(await createList(deps, editor, input));
  const change = { id, version: 1, names: { lv: "Vēstis", en: "Tidings" }, promise: words.promise };
  expect(await changeList(deps, editor, change)).toEqual({ version: 2 });
  expect(await readList(deps.db, id)).toMatchObject({
    names: change.names,
    kind: "newsletter",
    slug: "zinas",
    purposeId: input.purposeId,
  });
  expect(await changeList(deps, editor, change)).toMatchObject({ code: "form.stale" });
  expect(await changeList(deps, editor, { ...change, version: 2, names: { lv: "", en: "" } })).toMatchObject({
    code: "form.invalid",
  });
  expect(await changeList(deps, editor, { ...change, id: "none" })).toMatchObject({ code: "lists.unknown" });
});

test("only an empty list ends, for good", async () => {
  const { deps, input, rows } = await office();
  const { id } = must(await createList(deps, editor, input));
  await join(rows, id);
  expect((await readListCounts(deps.db, id)).get(id)).toEqual({ unproven: 1, active: 0, ended: 0 });
  expect(await endList(deps, editor, { id, version: 1 })).toMatchObject({ code: "lists.not_empty", values: { n: 1 } });
  await rows("UPDATE subscription SET state = 'ended', address_id = NULL, person_id = NULL");
  expect((await readListCounts(deps.db)).get(id)).toEqual({ unproven: 0, active: 0, ended: 1 });
  expect(await endList(deps, editor, { id, version: 1 })).toEqual({ version: 2 });
  expect(await endList(deps, editor, { id, version: 2 })).toMatchObject({ code: "lists.ended" });
  expect(await changeList(deps, editor, { id, version: 2, ...words })).toMatchObject({ code: "lists.ended" });
});

test("forbidden to the data protection officer", async () => {
  const { deps, input } = await office();
  const { id } = must(await createList(deps, admin, input));
  for (const done of [
    await createList(deps, officer, input),
    await changeList(deps, officer, { id, version: 1, ...words }),
    await endList(deps, officer, { id, version: 1 }),
  ])
    expect(done).toMatchObject({ code: "staff.forbidden" });
});

test("raced: of two changes at once one holds; of two lists of one name at once each gets a slug or is told", async () => {
  const { deps, input } = await office();
  const { id } = must(await createList(deps, editor, input));
  const both = await Promise.all([1, 2].map(() => changeList(deps, editor, { id, version: 1, ...words })));
  expect(both.filter((d) => !isRefusal(d))).toEqual([{ version: 2 }]);
  const fresh = await Promise.all([1, 2].map(() => createList(deps, editor, input)));
  expect(fresh.filter(isRefusal).every((d) => d.code === "form.stale")).toBe(true);
  const slugs = fresh.flatMap((d) => (isRefusal(d) ? [] : [d.slug]));
  expect(new Set(slugs).size).toBe(slugs.length);
});

test("raced: a list is not created for a purpose that ends meanwhile, nor under a slug that is taken meanwhile", async () => {
  const { deps, input, rows } = await office();
  const taken = `INSERT INTO list SELECT 'x', 'zinas', kind, purpose_id, names, promise, state, 1, 0 FROM list LIMIT 1`;
  for (const sql of ["UPDATE purpose SET state = 'ended'", taken]) {
    expect(await createList(meanwhile(deps, sql), editor, input)).toMatchObject({ code: "form.stale" });
    await rows("UPDATE purpose SET state = 'active'");
  }
});

test("raced: a list that somebody joins meanwhile does not end", async () => {
  const { deps, input } = await office();
  const { id } = must(await createList(deps, editor, input));
  const joined = `INSERT INTO person (id, language, created_at) VALUES ('p1', 'lv', 0);
    INSERT INTO address (id, person_id, tag, tag_key, kind, sealed, created_at) VALUES ('a1', 'p1', x'01', 'k', 'unknown', x'02', 0);
    INSERT INTO subscription (id, list_id, address_id, person_id, state, created_at) VALUES ('s1', '${id}', 'a1', 'p1', 'active', 0);`;
  expect(await endList(meanwhile(deps, joined), editor, { id, version: 1 })).toMatchObject({ code: "form.stale" });
  expect((await readList(deps.db, id))?.state).toBe("active");
});
