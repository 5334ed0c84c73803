import { expect, test } from "vitest";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { publishNotice } from "../../../src/domain/notices/publish.ts";
import { noticeHash } from "../../../src/domain/notices/rules.ts";
import {
  currentNotice,
  readNewest,
  readNotice,
  readStatements,
  readVersions,
} from "../../../src/domain/notices/views.ts";
import { readPurposes } from "../../../src/domain/purposes/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { type DemoPurpose, demoInstitution, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { seedDemo } from "../../../src/runtime/node/demo.ts";
import { admin, editor, emptyOffice, meanwhile, must, officer } from "../office.ts";

const [news] = demoPurposes as [DemoPurpose];
const better = {
  lv: news.statement.lv.replace("reizi nedēļā", "katru piektdienu"),
  en: news.statement.en.replace("weekly", "Friday"),
};

async function office() {
  const world = await emptyOffice();
  await seedDemo(world.deps);
  const purpose = (await readPurposes(world.deps.db)).find((p) => p.basis === "a");
  return { ...world, purposeId: purpose?.id ?? "" };
}

test("a version is published in all languages together, named by its bytes, and the log knows it", async () => {
  const { deps, rows, purposeId } = await office();
  const done = must(await publishNotice(deps, officer, { kind: "consent", purposeId, texts: better }));
  expect(done.version).toBe(2);
  for (const language of ["lv", "en"] as const) {
    const current = await currentNotice(deps.db, { kind: "consent", purposeId, language });
    expect(current?.sha256).toBe(done.hashes[language]);
    expect(noticeHash(current?.body ?? "")).toBe(current?.sha256);
    expect(current).toMatchObject({ version: 2, purposeId, language });
  }
  const events = await rows(
    "SELECT body, sealed_key FROM event WHERE typ = 'notice.published' ORDER BY rowid DESC LIMIT 2",
  );
  for (const { body, sealed_key } of events) {
    const event = JSON.parse(String(body));
    expect(event.notice.sha256).toBe(done.hashes[event.notice.lang as "lv"]);
    expect(event).toMatchObject({ kind: "consent", notice: { id: purposeId, ver: "2" }, by: `staff:${officer.id}` });
    expect(event).toMatchObject({ log: "news.ministry.example/log", ctl: "https://news.ministry.example/#org" });
    expect(sealed_key).not.toBeNull();
  }
});

test("earlier versions stay as they were, at their address", async () => {
  const { deps, purposeId } = await office();
  const before = await readVersions(deps.db, { kind: "consent", purposeId });
  must(await publishNotice(deps, admin, { kind: "consent", purposeId, texts: better }));
  for (const old of before) expect(await readNotice(deps.db, old.sha256)).toEqual(old);
  expect((await readVersions(deps.db, { kind: "consent", purposeId })).map((n) => n.version)).toEqual([2, 2, 1, 1]);
  expect((await readStatements(deps.db)).get(purposeId)).toEqual({ version: 2, languages: ["lv", "en"] });
});

test("a language that did not change gets its own text in the new version", async () => {
  const { deps, purposeId } = await office();
  must(await publishNotice(deps, admin, { kind: "consent", purposeId, texts: { ...news.statement, lv: better.lv } }));
  expect((await readNewest(deps.db, { kind: "consent", purposeId })).map((n) => n.language)).toEqual(["lv", "en"]);
});

test("the same text again is no new version", async () => {
  const { deps, purposeId } = await office();
  const again = await publishNotice(deps, admin, { kind: "consent", purposeId, texts: news.statement });
  expect(again).toMatchObject({ code: "notices.unchanged" });
  expect(await publishNotice(deps, admin, { kind: "privacy" })).toMatchObject({ code: "notices.unchanged" });
});

test("a statement without its duties, of no purpose, or of an ended one is refused", async () => {
  const { deps, rows, purposeId } = await office();
  const texts = { lv: better.lv, en: better.en.replace("withdraw", "change") };
  expect(await publishNotice(deps, admin, { kind: "consent", purposeId, texts })).toMatchObject({
    fields: [{ field: "text.en", code: "notices.no_withdrawal" }],
  });
  expect(await publishNotice(deps, admin, { kind: "consent", purposeId: "none", texts: better })).toMatchObject({
    code: "purposes.unknown",
  });
  await rows("UPDATE purpose SET state = 'ended'");
  expect(await publishNotice(deps, admin, { kind: "consent", purposeId, texts: better })).toMatchObject({
    code: "purposes.ended",
  });
});

test("the privacy notice follows settings and purposes", async () => {
  const { deps } = await office();
  must(await changeInstitution(deps, admin, { profile: { ...demoInstitution, phone: "+371 6000 0009" }, version: 1 }));
  expect(must(await publishNotice(deps, admin, { kind: "privacy" })).version).toBe(2);
  expect((await currentNotice(deps.db, { kind: "privacy", language: "lv" }))?.body).toContain("+371 6000 0009");
});

test("a privacy notice that would leave something out is not published, and what is missing is listed (Art. 13, 14)", async () => {
  const { deps, rows } = await office();
  await rows("UPDATE purpose SET sheet = json_set(sheet, '$.duty.en', '') WHERE basis = 'a'");
  await rows("UPDATE institution SET profile = json_set(profile, '$.legalAddress', '')");
  const done = await publishNotice(deps, admin, { kind: "privacy" });
  expect(done).toMatchObject({ code: "notices.incomplete" });
  expect(isRefusal(done) && done.fields?.map((f) => f.code)).toEqual([
    "notices.missing_contact",
    "notices.missing_duty",
  ]);
  expect((await readVersions(deps.db, { kind: "privacy" })).map((n) => n.version)).toEqual([1, 1]);
});

test("before set-up nothing is published", async () => {
  const { deps } = await emptyOffice();
  expect(await publishNotice(deps, admin, { kind: "privacy" })).toMatchObject({ code: "institution.missing" });
});

test("forbidden to editors", async () => {
  const { deps, purposeId, rows } = await office();
  const before = await rows("SELECT count(*) AS n FROM notice");
  expect(await publishNotice(deps, editor, { kind: "consent", purposeId, texts: better })).toMatchObject({
    code: "staff.forbidden",
  });
  expect(await publishNotice(deps, editor, { kind: "privacy" })).toMatchObject({ code: "staff.forbidden" });
  expect(await rows("SELECT count(*) AS n FROM notice")).toEqual(before);
});

test("raced: two publications at once make one version", async () => {
  const { deps, purposeId, rows } = await office();
  const other = { ...better, en: better.en.replace("Friday", "new") };
  const both = await Promise.all(
    [better, other].map((texts) => publishNotice(deps, admin, { kind: "consent", purposeId, texts })),
  );
  expect(both.filter((d) => !isRefusal(d))).toHaveLength(1);
  expect(await rows("SELECT max(version) AS n FROM notice")).toEqual([{ n: 2 }]);
});

test.each([
  [
    "a version",
    "INSERT INTO notice SELECT 'x', kind, purpose_id, mailing_id, 2, language, body, 0 FROM notice WHERE kind = 'privacy' LIMIT 1",
  ],
  ["the settings", "UPDATE institution SET version = version + 1"],
  ["a purpose", "UPDATE purpose SET version = version + 1 WHERE basis = 'a'"],
  ["the set of purposes", "UPDATE purpose SET state = 'ended' WHERE basis = 'a'"],
])("raced: a privacy notice built before somebody changed %s is not published", async (_, sql) => {
  const { deps, rows } = await office();
  must(await changeInstitution(deps, admin, { profile: { ...demoInstitution, phone: "+371 6000 0009" }, version: 1 }));
  const before = await rows("SELECT count(*) AS n FROM event");
  expect(await publishNotice(meanwhile(deps, sql), admin, { kind: "privacy" })).toMatchObject({ code: "form.stale" });
  expect(await rows("SELECT count(*) AS n FROM event")).toEqual(before);
});
