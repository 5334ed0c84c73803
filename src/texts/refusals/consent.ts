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
    "consent.form_changed":
      "Kamēr lapa bija atvērta, veidlapas vārdi ir mainīti. Izlasiet jaunos un nosūtiet veidlapu vēlreiz.",
    "consent.form_old":
      "Kopš veidlapa ielikta otrā vietnē, mūsu teksts ir mainīts. Nekas nav saglabāts. Izlasiet jauno un nosūtiet veidlapu no šejienes.",
    "consent.age_missing": "Norādiet savu vecumu.",
    "consent.too_young": "Šos jaunumus sūtām no {age}\u00a0gadu vecuma. Neko nesaglabājām.",
    "consent.site_forbidden": "Šai vietnei iestāde nav atļāvusi sūtīt pieteikumus. Nekas nav saglabāts.",
    "consent.not_json": "Pieprasījums nav derīgs JSON. Nekas nav saglabāts.",
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
    "consent.form_changed":
      "The words of the form were changed while the page was open. Read the new ones and send the form again.",
    "consent.form_old":
      "Our text was changed since the form was put on the other site. Nothing was stored. Read the new one and send the form from here.",
    "consent.age_missing": "State your age.",
    "consent.too_young": "We send this news from the age of {age}. Nothing was stored.",
    "consent.site_forbidden": "The institution has not allowed this site to send requests. Nothing was stored.",
    "consent.not_json": "The request is not valid JSON. Nothing was stored.",
    "consent.request_gone": "The confirmation link no longer works. Nothing was changed. You can sign up anew.",
    "consent.not_set_up": "The institution has not been set up yet. Nothing was recorded.",
    "consent.day_invalid": "Enter the day, for example 2026-11-22.",
    "consent.day_in_future": "That day has not come yet. Enter the day on which the person said it.",
  },
});
