import { texts } from "../say.ts";

export const staffRefusals = texts({
  lv: {
    "staff.forbidden": "Šai darbībai nepietiek tiesību. Tās piešķir administrators.",
  },
  en: {
    "staff.forbidden": "This needs a permission you do not have. An administrator grants it.",
  },
});
