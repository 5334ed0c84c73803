/**
 * The desk's words for the middle and the end of a campaign: the wait after the pilot, the deletion that is to come and who
 * may stop it, people who were not reached. {date} stands in the case that the sentence needs: „līdz” takes the dative.
 */
import { texts } from "./say.ts";

export const endingTexts = texts({
  lv: {
    "pilot.title": "Pirmā kārta",
    "pilot.sending":
      "{n, plural, zero {Vispirms vēstuli saņem {n, number} nejauši izraudzītu cilvēku.} one {Vispirms vēstuli saņem {n, number} nejauši izraudzīts cilvēks.} other {Vispirms vēstuli saņem {n, number} nejauši izraudzīti cilvēki.}} Pārējie gaida.",
    "pilot.waiting":
      "{n, plural, zero {Pirmā kārta ir izgājusi: {n, number} vēstuļu.} one {Pirmā kārta ir izgājusi: {n, number} vēstule.} other {Pirmā kārta ir izgājusi: {n, number} vēstules.}} Pārējās izies pašas {when}, ja tikmēr neviens nesūdzēsies un neatklāsies pārāk daudz neesošu adrešu.",
    "pilot.act":
      "{n, plural, zero {Nosūtīt pārējās {n, number} vēstules tagad} one {Nosūtīt pārējo {n, number} vēstuli tagad} other {Nosūtīt pārējās {n, number} vēstules tagad}}",
    "pilot.so-far":
      "Līdz šim: atgriezušās vēstules {bounced, number}, sūdzības par surogātpastu {complained, number}, atteikumi {no, number}.",
    "pilot.rule":
      "Sūtīšana apstājas pati, ja neeksistē vairāk nekā divi procenti pirmās kārtas adrešu vai kāds sūdzas.",

    "reminder.title": "{title}: atgādinājums",
    "reminder.lede": "Atgādinājums tiem, kas kampaņā nebija atbildējuši. Atbildes uz to skaitām kampaņā.",

    "next.title": "Kas notiks tālāk",
    "next.ask":
      "Atbildēt var līdz {date} plkst.\u00a023.59. Pēc tam programma pati izņems no saraksta to cilvēku adreses, kuri nav atbildējuši, un dzēsīs tās, ja to nav citos sarakstos. Trīs dienas iepriekš par to paziņosim te un darba galdā.",
    "next.tell": "Atteikties var jebkurā laikā. Pēc {date} kampaņa noslēgsies pati: kas neko nedarīs, paliks sarakstā.",
    "next.late":
      "Vēstulē norādītais termiņš ir {named}, bet pēdējā vēstule izgāja vēlu. Tāpēc gaidīsim ilgāk: katram ir vismaz 14\u00a0dienas.",
    "next.postponed": "Termiņš ir pagarināts no {from} līdz {date}. Iemesls: {reason}",
    "next.postponed.mails":
      "{n, plural, zero {Pirms tam izgāja {n, number} vēstuļu} one {Pirms tam izgāja {n, number} vēstule} other {Pirms tam izgāja {n, number} vēstules}}: tajās minētā diena ir {from}, bet lapa, uz kuru tās ved, rāda jauno. Vēlākās vēstulēs ir jaunā diena.",
    "next.reminder": "Atgādinājums izies {when}.",
    "next.reminder.missed":
      "Atgādinājums pats neizies: tā diena pienāca, kamēr programma nedarbojās, vai datubāze ir atjaunota no kopijas un tas jau var būt izsūtīts.",
    "next.reminder.late": "Atgādinājums pats neizies: tā diena ir pārāk tuvu pēdējai dienai.",
    "next.reminder.over":
      "Nosūtīt to vairs nevar, jo līdz pēdējai dienai ir mazāk nekā 3\u00a0dienas un saņēmēji nepagūtu atbildēt.",
    "next.reminder.over.postpone": "Ja termiņu pagarina, to varēs.",
    "next.reminder.by-hand": "Nosūtīt to var līdz {until}.",
    "act.remind": "Nosūtīt atgādinājumu",
    "remind.title": "Vai nosūtīt atgādinājumu?",
    "remind.lede": "Vēl vienu vēstuli saņem tikai tie, kas nav atbildējuši. Otra atgādinājuma nebūs.",
    "remind.people": "Saņēmēji",
    "remind.people.value":
      "{n, plural, zero {{n, number} cilvēku} one {{n, number} cilvēks} other {{n, number} cilvēki}}",
    "remind.until": "Atbildēt var līdz",
    "remind.mail": "Vēstule",
    "remind.mail.value": "Kampaņas vēstule ar teikumu, ka jautājam vēlreiz",
    "remind.twice":
      "Datubāze ir atjaunota no rezerves kopijas. Ja atgādinājums izgāja pēc kopijas, saņēmēji to saņems otrreiz.",
    "remind.act":
      "{n, plural, zero {Nosūtīt {n, number} vēstuļu} one {Nosūtīt {n, number} vēstuli} other {Nosūtīt {n, number} vēstules}}",
    "remind.back": "Nesūtīt",
    "next.reminded": "Atgādinājums ir izgājis: tā vēstules ir uzskaitītas atsevišķi.",
    "next.reminded.link": "Skatīt atgādinājumu",

    "soon.title":
      "{n, plural, =0 {Atbildējuši visi, kurus sasniedzām} zero {Nav atbildējuši {n, number} cilvēku: viņu adreses dzēsīsim} one {Nav atbildējis {n, number} cilvēks: viņa adresi dzēsīsim} other {Nav atbildējuši {n, number} cilvēki: viņu adreses dzēsīsim}}",
    "soon.title.stopped":
      "{n, plural, zero {Dzēšana apturēta: nav atbildējuši {n, number} cilvēku} one {Dzēšana apturēta: nav atbildējis {n, number} cilvēks} other {Dzēšana apturēta: nav atbildējuši {n, number} cilvēki}}",
    "soon.when":
      "Dzēšana sāksies pati {when}. Dzēstu adresi nevar atjaunot: cilvēks var tikai pats pieteikties no jauna.",
    "soon.nothing": "Ja neko nedarīsiet, dzēšana notiks tāpat.",
    "soon.stopped":
      "Datu aizsardzības speciālists dzēšanu ir apturējis. Nekas netiks dzēsts, kamēr viņš neierakstīs citu atzinumu vai kampaņu neanulēs.",
    "soon.restored":
      "Datubāze ir atjaunota no rezerves kopijas, tāpēc daļa atbilžu var būt zudusi. Pati programma neko nedzēsīs: izvērtējiet un noslēdziet vai anulējiet kampaņu.",
    "soon.delete": "Dzēsīsim",
    "soon.leave": "Izņemsim tikai no šī saraksta",
    "soon.kept": "Klusē, bet paliks sarakstā",
    "soon.kept.value":
      "{n, plural, zero {{n, number} cilvēku, kuru piekrišana ir pierādīta vai apstrāde ierobežota} one {{n, number} cilvēks, kura piekrišana ir pierādīta vai apstrāde ierobežota} other {{n, number} cilvēki, kuru piekrišana ir pierādīta vai apstrāde ierobežota}}",
    "soon.unreached": "Jautājums nesasniedza, nedzēsīsim",
    "soon.people":
      "{n, plural, =0 {nevienu} zero {{n, number} cilvēku} one {{n, number} cilvēku} other {{n, number} cilvēkus}}",
    "soon.elsewhere": "Pieteicās citā sarakstā, paliks",
    "soon.elsewhere.value":
      "{n, plural, zero {{n, number} cilvēku, kas kampaņas laikā piekrita tam pašam nolūkam} one {{n, number} cilvēks, kas kampaņas laikā piekrita tam pašam nolūkam} other {{n, number} cilvēki, kas kampaņas laikā piekrita tam pašam nolūkam}}",
    "act.postpone": "Pagarināt termiņu",
    "act.opinion": "Datu aizsardzības speciālista atzinums",
    "act.annul": "Anulēt kampaņu",
    "act.close": "Noslēgt tagad",

    "opinion.none": "Datu aizsardzības speciālista atzinuma par dzēšanu vēl nav.",
    "opinion.given":
      "Datu aizsardzības speciālists {verdict, select, agrees {neiebilst} other {iebilst}} ({when}): {text}",

    "postpone.title": "Vai pagarināt termiņu?",
    "postpone.lede": "Termiņu var pagarināt vienu reizi. Līdz jaunajai dienai atbildes skaitām un nevienu nedzēšam.",
    "postpone.now": "Tagad atbildes skaitām līdz",
    "postpone.to": "Jaunā pēdējā diena",
    "postpone.to.hint": "Vēlāka par pašreizējo, bet ne vairāk kā 60\u00a0dienas vēlāka.",
    "postpone.to.least":
      "{least, plural, zero {Vismaz {least, number}\u00a0dienu} one {Vismaz {least, number}\u00a0dienu} other {Vismaz {least, number}\u00a0dienas}} no šodienas, lai atbildēt pagūtu arī tie, kam vēstule vēl nav nosūtīta; ne vairāk kā 60\u00a0dienas.",
    "postpone.mails": "Vēstules",
    "postpone.mails.new":
      "Vēl nenosūtītajās vēstulēs būs jaunā diena. Jau nosūtītajās paliek agrākā, bet lapa, uz kuru tās ved, rādīs jauno.",
    "postpone.mails.old": "Jau nosūtītajās vēstulēs paliek agrākā diena, bet lapa, uz kuru tās ved, rādīs jauno.",
    "postpone.then": "Pēc tam",
    "postpone.then.resume":
      "Sūtījums vēl ir apturēts. To atsāk darbinieks ar administrēšanas vai sarakstu un sūtījumu sagatavošanas lomu.",
    reason: "Iemesls",
    "reason.hint": "Paliek pierādījumā un kampaņas pārskatā. Nerakstiet cilvēku vārdus un adreses.",
    "postpone.act": "Pagarināt termiņu",
    "postpone.back": "Nepagarināt",
    failed: "Nekas nav mainīts",

    "stop.title": "Atzinums par dzēšanu",
    "stop.lede": "Datu aizsardzības speciālists dzēšanu var apturēt, bet ne pavēlēt.",
    "stop.about": "Par ko ir atzinums",
    "stop.back": "Atpakaļ bez izmaiņām",

    "annul.title": "Vai anulēt kampaņu?",
    "annul.lede": "Anulētā kampaņā neviena adrese netiek dzēsta klusēšanas dēļ.",
    "annul.answers": "Saņemtās atbildes",
    "annul.answers.value": "Paliek spēkā: {yes, number} piekrita, {no, number} atteicās.",
    "annul.silent": "Kas nav atbildējis",
    "annul.silent.value":
      "{n, plural, zero {{n, number} cilvēku paliks sarakstā kā līdz šim} one {{n, number} cilvēks paliks sarakstā kā līdz šim} other {{n, number} cilvēki paliks sarakstā kā līdz šim}}",
    "annul.act": "Anulēt kampaņu",
    "annul.back": "Neanulēt",

    "unreached.title":
      "{n, plural, zero {Jautājums nesasniedza {n, number} cilvēku} one {Jautājums nesasniedza {n, number} cilvēku} other {Jautājums nesasniedza {n, number} cilvēkus}}",
    "unreached.text": "Viņi nav klusējuši, tāpēc noslēgšana viņus neskar. Par viņiem jāizlemj atsevišķi.",
    "unreached.open": "Izlemt par viņiem",
    "unreached.decided":
      "{decision, select, keep {Par cilvēkiem, kurus jautājums nesasniedza, izlemts: paliek sarakstā un viņiem var jautāt vēlāk.} other {Par cilvēkiem, kurus jautājums nesasniedza, izlemts: izņemti no saraksta.}}",
    "unreached.page": "Cilvēki, kurus jautājums nesasniedza",
    "unreached.why": "Kāpēc nesasniedza",
    "unreached.reason": "Iemesls",
    "unreached.people": "Cilvēki",
    "unreached.total": "Kopā",
    "unreached.choice": "Ko darīt",
    "unreached.keep": "Atstāt sarakstā",
    "unreached.keep.hint": "Viņiem var jautāt citā kampaņā. Citu vēstuļu viņi nesaņems.",
    "unreached.remove": "Izņemt no saraksta",
    "unreached.remove.hint":
      "Adreses, kuru nav citos sarakstos, dzēsīsim. To drīkst darbinieks ar apstiprināšanas vai administrēšanas lomu. Nesūtīšanas atzīmi nerakstām.",
    "unreached.act": "Saglabāt lēmumu",
    "unreached.back": "Atpakaļ bez izmaiņām",
    "unreached.none": "Tādu cilvēku nav.",

    "history.opinion":
      "Datu aizsardzības speciālista atzinums par {about, select, deletion {dzēšanu} other {jautājumu}}: {verdict, select, agrees {neiebilst} other {iebilst}}",
    "history.approved": "Melnraksts apstiprināts nosūtīšanai",
    "history.rest": "Sākta pārējo vēstuļu sūtīšana",
    "history.reminder": "Sākts atgādinājums tiem, kas nav atbildējuši",
    "history.postponed": "Termiņš pagarināts līdz {date}",
    "history.annulled": "Kampaņa anulēta",
    "history.unreached":
      "{decision, select, keep {Izlemts: nesasniegtie paliek sarakstā} other {Izlemts: nesasniegtie izņemti no saraksta}}",
    "history.closing": "{by, select, system {Termiņš beidzās, programma sāka noslēgšanu} other {Sākta noslēgšana}}",
  },
  en: {
    "pilot.title": "First wave",
    "pilot.sending":
      "{n, plural, one {First {n, number} person, drawn at random, gets the e-mail.} other {First {n, number} people, drawn at random, get the e-mail.}} The others wait.",
    "pilot.waiting":
      "{n, plural, one {The first wave is out: {n, number} e-mail.} other {The first wave is out: {n, number} e-mails.}} The rest goes out by itself on {when}, if nobody complains meanwhile and not too many addresses turn out not to exist.",
    "pilot.act":
      "{n, plural, one {Send the other {n, number} e-mail now} other {Send the other {n, number} e-mails now}}",
    "pilot.so-far":
      "So far: returned e-mails {bounced, number}, spam complaints {complained, number}, refusals {no, number}.",
    "pilot.rule":
      "Sending stops by itself if more than two per cent of the addresses of the first wave do not exist, or anybody complains.",

    "reminder.title": "{title}: reminder",
    "reminder.lede": "A reminder to those who had not answered the campaign. Answers to it count in the campaign.",

    "next.title": "What happens next",
    "next.ask":
      "People can answer until {date} at 23:59. After that the program takes the addresses of those who have not answered off the list by itself, and deletes them if they are on no other list. Three days before, this page and the desk say so.",
    "next.tell":
      "People can say no at any time. After {date} the campaign closes by itself: whoever does nothing stays on the list.",
    "next.late":
      "The e-mail names {named}, but the last e-mail went out late. So we wait longer: everybody has at least 14 days.",
    "next.postponed": "The deadline was postponed from {from} to {date}. Reason: {reason}",
    "next.postponed.mails":
      "{n, plural, one {Before that, {n, number} e-mail had gone out: it names} other {Before that, {n, number} e-mails had gone out: they name}} {from}, but the page behind the link shows the new day. Later e-mails name the new one.",
    "next.reminder": "The reminder goes out on {when}.",
    "next.reminder.missed":
      "The reminder does not go out by itself: its day came while the program did not run, or the database was restored from a copy and it may have gone out already.",
    "next.reminder.late": "The reminder does not go out by itself: its day is too near the last day.",
    "next.reminder.over":
      "It can no longer be sent, because less than 3 days are left until the last day and recipients would have no time to answer.",
    "next.reminder.over.postpone": "If the deadline is postponed, it can.",
    "next.reminder.by-hand": "It can be sent until {until}.",
    "act.remind": "Send the reminder",
    "remind.title": "Send the reminder?",
    "remind.lede": "Only those who have not answered get one more e-mail. There is no second reminder.",
    "remind.people": "Recipients",
    "remind.people.value": "{n, plural, one {{n, number} person} other {{n, number} people}}",
    "remind.until": "People can answer until",
    "remind.mail": "E-mail",
    "remind.mail.value": "The e-mail of the campaign, with a sentence that we ask once more",
    "remind.twice":
      "The database was restored from a copy. If the reminder went out after the copy was made, recipients get it a second time.",
    "remind.act": "{n, plural, one {Send {n, number} e-mail} other {Send {n, number} e-mails}}",
    "remind.back": "Do not send",
    "next.reminded": "The reminder has gone out: its e-mails are counted apart.",
    "next.reminded.link": "See the reminder",

    "soon.title":
      "{n, plural, =0 {Everybody whom we reached has answered} one {{n, number} person has not answered: the address will be deleted} other {{n, number} people have not answered: their addresses will be deleted}}",
    "soon.title.stopped":
      "{n, plural, one {Deletion stopped: {n, number} person has not answered} other {Deletion stopped: {n, number} people have not answered}}",
    "soon.when":
      "The deletion begins by itself on {when}. A deleted address cannot be restored: only the person can sign up again.",
    "soon.nothing": "If you do nothing, the deletion happens all the same.",
    "soon.stopped":
      "The data protection officer has stopped the deletion. Nothing is deleted until he records another opinion or the campaign is annulled.",
    "soon.restored":
      "The database was restored from a copy, so some answers may be lost. The program deletes nothing by itself: assess it, and close or annul the campaign.",
    "soon.delete": "Will be deleted",
    "soon.leave": "Taken off this list only",
    "soon.kept": "Silent, but stay on the list",
    "soon.kept.value":
      "{n, plural, one {{n, number} person whose consent is proved or whose data are restricted} other {{n, number} people whose consent is proved or whose data are restricted}}",
    "soon.unreached": "Not reached by the question, not deleted",
    "soon.people": "{n, plural, =0 {nobody} one {{n, number} person} other {{n, number} people}}",
    "soon.elsewhere": "Signed up on another list, stay",
    "soon.elsewhere.value":
      "{n, plural, one {{n, number} person who consented to the same purpose during the campaign} other {{n, number} people who consented to the same purpose during the campaign}}",
    "act.postpone": "Postpone the deadline",
    "act.opinion": "Opinion of the data protection officer",
    "act.annul": "Annul the campaign",
    "act.close": "Close now",

    "opinion.none": "There is no opinion of the data protection officer on the deletion yet.",
    "opinion.given":
      "The data protection officer {verdict, select, agrees {has no objections} other {objects}} ({when}): {text}",

    "postpone.title": "Postpone the deadline?",
    "postpone.lede": "The deadline can be postponed once. Until the new day answers count and nobody is deleted.",
    "postpone.now": "Answers count now until",
    "postpone.to": "New last day",
    "postpone.to.hint": "Later than the present one, and at most 60 days later.",
    "postpone.to.least":
      "{least, plural, one {At least {least, number} day} other {At least {least, number} days}} from today, so that whoever has not been sent the e-mail yet has time to answer; at most 60 days.",
    "postpone.mails": "E-mails",
    "postpone.mails.new":
      "E-mails that have not been sent yet name the new day. Those that have been sent keep the earlier one, but the page that they link to shows the new one.",
    "postpone.mails.old":
      "E-mails that have been sent keep the earlier day, but the page that they link to shows the new one.",
    "postpone.then": "Afterwards",
    "postpone.then.resume":
      "The mailing is still paused. A member of staff with the role for administration or for lists and mailings can resume it.",
    reason: "Reason",
    "reason.hint": "It stays in the proof and in the report of the campaign. Write no names and no addresses.",
    "postpone.act": "Postpone the deadline",
    "postpone.back": "Do not postpone",
    failed: "Nothing was changed",

    "stop.title": "Opinion on the deletion",
    "stop.lede": "The data protection officer may stop the deletion, never order it.",
    "stop.about": "What the opinion is about",
    "stop.back": "Back without changes",

    "annul.title": "Annul the campaign?",
    "annul.lede": "In an annulled campaign no address is deleted for silence.",
    "annul.answers": "Answers given",
    "annul.answers.value": "They stand: {yes, number} yes, {no, number} no.",
    "annul.silent": "Who has not answered",
    "annul.silent.value":
      "{n, plural, one {{n, number} person stays on the list as before} other {{n, number} people stay on the list as before}}",
    "annul.act": "Annul the campaign",
    "annul.back": "Do not annul",

    "unreached.title":
      "{n, plural, one {The question did not reach {n, number} person} other {The question did not reach {n, number} people}}",
    "unreached.text": "They were not silent, so the closing does not touch them. They need a decision of their own.",
    "unreached.open": "Decide about them",
    "unreached.decided":
      "{decision, select, keep {It was decided about the people whom the question did not reach: they stay on the list and may be asked later.} other {It was decided about the people whom the question did not reach: they were taken off the list.}}",
    "unreached.page": "People whom the question did not reach",
    "unreached.why": "Why it did not reach them",
    "unreached.reason": "Reason",
    "unreached.people": "People",
    "unreached.total": "Total",
    "unreached.choice": "What to do",
    "unreached.keep": "Keep them on the list",
    "unreached.keep.hint": "Another campaign may ask them. They get no other mail.",
    "unreached.remove": "Take them off the list",
    "unreached.remove.hint":
      "Addresses that are on no other list are deleted. Staff with the role of approval or administration may do it. No suppression mark is written.",
    "unreached.act": "Save the decision",
    "unreached.back": "Back without changes",
    "unreached.none": "There are none.",

    "history.opinion":
      "Opinion of the data protection officer on {about, select, deletion {the deletion} other {the question}}: {verdict, select, agrees {no objections} other {objects}}",
    "history.approved": "Draft approved for sending",
    "history.rest": "Sending of the rest begun",
    "history.reminder": "Reminder to those who have not answered begun",
    "history.postponed": "Deadline postponed to {date}",
    "history.annulled": "Campaign annulled",
    "history.unreached":
      "{decision, select, keep {Decided: who was not reached stays on the list} other {Decided: who was not reached was taken off the list}}",
    "history.closing": "{by, select, system {The deadline passed, the program began to close} other {Closing begun}}",
  },
});
