/** A batch of unknown outcome is not tried again for whoever got a tag meanwhile, whatever the reason; the mailing says so. */
import { expect, it } from "vitest";
import { deliverMailing } from "../../../src/delivery/deliver.ts";
import { planMailing } from "../../../src/delivery/plan.ts";
import { addSuppression } from "../../../src/domain/suppressions/add.ts";
import { EVERYTHING, GIVEN_REASONS } from "../../../src/domain/suppressions/rules.ts";
import { imported, people, unknown } from "../../delivery/sending.ts";
import { must } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";

it.each(GIVEN_REASONS)("after „%s” his mail stays unknown and its frozen batch is emptied", async (reason) => {
  const s = await imported(3);
  s.deps.queue.enqueue = async () => {};
  s.answers.push(unknown);
  const id = await s.campaign();
  await planMailing(s.deps, id);
  await deliverMailing(s.deps, id);
  const [address = ""] = people(1);
  must(await addSuppression(s.deps, editor, { address, scope: EVERYTHING, reason, source: "Sūdzība" }));
  s.clock.set(s.clock.now() + 60_000);
  await deliverMailing(s.deps, id);
  expect([s.keys.length, s.mails.filter((m) => m.to === address).length]).toEqual([1, 0]);
  const rows = await s.client.execute("SELECT state, reason FROM message");
  expect(rows.rows.map((r) => r.state)).toEqual(["unknown", "unknown", "unknown"]);
  expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
});

it.each(GIVEN_REASONS)(
  "before his mail is planned or frozen, „%s” skips him, with a reason of its own",
  async (reason) => {
    const s = await imported(2);
    const [address = ""] = people(1);
    must(await addSuppression(s.deps, editor, { address, scope: EVERYTHING, reason, source: "Sūdzība" }));
    await s.campaign();
    expect(s.mails.map((m) => m.to)).toEqual([people(2)[1]]);
  },
);

it.each(["withdrawn", "never"] as const)(
  "a tag that stands against a live person by our own fault, „%s”: skipped as suppressed",
  async (reason) => {
    const s = await imported(2);
    const [address = ""] = people(1);
    const [tag] = s.deps.vault.suppressionTags(address);
    await s.client.execute({
      sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, '*', ?, '2026-01-01', '2029-01-01')",
      args: [tag?.tag as Uint8Array, tag?.keyId ?? "", reason],
    });
    await s.campaign();
    expect(s.mails.map((m) => m.to)).toEqual([people(2)[1]]);
    const skipped = await s.client.execute("SELECT reason FROM message WHERE state='skipped'");
    expect(skipped.rows.map((r) => r.reason)).toEqual(["suppressed"]);
  },
);
