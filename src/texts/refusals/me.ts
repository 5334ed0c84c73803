import { texts } from "../say.ts";

/** `me.…`: the link of a person's own page, and what he does on it. */
export const meRefusals = texts({
  lv: {
    "me.link_gone": "Saite vairs nedarbojas: tā jau ir izmantota, vai arī ir beidzies tās termiņš.",
    "me.visit_over": "Apmeklējums ir beidzies. Nekas nav mainīts. Lai turpinātu, pieprasiet jaunu saiti.",
    "me.not_fresh": "Šai darbībai vajadzīga tikko atvērta saite. Nekas nav mainīts.",
    "me.not_held": "Jūsu adreses nav nevienā mūsu sarakstā, tāpēc te nav ko mainīt.",
    "me.not_open": "Šim sarakstam šeit pieteikties vairs nevar. Nekas nav mainīts.",
    "me.text_changed": "Teksts, kam jāpiekrīt, tikmēr ir mainījies. Izlasiet to un atbildiet vēlreiz.",
    "me.silent": "Agrāk lūdzāt mums vairs nerakstīt. Lai šos jaunumus atkal saņemtu, rakstiet mums.",
    "me.pause_day": "Izvēlieties dienu pēc šodienas, bet ne vēlāk kā pēc gada.",
    "me.name": "Tas nav pierakstīts kā vārds: izmantojiet burtus, atstarpes, defises un apostrofus.",
    "me.asked_already": "Tāds Jūsu lūgums jau gaida atbildi.",
  },
  en: {
    "me.link_gone": "The link no longer works: it has been used already, or it has expired.",
    "me.visit_over": "Your visit is over. Nothing was changed. To go on, ask for a new link.",
    "me.not_fresh": "This needs a link that was opened just now. Nothing was changed.",
    "me.not_held": "Your address is on none of our lists, so there is nothing to change here.",
    "me.not_open": "You can no longer sign up to this list here. Nothing was changed.",
    "me.text_changed": "The text to consent to has changed meanwhile. Read it and answer again.",
    "me.silent": "You asked us earlier not to write to you any more. To get this news again, write to us.",
    "me.pause_day": "Choose a day after today, within a year.",
    "me.name": "This is not written as a name: use letters, spaces, hyphens and apostrophes.",
    "me.asked_already": "Such a request of yours is awaiting its answer already.",
  },
});
