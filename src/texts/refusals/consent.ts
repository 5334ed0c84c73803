import { texts } from "../say.ts";

export const consentRefusals = texts({
  lv: {
    "consent.link_unknown": "Saite nav derīga. Pārbaudiet, vai tā nokopēta pilnībā.",
    "consent.text_unknown": "Lapas teksts ir novecojis. Nekas nav saglabāts. Atveriet saiti no vēstules vēlreiz.",
    "consent.return_expired":
      "Desmit minūtes ir pagājušas, un adreses mums vairs nav. Nekas nav mainīts. Pieteikties varat no jauna.",
    "consent.no_list": "Izvēlieties vismaz vienu sarakstu.",
    "consent.statement_changed":
      "Kamēr lapa bija atvērta, teksts, kam piekrītat, ir mainīts. Izlasiet jauno un nosūtiet veidlapu vēlreiz.",
    "consent.request_gone": "Apstiprinājuma saite vairs neder. Nekas nav mainīts. Pieteikties varat no jauna.",
    "consent.not_set_up": "Iestāde vēl nav iestatīta. Nekas nav pierakstīts.",
    "consent.day_invalid": "Ierakstiet dienu, piemēram, 2026-11-22.",
    "consent.day_in_future": "Šī diena vēl nav pienākusi. Ierakstiet dienu, kad persona to pateica.",
  },
  en: {
    "consent.link_unknown": "The link is not valid. Check that it was copied whole.",
    "consent.text_unknown": "The text of the page is out of date. Nothing was saved. Open the link in the mail again.",
    "consent.return_expired":
      "Ten minutes have passed, and we no longer have the address. Nothing was changed. You can sign up anew.",
    "consent.no_list": "Choose at least one list.",
    "consent.statement_changed":
      "The text you consent to was changed while the page was open. Read the new one and send the form again.",
    "consent.request_gone": "The confirmation link no longer works. Nothing was changed. You can sign up anew.",
    "consent.not_set_up": "The institution has not been set up yet. Nothing was recorded.",
    "consent.day_invalid": "Enter the day, for example 2026-11-22.",
    "consent.day_in_future": "That day has not come yet. Enter the day on which the person said it.",
  },
});
