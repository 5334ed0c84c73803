/** What people see of the guard of public forms; next to nothing. */
import { texts } from "./say.ts";

export const guardTexts = texts({
  lv: {
    trap: "Šo lauku atstājiet tukšu",
    working: "Pārbaudām, vai veidlapu nesūta programma. Tas ilgst dažas sekundes.",
  },
  en: {
    trap: "Leave this field empty",
    working: "We are checking that no program is sending the form. It takes a few seconds.",
  },
});
