/** Time that passes in tests of campaigns: the program lives all the while, so nothing is taken for an outage. */
import { recoverAll } from "../../../src/delivery/recover.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import type { Scene } from "../consent/scene.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
export const officer: StaffActor = { kind: "staff", id: "dace", role: "dpo", via: "desk" };

/** So much time passes; the sweep comes by and what it finds is done. */
export async function passes(s: Scene, ms: number): Promise<void> {
  s.clock.set(s.clock.now() + ms);
  await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
  await recoverAll(s.deps);
  await s.run();
}

/** The same, day by day. */
export async function daysPass(s: Scene, days: number): Promise<void> {
  for (let day = 0; day < days; day++) await passes(s, DAY);
}

/** Every message by what became of it: `sent yes`, `skipped no_source`. */
export async function fates(s: Scene, mailingId: string): Promise<Record<string, number>> {
  const { rows } = await s.client.execute({
    sql: `SELECT state || ' ' || coalesce(answer, reason, 'silent') AS fate, count(*) AS n FROM message
          WHERE mailing_id=? GROUP BY 1`,
    args: [mailingId],
  });
  return Object.fromEntries(rows.map((row) => [String(row.fate), Number(row.n)]));
}
