import { texts } from "../say.ts";

export const journalRefusals = texts({
  lv: {
    "journal.nothing_to_decide": "Nav par ko lemt: dzēšanas žurnāls un datubāze saskan, vai trūkstošo var izpildīt.",
  },
  en: {
    "journal.nothing_to_decide":
      "There is nothing to decide: the erasure journal and the database agree, or what is missing can be applied.",
  },
});
