import { describe, expect, it } from "vitest";
import type { MailOutcome } from "../../../src/deps.ts";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { recordRefusals } from "../../../src/domain/messages/record-refusals.ts";
import { watchMailing } from "../../../src/domain/messages/watch.ts";
import { openScene, type Scene } from "../consent/scene.ts";

/** A campaign over a mail server that says `outcome` to each of these addresses at once. */
async function refused(outcomes: Record<string, string>): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  Object.assign(s.mailer, { name: "smtp", remembersKeys: false });
  s.mailer.handOver = async (mails) => ({
    outcome: "each",
    mails: mails.map((mail): MailOutcome => {
      const code = outcomes[mail.to];
      return code ? { outcome: "refused", code } : { outcome: "accepted", id: `id-${mail.to}` };
    }),
  });
  await s.importList([...Object.keys(outcomes), "janis@pasts.example"]);
  return { s, id: await s.campaign() };
}

describe("refusals that a mail server says at once", () => {
  it("have the same consequences as a provider's events, by class", async () => {
    const { s, id } = await refused({
      "nav@pasts.example": "bounce.address",
      "pilna@pasts.example": "bounce.full",
      "mes@cits.example": "bounce.policy",
      "kas@pasts.example": "bounce.other",
    });
    await recordRefusals(s.deps, id);
    const rows = await s.client.execute(
      `SELECT m.reason, u.state, u.ended_reason AS ended, u.held_at IS NOT NULL AS held FROM message m
       JOIN subscription u ON u.id = m.subscription_id WHERE m.state='failed' ORDER BY m.reason`,
    );
    expect(rows.rows.map((row) => ({ ...row }))).toEqual([
      { reason: "bounce.address", state: "ended", ended: "bounced", held: 0 },
      { reason: "bounce.full", state: "unproven", ended: null, held: 0 },
      { reason: "bounce.other", state: "unproven", ended: null, held: 0 },
      { reason: "bounce.policy", state: "unproven", ended: null, held: 1 },
    ]);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 5, sent: 1, failed: 4, waiting: 0 });
  });

  it("are drawn once, however often it is asked, and by the next call where the program ended before", async () => {
    const { s, id } = await refused({ "nav@pasts.example": "bounce.address" });
    await s.client.execute("DELETE FROM provider_event");
    expect(await recordRefusals(s.deps, id)).toBe(1);
    expect(await recordRefusals(s.deps, id)).toBe(0);
    expect(await s.count("SELECT count(*) FROM provider_event WHERE type='smtp.refused'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='address.unreachable'")).toBe(1);
  });

  it("count for the stop rule", async () => {
    const { s, id } = await refused({ "mes@cits.example": "bounce.policy" });
    await recordRefusals(s.deps, id);
    await s.client.execute("UPDATE mailing SET state='sending', held_reason=NULL, held_at=NULL");
    expect(await watchMailing(s.deps, id)).toBe("policy");
  });
});
