import { describe, expect, it } from "vitest";
import { cancelMailing } from "../../../../src/domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../../src/domain/campaigns/pause.ts";
import { resumeMailing } from "../../../../src/domain/campaigns/resume.ts";
import { readMailing, readNumbers } from "../../../../src/domain/campaigns/views.ts";
import { withdrawByLink } from "../../../../src/domain/consent/withdraw.ts";
import { sendIssue } from "../../../../src/domain/issues/sending/send.ts";
import { readWays } from "../../../../src/domain/messages/views/figures.ts";
import { DAY, fates, HOUR, passes } from "../../campaigns/days.ts";
import { must } from "../../consent/scene.ts";
import { auditor, editor, LISTS } from "../../imports/office.ts";
import { draft, issueScene, PROVEN, people, send, stateOf, versionOf } from "./issues.ts";

describe("an issue", () => {
  it("goes to everybody with a proven consent and to nobody else, each one mail, and the balance holds", async () => {
    const s = await issueScene(8);
    await s.importList(["vecs@pasts.example"]);
    const id = await send(s, await draft(s));
    expect(s.mails.map((m) => m.to).sort()).toEqual(people(8).sort());
    expect(await stateOf(s, id)).toBe("sent");
    const n = await readNumbers(s.deps.db, id);
    expect([n.audience, n.sent, n.skipped, n.failed, n.unknown]).toEqual([8, 8, 0, 0, 0]);
    const { rows } = await s.client.execute("SELECT body FROM event WHERE typ='issue.sent'");
    expect(JSON.parse(String(rows[0]?.body))).toMatchObject({
      mailing: id,
      audience: 8,
      left: { unproven: 1, outside: 0 },
    });
  });

  it("skips who is restricted, has paused the list or is held, each with the reason, and counts them", async () => {
    const s = await issueScene(6);
    const ids = (await s.client.execute("SELECT id, person_id FROM subscription ORDER BY id")).rows;
    await s.client.execute({
      sql: "UPDATE subscription SET paused_until='2027-01-01' WHERE id=?",
      args: [String(ids[0]?.id)],
    });
    await s.client.execute({
      sql: "UPDATE subscription SET paused_until='2026-11-22' WHERE id=?",
      args: [String(ids[1]?.id)],
    });
    await s.client.execute({ sql: "UPDATE subscription SET held_at=1 WHERE id=?", args: [String(ids[2]?.id)] });
    await s.client.execute({ sql: "UPDATE person SET restricted_at=1 WHERE id=?", args: [String(ids[3]?.person_id)] });
    const id = await send(s, await draft(s));
    expect(await fates(s, id)).toEqual({
      "sent silent": 3,
      "skipped paused": 1,
      "skipped held": 1,
      "skipped restricted": 1,
    });
    const { rows } = await s.client.execute("SELECT body FROM event WHERE typ='issue.sent'");
    expect(JSON.parse(String(rows[0]?.body))).toMatchObject({
      audience: 6,
      left: { paused: 1, held: 1, restricted: 1 },
    });
  });

  it("is not sent with a link that belongs to one person, whoever copied it out of his own mail", async () => {
    const s = await issueScene(2);
    const { publicUrl } = s.deps.config;
    const href = `${publicUrl.replace(/^http:/, "https:")}/u/${"y".repeat(71)}`;
    const lv = {
      subject: "Novembra ziņas",
      preheader: "",
      blocks: [
        {
          id: "a",
          kind: "text" as const,
          text: [{ kind: "paragraph" as const, runs: [{ kind: "text" as const, text: `Skatiet ${href}` }] }],
        },
        { id: "b", kind: "button" as const, label: "Atteikties", href },
      ],
    };
    for (const blocks of [lv.blocks, lv.blocks.slice(0, 1)]) {
      const id = await draft(s, LISTS.newsletter, { texts: { lv: { ...lv, blocks } } });
      const no = await sendIssue(s.deps, editor, { id, version: await versionOf(s, id) });
      const code = blocks.length > 1 ? "issues.link_personal" : "issues.mail_unfit";
      expect(no).toMatchObject({ fields: [{ code }] });
    }
    await s.run();
    expect(s.mails).toEqual([]);
  });

  it("is not sent to nobody, nor twice, nor by who may not, nor to clearly more people than were shown", async () => {
    const s = await issueScene(30);
    const id = await draft(s);
    const version = await versionOf(s, id);
    expect(await sendIssue(s.deps, auditor, { id, version })).toMatchObject({ code: "staff.forbidden" });
    expect(await sendIssue(s.deps, editor, { id, version: 1 })).toMatchObject({ code: "form.stale" });
    expect(await sendIssue(s.deps, editor, { id, version, audience: 20 })).toMatchObject({
      code: "campaigns.audience_changed",
    });
    must(await sendIssue(s.deps, editor, { id, version, audience: 27 }));
    expect(await sendIssue(s.deps, editor, { id, version })).toMatchObject({ code: "issues.sent_already" });
    const empty = await draft(s, LISTS.other);
    expect(await sendIssue(s.deps, editor, { id: empty, version: await versionOf(s, empty) })).toMatchObject({
      code: "issues.nobody",
    });
  });

  it("says in every mail since when the address is on the list", async () => {
    const s = await issueScene(1);
    await send(s, await draft(s));
    expect(s.mails[0]?.text).toMatch(/kopš\s2019/);
  });

  it("gets a person who leaves by its link counted for it, and for no other", async () => {
    const s = await issueScene(4);
    const first = await send(s, await draft(s));
    const token = s.token("u", "c0@pasts.example");
    const second = await send(s, await draft(s));
    must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
    must(
      await withdrawByLink(s.deps, { token: s.token("u", "c1@pasts.example"), scope: "list", via: "unsubscribe-page" }),
    );
    expect(await readWays(s.deps.db, first)).toEqual([{ way: "one-click", n: 1 }]);
    expect(await readWays(s.deps.db, second)).toEqual([{ way: "page", n: 1 }]);
    const third = await send(s, await draft(s));
    expect(await fates(s, third)).toEqual({ "sent silent": 2 });
  });
});

describe("an issue on its way", () => {
  it("goes first to as many as were chosen, and to the rest after the pause", async () => {
    const s = await issueScene(40);
    const id = await send(s, await draft(s), { pilot: { size: 10, waitHours: 2 } });
    expect(s.mails).toHaveLength(10);
    await passes(s, HOUR);
    expect(s.mails).toHaveLength(10);
    await passes(s, HOUR);
    expect(new Set(s.mails.map((m) => m.to)).size).toBe(40);
    expect(await stateOf(s, id)).toBe("sent");
  });

  it("stands still by a press, goes on by another however late, and is cancelled by a third, with every mail accounted for", async () => {
    const s = await issueScene(30, 10);
    const id = await draft(s);
    must(await sendIssue(s.deps, editor, { id, version: await versionOf(s, id) }));
    s.mailer.handOver = async (sent) => {
      s.mails.push(...sent);
      if (s.mails.length === 10) must(await pauseMailing(s.deps, editor, { id }));
      return { outcome: "accepted", ids: sent.map((m) => `id-${m.to}`) };
    };
    await s.run();
    expect([await stateOf(s, id), s.mails.length]).toEqual(["paused", 10]);
    await passes(s, 100 * DAY);
    expect(s.mails).toHaveLength(10);
    s.mailer.handOver = async (sent) => {
      s.mails.push(...sent);
      if (s.mails.length === 20) must(await cancelMailing(s.deps, editor, { id }));
      return { outcome: "accepted", ids: sent.map((m) => `id-${m.to}`) };
    };
    const heldAt = (await readMailing(s.deps.db, id))?.heldAt ?? 0;
    must(await resumeMailing(s.deps, editor, { id, heldAt }));
    await s.run();
    expect(await stateOf(s, id)).toBe("cancelled");
    expect(await fates(s, id)).toEqual({ "sent silent": 20, "skipped cancelled": 10 });
    const n = await readNumbers(s.deps.db, id);
    expect(n.audience).toBe(n.sent + n.skipped + n.failed + n.unknown);
  });

  it("leaves out whoever leaves between planning and his batch", async () => {
    const s = await issueScene(3, 1);
    const first = await send(s, await draft(s));
    const id = await draft(s);
    must(await sendIssue(s.deps, editor, { id, version: await versionOf(s, id) }));
    const before = s.mails.length;
    const leaver = s.mails[2]?.to ?? "";
    const token = s.token("u", leaver);
    let left = false;
    s.mailer.handOver = async (sent) => {
      s.mails.push(...sent);
      if (!left && sent[0]?.to !== leaver) {
        left = true;
        must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
      }
      return { outcome: "accepted", ids: sent.map((m) => `id-${m.to}`) };
    };
    await s.run();
    expect(s.mails.slice(before).map((m) => m.to)).not.toContain(leaver);
    expect(await fates(s, id)).toEqual({ "sent silent": 2, "skipped refused": 1 });
    expect(await readWays(s.deps.db, first)).toEqual([{ way: "one-click", n: 1 }]);
  });
});

describe("a list of work addresses", () => {
  it("refuses other domains at import, and at the send what is no own domain any more", async () => {
    const s = await issueScene(0);
    await s.importList([...people(3, "ministry.example"), "privats@pasts.example"], LISTS.staff, {
      basis: "task",
      proof: "",
    });
    expect(await s.count("SELECT count(*) FROM subscription WHERE list_id=?", [LISTS.staff])).toBe(3);
    const id = await draft(s, LISTS.staff);
    await s.client.execute(
      "UPDATE institution SET profile=json_set(profile, '$.ownDomains', json('[\"jauna.example\"]'))",
    );
    await send(s, id);
    expect(s.mails).toHaveLength(0);
    expect(await fates(s, id)).toEqual({ "skipped wrong_address": 3 });
  });

  it("loses whoever refuses one kind of mail for that kind alone", async () => {
    const s = await issueScene(0);
    await s.importList(people(2, "ministry.example"), LISTS.staff, { basis: "task", proof: "" });
    await s.importList(people(2, "ministry.example"), LISTS.newsletter, PROVEN);
    await send(s, await draft(s, LISTS.staff));
    must(await withdrawByLink(s.deps, { token: s.token("u", "c0@ministry.example"), scope: "list", via: "one-click" }));
    const again = await send(s, await draft(s, LISTS.staff));
    const news = await send(s, await draft(s));
    expect([await fates(s, again), await fates(s, news)]).toEqual([{ "sent silent": 1 }, { "sent silent": 2 }]);
  });
});
