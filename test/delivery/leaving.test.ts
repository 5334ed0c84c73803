import { describe, expect, it } from "vitest";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import { imported, later, leave, onlyMailing, sweep, unknown, withoutKeys } from "./sending.ts";

describe("whoever leaves while nothing has gone out", () => {
  it("takes only himself out of a batch that is to come later", async () => {
    const s = await imported(100);
    s.answers.push(later(30_000));
    const id = await s.campaign();
    await leave(s, id);
    await sweep(s, 60_000);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 99, skipped: 1, unknown: 0 });
  });

  it("takes only himself out even if he left while it was being refused", async () => {
    const s = await imported(10);
    const { handOver } = s.mailer;
    s.mailer.handOver = async () => {
      s.mailer.handOver = handOver;
      await leave(s, await onlyMailing(s));
      return later(30_000);
    };
    const id = await s.campaign();
    await sweep(s, 60_000);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 9, skipped: 1, unknown: 0 });
  });

  it("leaves the others in doubt where an earlier outcome was unknown", async () => {
    const s = await imported(3);
    s.answers.push(unknown, later(30_000));
    const id = await s.campaign();
    await sweep(s, 60_000);
    await leave(s, id);
    await sweep(s, 60_000);
    expect(s.keys).toHaveLength(2);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 3, sent: 0 });
  });
});

it("a link that is pressed proves that its mail arrived: what nobody knew is sent, at the moment of its attempt", async () => {
  const s = await imported(1, 1);
  withoutKeys(s);
  const { handOver } = s.mailer;
  s.mailer.handOver = async (mails, key) => {
    await handOver(mails, key);
    return unknown;
  };
  const id = await s.campaign();
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 1 });
  s.clock.set(s.clock.now() + 60_000);
  await leave(s, id);
  const [row] = (await s.client.execute("SELECT state, reason, sent_at, answer FROM message")).rows;
  const [batch] = (await s.client.execute("SELECT first_attempt_at AS at FROM batch")).rows;
  expect(row).toMatchObject({ state: "sent", reason: null, answer: "no", sent_at: batch?.at });
});
