import { describe, expect, it } from "vitest";
import { recoverAll } from "../../../../src/delivery/recover.ts";
import { dropIssue } from "../../../../src/domain/issues/drafts/drop.ts";
import { saveIssue } from "../../../../src/domain/issues/drafts/save.ts";
import { scheduleMoment } from "../../../../src/domain/issues/rules/schedule.ts";
import { approveIssue } from "../../../../src/domain/issues/sending/approve.ts";
import { chooseSegment } from "../../../../src/domain/issues/sending/choose-segment.ts";
import { moveIssue } from "../../../../src/domain/issues/sending/move.ts";
import { scheduleIssue } from "../../../../src/domain/issues/sending/schedule.ts";
import { sendIssue } from "../../../../src/domain/issues/sending/send.ts";
import { takeBackIssue } from "../../../../src/domain/issues/sending/take-back.ts";
import { readIssue } from "../../../../src/domain/issues/views.ts";
import type { StaffActor } from "../../../../src/domain/staff/rules.ts";
import { HOUR, passes } from "../../campaigns/days.ts";
import { must, type Scene } from "../../consent/scene.ts";
import { auditor, editor, LISTS } from "../../imports/office.ts";
import { DRAFT, draft, issueScene, PROVEN, people, stateOf, versionOf } from "./issues.ts";

const head: StaffActor = { kind: "staff", id: "maris", role: "head", via: "desk" };
const RIGA = "Europe/Riga";
const at = (iso: string) => Date.parse(iso);

async function planned(day: string, time: string, n = 3): Promise<{ s: Scene; id: string; from: number }> {
  const s = await issueScene(n);
  const id = await draft(s);
  const { at: from } = must(await scheduleIssue(s.deps, editor, { id, version: await versionOf(s, id), day, time }));
  return { s, id, from };
}

describe("a time as it is typed", () => {
  const moment = (day: string, time: string, now = at("2026-10-01T00:00:00Z")) =>
    scheduleMoment({ day, time }, { timeZone: RIGA, now });

  it("is the institution's clock, in summer and in winter", () => {
    expect(moment("2026-10-24", "09:00")).toEqual({ at: at("2026-10-24T06:00:00Z"), twice: false });
    expect(moment("2026-10-26", "9.00")).toEqual({ at: at("2026-10-26T07:00:00Z"), twice: false });
  });

  it("that comes twice in autumn is the first, and one that spring skips is refused", () => {
    expect(moment("2026-10-25", "03:30")).toEqual({ at: at("2026-10-25T00:30:00Z"), twice: true });
    expect(moment("2027-03-28", "03:30")).toEqual({ field: "time", code: "issues.no_such_time" });
    expect(moment("2027-03-28", "04:00")).toEqual({ at: at("2027-03-28T01:00:00Z"), twice: false });
  });

  it("is refused where it is over, too far, or no time at all", () => {
    expect(moment("2026-09-30", "12:00")).toMatchObject({ code: "issues.time_past" });
    expect(moment("2028-01-01", "12:00")).toMatchObject({ code: "issues.too_far" });
    expect(moment("2026-11-31", "12:00")).toMatchObject({ field: "day" });
    for (const time of ["", "24:00", "9", "12:60", "x"])
      expect(moment("2026-11-30", time)).toMatchObject({ field: "time" });
  });
});

describe("an issue that waits for its time", () => {
  it("goes out at that hour of the clock on the wall, across the change to summer time, and not a minute before", async () => {
    const { s, id } = await planned("2027-03-29", "9.00");
    await passes(s, at("2027-03-29T05:59:00Z") - s.clock.now());
    expect([await stateOf(s, id), s.mails.length]).toEqual(["scheduled", 0]);
    await passes(s, 60_000);
    expect([await stateOf(s, id), s.mails.length]).toEqual(["sent", 3]);
    const { rows } = await s.client.execute("SELECT typ, body FROM event WHERE typ LIKE 'issue.%' ORDER BY at");
    expect(rows.map((row) => row.typ)).toEqual(["issue.scheduled", "issue.sent"]);
    expect(JSON.parse(String(rows[1]?.body))).toMatchObject({
      by: "system:calendar",
      start: "2027-03-29T06:00:00.000Z",
    });
  });

  it("goes to who is on the list then, and stays as it was frozen", async () => {
    const { s } = await planned("2026-11-23", "9.00");
    await s.importList(["velak@pasts.example"], LISTS.newsletter, PROVEN);
    await passes(s, at("2026-11-23T07:00:00Z") - s.clock.now());
    expect(s.mails.map((m) => m.to)).toContain("velak@pasts.example");
  });

  it("gets another time, or is a draft again that can be edited; each only by who may, and from what he saw", async () => {
    const { s, id, from } = await planned("2026-11-23", "9.00");
    expect(
      await saveIssue(s.deps, editor, { id, version: await versionOf(s, id), title: "X", draft: DRAFT }),
    ).toMatchObject({ code: "issues.sent_already" });
    expect(await moveIssue(s.deps, auditor, { id, from, day: "2026-11-24", time: "9.00" })).toMatchObject({
      code: "staff.forbidden",
    });
    expect(await moveIssue(s.deps, editor, { id, from: from - 1, day: "2026-11-24", time: "9.00" })).toMatchObject({
      code: "form.stale",
    });
    const { at: to } = must(await moveIssue(s.deps, editor, { id, from, day: "2026-11-24", time: "9.00" }));
    await passes(s, at("2026-11-23T07:30:00Z") - s.clock.now());
    expect(s.mails).toHaveLength(0);
    must(await takeBackIssue(s.deps, head, { id, from: to }));
    expect(await stateOf(s, id)).toBe("draft");
    await passes(s, at("2026-11-24T07:30:00Z") - s.clock.now());
    expect(s.mails).toHaveLength(0);
  });

  it("and whose time passed while the program was asleep is a draft again, told to people, and never goes out by itself", async () => {
    const { s, id } = await planned("2026-11-23", "9.00");
    await recoverAll(s.deps);
    // Twenty minutes late, after a night without a heartbeat.
    s.clock.set(at("2026-11-23T07:20:00Z"));
    await recoverAll(s.deps);
    await s.run();
    await passes(s, 5 * HOUR);
    expect([await stateOf(s, id), s.mails.length]).toEqual(["draft", 0]);
    const { rows } = await s.client.execute("SELECT code, detail FROM alert WHERE code='issue.not-sent'");
    expect(rows.map((row) => JSON.parse(String(row.detail)).why)).toEqual(["outage"]);
  });

  it("and was missed is told again where it is missed a second time: planning, sending and deleting it end what was told", async () => {
    const { s, id } = await planned("2026-11-23", "9.00");
    const open = () => s.count("SELECT count(*) FROM alert WHERE code='issue.not-sent' AND closed_at IS NULL");
    const missed = async (time: string) => {
      await recoverAll(s.deps);
      s.clock.set(at(time));
      await recoverAll(s.deps);
      await s.run();
      expect([await stateOf(s, id), await open()]).toEqual(["draft", 1]);
    };
    await missed("2026-11-23T07:20:00Z");
    const version = await versionOf(s, id);
    must(await scheduleIssue(s.deps, editor, { id, version, day: "2026-11-24", time: "9.00" }));
    expect(await open()).toBe(0);
    await missed("2026-11-24T07:20:00Z");
    expect(await s.count("SELECT count(*) FROM alert WHERE code='issue.not-sent'")).toBe(2);
    must(await sendIssue(s.deps, editor, { id, version }));
    expect(await open()).toBe(0);
  });

  it("and was missed and deleted is nobody's task any more", async () => {
    const { s, id } = await planned("2026-11-23", "9.00");
    await recoverAll(s.deps);
    s.clock.set(at("2026-11-23T07:20:00Z"));
    await recoverAll(s.deps);
    must(await dropIssue(s.deps, editor, { id, version: await versionOf(s, id) }));
    expect(await s.count("SELECT count(*) FROM alert WHERE closed_at IS NULL")).toBe(0);
  });

  it("and that an older copy of the database holds is a draft again, also where its time has not come", async () => {
    const { s, id } = await planned("2026-11-24", "9.00");
    await recoverAll(s.deps);
    await s.client.execute("UPDATE pulse SET origin='another place'");
    await recoverAll(s.deps);
    expect(await stateOf(s, id)).toBe("draft");
    await passes(s, at("2026-11-24T07:30:00Z") - s.clock.now());
    expect(s.mails).toHaveLength(0);
  });

  it("leaves every draft of an older copy without its approval, and marked until it is approved anew or edited", async () => {
    const s = await issueScene(2);
    const [waits, lies] = [await draft(s), await draft(s)];
    for (const id of [waits, lies]) must(await approveIssue(s.deps, head, { id, version: await versionOf(s, id) }));
    must(
      await scheduleIssue(s.deps, editor, {
        ...{ id: waits, version: await versionOf(s, waits) },
        ...{ day: "2026-11-24", time: "9.00" },
      }),
    );
    await recoverAll(s.deps);
    const seen = s.clock.now();
    s.clock.set(seen + 60_000);
    await s.client.execute("UPDATE pulse SET origin='another place'");
    await recoverAll(s.deps);
    const reviewOf = async (id: string) => (await readIssue(s.deps.db, id))?.review;
    for (const id of [waits, lies]) {
      expect((await reviewOf(id))?.approval).toBeUndefined();
      expect((await reviewOf(id))?.olderCopy).toBe(seen);
    }
    must(await approveIssue(s.deps, head, { id: waits, version: await versionOf(s, waits) }));
    expect(await reviewOf(waits)).toMatchObject({ approval: { by: "staff:maris" } });
    must(
      await saveIssue(s.deps, editor, { id: lies, version: await versionOf(s, lies), title: "Labots", draft: DRAFT }),
    );
    for (const id of [waits, lies]) expect((await reviewOf(id))?.olderCopy).toBeUndefined();
    const fresh = await draft(s);
    await recoverAll(s.deps);
    expect((await reviewOf(fresh))?.olderCopy).toBeUndefined();
  });

  it("and whose list has lost its basis meanwhile does not go out", async () => {
    const { s, id } = await planned("2026-11-23", "9.00");
    await s.client.execute("UPDATE purpose SET basis='e' WHERE id='purpose-news'");
    await passes(s, at("2026-11-23T07:00:00Z") - s.clock.now());
    expect([await stateOf(s, id), s.mails.length]).toEqual(["draft", 0]);
  });
});

describe("a second person", () => {
  const wanted = async (s: Scene) => {
    await s.client.execute("UPDATE institution SET profile=json_set(profile, '$.secondPerson', json('true'))");
  };

  it("approves one version and what stands around it; nobody approves his own; without it nothing goes out or is planned", async () => {
    const s = await issueScene(2);
    await wanted(s);
    const id = await draft(s);
    const version = await versionOf(s, id);
    const no = { fields: [{ field: "approval", code: "campaigns.approval_missing" }] };
    expect(await sendIssue(s.deps, editor, { id, version })).toMatchObject(no);
    expect(await scheduleIssue(s.deps, editor, { id, version, day: "2026-11-24", time: "9.00" })).toMatchObject(no);
    expect(await approveIssue(s.deps, editor, { id, version })).toMatchObject({ code: "campaigns.own_draft" });
    expect(await approveIssue(s.deps, auditor, { id, version })).toMatchObject({ code: "staff.forbidden" });
    must(await approveIssue(s.deps, head, { id, version }));
    must(await sendIssue(s.deps, editor, { id, version }));
    await s.run();
    expect(s.mails).toHaveLength(2);
    const { rows } = await s.client.execute("SELECT body FROM event WHERE typ='issue.sent'");
    expect(JSON.parse(String(rows[0]?.body)).approved.by).toBe("staff:maris");
  });

  it("is asked again after an edit of the text, of the readers, or of what the mail says around them", async () => {
    const s = await issueScene(2);
    await wanted(s);
    const id = await draft(s);
    const approve = async () => must(await approveIssue(s.deps, head, { id, version: await versionOf(s, id) }));
    const refused = async () => sendIssue(s.deps, editor, { id, version: await versionOf(s, id) });
    await approve();
    must(
      await saveIssue(s.deps, editor, {
        id,
        version: await versionOf(s, id),
        title: "Cits",
        draft: { ...DRAFT, salutation: "none" },
      }),
    );
    expect(await refused()).toMatchObject({ fields: [{ code: "campaigns.approval_missing" }] });
    await approve();
    must(await chooseSegment(s.deps, editor, { id, version: await versionOf(s, id), segment: { languages: ["lv"] } }));
    expect(await refused()).toMatchObject({ fields: [{ code: "campaigns.approval_missing" }] });
    await approve();
    await s.client.execute("UPDATE list SET names=json_set(names, '$.lv', 'Citādi')");
    expect(await refused()).toMatchObject({ fields: [{ code: "campaigns.approval_old" }] });
    expect(s.mails).toHaveLength(0);
  });

  it("has approved also what is taken back and planned anew unchanged", async () => {
    const s = await issueScene(2);
    await wanted(s);
    const id = await draft(s);
    const version = await versionOf(s, id);
    must(await approveIssue(s.deps, head, { id, version }));
    const { at: from } = must(await scheduleIssue(s.deps, editor, { id, version, day: "2026-11-24", time: "9.00" }));
    must(await takeBackIssue(s.deps, editor, { id, from }));
    must(await sendIssue(s.deps, editor, { id, version: (await readIssue(s.deps.db, id))?.version ?? 0 }));
    await s.run();
    expect(s.mails.map((m) => m.to).sort()).toEqual(people(2).sort());
  });
});
