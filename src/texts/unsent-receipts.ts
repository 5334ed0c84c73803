/** The part of the desk's page of failed work that is about receipts. {when} is day and time as in a table. */
import { texts } from "./say.ts";

export const unsentReceiptTexts = texts({
  lv: {
    title: "Piekrišanas apliecinājumi, kas nav nosūtīti",
    lede: "Katram, kas piekrīt, nosūtām apliecinājumu ar pierādījumu. Šīs vēstules neizies, kamēr kāds neizlems, kā rīkoties.",
    what: "Apliecinājumi",
    n: "Skaits",
    why: "Iemesls",
    "given-up": "Nav nosūtīti",
    "given-up.why": "E-pasta pakalpojums tos nepieņēma, vai arī tos neizdevās nodot 20\u00a0stundu laikā.",
    unknown: "Iznākums nav zināms",
    "unknown.why": "Sūtīšana pārtrūka brīdī, kad serveris varēja jau būt pieņēmis vēstuli.",
    since: "Senākais gaida kopš",
    again: "Nosūtīt vēlreiz",
    "again.twice": "Tie, kuru iznākums nav zināms, kādam var pienākt divreiz.",
    done: "Apliecinājumi ir nodoti sūtīšanai.",
  },
  en: {
    title: "Certificates of consent that were not sent",
    lede: "Everybody who consents is sent a certificate with its proof. These e-mails will not go out until somebody decides.",
    what: "Certificates",
    n: "Number",
    why: "Reason",
    "given-up": "Not sent",
    "given-up.why": "The mail service did not take them, or they could not be handed over within 20\u00a0hours.",
    unknown: "Outcome unknown",
    "unknown.why": "Sending broke off when the server may already have taken the e-mail.",
    since: "The oldest has waited since",
    again: "Send again",
    "again.twice": "Those of unknown outcome may reach somebody twice.",
    done: "The certificates are being sent.",
  },
});
