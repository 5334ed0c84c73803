import { texts } from "../say.ts";

export const staffRefusals = texts({
  lv: {
    "staff.forbidden": "Šai darbībai nepietiek tiesību. Tās piešķir administrators.",
    "staff.unknown": "Šāda darbinieka konta nav. Pārbaudiet adresi vai atveriet darbinieku sarakstu.",
    "staff.email_taken": "Darbiniekam ar šo adresi konts jau ir. Atveriet to darbinieku sarakstā.",
    "staff.disabled": "Šim kontam piekļuve ir atņemta. Vispirms to atjaunojiet.",
    "staff.last_admin":
      "Šis ir vienīgais konts, kurš var piešķirt piekļuvi. Vispirms piešķiriet administrēšanas lomu vēl kādam.",
    "staff.own_account": "Savu lomu un piekļuvi mainīt nevar. To izdara cits administrators.",
    "staff.code_wrong": "Kods nav pareizs. Atlikušie mēģinājumi: {left}.",
    "staff.code_missing": "Ievadiet kodu: sešus ciparus no vēstules.",
    "staff.not_mailed": "Vēstuli nosūtīt neizdevās. Pārbaudiet sūtīšanas iestatījumus un nosūtiet to vēlreiz.",
  },
  en: {
    "staff.forbidden": "This needs a permission you do not have. An administrator grants it.",
    "staff.unknown": "There is no such staff account. Check the address or open the list of staff.",
    "staff.email_taken": "There already is a staff account with this address. Open it in the list of staff.",
    "staff.disabled": "The access of this account was ended. Restore it first.",
    "staff.last_admin":
      "This is the only account that can give access. Give the administration role to somebody else first.",
    "staff.own_account": "You cannot change your own role or access. Another administrator does that.",
    "staff.code_wrong": "The code is wrong. Attempts left: {left}.",
    "staff.code_missing": "Enter the code: six digits from the e-mail.",
    "staff.not_mailed": "The e-mail could not be sent. Check the mail settings and send it again.",
  },
});
