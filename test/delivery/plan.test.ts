import { expect, it } from "vitest";
import { planMailing } from "../../src/delivery/plan.ts";
import { personCommitment } from "../../src/domain/proof-log/rules/event.ts";
import { hex } from "../../src/platform/encoding.ts";
import { imported, onlyMailing } from "./sending.ts";

it("everybody planned can be shown, with the salt of his row, to have been chosen before any mail went out", async () => {
  const s = await imported(5);
  await s.campaign();
  const [event] = (
    await s.client.execute('SELECT eid, commitments FROM event WHERE body LIKE \'%"typ":"consent.requested"%\'')
  ).rows;
  const committed = hex(new Uint8Array(event?.commitments as ArrayBuffer));
  const { rows } = await s.client.execute(
    "SELECT m.person_id, s.id, s.bulk_salt FROM message m JOIN subscription s ON s.id = m.subscription_id",
  );
  expect(rows).toHaveLength(5);
  for (const row of rows) {
    const facts = { eid: String(event?.eid), subject: String(row.person_id), subscription: String(row.id) };
    expect(committed).toContain(hex(personCommitment(new Uint8Array(row.bulk_salt as ArrayBuffer), facts)));
  }
});

it("a row without a salt stops the planning: nothing is committed to that nobody could open", async () => {
  const s = await imported(2);
  s.deps.queue.enqueue = async () => {};
  await s.campaign();
  await s.client.execute("UPDATE subscription SET bulk_salt=NULL WHERE id=(SELECT id FROM subscription LIMIT 1)");
  await expect(planMailing(s.deps, await onlyMailing(s))).rejects.toThrow("no salt");
  expect(await s.count("SELECT count(*) FROM message")).toBe(0);
  expect(await s.count("SELECT count(*) FROM event WHERE body LIKE '%consent.requested%'")).toBe(0);
});
