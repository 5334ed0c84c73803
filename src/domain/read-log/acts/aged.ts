/**
 * Lines of the read log end by whole digests, the oldest first, so that a day is either all there or gone: the digest stays in
 * the proof log, and an entry beside it says which lines went. Taking out anything else shows as a day that does not agree.
 */
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Hand } from "../../retention/acts/hand.ts";
import { agedWrite } from "../store.ts";
import { countAgedLines, readAgedDigests } from "../views/aged.ts";

export const readings: Hand = {
  async count({ db }, { cutoff }, most = Number.MAX_SAFE_INTEGER) {
    const lines = await countAgedLines(db, cutoff.ms, most);
    return { due: Math.min(lines, most), kept: 0, ...(lines > most && { more: true }) };
  },

  async page(deps, office, { cutoff }, _cursor, most) {
    const { until, through, lines, more } = await readAgedDigests(deps.db, cutoff.ms, most);
    const facts = { through, until, lines };
    const at = deps.clock.now();
    return {
      change: lines > 0 ? [agedWrite(until)] : [],
      proof: lines > 0 ? [actEvidence(deps, { log: office.logOrigin, at, typ: "reading.aged", facts })] : [],
      n: lines,
      cursor: more ? "more" : null,
    };
  },

  async samples({ db }, { cutoff }, most) {
    const found = await db.client.execute({
      sql: `SELECT substr(id, 1, 8) AS mark, at FROM read_log
            WHERE at < (SELECT max(until) FROM read_digest WHERE until <= ?) ORDER BY at, id LIMIT ?`,
      args: [cutoff.ms, most],
    });
    return found.rows.map(({ mark, at }) => ({ mark: String(mark), since: Number(at) }));
  },
};
