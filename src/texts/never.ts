/** "This was not me, never write again": the page behind the link of a confirmation mail, and the page after it. */
import { texts } from "./say.ts";

export const neverTexts = texts({
  lv: {
    title: "Vai nekad vairs Jums nerakstīt?",
    lead: "{date} {time} kāds mūsu pieteikšanās veidlapā ierakstīja adresi {address}. Ja tas nebijāt Jūs, vienu reizi nospiediet pogu.",
    does: "Kas notiks, ja nospiedīsiet",
    "does.delete": "Pieteikumu kopā ar adresi uzreiz izdzēsīsim.",
    "does.never":
      "Uz šo adresi vairs nerakstīsim par nevienu mūsu sarakstu, arī ja kāds to ieraksta vēlreiz: Jums nepienāks pat apstiprinājuma vēstule.",
    "does.others":
      "Par sarakstiem, kuros adreses pašlaik nav, vairs nerakstīsim, arī ja kāds to ieraksta vēlreiz: Jums nepienāks pat apstiprinājuma vēstule.",
    "does.mark":
      "Lai to varētu izpildīt, glabāsim aizsargātu atzīmi. Adresi no tās izlasīt nevar, bet ar zināmu adresi to var atrast, tāpēc arī tā ir personas dati.",
    "on-list":
      "Adrese jau ir mūsu sarakstā. Tas nemainīsies: no saraksta var aiziet ar saiti, kas ir katrā mūsu vēstulē, vai <a>savu datu lapā</a>.",
    button: "Nekad vairs nerakstīt",
    mine: "Ja pieteicāties Jūs, <a>atveriet apstiprināšanas lapu</a>.",
    inert: "Šīs lapas atvēršana vien neko nemaina.",
    "done.everything": "Vairs Jums nerakstīsim",
    "done.everything.lead":
      "Pieteikumu izdzēsām. Par nevienu mūsu sarakstu šai adresei vairs nerakstīsim, arī ja kāds to ieraksta vēlreiz.",
    "done.others": "Jaunus sarakstus vairs nepiedāvāsim",
    "done.others.lead":
      "Pieteikumu izdzēsām. Par sarakstiem, kuros adreses nav, vairs nerakstīsim, arī ja kāds to ieraksta vēlreiz.",
    "done.kept":
      "Atzīmi, kas to nodrošina, pārskatīsim {date}. Arī tā ir personas dati, jo ar zināmu adresi to var atrast.",
    "done.back":
      "Ja kādreiz pārdomāsiet, rakstiet uz <mail>{email}</mail>: veidlapa šai adresei vēstuli vairs nesūtīs.",
  },
  en: {
    title: "Shall we never write to you again?",
    lead: "On {date} at {time} somebody entered the address {address} in our sign-up form. If it was not you, press the button once.",
    does: "What happens when you press",
    "does.delete": "We delete the request with the address at once.",
    "does.never":
      "We do not write to this address again about any of our lists, even if somebody enters it anew: not even a confirmation e-mail will come.",
    "does.others":
      "We do not write again about lists that the address is not on now, even if somebody enters it anew: not even a confirmation e-mail will come.",
    "does.mark":
      "To keep that promise we keep a protected mark. The address cannot be read from it, but whoever knows the address can find the mark, so it is personal data too.",
    "on-list":
      "The address is on a list of ours already. That will not change: you can leave a list by the link in each of our e-mails or on <a>the page of your own data</a>.",
    button: "Never write again",
    mine: "If it was you, <a>open the confirmation page</a>.",
    inert: "Opening this page changes nothing.",
    "done.everything": "We will not write to you again",
    "done.everything.lead":
      "We deleted the request. We will not write to this address again about any of our lists, even if somebody enters it anew.",
    "done.others": "We will offer no new lists",
    "done.others.lead":
      "We deleted the request. We will not write again about lists that the address is not on, even if somebody enters it anew.",
    "done.kept":
      "We will review the mark that ensures this on {date}. It is personal data too, because whoever knows the address can find it.",
    "done.back":
      "If you ever change your mind, write to <mail>{email}</mail>: the form no longer sends an e-mail to this address.",
  },
});
