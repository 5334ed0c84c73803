/** Which lists are switched on from one's own page. Pure. */
import type { Purpose } from "../../purposes/rules.ts";

/** Its sign-up form asks more than a "yes" (an age, an explicit consent to what the topic reveals): then only that form will do. */
export const asksMore = ({ sheet }: Pick<Purpose, "sheet">): boolean =>
  sheet.ageFrom !== undefined || (sheet.special?.length ?? 0) > 0;
