/**
 * The end of tags, as a rule of retention: those of a purpose that is over go on their review day, those about which nobody
 * decided 90 days after it; the tags of people who asked for silence stand on (review/tend.ts). One event for each page.
 */
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { As, Hand } from "../../retention/acts/hand.ts";
import { dueOf } from "../rules/review.ts";
import { EVERYTHING } from "../rules.ts";
import { endWrite } from "../store/review.ts";
import { type DueGroup, readDue, readDueMarks, readRunningReviews } from "../views/review.ts";

interface Over extends DueGroup {
  /** Last review day that is over. */
  upTo: string;
}

/** Groups of tags that are over. A running decision is waited for. */
async function readOver(db: Parameters<typeof readDue>[0], { today, cutoff }: As): Promise<Over[]> {
  if ((await readRunningReviews(db)).length > 0) return [];
  const [due, late] = [await readDue(db, today), await readDue(db, cutoff.day)];
  const over = due.filter((g) => !g.lives).map((g) => ({ ...g, upTo: today }));
  const undecided = late.filter((g) => g.lives && dueOf(g.reason, g.lives) === "ends-later");
  return [...over, ...undecided.map((g) => ({ ...g, upTo: cutoff.day }))];
}

export const endedTags: Hand = {
  async count({ db }, as) {
    const over = await readOver(db, as);
    return { due: over.reduce((sum, g) => sum + g.n, 0), kept: 0 };
  },

  async page(deps, office, as, _cursor, most) {
    const [group, ...others] = await readOver(deps.db, as);
    if (!group) return { change: [], proof: [], n: 0, cursor: null };
    const { scope, reason, upTo, lives } = group;
    const n = Math.min(group.n, most);
    const facts = {
      scope: scope === EVERYTHING ? "everything" : scope,
      reason,
      n,
      why: lives ? "no-decision" : "purpose-over",
      by: "system:retain",
    };
    const at = deps.clock.now();
    return {
      change: [endWrite({ scope, reason, upTo }, n)],
      proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "suppression.ended", facts })],
      n,
      cursor: others.length > 0 || group.n > n ? "more" : null,
    };
  },

  async samples({ db }, as, most) {
    const over = await readOver(db, as);
    const marks = await Promise.all(over.map((g) => readDueMarks(db, g, most)));
    return marks.flat().slice(0, most);
  },
};
