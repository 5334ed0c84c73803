import { expect, test } from "vitest";
import { readInstitution, readLogOrigin } from "../../src/domain/institution/views.ts";
import { readLists } from "../../src/domain/lists/views.ts";
import { noticeHash } from "../../src/domain/notices/rules.ts";
import { currentNotice, readVersions } from "../../src/domain/notices/views.ts";
import { readPurposes } from "../../src/domain/purposes/views.ts";
import { seedDemo } from "../../src/runtime/node/demo.ts";
import { emptyOffice } from "./office.ts";

test("the demo office is whole: active purposes with statements, lists, a privacy notice in both languages, all in the proof log", async () => {
  const { deps, rows } = await emptyOffice();
  expect(await seedDemo(deps)).toBe("seeded");
  expect((await readInstitution(deps.db))?.names.lv.gen).toBe("Paraugu ministrijas");
  expect(await readLogOrigin(deps.db)).toBe("news.ministry.example/log");
  expect((await readPurposes(deps.db)).map((p) => [p.slug, p.state, p.basis])).toEqual([
    ["iekseja-informacija-darbiniekiem", "active", "e"],
    ["iknedelas-jaunumu-vestule", "active", "a"],
    ["zinas-par-pakalpojumu-pieejamibu", "active", "e"],
  ]);
  expect((await readLists(deps.db)).map((l) => l.kind)).toEqual(["staff", "newsletter", "service"]);
  const privacy = await readVersions(deps.db, { kind: "privacy" });
  expect(privacy.map((n) => [n.version, n.language])).toEqual([
    [1, "lv"],
    [1, "en"],
  ]);
  for (const notice of privacy) expect(noticeHash(notice.body)).toBe(notice.sha256);
  expect(await currentNotice(deps.db, { kind: "privacy", language: "lv" })).toEqual(privacy[0]);
  expect(await rows("SELECT count(*) AS n FROM event WHERE typ = 'notice.published'")).toEqual([{ n: 8 }]);
  expect(await rows("SELECT count(*) AS n FROM log_entry")).toEqual([{ n: 14 }]);
  expect(privacy[0]?.body).toContain("36\u00a0mēnešus pēc atteikuma");
});

test("seeding again changes nothing", async () => {
  const { deps, rows } = await emptyOffice();
  await seedDemo(deps);
  const before = await rows("SELECT count(*) AS n FROM commit_mark");
  expect(await seedDemo(deps)).toBe("present");
  expect(await rows("SELECT count(*) AS n FROM commit_mark")).toEqual(before);
});
