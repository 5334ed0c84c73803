/**
 * What became of the e-mails of a mailing, reason by reason, and the pages on which a person decides about those of unknown
 * outcome and about held addresses. `skipped.*`, `failed.*`, `unknown.*` and `bounced.*` are codes of the program.
 */
import { texts } from "./say.ts";

export const outcomeTexts = texts({
  lv: {
    "why.title": "Kam nesūtījām un kāpēc",
    "why.reason": "Iemesls",
    "why.people": "Cilvēki",
    "why.outcome": "Iznākums",
    "why.total": "Kopā",
    "state.skipped": "Izlaista",
    "state.failed": "Neizdevās nosūtīt",
    "state.unknown": "Iznākums nav zināms",

    "skipped.answered": "Atbildēja jau agrāk",
    "skipped.not_proven": "Nav piekrišanas pierādījuma",
    "skipped.wrong_purpose": "Saraksts tagad pieder citam nolūkam",
    "skipped.wrong_address": "Adreses veids šim sarakstam neder",
    "skipped.suppressed": "Uz adresi attiecas nesūtīšanas atzīme",
    "skipped.restricted": "Datu apstrāde ir ierobežota",
    "skipped.held": "Adrese ir aizturēta",
    "skipped.cancelled": "Sūtījums ir atcelts",
    "skipped.left": "Sarakstā vairs nebija, kad vēstule bija jāsūta",
    "skipped.refused": "Atteicās, pirms vēstule bija nosūtīta",
    "skipped.withdrawn": "Atsauca piekrišanu, pirms vēstule bija nosūtīta",
    "skipped.no_answer": "Neatbildēja iepriekšējā kampaņā",
    "skipped.bounced": "Adrese izrādījās neesoša",
    "skipped.complained": "Sūdzējās par surogātpastu",
    "skipped.removed": "Izņemts no saraksta",
    "skipped.erased": "Dati ir dzēsti",
    "skipped.deceased": "Cilvēks ir miris",
    "skipped.other": "Cits iemesls",

    "failed.invalid": "E-pasta pakalpojums adresi vai vēstuli atzina par nederīgu",
    "failed.mail": "Vēstuli nevarēja sagatavot sūtīšanai",
    "failed.address": "Adrese neeksistē",
    "failed.full": "Pastkaste ir pilna",
    "failed.policy": "Saņēmēja serveris noraida sūtītāju",
    "failed.temporary": "Saņēmēja serveris īslaicīgi nepieņem",
    "failed.there": "E-pasta pakalpojums vēstuli pieņēma, bet nenosūtīja",
    "failed.later": "Serveris vēstuli nepieņēma arī pēc vairākiem mēģinājumiem",
    "failed.other": "Saņēmēja serveris vēstuli noraidīja",

    "unknown.no_answer": "E-pasta pakalpojums neatbildēja",
    "unknown.fault": "E-pasta pakalpojumā bija kļūda",
    "unknown.odd_answer": "E-pasta pakalpojuma atbilde nebija saprotama",
    "unknown.changed": "Starp mēģinājumiem mainījās vēstules saturs",
    "unknown.left": "Kādam no tās pašas porcijas tikmēr vairs nedrīkstēja sūtīt, tāpēc vairs nejautājām",
    "unknown.too_late": "Atbildi nesaņēmām 20 stundu laikā",
    "unknown.killed": "Programma apstājās sūtīšanas brīdī",
    "unknown.cancelled": "Sūtījumu atcēla, pirms pienāca atbilde",
    "unknown.other": "Cits iemesls",

    "told.title": "Kas zināms par nosūtītajām",
    "told.lede": "To ziņo e-pasta pakalpojums. Vēstuļu atvēršanu neuzskaitām.",
    "told.fate": "Ziņa",
    "told.delivered": "Piegādāta",
    "told.complained": "Sūdzība par surogātpastu",
    "told.nothing": "Ziņas vēl nav",
    "told.total": "Kopā nosūtīts",
    "bounced.address": "Atgriezta: adrese neeksistē",
    "bounced.full": "Atgriezta: pastkaste ir pilna",
    "bounced.policy": "Atgriezta: saņēmēja serveris noraida sūtītāju",
    "bounced.temporary": "Atgriezta: saņēmēja serveris īslaicīgi nepieņēma",
    "bounced.other": "Atgriezta: cits iemesls",

    "ways.title": "Kā atteicās",
    "ways.way": "Ceļš",
    "ways.one-click": "Ar pogu pasta programmā",
    "ways.page": "Mūsu lapā",
    "ways.reply": "Atbildot uz vēstuli",
    "ways.phone": "Pa tālruni",
    "ways.letter": "Ar rakstisku iesniegumu",
    "ways.in-person": "Klātienē",
    "ways.complaint": "Ar sūdzību par surogātpastu",
    "ways.other": "Ceļš nav zināms",
    "ways.total": "Kopā atteicās",

    "open.title": "Gaida lēmumu",
    "open.unknown":
      "{n, plural, zero {{n, number} vēstuļu iznākums nav zināms} one {{n, number} vēstules iznākums nav zināms} other {{n, number} vēstuļu iznākums nav zināms}}",
    "open.unknown.text": "E-pasta pakalpojums nav pateicis, vai tās pieņēma. Vēlreiz tās neizies, kamēr nebūs izlemts.",
    "open.unknown.act": "Izlemt par vēstulēm",
    "open.held":
      "{n, plural, zero {{n, number} adreses ir aizturētas} one {{n, number} adrese ir aizturēta} other {{n, number} adreses ir aizturētas}}",
    "open.held.text": "Saņēmēju serveri vēstules noraidīja. Uz šīm adresēm nesūtām, kamēr nebūs izlemts.",
    "open.held.act": "Izlemt par adresēm",
    "open.who": "Izlemj darbinieks ar administrēšanas vai sarakstu un sūtījumu sagatavošanas lomu.",

    "decide.unknown.title": "Ko darīt ar vēstulēm, kuru iznākums nav zināms?",
    "decide.unknown.lede":
      "{n, plural, zero {<b>Par {n, number} vēstulēm neviens nevar pateikt, vai saņēmējs tās saņēma.</b> Tās nodevām e-pasta pakalpojumam, bet skaidra atbilde nepienāca.} one {<b>Par {n, number} vēstuli neviens nevar pateikt, vai saņēmējs to saņēma.</b> To nodevām e-pasta pakalpojumam, bet skaidra atbilde nepienāca.} other {<b>Par {n, number} vēstulēm neviens nevar pateikt, vai saņēmējs tās saņēma.</b> Tās nodevām e-pasta pakalpojumam, bet skaidra atbilde nepienāca.}}",
    "decide.unknown.advice":
      "Vispirms ieskatieties e-pasta pakalpojuma žurnālā: ja vēstules tur ir, uzskatiet tās par nosūtītām. Ja vēlāk pienāks ziņa par kādu no tām, iznākums izlabosies pats.",
    "decide.unknown.why": "Kāpēc nav zināms",
    "decide.unknown.choice": "Lēmums",
    "decide.unknown.sent":
      "{n, plural, zero {Uzskatīt {n, number} vēstules par nosūtītām} one {Uzskatīt {n, number} vēstuli par nosūtītu} other {Uzskatīt {n, number} vēstules par nosūtītām}}",
    "decide.unknown.sent.hint":
      "Neviens otru vēstuli nesaņems, bet kāds varbūt nesaņems nevienu. Kas neatbildēs, tam kampaņas noslēgšana attieksies tāpat kā uz pārējiem: adresi no saraksta izņemsim.",
    "decide.unknown.again":
      "{n, plural, zero {Sūtīt vēlreiz {n, number} cilvēkiem} one {Sūtīt vēlreiz {n, number} cilvēkam} other {Sūtīt vēlreiz {n, number} cilvēkiem}}",
    "decide.unknown.again.hint": "Daži var saņemt vienu un to pašu vēstuli divreiz. Atsaukt to vairs nevarēs.",
    "decide.unknown.gone":
      "{n, plural, =0 {} zero {Pārējie {n, number} cilvēki sarakstā vairs nav vai viņiem vairs nedrīkst sūtīt: viņu vēstuļu iznākums paliks nezināms.} one {Vēl {n, number} cilvēks sarakstā vairs nav vai viņam vairs nedrīkst sūtīt: viņa vēstules iznākums paliks nezināms.} other {Pārējie {n, number} cilvēki sarakstā vairs nav vai viņiem vairs nedrīkst sūtīt: viņu vēstuļu iznākums paliks nezināms.}}",
    "decide.unknown.again.not": "Vēlreiz sūtīt nevar",
    "decide.unknown.act": "Saglabāt lēmumu",
    "decide.back": "Neizlemt tagad",
    "decide.failed": "Lēmums nav saglabāts",

    "decide.held.title": "Ko darīt ar aizturētajām adresēm?",
    "decide.held.lede":
      "{n, plural, zero {<b>Aizturētas ir {n, number} adreses.</b> Saņēmēju serveri vēstules noraidīja, bet nav skaidrs, ka vainīga ir adrese.} one {<b>Aizturēta ir {n, number} adrese.</b> Saņēmēja serveris vēstuli noraidīja, bet nav skaidrs, ka vainīga ir adrese.} other {<b>Aizturētas ir {n, number} adreses.</b> Saņēmēju serveri vēstules noraidīja, bet nav skaidrs, ka vainīga ir adrese.}}",
    "decide.held.none": "Aizturētu adrešu vairs nav",
    "decide.held.domains": "Kuri serveri noraidīja",
    "decide.held.domain": "Saņēmēja domēns",
    "decide.held.addresses": "Adreses",
    "decide.held.others": "Citi domēni",
    "decide.held.more": "Rādām domēnus no pirmajām {n, number} adresēm.",
    "decide.held.choice": "Lēmums",
    "decide.held.release":
      "{n, plural, zero {Atkal sūtīt uz {n, number} adresēm} one {Atkal sūtīt uz {n, number} adresi} other {Atkal sūtīt uz {n, number} adresēm}}",
    "decide.held.release.hint":
      "Izvēlieties, kad noraidījuma iemesls ir novērsts. Šis sūtījums viņiem vēlreiz neizies: vēstules saņems nākamajos sūtījumos.",
    "decide.held.end":
      "{n, plural, zero {Dzēst {n, number} adreses} one {Dzēst {n, number} adresi} other {Dzēst {n, number} adreses}}",
    "decide.held.end.hint":
      "Izvēlieties, ja adreses tiešām vairs nav sasniedzamas. Izņemsim tās no visiem sarakstiem un dzēsīsim; to nevar atcelt.",
    "decide.held.act": "Saglabāt lēmumu",
  },
  en: {
    "why.title": "Who was not sent to, and why",
    "why.reason": "Reason",
    "why.people": "People",
    "why.outcome": "Outcome",
    "why.total": "In all",
    "state.skipped": "Skipped",
    "state.failed": "Failed",
    "state.unknown": "Outcome unknown",

    "skipped.answered": "Had answered before",
    "skipped.not_proven": "No proof of consent",
    "skipped.wrong_purpose": "The list now belongs to another purpose",
    "skipped.wrong_address": "The kind of address does not fit the list",
    "skipped.suppressed": "A suppression mark stands against the address",
    "skipped.restricted": "Processing is restricted",
    "skipped.held": "The address is held",
    "skipped.cancelled": "The mailing was cancelled",
    "skipped.left": "Was no longer on the list when the e-mail was due",
    "skipped.refused": "Refused before the e-mail was sent",
    "skipped.withdrawn": "Withdrew consent before the e-mail was sent",
    "skipped.no_answer": "Did not answer an earlier campaign",
    "skipped.bounced": "The address turned out not to exist",
    "skipped.complained": "Complained of spam",
    "skipped.removed": "Taken off the list",
    "skipped.erased": "Data deleted",
    "skipped.deceased": "The person has died",
    "skipped.other": "Another reason",

    "failed.invalid": "The mail service found the address or the e-mail invalid",
    "failed.mail": "The e-mail could not be made ready",
    "failed.address": "The address does not exist",
    "failed.full": "The mailbox is full",
    "failed.policy": "The recipient’s server refuses the sender",
    "failed.temporary": "The recipient’s server did not take it for the time being",
    "failed.there": "The mail service took the e-mail and did not send it",
    "failed.later": "The server did not take the e-mail after several tries",
    "failed.other": "The recipient’s server refused the e-mail",

    "unknown.no_answer": "The mail service did not answer",
    "unknown.fault": "The mail service had a fault",
    "unknown.odd_answer": "The mail service’s answer could not be understood",
    "unknown.changed": "The content changed between two tries",
    "unknown.left": "Somebody in the same batch may no longer be mailed, so we did not ask again",
    "unknown.too_late": "No answer came within 20 hours",
    "unknown.killed": "The program stopped at the moment of sending",
    "unknown.cancelled": "The mailing was cancelled before the answer came",
    "unknown.other": "Another reason",

    "told.title": "What is known of the sent",
    "told.lede": "The mail service tells it. We do not track who opens an e-mail.",
    "told.fate": "News",
    "told.delivered": "Delivered",
    "told.complained": "Spam complaint",
    "told.nothing": "No news yet",
    "told.total": "Sent in all",
    "bounced.address": "Bounced: the address does not exist",
    "bounced.full": "Bounced: the mailbox is full",
    "bounced.policy": "Bounced: the recipient’s server refuses the sender",
    "bounced.temporary": "Bounced: the recipient’s server did not take it for the time being",
    "bounced.other": "Bounced: another reason",

    "ways.title": "How people refused",
    "ways.way": "Way",
    "ways.one-click": "With the button of the mail program",
    "ways.page": "On our page",
    "ways.reply": "By replying to the e-mail",
    "ways.phone": "By telephone",
    "ways.letter": "In writing",
    "ways.in-person": "In person",
    "ways.complaint": "With a spam complaint",
    "ways.other": "Way not known",
    "ways.total": "Refused in all",

    "open.title": "Waiting for a decision",
    "open.unknown":
      "{n, plural, one {The outcome of {n, number} e-mail is unknown} other {The outcome of {n, number} e-mails is unknown}}",
    "open.unknown.text":
      "The mail service has not said whether it took them. They do not go out again until somebody decides.",
    "open.unknown.act": "Decide about the e-mails",
    "open.held": "{n, plural, one {{n, number} address is held} other {{n, number} addresses are held}}",
    "open.held.text":
      "Receiving systems refused the e-mails. Nothing is sent to these addresses until somebody decides.",
    "open.held.act": "Decide about the addresses",
    "open.who": "A member of staff with the role for administration or for lists and mailings decides.",

    "decide.unknown.title": "What about e-mails of unknown outcome?",
    "decide.unknown.lede":
      "{n, plural, one {<b>Of {n, number} e-mail nobody can say whether it arrived.</b> It was handed to the mail service, and no clear answer came.} other {<b>Of {n, number} e-mails nobody can say whether they arrived.</b> They were handed to the mail service, and no clear answer came.}}",
    "decide.unknown.advice":
      "Look into the mail service’s log first: if the e-mails are there, let them count as sent. If news of one of them comes later, its outcome corrects itself.",
    "decide.unknown.why": "Why it is unknown",
    "decide.unknown.choice": "Decision",
    "decide.unknown.sent":
      "{n, plural, one {Let {n, number} e-mail count as sent} other {Let {n, number} e-mails count as sent}}",
    "decide.unknown.sent.hint":
      "Nobody gets a second e-mail, but somebody may get none. Whoever does not answer is treated like all others when the campaign is closed: the address is taken off the list.",
    "decide.unknown.again":
      "{n, plural, one {Send again to {n, number} person} other {Send again to {n, number} people}}",
    "decide.unknown.again.hint": "Some may get the same e-mail twice. That cannot be called back.",
    "decide.unknown.gone":
      "{n, plural, =0 {} one {{n, number} more person is no longer on the list or may not be mailed: the outcome of that e-mail stays unknown.} other {{n, number} more people are no longer on the list or may not be mailed: the outcome of their e-mails stays unknown.}}",
    "decide.unknown.again.not": "They cannot be sent again",
    "decide.unknown.act": "Save the decision",
    "decide.back": "Do not decide now",
    "decide.failed": "Nothing was decided",

    "decide.held.title": "What about the held addresses?",
    "decide.held.lede":
      "{n, plural, one {<b>{n, number} address is held.</b> The receiving system refused the e-mail, and it is not clear that the address is to blame.} other {<b>{n, number} addresses are held.</b> Receiving systems refused the e-mails, and it is not clear that the addresses are to blame.}}",
    "decide.held.none": "No address is held any more",
    "decide.held.domains": "Which systems refused",
    "decide.held.domain": "Receiving domain",
    "decide.held.addresses": "Addresses",
    "decide.held.others": "Other domains",
    "decide.held.more": "The domains are those of the first {n, number} addresses.",
    "decide.held.choice": "Decision",
    "decide.held.release":
      "{n, plural, one {Send to {n, number} address again} other {Send to {n, number} addresses again}}",
    "decide.held.release.hint":
      "For when the reason of the refusals is gone. This mailing does not go to them again: they get the next ones.",
    "decide.held.end": "{n, plural, one {Delete {n, number} address} other {Delete {n, number} addresses}}",
    "decide.held.end.hint":
      "For when the addresses really cannot be reached any more. They are taken off all lists and deleted; that cannot be undone.",
    "decide.held.act": "Save the decision",
  },
});
