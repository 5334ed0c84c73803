/** SQL of the stored forecast. Every step is guarded by the version it was read with, so that two jobs never count one rule twice. */
import type { Write } from "../../../platform/db.ts";
import type { ForecastCount } from "../../../platform/schema.ts";
import { type Forecast, STANDING } from "../views/forecast.ts";

/** A count begins, or begins anew from the first rule. Idempotent while one is under way that began at the same moment. */
export function startForecastWrite(at: number, step: string | undefined): Write {
  return {
    sql: `INSERT INTO retention_forecast (id, state, at, step, counts) VALUES (?, 'counting', ?, ?, '{}')
          ON CONFLICT (id) DO UPDATE SET state='counting', at=excluded.at, step=excluded.step, version=version+1`,
    args: [STANDING, at, step ?? null],
  };
}

/** What was counted of a rule takes the place of what was counted before; without a next step the count is over. */
export function foreseenWrite(
  row: Pick<Forecast, "version">,
  to: { step: string | null; at: number },
  rule?: { name: string; counted: ForecastCount },
): Write {
  const counts = rule ? "json_set(counts, ?, json(?))" : "counts";
  const over = to.step === null;
  return {
    sql: `UPDATE retention_forecast SET counts=${counts}, step=?, state=?, finished_at=coalesce(?, finished_at), version=version+1
          WHERE id=? AND version=? AND state='counting'`,
    args: [
      ...(rule ? [`$."${rule.name}"`, JSON.stringify(rule.counted)] : []),
      to.step,
      over ? "done" : "counting",
      over ? to.at : null,
      STANDING,
      row.version,
    ],
    expect: 1,
  };
}
