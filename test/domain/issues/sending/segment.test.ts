import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inSegment, type Segment, segmentProblems, tidySegment } from "../../../../src/domain/issues/rules/segment.ts";
import { chooseSegment } from "../../../../src/domain/issues/sending/choose-segment.ts";
import { readIssue } from "../../../../src/domain/issues/views.ts";
import { countIssueAudience } from "../../../../src/domain/messages/views/recipients/left-out.ts";
import { countRecipients, readRecipientsPage } from "../../../../src/domain/messages/views/recipients/segment.ts";
import { fates } from "../../campaigns/days.ts";
import { must, type Scene } from "../../consent/scene.ts";
import { editor, LISTS, PURPOSES } from "../../imports/office.ts";
import { draft, issueScene, PROVEN, people, send, versionOf } from "./issues.ts";

const RIGA = "Europe/Riga";
const SECOND = "list-second";
const THIRD = "list-third";

/** Three lists of one purpose; people of two languages, who joined on three days, as the office says or as the row says. */
async function mixed(): Promise<Scene> {
  const s = await issueScene(24);
  for (const id of [SECOND, THIRD])
    await s.client.execute({
      sql: "INSERT INTO list (id, slug, kind, purpose_id, names, promise, state, version, created_at) SELECT ?, ?, kind, purpose_id, names, promise, state, 1, created_at FROM list WHERE id=?",
      args: [id, id, LISTS.newsletter],
    });
  await s.importList(people(12), SECOND, PROVEN);
  await s.importList(people(6), THIRD, PROVEN);
  await s.client.execute("UPDATE person SET language='en' WHERE rowid % 3 = 0");
  await s.client.execute("UPDATE subscription SET since='2026-02-0' || (1 + rowid % 5) WHERE rowid % 2 = 0");
  await s.client.execute(
    "UPDATE subscription SET since=NULL, created_at=created_at - (rowid % 7) * 86400000 WHERE rowid % 2 = 1",
  );
  // Its day began in Riga two hours before it began in London.
  await s.client.execute({
    sql: "UPDATE subscription SET created_at=? WHERE rowid % 6 = 1",
    args: [Date.parse("2026-11-19T22:30:00Z")],
  });
  await s.client.execute("UPDATE subscription SET state='unproven' WHERE list_id='list-second' AND rowid % 4 = 0");
  return s;
}

const day = fc.constantFrom("2026-02-01", "2026-02-03", "2026-11-18", "2026-11-20", "2026-11-22");
const lists = fc.subarray([SECOND, THIRD]);
const segment: fc.Arbitrary<Segment> = fc.record(
  { languages: fc.subarray(["lv", "en"] as const), joinedFrom: day, joinedTo: day, alsoOn: lists, notOn: lists },
  { requiredKeys: [] },
);

describe("a segment", () => {
  it("has nothing of what people do with their mail", () => {
    const source = readFileSync("src/domain/issues/rules/segment.ts", "utf8");
    const fields = /export interface Segment \{([\s\S]*?)\n\}/.exec(source)?.[1]?.match(/^ {2}(\w+)\?:/gm) ?? [];
    expect(fields.map((field) => field.trim())).toEqual([
      "languages?:",
      "joinedFrom?:",
      "joinedTo?:",
      "alsoOn?:",
      "notOn?:",
    ]);
  });

  it("is everybody where nothing is said, and is kept without empty parts", () => {
    expect(tidySegment({ languages: [], joinedFrom: "", alsoOn: [] })).toBeUndefined();
    expect(tidySegment({ languages: ["lv", "en", "lv"], notOn: ["b", "a"] })).toEqual({
      languages: ["en", "lv"],
      notOn: ["a", "b"],
    });
    expect(inSegment(undefined, { language: "lv", joined: "2026-01-01", lists: new Set() })).toBe(true);
  });

  it("names lists of its purpose, days that are some, and no list on both sides", () => {
    const office = { languages: ["lv", "en"] as const, lists: ["a"] };
    expect(segmentProblems({ alsoOn: ["x"] }, office)).toMatchObject([{ code: "issues.other_purpose" }]);
    expect(segmentProblems({ alsoOn: ["a"], notOn: ["a"] }, office)).toMatchObject([{ code: "issues.list_on_both" }]);
    expect(segmentProblems({ joinedFrom: "2026-02-30" }, office)).toMatchObject([{ code: "issues.not_a_day" }]);
    expect(segmentProblems({ joinedFrom: "2026-02-02", joinedTo: "2026-02-01" }, office)).toMatchObject([
      { code: "issues.joined_order" },
    ]);
    expect(segmentProblems({ joinedFrom: "2026-02-01", joinedTo: "2026-02-01", notOn: ["a"] }, office)).toEqual([]);
  });

  it("is the same people for the count before and for the planning, whatever is chosen, in pages of any size", async () => {
    const s = await mixed();
    await fc.assert(
      fc.asyncProperty(segment, fc.integer({ min: 1, max: 30 }), async (chosen, limit) => {
        const of = { listId: LISTS.newsletter, segment: chosen, timeZone: RIGA };
        const found = new Set<string>();
        let cursor: string | null = null;
        for (;;) {
          const page: Awaited<ReturnType<typeof readRecipientsPage>> = await readRecipientsPage(
            s.deps.db,
            of,
            cursor,
            limit,
          );
          if (!page) break;
          for (const row of page.rows) found.add(row.subscriptionId);
          cursor = page.cursor;
        }
        expect(await countRecipients(s.deps.db, of)).toBe(found.size);
      }),
      { numRuns: 60 },
    );
  });

  it("is counted before with all who are left out, and frozen when the issue is sent", async () => {
    const s = await mixed();
    await s.client.execute(
      "UPDATE subscription SET paused_until='2027-01-01' WHERE list_id='list-news' AND rowid % 8 = 0",
    );
    const id = await draft(s);
    must(
      await chooseSegment(s.deps, editor, {
        id,
        version: await versionOf(s, id),
        segment: { languages: ["en"], notOn: [THIRD] },
      }),
    );
    const chosen = (await readIssue(s.deps.db, id))?.draft.segment;
    const of = {
      listId: LISTS.newsletter,
      listKind: "newsletter",
      segment: chosen,
      timeZone: RIGA,
      today: "2026-11-22",
    } as const;
    const before = await countIssueAudience(s.deps.db, of);
    const sum = Object.values(before.skipped).reduce((all, n) => all + n, 0);
    expect(before.onList).toBe(before.unproven + before.outside + before.audience);
    expect(before.audience).toBe(before.mailed + sum);
    expect(before.audience).toBeGreaterThan(0);
    expect(sum).toBeGreaterThan(0);
    await send(s, id);
    expect(await fates(s, id)).toEqual({ "sent silent": before.mailed, "skipped paused": before.skipped.paused });
    expect((await readIssue(s.deps.db, id))?.frozen?.segment).toEqual({ languages: ["en"], notOn: [THIRD] });
  });

  it("never names a list of another purpose", async () => {
    const s = await issueScene(1);
    const id = await draft(s);
    const input = { id, version: await versionOf(s, id), segment: { alsoOn: [LISTS.other] } };
    expect(await chooseSegment(s.deps, editor, input)).toMatchObject({ fields: [{ code: "issues.other_purpose" }] });
    expect(PURPOSES.other).not.toBe(PURPOSES.news);
  });
});
