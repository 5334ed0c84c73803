/** The desk page of one re-consent campaign and the page that closes it: figures, answers, what happens next. */
import { texts } from "./say.ts";

export const campaignPageTexts = texts({
  lv: {
    "act.edit": "Labot melnrakstu",
    "act.preview": "Priekšskatījums",
    "act.send": "Pārskatīt un nosūtīt",
    "act.mail": "Skatīt vēstuli",
    "lede.draft": "Melnraksts, kas nevienam vēl nav nosūtīts.",
    "lede.planning": "Gatavojam vēstules. Sūtīsim, kad visas būs gatavas.",
    "lede.sending": "Sūtām. Atbildēt var līdz {date} plkst.\u00a023.59.",
    "lede.sent":
      "<b>Saņemtās atbildes: {answered, number} no {sent, number}.</b> Atbildēt var līdz {date} plkst.\u00a023.59.",
    "lede.over":
      "<b>Saņemtās atbildes: {answered, number} no {sent, number}.</b> Termiņš beidzās {date} plkst.\u00a023.59.",
    "lede.closing": "Kampaņu noslēdzam: izņemam no saraksta adreses, par kurām nav atbildes.",
    "lede.closed": "<b>Saņemtās atbildes: {answered, number} no {sent, number}.</b> Kampaņa noslēgta {date}.",

    "next.title": "Kas notiks tālāk",
    "next.text":
      "Pēc termiņa paši neko nedzēšam. Adreses, par kurām nav atbildes, no saraksta izņemsim tikai tad, kad administrators kampaņu noslēgs; ja to nav citos sarakstos, tās dzēsīsim. Vēstulē to solījām izdarīt pēc {date}, tāpēc neatlieciet.",
    "next.cancelled":
      "Vēstulē rakstījām, ka pēc termiņa adreses, par kurām nav atbildes, no saraksta izņemsim. Sūtījums ir atcelts, tāpēc to nedarīsim: kas neatbildēs, paliks sarakstā kā līdz šim. Saites vēstulēs darbojas, saņemtās atbildes ir spēkā, un lapa, kurā atbild, par atcelšanu brīdina.",
    "decide.title":
      "{n, plural, =0 {Termiņš ir beidzies: atbildēja visi, kurus sasniedzām} zero {Termiņš ir beidzies: nav atbildējuši {n, number} cilvēku} one {Termiņš ir beidzies: nav atbildējis {n, number} cilvēks} other {Termiņš ir beidzies: nav atbildējuši {n, number} cilvēki}}",
    "decide.text":
      "Klusēšana nav piekrišana. Vēstulē solījām šīs adreses pēc termiņa no saraksta izņemt. Neko neizņemsim un nedzēsīsim, kamēr administrators kampaņu nenoslēgs.",
    "decide.act": "Noslēgt kampaņu",
    "decide.admin": "Kampaņu noslēdz darbinieks ar administrēšanas lomu.",

    "progress.planning": "Sagatavotās vēstules",
    "progress.sending": "Paveiktais sūtīšanā",
    "progress.cancelled": "Apstrādātās vēstules",
    "progress.closing": "No saraksta izņemtās adreses",
    "progress.left": "Lapu var aizvērt: darbs turpināsies.",
    "progress.reload": "Atjaunot skaitļus",

    "balance.title": "Bilance",
    "balance.audience": "saņēmēji kopā",
    "balance.sent": "nosūtīts",
    "balance.skipped": "izlaists",
    "balance.failed": "neizdevās",
    "balance.unknown": "iznākums nav zināms",
    "balance.handed": "nodots e-pasta pakalpojumam",
    "balance.waiting": "vēl jānosūta",
    "balance.planning": "Bilance te būs, kad visas vēstules būs sagatavotas.",
    "balance.agrees": "Sakrīt; pārrēķināts {time}.",
    "balance.unsure":
      "{n, plural, zero {Par {n, number} cilvēkiem nav droši zināms, ka jautājums viņus sasniedza: kampaņas noslēgšana viņu adreses neskars.} one {Par {n, number} cilvēku nav droši zināms, ka jautājums viņu sasniedza: kampaņas noslēgšana viņa adresi neskars.} other {Par {n, number} cilvēkiem nav droši zināms, ka jautājums viņus sasniedza: kampaņas noslēgšana viņu adreses neskars.}}",

    "answers.title": "Atbildes",
    "answers.lede": "Vēstuļu atvēršanu neuzskaitām.",
    "answers.none": "Atbildes te būs, kad pirmā vēstule būs nosūtīta.",
    "answers.chart": "Atbildes no nosūtītajām vēstulēm",
    "answers.finding":
      "Nosūtītas vēstules: {sent, number}. Piekrita {yes, number}, atteicās {no, number}, atgrieztas {bounced, number}, nav atbildējuši {silent, number}, termiņā neatbildēja un ir izņemti {expired, number}.",
    "answers.answer": "Atbilde",
    "answers.people": "Cilvēki",
    "answers.share": "Daļa",
    "answers.what": "Kas notiek ar adresi un kas paliek",
    "answers.yes": "Piekrita",
    "answers.yes.what": "Adrese paliek sarakstā, piekrišanas pierādījums nostiprināts žurnālā",
    "answers.no": "Atteicās",
    "answers.no.what": "Izņemta atbildes brīdī; paliek atteikuma pierādījums un nesūtīšanas atzīme",
    "answers.bounced": "Vēstule atgriezta",
    "answers.bounced.what": "Jautājums cilvēku nesasniedza; neesošu adresi izņemam uzreiz, pārējās paliek sarakstā",
    "answers.silent": "Nav atbildējuši",
    "answers.silent.what": "Gaidām; no saraksta izņemsim, kad administrators kampaņu noslēgs",
    "answers.silent.what.cancelled": "Paliek sarakstā kā līdz šim; atbildēt var joprojām",
    "answers.expired": "Neatbildēja termiņā",
    "answers.expired.what": "Izņemta no saraksta; paliek nesūtīšanas atzīme",
    "answers.total": "Kopā nosūtīts",

    "facts.title": "Par kampaņu",
    "facts.list": "Saraksts",
    "facts.purpose": "Nolūks",
    "facts.basis": "Tiesiskais pamats",
    "facts.basis.consent": "Piekrišana, VDAR 6. panta 1. punkta a)\u00a0apakšpunkts",
    "facts.reason": "Kāpēc cilvēki sagaida vēstuli",
    "facts.question": "Jautājuma teksts",
    "facts.question.lv": "latviešu valodā",
    "facts.question.en": "angļu valodā",
    "facts.deadline": "Termiņš",
    "facts.deadline.value": "{date} plkst.\u00a023.59",
    "facts.none": "nav norādīts",

    "history.title": "Kas notika",
    "history.created": "Izveidots melnraksts",
    "history.sent": "Sākta sūtīšana",
    "history.deadline": "Termiņš",
    "history.closed": "Kampaņa noslēgta",

    "close.title": "Vai noslēgt kampaņu un dzēst adreses?",
    "close.title.none": "Vai noslēgt kampaņu?",
    "close.lede": "<b>Adreses, par kurām nav atbildes: {n, number}.</b> Dzēstu adresi nevar atjaunot.",
    "close.lede.none": "Atbildēja visi, kurus sasniedzām: neviena adrese nav jādzēš.",
    "close.delete": "Dzēsīsim tagad",
    "close.delete.value":
      "{n, plural, =0 {Nevienu adresi} zero {{n, number} adrešu, kuru nav citos sarakstos} one {{n, number} adresi, kuras nav citos sarakstos} other {{n, number} adreses, kuru nav citos sarakstos}}",
    "close.leave": "Izņemsim tikai no šī saraksta",
    "close.leave.value":
      "{n, plural, =0 {Nevienu adresi} zero {{n, number} adrešu, kas ir arī citos sarakstos} one {{n, number} adresi, kas ir arī citā sarakstā} other {{n, number} adreses, kas ir arī citos sarakstos}}",
    "close.stay": "Paliks sarakstā",
    "close.stay.value":
      "{n, plural, =0 {Neviens: nepiekrita neviens cilvēks} zero {{n, number} cilvēku, kas piekrita} one {{n, number} cilvēks, kas piekrita} other {{n, number} cilvēki, kas piekrita}}",
    "close.unreached": "Nedzēsīsim",
    "close.unreached.value":
      "{n, plural, =0 {Tādu adrešu, kuras jautājums nesasniedza, nav} zero {{n, number} adrešu, kuras jautājums nesasniedza vai par kurām tas nav zināms} one {{n, number} adresi, kuru jautājums nesasniedza vai par kuru tas nav zināms} other {{n, number} adreses, kuras jautājums nesasniedza vai par kurām tas nav zināms}}",
    "close.keep": "Paliks pierādījumi",
    "close.keep.value": "Ieraksts, ka termiņš beidzās bez atbildes, un atzīme, lai šim nolūkam vairs nerakstītu",
    "close.never": "Neatgriezeniski",
    "close.never.value": "Cilvēks sarakstā var atgriezties tikai pats, piesakoties no jauna",
    "close.act":
      "{n, plural, =0 {Noslēgt kampaņu} zero {Noslēgt un dzēst {n, number} adrešu} one {Noslēgt un dzēst {n, number} adresi} other {Noslēgt un dzēst {n, number} adreses}}",
    "close.back": "Nenoslēgt",
    "close.failed": "Kampaņa nav noslēgta, nekas nav dzēsts",
  },
  en: {
    "act.edit": "Edit the draft",
    "act.preview": "Preview",
    "act.send": "Review and send",
    "act.mail": "See the e-mail",
    "lede.draft": "A draft that has been sent to nobody.",
    "lede.planning": "We are preparing the e-mails. They go out when all are ready.",
    "lede.sending": "We are sending. People can answer until {date} at 23:59.",
    "lede.sent": "<b>Answers: {answered, number} of {sent, number}.</b> People can answer until {date} at 23:59.",
    "lede.over": "<b>Answers: {answered, number} of {sent, number}.</b> The deadline ended on {date} at 23:59.",
    "lede.closing": "The campaign is being closed: we are taking the addresses without an answer off the list.",
    "lede.closed": "<b>Answers: {answered, number} of {sent, number}.</b> Closed on {date}.",

    "next.title": "What happens next",
    "next.text":
      "After the deadline nothing is deleted by itself. We take the addresses without an answer off the list only when an administrator closes the campaign, and delete those that are on no other list. Our e-mail promised to do so after {date}, so do not put it off.",
    "next.cancelled":
      "The e-mail said that addresses without an answer would be taken off the list after the deadline. The mailing is cancelled, so this does not happen: whoever does not answer stays on the list as before. The links in the e-mails work, answers count, and the page where people answer says that the mailing was cancelled.",
    "decide.title":
      "{n, plural, =0 {The deadline is over: everybody we reached has answered} one {The deadline is over: {n, number} person has not answered} other {The deadline is over: {n, number} people have not answered}}",
    "decide.text":
      "Silence is not consent. Our e-mail promised to take these addresses off the list after the deadline. Nothing is taken off or deleted until an administrator closes the campaign.",
    "decide.act": "Close the campaign",
    "decide.admin": "A member of staff with the administration role closes the campaign.",

    "progress.planning": "E-mails prepared",
    "progress.sending": "E-mails dealt with",
    "progress.cancelled": "E-mails dealt with",
    "progress.closing": "Addresses taken off the list",
    "progress.left": "You may close the page: the work goes on.",
    "progress.reload": "Reload the figures",

    "balance.title": "Balance",
    "balance.audience": "recipients",
    "balance.sent": "sent",
    "balance.skipped": "skipped",
    "balance.failed": "failed",
    "balance.unknown": "outcome unknown",
    "balance.handed": "with the mail service",
    "balance.waiting": "still to send",
    "balance.planning": "The balance will stand here when all e-mails are prepared.",
    "balance.agrees": "Agrees; counted again at {time}.",
    "balance.unsure":
      "{n, plural, one {Of {n, number} person we do not know for certain that the question arrived: closing the campaign does not delete this address.} other {Of {n, number} people we do not know for certain that the question arrived: closing the campaign does not delete their addresses.}}",

    "answers.title": "Answers",
    "answers.lede": "We do not track who opens an e-mail.",
    "answers.none": "Answers will stand here once the first e-mail is sent.",
    "answers.chart": "Answers to the e-mails sent",
    "answers.finding":
      "E-mails sent: {sent, number}. {yes, number} said yes, {no, number} said no, {bounced, number} bounced, {silent, number} have not answered, {expired, number} did not answer in time and were taken off.",
    "answers.answer": "Answer",
    "answers.people": "People",
    "answers.share": "Share",
    "answers.what": "What happens to the address and what stays",
    "answers.yes": "Said yes",
    "answers.yes.what": "The address stays on the list; the proof of consent is sealed in the log",
    "answers.no": "Said no",
    "answers.no.what": "Taken off when the answer came; a proof of the refusal and a suppression mark stay",
    "answers.bounced": "Bounced",
    "answers.bounced.what":
      "The question did not arrive; a dead address is taken off at once, the others stay on the list",
    "answers.silent": "Have not answered",
    "answers.silent.what": "We wait; taken off the list when an administrator closes the campaign",
    "answers.silent.what.cancelled": "Stays on the list as before; an answer still counts",
    "answers.expired": "Did not answer in time",
    "answers.expired.what": "Taken off the list; a suppression mark stays",
    "answers.total": "Sent in all",

    "facts.title": "About the campaign",
    "facts.list": "List",
    "facts.purpose": "Purpose",
    "facts.basis": "Legal basis",
    "facts.basis.consent": "Consent, GDPR Art. 6(1)(a)",
    "facts.reason": "Why people expect mail",
    "facts.question": "Text of the question",
    "facts.question.lv": "in Latvian",
    "facts.question.en": "in English",
    "facts.deadline": "Deadline",
    "facts.deadline.value": "{date} at 23:59",
    "facts.none": "not set",

    "history.title": "What happened",
    "history.created": "Draft created",
    "history.sent": "Sending began",
    "history.deadline": "Deadline",
    "history.closed": "Campaign closed",

    "close.title": "Close the campaign and delete addresses?",
    "close.title.none": "Close the campaign?",
    "close.lede": "<b>Addresses without an answer: {n, number}.</b> A deleted address cannot be restored.",
    "close.lede.none": "Everybody we reached has answered: no address needs deleting.",
    "close.delete": "Deleted now",
    "close.delete.value":
      "{n, plural, =0 {No address} one {{n, number} address that is on no other list} other {{n, number} addresses that are on no other list}}",
    "close.leave": "Taken off this list only",
    "close.leave.value":
      "{n, plural, =0 {No address} one {{n, number} address that is on another list too} other {{n, number} addresses that are on other lists too}}",
    "close.stay": "Stay on the list",
    "close.stay.value":
      "{n, plural, =0 {Nobody: no person said yes} one {{n, number} person who said yes} other {{n, number} people who said yes}}",
    "close.unreached": "Not deleted",
    "close.unreached.value":
      "{n, plural, =0 {There is no address that the question did not reach} one {{n, number} address that the question did not reach, or of which we do not know} other {{n, number} addresses that the question did not reach, or of which we do not know}}",
    "close.keep": "Proofs that stay",
    "close.keep.value":
      "A record that the deadline ended without an answer, and a mark not to write again for this purpose",
    "close.never": "Cannot be undone",
    "close.never.value": "A person can come back to the list only by signing up again",
    "close.act":
      "{n, plural, =0 {Close the campaign} one {Close and delete {n, number} address} other {Close and delete {n, number} addresses}}",
    "close.back": "Do not close",
    "close.failed": "The campaign was not closed, nothing was deleted",
  },
});
