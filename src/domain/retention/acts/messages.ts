/** Messages of mailings that are long over: who got them is forgotten, how many did stays (promise P7). */
import { foldWrites } from "../store/folding.ts";
import { countFolding, readFolding, readFoldingTitles } from "../views/folding.ts";
import type { Hand } from "./hand.ts";

export const messages: Hand = {
  count: ({ db }, as, most) => countFolding(db, as, most),

  async page({ db }, _office, as, _cursor, most) {
    const page = await readFolding(db, as, most);
    if (!page) return { change: [], proof: [], n: 0, cursor: null };
    return { change: foldWrites(page), proof: [], n: page.people.length, cursor: "more" };
  },

  samples: ({ db }, as, most) => readFoldingTitles(db, as, most),
};
