/**
 * The pages of `/r/:token` around the frozen question: facts of the person, and what was decided. {list} is a name in
 * quotes, {date} and {time} stand in the case of their sentence (see the page), {address} is masked.
 */
import { texts } from "./say.ts";

export const answerTexts = texts({
  lv: {
    aside: "Īsumā",
    until: "Atbildiet līdz",
    "until.value": "{date} plkst.\u00a023.59",
    about: "Par kuru adresi",
    what: "Ko sūtīsim",
    stays: "Citi saraksti, kas nemainās",
    "no-ends": "Ja atbildēsiet „nē”, beigsies",
    "no-deletes": "Ja atbildēsiet „nē”, adresi",
    "no-deletes.yes": "uzreiz dzēsīsim: citos sarakstos tās nav",
    "no-deletes.no": "paturēsim citiem sarakstiem",
    "your-answer": "Jūsu atbilde",
    privacy: "Vairāk: <a>privātuma paziņojums</a>.",
    late: "Atbildi gaidījām līdz {date} plkst.\u00a023.59. Saraksts vēl nav noslēgts, tāpēc varat atbildēt arī tagad.",
    cancelled:
      "Šī jautājuma sūtīšanu esam pārtraukuši, bet atbildēt varat: Jūsu atbilde būs spēkā. Ja neatbildēsiet, klusēšanas dēļ Jūsu adresi no saraksta neizņemsim un nedzēsīsim: to, ko par klusēšanu rakstījām vēstulē un tālāk šajā lapā, vairs nepiemērosim.",
    choose: "Atbilde nav saņemta. Nospiediet vienu no abām pogām.",

    "yes.title": "Jūsu piekrišana ir ierakstīta",
    "yes.lead": "Saraksta {list} vēstules turpināsim sūtīt uz {address}.",
    "yes.sheet": "Piekrišanas apliecinājums",
    "yes.answer": "Atbilde",
    "yes.answer.value": "„Jā, piekrītu”\u00a0– {when}",
    "yes.how": "Kā",
    "yes.how.link": "Nospiežot pogu lapā, kuras saite bija vēstulē",
    "yes.how.return": "Nospiežot pogu lapā, ko rādījām pēc atteikuma",
    "yes.to": "Kam",
    "yes.to.value": "{inst}, reģ.\u00a0Nr.\u00a0{number}",
    "yes.for": "Par ko",
    "yes.for.value": "Saraksts {list}; nolūks: {purpose}",
    "yes.valid": "Derīga",
    "yes.valid.value": "Līdz atsaukšanai",
    "yes.text": "Teksts, ko redzējāt",
    "yes.hash": "Teksta jaucējvērtība SHA-256: <code>{hash}</code>",
    number: "Nr.\u00a0{eid}",
    "yes.next": "Turpmāk",
    "yes.change":
      "Piekrišanu varat atsaukt jebkurā laikā: ar saiti katrā mūsu vēstulē vai šeit, bez pieslēgšanās un paskaidrojumiem.",
    "yes.withdraw": "Atsaukt piekrišanu",
    "yes.keep": "Saglabājiet vai izdrukājiet šo lapu: tas ir Jūsu apliecinājums. To nosūtīsim arī uz Jūsu adresi.",

    "given.title": "Jūsu piekrišana jau ir ierakstīta",
    "given.lead": "Saraksta {list} vēstules sūtām uz {address}. Nekas nav jādara.",
    "given.withdraw": "Ja pārdomājāt",
    "given.withdraw.text": "Saraksta {list} vēstules vairs nesūtīsim.",

    "back.title": "Jūsu piekrišana ir ierakstīta",
    "back.lead":
      "Saraksta {list} vēstules turpināsim sūtīt. Iepriekšējais „nē” paliek žurnālā, jo arī tas bija Jūsu lēmums.",
    "back.already": "Jūs jau esat šajā sarakstā",
    "back.already.lead": "Saraksta {list} vēstules sūtām. Nekas nav mainīts.",
  },
  en: {
    aside: "In brief",
    until: "Answer by",
    "until.value": "{date} at 23:59",
    about: "About which address",
    what: "What we will send",
    stays: "Other lists, which do not change",
    "no-ends": "If you answer “no”, this ends",
    "no-deletes": "If you answer “no”, your address",
    "no-deletes.yes": "is deleted at once: it is on no other list",
    "no-deletes.no": "is kept for other lists",
    "your-answer": "Your answer",
    privacy: "More: <a>privacy notice</a>.",
    late: "We waited for answers until {date} at 23:59. The list is not closed yet, so you can still answer.",
    cancelled:
      "We have stopped sending this question, but you can still answer it: your answer counts. If you do not answer, we neither take your address off the list nor delete it for that reason: what the e-mail and the text below say about silence no longer applies.",
    choose: "No answer arrived. Press one of the two buttons.",

    "yes.title": "Your consent is recorded",
    "yes.lead": "We will keep sending the e-mails of the list {list} to {address}.",
    "yes.sheet": "Certificate of consent",
    "yes.answer": "Answer",
    "yes.answer.value": "“Yes, I consent”\u00a0– {when}",
    "yes.how": "How",
    "yes.how.link": "By pressing a button on the page linked from an e-mail",
    "yes.how.return": "By pressing a button on the page shown after a refusal",
    "yes.to": "To whom",
    "yes.to.value": "{inst}, reg. no.\u00a0{number}",
    "yes.for": "For what",
    "yes.for.value": "List {list}; purpose: {purpose}",
    "yes.valid": "Valid",
    "yes.valid.value": "Until you withdraw it",
    "yes.text": "The text you saw",
    "yes.hash": "SHA-256 hash of the text: <code>{hash}</code>",
    number: "No.\u00a0{eid}",
    "yes.next": "From now on",
    "yes.change":
      "You can withdraw your consent at any time: with the link in every e-mail from us or here, without signing in and without explaining.",
    "yes.withdraw": "Withdraw consent",
    "yes.keep": "Save or print this page: it is your certificate. We also send it to your address.",

    "given.title": "Your consent is already recorded",
    "given.lead": "We send the e-mails of the list {list} to {address}. There is nothing to do.",
    "given.withdraw": "If you have changed your mind",
    "given.withdraw.text": "We stop sending you the e-mails of the list {list}.",

    "back.title": "Your consent is recorded",
    "back.lead":
      "We will keep sending you the e-mails of the list {list}. The earlier “no” stays in the log, because it was your decision too.",
    "back.already": "You are on this list already",
    "back.already.lead": "We send you the e-mails of the list {list}. Nothing was changed.",
  },
});
