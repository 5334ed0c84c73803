import { texts } from "../say.ts";

/** `me.…`: the link of a person's own page. */
export const meRefusals = texts({
  lv: { "me.link_gone": "Saite vairs nedarbojas: tā jau ir izmantota, vai arī ir beidzies tās termiņš." },
  en: { "me.link_gone": "The link no longer works: it has been used already, or it has expired." },
});
