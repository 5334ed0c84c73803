/**
 * The pages on which a person decides about e-mails of unknown outcome, failed ones, and held addresses, and what of these is
 * open. Said by the voice of outcomes.ts.
 */
import { texts } from "./say.ts";

export const decisionTexts = texts({
  lv: {
    "open.title": "Gaida lēmumu",
    "open.unknown": "Vēstules, kuru iznākums nav zināms",
    "open.unknown.text":
      "Skaidras atbildes nav: e-pasta pakalpojums to nedeva vai programma tikmēr apstājās. Vēlreiz tās neizies, kamēr nebūs izlemts.",
    "open.unknown.act": "Izlemt par vēstulēm",
    "open.held": "Aizturētās adreses",
    "open.held.text":
      "Vēstules noraidīja saņēmēju serveri vai e-pasta pakalpojums. Uz šīm adresēm nesūtām, kamēr nebūs izlemts.",
    "open.held.act": "Izlemt par adresēm",
    "open.failed": "Vēstules, ko neizdevās nosūtīt",
    "open.failed.text":
      "E-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot. Kad iemesls ir novērsts, tās var sūtīt vēlreiz.",
    "open.failed.act": "Sūtīt vēlreiz",
    "open.who": "Izlemj darbinieks ar administrēšanas vai sarakstu un sūtījumu sagatavošanas lomu.",
    "decide.unknown.title": "Ko darīt ar vēstulēm, kuru iznākums nav zināms?",
    "decide.unknown.lede":
      "{n, plural, zero {<b>Par {n, number} vēstulēm neviens nevar pateikt, vai saņēmēji tās saņēma.</b> Tās bija jānodod e-pasta pakalpojumam, bet skaidras atbildes nav; daļa varbūt vēl nebija nodota.} one {<b>Par {n, number} vēstuli neviens nevar pateikt, vai saņēmējs to saņēma.</b> To bija jānodod e-pasta pakalpojumam, bet skaidras atbildes nav; varbūt tā vēl nebija nodota.} other {<b>Par {n, number} vēstulēm neviens nevar pateikt, vai saņēmēji tās saņēma.</b> Tās bija jānodod e-pasta pakalpojumam, bet skaidras atbildes nav; daļa varbūt vēl nebija nodota.}}",
    "decide.unknown.advice":
      "Vispirms ieskatieties e-pasta pakalpojuma žurnālā: ja vēstules tur ir, uzskatiet tās par nosūtītām. Ja vēlāk pienāks ziņa par kādu no tām, iznākums izlabosies pats.",
    "decide.unknown.why": "Kāpēc nav zināms",
    "decide.unknown.choice": "Lēmums",
    "decide.unknown.sent":
      "{n, plural, zero {Uzskatīt {n, number} vēstules par nosūtītām} one {Uzskatīt {n, number} vēstuli par nosūtītu} other {Uzskatīt {n, number} vēstules par nosūtītām}}",
    "decide.unknown.sent.hint": "Neviens otru vēstuli nesaņems, bet kāds varbūt nesaņems nevienu.",
    "decide.unknown.sent.closing":
      "Kas neatbildēs, paliks sarakstā bez pierādījuma: nav zināms, vai jautājums šos cilvēkus sasniedza, tāpēc klusēšanas dēļ viņus nedzēsīsim.",
    "decide.unknown.again":
      "{n, plural, zero {Sūtīt vēlreiz {n, number} cilvēkiem} one {Sūtīt vēlreiz {n, number} cilvēkam} other {Sūtīt vēlreiz {n, number} cilvēkiem}}",
    "decide.unknown.again.hint": "Daži var saņemt vienu un to pašu vēstuli divreiz. Lēmumu nevar atcelt.",
    "decide.unknown.gone":
      "{n, plural, =0 {} zero {Vēl {n, number} cilvēkiem šo vēstuli vairs nedrīkst sūtīt, piemēram, atteikuma dēļ: viņu vēstuļu iznākums paliks nezināms.} one {Vēl {n, number} cilvēkam šo vēstuli vairs nedrīkst sūtīt, piemēram, atteikuma dēļ: viņa vēstules iznākums paliks nezināms.} other {Vēl {n, number} cilvēkiem šo vēstuli vairs nedrīkst sūtīt, piemēram, atteikuma dēļ: viņu vēstuļu iznākums paliks nezināms.}}",
    "decide.unknown.again.not": "Vēlreiz sūtīt nevar",
    "decide.unknown.act": "Saglabāt lēmumu",
    "decide.back": "Neizlemt tagad",
    "decide.failed": "Lēmums nav saglabāts",
    "decide.failed.title": "Vai sūtīt vēlreiz?",
    "decide.failed.lede":
      "{n, plural, zero {<b>Nosūtīt neizdevās {n, number} vēstuļu: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot.</b> Neviena no tām nav izgājusi, tāpēc divreiz to neviens nesaņems.} one {<b>Nosūtīt neizdevās {n, number} vēstuli: e-pasta pakalpojums to nepieņēma, vai to nevarēja sagatavot.</b> Tā nav izgājusi, tāpēc divreiz to neviens nesaņems.} other {<b>Nosūtīt neizdevās {n, number} vēstules: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot.</b> Neviena no tām nav izgājusi, tāpēc divreiz to neviens nesaņems.}}",
    "decide.failed.none": "Tādu vēstuļu vairs nav",
    "decide.failed.why": "Kāpēc neizdevās",
    "decide.failed.first": "Vispirms",
    "decide.failed.first.value":
      "Iemeslam jābūt novērstam: ja e-pasta pakalpojums vēstules atkal nepieņems, sūtīšana apstāsies vēlreiz.",
    "decide.failed.who": "Kam nesūtīsim",
    "decide.failed.who.value":
      "Katru vēlreiz pārbaudīsim: kas tikmēr atteicies vai izņemts no saraksta, vēstuli nesaņems.",
    "decide.failed.when": "Kad",
    "decide.failed.when.now": "Sāksim uzreiz.",
    "decide.failed.when.paused": "Kad sūtīšanu atsāks: pašlaik tā ir apturēta.",
    "decide.failed.act":
      "{n, plural, zero {Vēlreiz sūtīt {n, number} vēstuļu} one {Vēlreiz sūtīt {n, number} vēstuli} other {Vēlreiz sūtīt {n, number} vēstules}}",
    "decide.failed.back": "Nesūtīt",
    "decide.failed.not": "Vēstules nav ieplānotas",
    "decide.held.title": "Ko darīt ar aizturētajām adresēm?",
    "decide.held.lede":
      "{n, plural, zero {<b>Aizturētas ir {n, number} adreses.</b> Vēstules noraidīja saņēmēju serveri vai e-pasta pakalpojums, bet nav skaidrs, ka vainīga ir adrese.} one {<b>Aizturēta ir {n, number} adrese.</b> Vēstuli noraidīja saņēmēja serveris vai e-pasta pakalpojums, bet nav skaidrs, ka vainīga ir adrese.} other {<b>Aizturētas ir {n, number} adreses.</b> Vēstules noraidīja saņēmēju serveri vai e-pasta pakalpojums, bet nav skaidrs, ka vainīga ir adrese.}}",
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
      "Izvēlieties, kad noraidījuma iemesls ir novērsts. Šo sūtījumu uz tām vēlreiz nesūtīsim, bet nākamos sūtīsim.",
    "decide.held.end":
      "{n, plural, zero {Dzēst {n, number} adrešu} one {Dzēst {n, number} adresi} other {Dzēst {n, number} adreses}}",
    "decide.held.end.hint":
      "Izvēlieties, ja adreses tiešām vairs nav sasniedzamas. Izņemsim tās no visiem sarakstiem un dzēsīsim; to nevar atcelt.",
    "decide.held.act": "Saglabāt lēmumu",
  },
  en: {
    "open.title": "Waiting for a decision",
    "open.unknown": "E-mails of unknown outcome",
    "open.unknown.text":
      "There is no clear answer: the mail service gave none, or the program stopped meanwhile. They do not go out again until this is decided.",
    "open.unknown.act": "Decide about the e-mails",
    "open.held": "Held addresses",
    "open.held.text":
      "Receiving systems or the mail service refused the e-mails. Nothing is sent to these addresses until somebody decides.",
    "open.held.act": "Decide about the addresses",
    "open.failed": "E-mails that could not be sent",
    "open.failed.text":
      "The mail service did not take them, or they could not be prepared. Once the cause is repaired, they can be sent again.",
    "open.failed.act": "Send again",
    "open.who": "A member of staff with the role for administration or for lists and mailings decides.",
    "decide.unknown.title": "What about e-mails of unknown outcome?",
    "decide.unknown.lede":
      "{n, plural, one {<b>Nobody can say whether {n, number} e-mail arrived.</b> It was to be handed to the mail service, and there is no clear answer; it may not have been handed over yet.} other {<b>Nobody can say whether {n, number} e-mails arrived.</b> They were to be handed to the mail service, and there is no clear answer; some may not have been handed over yet.}}",
    "decide.unknown.advice":
      "Look into the mail service’s log first: if the e-mails are there, count them as sent. If a report on one of them comes later, its outcome corrects itself.",
    "decide.unknown.why": "Why it is unknown",
    "decide.unknown.choice": "Decision",
    "decide.unknown.sent":
      "{n, plural, one {Count {n, number} e-mail as sent} other {Count {n, number} e-mails as sent}}",
    "decide.unknown.sent.hint": "Nobody gets a second e-mail, but somebody may get none.",
    "decide.unknown.sent.closing":
      "Whoever does not answer stays on the list, unproven: nobody knows whether the question arrived, so nobody is deleted for silence.",
    "decide.unknown.again":
      "{n, plural, one {Send again to {n, number} person} other {Send again to {n, number} people}}",
    "decide.unknown.again.hint": "Some may get the same e-mail twice. This decision cannot be undone.",
    "decide.unknown.gone":
      "{n, plural, =0 {} one {{n, number} more person may no longer be sent this e-mail, for example after a refusal: the outcome of that e-mail stays unknown.} other {{n, number} more people may no longer be sent this e-mail, for example after a refusal: the outcome of their e-mails stays unknown.}}",
    "decide.unknown.again.not": "They cannot be sent again",
    "decide.unknown.act": "Save the decision",
    "decide.back": "Do not decide now",
    "decide.failed": "The decision was not saved",
    "decide.failed.title": "Send again?",
    "decide.failed.lede":
      "{n, plural, one {<b>{n, number} e-mail could not be sent: the mail service did not take it, or it could not be prepared.</b> It has not gone out, so nobody can get it twice.} other {<b>{n, number} e-mails could not be sent: the mail service did not take them, or they could not be prepared.</b> None of them has gone out, so nobody can get one twice.}}",
    "decide.failed.none": "There are no such e-mails any more",
    "decide.failed.why": "Why they failed",
    "decide.failed.first": "First",
    "decide.failed.first.value":
      "The cause must be repaired: if the mail service does not take the e-mails again, sending stops once more.",
    "decide.failed.who": "Who does not get it",
    "decide.failed.who.value":
      "Everybody is checked once more: whoever has said no meanwhile, or is off the list, gets no e-mail.",
    "decide.failed.when": "When",
    "decide.failed.when.now": "We begin at once.",
    "decide.failed.when.paused": "When sending is resumed: it is paused now.",
    "decide.failed.act": "{n, plural, one {Send {n, number} e-mail again} other {Send {n, number} e-mails again}}",
    "decide.failed.back": "Do not send",
    "decide.failed.not": "The e-mails were not planned",
    "decide.held.title": "What about the held addresses?",
    "decide.held.lede":
      "{n, plural, one {<b>{n, number} address is held.</b> The receiving system or the mail service refused the e-mail, and it is not clear that the address is to blame.} other {<b>{n, number} addresses are held.</b> Receiving systems or the mail service refused the e-mails, and it is not clear that the addresses are to blame.}}",
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
      "Choose this once the reason for the refusals is gone. This mailing does not go to them again, but later ones do.",
    "decide.held.end": "{n, plural, one {Delete {n, number} address} other {Delete {n, number} addresses}}",
    "decide.held.end.hint":
      "Choose this if the addresses really cannot be reached any more. They are taken off all lists and deleted; this cannot be undone.",
    "decide.held.act": "Save the decision",
  },
});
