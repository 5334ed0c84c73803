/**
 * Stage 2 of erasure (PROOF 6.5): the sealed proof of somebody who left ends on its day, whole: the record with its key, its
 * events, disclosures and link tags, and the pseudonym by which an old link of the address found it. What stays is the log's
 * leaf, which without the key says nothing about anybody, and an entry that says how many proofs ended. Does not touch
 * suppression: a tag has its own day.
 */
import { endOfDay } from "../../consent/rules/days.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { overWrites } from "../../proofs/store/over.ts";
import { countOver, readOver, readOverDays } from "../../proofs/views/over.ts";
import { mayGoWrite } from "../store/proofs.ts";
import type { As, Hand } from "./hand.ts";

/** A proof is over on the day that was set when its person left; a remainder without a proof as many months after its end. */
const overAt = ({ today, cutoff, zone }: As) => ({ day: today, endedBefore: endOfDay(cutoff.day, zone) });

export const proofs: Hand = {
  count: ({ db }, as) => countOver(db, overAt(as)),

  async page(deps, office, as, _cursor, most) {
    const over = await readOver(deps.db, { ...overAt(as), most });
    const { records, events, subscriptions } = over;
    const facts = { stage: 2, records: records.length, events };
    const at = deps.clock.now();
    return {
      // Stale: somebody has come back, or a hold was placed, since it was read; the next turn reads anew.
      change: [...mayGoWrite(records, as.today), ...overWrites({ records, subscriptions, day: as.today })],
      proof:
        records.length > 0 ? [actEvidence(deps, { log: office.logOrigin, at, typ: "erasure.executed", facts })] : [],
      n: records.length + subscriptions.length,
      cursor: Math.max(records.length, subscriptions.length) === most ? "more" : null,
    };
  },

  async samples({ db }, as, most) {
    const found = await readOverDays(db, overAt(as), most);
    return found.map(({ id, day }) => ({ mark: id.slice(0, 8), since: day }));
  },
};
