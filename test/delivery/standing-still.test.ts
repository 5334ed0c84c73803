import { describe, expect, it } from "vitest";
import { cancelMailing } from "../../src/domain/campaigns/cancel.ts";
import { pauseMailing } from "../../src/domain/campaigns/pause.ts";
import { resumeMailing } from "../../src/domain/campaigns/resume.ts";
import { readMailing, readNumbers } from "../../src/domain/campaigns/views.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { must, type Scene } from "../domain/consent/scene.ts";
import { admin } from "../domain/office.ts";
import { heldHandovers, imported, later, once, onlyMailing, sweep, unknown } from "./sending.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const heldAt = async (s: Scene, id: string) => (await readMailing(s.deps.db, id))?.heldAt as number;
const stateOf = async (s: Scene, id: string) => (await readMailing(s.deps.db, id))?.state;

/** 30 people, ten mails at once; the second hand-over waits. */
async function inTheMiddle() {
  const s = await imported(30, 10);
  const { handOver } = s.mailer;
  const held = heldHandovers(s);
  const run = s.campaign();
  await held.begun(1);
  const id = await onlyMailing(s);
  return { s, id, held, run, freely: () => Object.assign(s.mailer, { handOver }) };
}

describe("a pause in the middle", () => {
  it("stops the next hand-over; what is under way is counted when its answer comes; going on sends the rest once", async () => {
    const { s, id, held, run, freely } = await inTheMiddle();
    must(await pauseMailing(s.deps, admin, { id }));
    held.answer(0, { outcome: "accepted", ids: Array.from({ length: 10 }, (_, i) => `id-${i}`) });
    await run;
    expect(held.keys).toHaveLength(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 30, sent: 10, waiting: 20, unknown: 0 });
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
    freely();
    await sweep(s, HOUR / 2);
    expect(s.mails).toHaveLength(0);

    must(await resumeMailing(s.deps, admin, { id, heldAt: await heldAt(s, id) }));
    await s.run();
    expect(s.mails).toHaveLength(20);
    expect(once(s)).toBe(true);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 30, sent: 30, waiting: 0 });
  });

  it("asks nobody about a hand-over in doubt; after 20 hours it is unknown, and going on does not send it again", async () => {
    const { s, id, held, run, freely } = await inTheMiddle();
    must(await pauseMailing(s.deps, admin, { id }));
    held.answer(0, unknown);
    await run;
    freely();
    await sweep(s, HOUR / 2);
    expect(s.mails).toHaveLength(0);
    for (let n = 0; n < 21; n++) await sweep(s, HOUR - MINUTE);
    await sweep(s, HOUR - MINUTE);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 0, unknown: 10, waiting: 20 });
    must(await resumeMailing(s.deps, admin, { id, heldAt: await heldAt(s, id) }));
    await s.run();
    expect(s.mails).toHaveLength(20);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 20, unknown: 10, waiting: 0 });
  });

  it("asks again with the same key when it goes on in time", async () => {
    const { s, id, held, run, freely } = await inTheMiddle();
    must(await pauseMailing(s.deps, admin, { id }));
    held.answer(0, unknown);
    await run;
    freely();
    must(await resumeMailing(s.deps, admin, { id, heldAt: await heldAt(s, id) }));
    await sweep(s, MINUTE);
    expect(s.keys[0]).toBe(held.keys[0]);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 30, unknown: 0, waiting: 0 });
  });

  it("is let go on by a person who saw this pause, not an earlier one", async () => {
    const { s, id, held, run } = await inTheMiddle();
    must(await pauseMailing(s.deps, admin, { id }));
    const seen = await heldAt(s, id);
    expect(await resumeMailing(s.deps, admin, { id, heldAt: seen - 1 })).toMatchObject({ code: "form.stale" });
    expect(await resumeMailing(s.deps, { kind: "system", job: "recover" }, { id, heldAt: seen })).toMatchObject({
      code: "staff.forbidden",
    });
    expect(await stateOf(s, id)).toBe("paused");
    held.answer(0, later(1));
    await run;
  });

  it("while planning stands still there too, and goes on planning", async () => {
    const s = await imported(30);
    const enqueue = s.deps.queue.enqueue;
    s.deps.queue.enqueue = async () => {};
    const id = await s.campaign();
    s.deps.queue.enqueue = enqueue;
    must(await pauseMailing(s.deps, admin, { id }));
    await handleJob(s.deps, { kind: "plan", mailingId: id });
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 0 });
    must(await resumeMailing(s.deps, admin, { id, heldAt: await heldAt(s, id) }));
    await s.run();
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 30, sent: 30 });
  });

  it("of a question whose last day is over does not go on", async () => {
    const { s, id, held, run } = await inTheMiddle();
    must(await pauseMailing(s.deps, admin, { id }));
    held.answer(0, later(1));
    await run;
    s.clock.set(Date.UTC(2027, 5, 1));
    const no = await resumeMailing(s.deps, admin, { id, heldAt: await heldAt(s, id) });
    expect(no).toMatchObject({ code: "campaigns.deadline_over" });
  });
});

describe("a cancelled mailing", () => {
  it("takes back what has not gone out, counts what has, and says of every message what became of it", async () => {
    const { s, id, held, run, freely } = await inTheMiddle();
    must(await cancelMailing(s.deps, admin, { id }));
    held.answer(0, { outcome: "accepted", ids: Array.from({ length: 10 }, (_, i) => `id-${i}`) });
    await run;
    freely();
    await s.run();
    await sweep(s, HOUR / 2);
    expect(s.mails).toHaveLength(0);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 30, sent: 10, skipped: 20, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM message WHERE state='skipped' AND reason='cancelled'")).toBe(20);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.cancelled'")).toBe(1);
  });

  it("ends a hand-over in doubt as unknown instead of asking, which could send it", async () => {
    const { s, id, held, run, freely } = await inTheMiddle();
    must(await cancelMailing(s.deps, admin, { id }));
    held.answer(0, unknown);
    await run;
    freely();
    for (let n = 0; n < 3; n++) await sweep(s, MINUTE);
    expect(s.mails).toHaveLength(0);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 0, skipped: 20, unknown: 10, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
  });

  it("stays cancelled: it cannot go on, and cancelling twice is once", async () => {
    const { s, id, held, run } = await inTheMiddle();
    must(await cancelMailing(s.deps, admin, { id }));
    held.answer(0, later(1));
    await run;
    await sweep(s, MINUTE);
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
    must(await cancelMailing(s.deps, admin, { id }));
    expect(await resumeMailing(s.deps, admin, { id, heldAt: 0 })).toMatchObject({ code: "campaigns.not_paused" });
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 30, sent: 0, skipped: 30, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.cancelled'")).toBe(1);
  });
});

describe("in the line before the send", () => {
  it.each([
    ["restricted", "UPDATE person SET restricted_at=1"],
    ["held", "UPDATE subscription SET held_at=1"],
  ])("whoever is %s meanwhile is taken out, and the others get their mail", async (reason, sql) => {
    const s = await imported(3);
    s.answers.push(later(30_000));
    const id = await s.campaign();
    await s.client.execute(`${sql} WHERE rowid = (SELECT min(rowid) FROM ${/UPDATE (\w+)/.exec(sql)?.[1]})`);
    await sweep(s, MINUTE);
    expect(s.mails).toHaveLength(2);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, skipped: 1, waiting: 0 });
    expect(await s.count(`SELECT count(*) FROM message WHERE state='skipped' AND reason='${reason}'`)).toBe(1);
  });

  it("a batch in doubt with somebody restricted in it is not asked about again", async () => {
    const s = await imported(3);
    s.answers.push(unknown);
    const id = await s.campaign();
    await s.client.execute("UPDATE person SET restricted_at=1 WHERE rowid=1");
    await sweep(s, MINUTE);
    expect(s.keys).toHaveLength(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 0, unknown: 3, waiting: 0 });
  });

  it("a suppression tag that should have ended the subscription still keeps the mail back", async () => {
    const s = await imported(3);
    s.answers.push(later(30_000));
    const id = await s.campaign();
    const [{ tag, keyId } = { tag: new Uint8Array(), keyId: "" }] =
      s.deps.vault.suppressionTags("cilveks1@pasts.example");
    await s.client.execute({
      sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, '*', 'never', '2026-11-01', '2029-11-01')",
      args: [tag, keyId],
    });
    await s.client.execute("UPDATE message SET state='planned', batch_id=NULL");
    await s.client.execute("DELETE FROM batch");
    await sweep(s, MINUTE);
    expect(s.mails.map((m) => m.to).sort()).toEqual(["cilveks0@pasts.example", "cilveks2@pasts.example"]);
    expect(await s.count("SELECT count(*) FROM message WHERE state='skipped' AND reason='suppressed'")).toBe(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 3, sent: 2, skipped: 1 });
  });

  it("nothing goes out before the end of an embargo", async () => {
    const s = await imported(3);
    s.answers.push(later(30_000));
    const id = await s.campaign();
    await s.client.execute({ sql: "UPDATE mailing SET not_before=?", args: [s.clock.now() + 40 * MINUTE] });
    await sweep(s, 30 * MINUTE);
    expect(s.mails).toHaveLength(0);
    await sweep(s, 11 * MINUTE);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3 });
  });
});

describe("mails that went one by one", () => {
  it("each have their own end: sent, refused, unknown, or put off and tried again", async () => {
    const s = await imported(4);
    const busy = { outcome: "later", code: "provider.busy", retryAfterMs: 5 * MINUTE } as const;
    s.answers.push({
      outcome: "each",
      mails: [
        { outcome: "accepted", id: "one" },
        { outcome: "refused", code: "bounce.full" },
        { outcome: "unknown", code: "provider.no_answer" },
        busy,
      ],
    });
    const id = await s.campaign();
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 1, failed: 1, unknown: 1, waiting: 1 });
    await sweep(s, 4 * MINUTE);
    expect(s.keys).toHaveLength(1);
    await sweep(s, 2 * MINUTE);
    expect(s.mails).toHaveLength(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, failed: 1, unknown: 1, waiting: 0 });
    expect(await stateOf(s, id)).toBe("sent");
  });

  it("whose address does not exist ends there and then, and is gone; the stop rule counts", async () => {
    const s = await imported(2);
    s.answers.push({
      outcome: "each",
      mails: [
        { outcome: "refused", code: "bounce.address" },
        { outcome: "accepted", id: "two" },
      ],
    });
    const id = await s.campaign();
    expect(await stateOf(s, id)).toBe("sent");
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM suppression WHERE reason='bounced' AND scope='*'")).toBe(1);
    const { audience, sent, skipped, failed, unknown: lost, waiting } = await readNumbers(s.deps.db, id);
    expect(sent + skipped + failed + lost + waiting).toBe(audience);
  });

  it("is given up after fifteen tries over more than four days", async () => {
    const s = await imported(1);
    s.mailer.handOver = async () => ({
      outcome: "each",
      mails: [{ outcome: "later", code: "provider.busy", retryAfterMs: 5 * MINUTE }],
    });
    const began = s.clock.now();
    const id = await s.campaign();
    while ((await stateOf(s, id)) === "sending") await sweep(s, 50 * MINUTE);
    expect(s.clock.now() - began).toBeGreaterThan(4 * 24 * HOUR);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ failed: 1, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM message WHERE reason='provider.busy' AND tries=14")).toBe(1);
  });
});
