/**
 * The nightly run of retention: rows a second and the longest act, for people whose term is over, messages that become totals,
 * and rows that only age. Nobody else writes meanwhile; each commit waits for the disk.
 *
 *     npm run bench -- --only retention                           20,000 of each
 *     npm run bench -- --only retention --messages 100000
 */
import { retain } from "../../src/domain/retention/run.ts";
import { type BenchHouse, benchHouse, importPeople } from "./house.ts";
import type { Figure, Options } from "./run.ts";

const MANY = 20_000;

export async function retention({ messages: n = MANY }: Partial<Options>): Promise<Figure[]> {
  const house = await benchHouse();
  try {
    await importPeople(house, n);
    await grow(house, n);
    await house.deps.db.client.execute(
      `UPDATE institution SET profile = json_set(profile, '$.retention', json('{"ceiling":10000000,"answerDays":30}'))`,
    );
    const acts: { step: string; ms: number }[] = [];
    for (;;) {
      const { rows } = await house.deps.db.client.execute(
        "SELECT step, state FROM retention_run WHERE kind = 'night' ORDER BY day DESC LIMIT 1",
      );
      if (rows[0]?.state === "done") break;
      const began = performance.now();
      await retain(house.deps);
      acts.push({ step: String(rows[0]?.step ?? "count"), ms: performance.now() - began });
    }
    return ["count", "purposes", "messages", "provider-events"].flatMap((step) => {
      const own = acts.filter((act) => act.step === step).map(({ ms }) => ms);
      const total = own.reduce((sum, ms) => sum + ms, 0);
      if (step === "count") return [{ name: "retention, counting a night", value: Math.round(total), unit: "ms" }];
      return [
        { name: `retention, ${step}`, value: Math.round((n * 1000) / total), unit: "rows/s" },
        { name: `retention, ${step}, longest act`, value: Math.round(Math.max(...own)), unit: "ms" },
      ];
    });
  } finally {
    await house.stop();
  }
}

/** People of long ago, a closed campaign that everybody got, and what was reported of it. */
async function grow({ deps, listId }: BenchHouse, n: number): Promise<void> {
  const { client } = deps.db;
  const series = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)";
  await client.batch(
    [
      { sql: "UPDATE subscription SET created_at = 1 WHERE list_id = ?", args: [listId] },
      {
        sql: `UPDATE purpose SET sheet = json_set(sheet, '$.retention', json('{"kind":"months","months":36,"from":"last-act","event":{"lv":"x","en":"x"}}'))
              WHERE id = (SELECT purpose_id FROM list WHERE id = ?)`,
        args: [listId],
      },
      {
        sql: `INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, audience, created_by, created_at, closed_at)
              SELECT 'old', 'reconsent', id, purpose_id, 'Old', 'closed', '{}', ?, 'staff:x', 1, 1 FROM list WHERE id = ?`,
        args: [n, listId],
      },
      {
        sql: `INSERT INTO message (mailing_id, person_id, subscription_id, language, state, answer, provider_id, sent_at)
              ${series} SELECT 'old', lower(hex(randomblob(16))), lower(hex(randomblob(16))), 'lv', 'delivered',
                iif(i % 3 = 0, 'yes', 'expired'), 'id-' || i, 1 FROM n`,
        args: [n],
      },
      {
        sql: `INSERT INTO provider_event (id, provider_id, mailing_id, type, known, at)
              ${series} SELECT 'event-' || i, 'id-' || i, 'old', 'delivered', 1, 1 FROM n`,
        args: [n],
      },
    ],
    "write",
  );
}
