/** Records of the institution that a disposal act lets go. */
import { disposeWrites } from "../store/records.ts";
import { countDisposed, readDisposed } from "../views/records.ts";
import type { Hand } from "./hand.ts";

export const records: Hand = {
  count: ({ db }, as) => countDisposed(db, as),
  async page({ db }, _office, as, _cursor, most) {
    const due = await readDisposed(db, as, most);
    const change = due.length > 0 ? disposeWrites(due.map(({ id }) => id)) : [];
    return { change, proof: [], n: due.length, cursor: due.length === most ? "more" : null };
  },
  async samples({ db }, as, most) {
    const due = await readDisposed(db, as, most);
    return due.map(({ title, day }) => ({ mark: title, since: day }));
  },
};
