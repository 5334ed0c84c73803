/**
 * Pausing, going on with and cancelling a mailing; why it stands. {when} is day and time in the genitive (after "kopš"),
 * {date} the locative, {time} a moment with its own preposition ("at 15:30"), {name} a person in the nominative.
 */
import { texts } from "./say.ts";

export const haltTexts = texts({
  lv: {
    "act.pause": "Apturēt sūtīšanu",
    "act.cancel": "Atcelt sūtījumu",
    "act.resume":
      "{n, plural, =0 {Atsākt sūtīšanu} zero {Atsākt un nosūtīt vēl {n, number} vēstuļu} one {Atsākt un nosūtīt vēl {n, number} vēstuli} other {Atsākt un nosūtīt vēl {n, number} vēstules}}",

    "lede.paused": "Sūtīšana ir apturēta kopš {when}.",
    "lede.cancelled":
      "<b>Nosūtītās vēstules: {sent, number} no {audience, number}.</b> Sūtījums atcelts {when}; pārējās nesūtām.",
    "in-doubt":
      "{n, plural, zero {Vēl {n, number} vēstules ir nodotas e-pasta pakalpojumam, un to iznākums nav zināms. Apturēt tās vairs nevar.} one {Vēl {n, number} vēstule ir nodota e-pasta pakalpojumam, un tās iznākums nav zināms. Apturēt to vairs nevar.} other {Vēl {n, number} vēstules ir nodotas e-pasta pakalpojumam, un to iznākums nav zināms. Apturēt tās vairs nevar.}}",

    "why.person": "Sūtīšanu apturēja darbinieks",
    "why.person.named": "Sūtīšanu apturēja {name}",
    "why.person.look": "Pirms atsākšanas pārliecinieties, ka iemesls apturēt ir novērsts.",
    "why.outage": "Programma ilgāk par stundu nedarbojās",
    "why.outage.look":
      "Pēc tik ilga pārtraukuma sūtīšana pati neturpinās, jo vēstule var būt novecojusi. Izlasiet to vēlreiz un pārbaudiet termiņu.",
    "why.restored": "Datubāze, iespējams, ir atjaunota no rezerves kopijas vai pārvietota",
    "why.restored.look":
      "Kopija nezina, kas noticis pēc tās izveides. Kas tikmēr vēstuli saņēma, saņemtu to vēlreiz; kas tikmēr atteicās, te vēl ir sarakstā. Noskaidrojiet pie administratora, vai datubāze ir atjaunota un cik veca ir kopija. Ja datubāze ir tā pati, sūtīšanu var atsākt; ja to nevar noskaidrot, sūtījumu labāk atcelt.",
    "seen.silence": "Pēdējā programmas dzīvības zīme: {from}. Nākamā: {until}.",
    "seen.no-witness":
      "Kas to rāda: blakus datubāzei nav datnes „heartbeat” ar programmas dzīvības zīmēm. Datne ir ārpus rezerves kopijām, tāpēc tās nav arī vietā, kur datubāze atjaunota vai pārvietota; tās nav arī tad, ja kāds to ir izdzēsis.",
    "seen.older":
      "Kas to rāda: datnē „heartbeat” ārpus datubāzes ir jaunāka programmas dzīvības zīme nekā datubāzē. Pēdējā šajā datubāzē: {from}.",
    "seen.no-beat":
      "Kas to rāda: datubāzē nav nevienas programmas dzīvības zīmes, bet datnē „heartbeat” ārpus tās tāda ir.",
    "seen.other-place":
      "Kas to rāda: iestatījumos ir cita datubāzes adrese nekā iepriekšējā reizē. Pēdējā dzīvības zīme: {from}.",
    "why.bounces": "Pārāk daudz adrešu neeksistē",
    "why.bounces.look":
      "Tā notiek, ja saraksts ir vecs vai adreses nav norādījuši paši cilvēki. Pārbaudiet, no kurienes tās ir. Ja arī turpmāk tādu būs tikpat daudz, sūtīšana apstāsies vēlreiz.",
    "why.complaints": "Saņēmēji par vēstulēm sūdzas",
    "why.complaints.look":
      "Cilvēki vēstuli atzīmēja kā surogātpastu. Pārbaudiet, vai viņi to varēja gaidīt un vai no teksta ir skaidrs, kas raksta un kāpēc. Ja arī turpmāk sūdzību būs tikpat daudz, sūtīšana apstāsies vēlreiz.",
    "why.pilot-bounces": "Pirmajā kārtā pārāk daudz adrešu neeksistē",
    "why.pilot-bounces.look":
      "Robeža ir divi procenti no pirmās kārtas. Pārējie cilvēki vēstuli vēl nav saņēmuši. Pārbaudiet, no kurienes adreses ir un vai saraksts nav novecojis. Atsākta sūtīšana turpināsies, un tas pats noteikums skaitīs no jauna.",
    "why.pilot-complaints": "Pirmajā kārtā kāds par vēstuli sūdzas",
    "why.pilot-complaints.look":
      "Pārējie cilvēki vēstuli vēl nav saņēmuši. Pārbaudiet, vai viņi to var gaidīt un vai no teksta ir skaidrs, kas raksta un kāpēc. Kas sūdzējās, tam vairs nerakstīsim.",
    "why.policy": "Saņēmēju serveri mūsu vēstules noraida",
    "why.policy.look":
      "Iemesls ir sūtītājs vai vēstule, nevis adreses: domēna iestatījumi (SPF, DKIM, DMARC), reputācija vai saturs. To noskaidro iestādes domēna uzturētājs kopā ar e-pasta pakalpojuma sniedzēju. Pirmoreiz sūtīšana apstājas jau pēc viena noraidījuma, pēc atsākšanas – ja to atkal ir daudz.",
    "why.domain": "Viens domēns noraida daudzas vēstules",
    "why.domain.look":
      "Kāda domēna serveris īsā laikā noraidīja daudz mūsu vēstuļu. Pagaidiet vai sazinieties ar tā uzturētāju. Ja noraidījums nav novērsts, sūtīšana apstāsies vēlreiz.",
    "why.deadline": "Pēdējā diena, kad var atbildēt, ir pagājusi",
    "why.deadline.look":
      "Šo jautājumu vairs nesūtām, jo termiņā vairs nevar atbildēt. Pagariniet termiņu vai atceliet sūtījumu.",
    "why.provider": "E-pasta pakalpojums mūsu vēstules nepieņem",
    "why.provider.look":
      "Pārbaudiet, vai pakalpojums darbojas un vai atslēga, sūtītāja domēns, konts un rēķini ir kārtībā. Ja viss ir kārtībā, noraidīta var būt pati vēstule: iemeslu rāda pakalpojuma žurnāls. Kam vēstuli nosūtīt neizdevās, tas paliks sarakstā; kad iemesls būs novērsts, šīs vēstules varēs sūtīt vēlreiz. Ja pakalpojums vēstules arī turpmāk nepieņems, sūtīšana apstāsies vēlreiz.",
    "why.other": "Sūtīšana apstājās pati",
    "why.other.look": "Iemesls šai programmas versijai nav zināms. Jautājiet administratoram.",
    go: "Atsākta sūtīšana turpināsies no vietas, kur tā apstājās: kas vēstuli jau saņēma, otru nesaņems.",
    "go.waiting":
      "{n, plural, zero {Pārējās {n, number} vēstules gaida pēc pirmās kārtas un izies pašas {when}, ja līdz tam nekas neapstāsies no jauna.} one {Vēl {n, number} vēstule gaida pēc pirmās kārtas un izies pati {when}, ja līdz tam nekas neapstāsies no jauna.} other {Pārējās {n, number} vēstules gaida pēc pirmās kārtas un izies pašas {when}, ja līdz tam nekas neapstāsies no jauna.}} Pēc atsākšanas tās var palaist arī uzreiz.",
    "go.restored": "Atsākta sūtīšana turpināsies no vietas, kas ierakstīta šajā datubāzē.",
    "who.resume":
      "Atsāk darbinieks ar administrēšanas vai sarakstu un sūtījumu sagatavošanas lomu. Pati no sevis sūtīšana neatsāksies.",
    "by-itself": "Pati no sevis sūtīšana neatsāksies.",
    "who.cancel": "Atceļ darbinieks ar administrēšanas, apstiprināšanas vai sarakstu un sūtījumu sagatavošanas lomu.",
    "over.title": "Termiņš ir beidzies, kamēr sūtījums stāvēja",
    "over.text":
      "Šo jautājumu vairs nesūtām, jo termiņā vairs nevar atbildēt. Termiņu var pagarināt vienu reizi, un tam vajag iemeslu. Tad sūtīšanu varēs atsākt, un vēstulēs būs jaunā diena. Ja sūtījumu atceļ, saņemtās atbildes paliek spēkā, un tiem, kas vēstuli nesaņēma, var jautāt jaunā kampaņā.",
    "over.text.again":
      "Šo jautājumu vairs nesūtām, jo termiņā vairs nevar atbildēt. Termiņš jau vienu reizi ir pagarināts. Atceliet sūtījumu: saņemtās atbildes paliks spēkā, un tiem, kas vēstuli nesaņēma, varēs jautāt jaunā kampaņā.",
    "over.reminder":
      "Šo atgādinājumu vairs nesūtām, jo termiņā vairs nevar atbildēt. Ja kampaņas termiņu pagarina, atgādinājumu var atsākt.",
    "over.campaign": "Skatīt kampaņu",
    "over.act": "Pagarināt termiņu",
    "over.moved": "Termiņš ir pagarināts, sūtīšanu var atsākt",
    moved: "Atbildes tagad gaidām līdz {date}. Vēstulēs, kas vēl izies, būs šī diena.",
    short:
      "Vēstulēs minētā pēdējā diena ir {date}, tāpēc pēdējiem saņēmējiem atbildei paliks maz laika. Atbildes gaidīsim vismaz 14\u00a0dienas pēc pēdējās vēstules. Ja termiņu pagarina, vēstulēs ir jaunā diena.",
    "who.postpone": "Termiņu pagarina darbinieks ar administrēšanas vai apstiprināšanas lomu.",

    "cancel.title": "Vai atcelt sūtījumu?",
    "cancel.lede": "Jau nosūtītās vēstules paliks saņēmējiem, pārējās nesūtīsim.",
    "cancel.none": "Nesaņems",
    "cancel.none.value":
      "{n, plural, =0 {Vairs nav neviena, kam sūtīt} zero {{n, number} cilvēku, kam vēstule vēl nav nosūtīta} one {{n, number} cilvēks, kam vēstule vēl nav nosūtīta} other {{n, number} cilvēki, kam vēstule vēl nav nosūtīta}}",
    "cancel.sent": "Apturēt vairs nevar",
    "cancel.sent.value":
      "{n, plural, =0 {Neviena vēstule vēl nav nosūtīta} zero {{n, number} vēstuļu, kas jau ir nosūtītas} one {{n, number} vēstuli, kas jau ir nosūtīta} other {{n, number} vēstules, kas jau ir nosūtītas}}",
    "cancel.handed": "Nodots e-pasta pakalpojumam",
    "cancel.handed.value":
      "{n, plural, zero {{n, number} vēstuļu, par kurām atbildes vēl nav; tās var pienākt} one {{n, number} vēstule, par kuru atbildes vēl nav; tā var pienākt} other {{n, number} vēstules, par kurām atbildes vēl nav; tās var pienākt}}",
    "cancel.doubt": "Iznākums nav zināms",
    "cancel.doubt.value":
      "{n, plural, zero {{n, number} vēstuļu; daļa no tām var būt pienākusi} one {{n, number} vēstule; tā var būt pienākusi} other {{n, number} vēstules; daļa no tām var būt pienākusi}}",
    "cancel.answers": "Atbildes",
    "cancel.answers.value": "Saites nosūtītajās vēstulēs darbosies, un atbildes būs spēkā",
    "cancel.silent": "Kas neatbildēs",
    "cancel.silent.value": "Paliks sarakstā kā līdz šim: klusēšanas dēļ nevienu adresi neizņemsim un nedzēsīsim",
    "cancel.never": "Pēc atcelšanas",
    "cancel.never.issue": "Atceltu sūtījumu nevar atsākt; no tā var sākt jaunu jaunumu vēstuli",
    "cancel.never.value": "Atceltu sūtījumu nevar atsākt; cilvēkiem, kas to nesaņēma, var jautāt jaunā kampaņā",
    "cancel.act":
      "{n, plural, =0 {Atcelt sūtījumu} zero {Atcelt sūtījumu un nesūtīt {n, number} vēstuļu} one {Atcelt sūtījumu un nesūtīt {n, number} vēstuli} other {Atcelt sūtījumu un nesūtīt {n, number} vēstules}}",
    "cancel.back": "Neatcelt",

    "history.finished": "Sūtīšana pabeigta",
    "history.paused": "Sūtīšana apturēta",
    "history.stopped": "Sūtīšana apstājās pati",
    "history.resumed": "Sūtīšana atsākta",
    "history.cancelled": "Sūtījums atcelts",
    "history.unknown.sent":
      "{n, plural, zero {Izlemts: {n, number} vēstules ar nezināmu iznākumu uzskatīt par nosūtītām} one {Izlemts: {n, number} vēstuli ar nezināmu iznākumu uzskatīt par nosūtītu} other {Izlemts: {n, number} vēstules ar nezināmu iznākumu uzskatīt par nosūtītām}}",
    "history.unknown.again":
      "{n, plural, zero {Izlemts: {n, number} vēstuļu ar nezināmu iznākumu sūtīt vēlreiz} one {Izlemts: {n, number} vēstuli ar nezināmu iznākumu sūtīt vēlreiz} other {Izlemts: {n, number} vēstules ar nezināmu iznākumu sūtīt vēlreiz}}",
    "history.planned-anew":
      "{n, plural, zero {Vēlreiz sūtām {n, number} vēstuļu, ko neizdevās nosūtīt} one {Vēlreiz sūtām {n, number} vēstuli, ko neizdevās nosūtīt} other {Vēlreiz sūtām {n, number} vēstules, ko neizdevās nosūtīt}}",
    "history.at": "{time}, {name}",
    "history.at.cli": "{time}, {name} (komandrindā)",
    "history.cli": "komandrinda",

    "bar.blocked.rate_limit": "E-pasta pakalpojums lūdz sūtīt lēnāk: turpināsim {time}.",
    "bar.blocked.in_flight": "E-pasta pakalpojums vēl apstrādā iepriekšējo porciju: turpināsim {time}.",
    "bar.blocked.quota_day":
      "E-pasta pakalpojums vēstules pieņems {time} vai vēlāk: dienas kvota ir izlietota. Nekas nav jādara, sūtīšana turpināsies pati.",
    "bar.blocked.quota_month":
      "E-pasta pakalpojuma mēneša kvota ir izlietota; nākamais mēģinājums {time}. Ja gaidīt nevar, lūdziet pakalpojuma sniedzēju kvotu palielināt.",
    "bar.blocked.setup":
      "E-pasta pakalpojums neļauj mums sūtīt: jāpārbauda atslēga, sūtītāja domēns vai konts. Nākamais mēģinājums {time}.",
    "bar.blocked.busy": "E-pasta pakalpojums pašlaik ir pārslogots. Nākamais mēģinājums {time}.",
    "bar.blocked.unreachable": "E-pasta pakalpojums nav sasniedzams. Nākamais mēģinājums {time}.",
    "bar.blocked.other": "Gaidām atbildi no e-pasta pakalpojuma. Nākamais mēģinājums {time}.",
    "bar.not-before": "Vēstules sūtīsim {time} vai vēlāk, kā noteikts sūtījumā.",
    "bar.doubt":
      "{n, plural, zero {Par {n, number} vēstulēm e-pasta pakalpojums vēl nav atbildējis; jautāsim vēlreiz {time}.} one {Par {n, number} vēstuli e-pasta pakalpojums vēl nav atbildējis; jautāsim vēlreiz {time}.} other {Par {n, number} vēstulēm e-pasta pakalpojums vēl nav atbildējis; jautāsim vēlreiz {time}.}}",
    "bar.later":
      "{n, plural, zero {Saņēmēju serveri pašlaik nepieņem {n, number} vēstuļu; nākamais mēģinājums {time}.} one {Saņēmēja serveris pašlaik nepieņem {n, number} vēstuli; nākamais mēģinājums {time}.} other {Saņēmēju serveri pašlaik nepieņem {n, number} vēstules; nākamais mēģinājums {time}.}}",
    "bar.lease": "Darbs ir pārtraukts vai notiek citur; turpināsim {time} vai agrāk.",
  },
  en: {
    "act.pause": "Pause sending",
    "act.cancel": "Cancel the mailing",
    "act.resume":
      "{n, plural, =0 {Resume sending} one {Resume and send {n, number} more e-mail} other {Resume and send {n, number} more e-mails}}",

    "lede.paused": "Sending has been paused since {when}.",
    "lede.cancelled":
      "<b>E-mails sent: {sent, number} of {audience, number}.</b> Cancelled on {when}; the others are not sent.",
    "in-doubt":
      "{n, plural, one {{n, number} more e-mail is with the mail service, and its outcome is not known. It can no longer be stopped.} other {{n, number} more e-mails are with the mail service, and their outcome is not known. They can no longer be stopped.}}",

    "why.person": "A member of staff paused sending",
    "why.person.named": "{name} paused sending",
    "why.person.look": "Before you resume, make sure that the reason for the pause is gone.",
    "why.outage": "The program did not run for more than an hour",
    "why.outage.look":
      "After so long a break sending does not go on by itself, because the e-mail may be out of date. Read it again and check the deadline.",
    "why.restored": "The database may have been restored from a copy, or moved",
    "why.restored.look":
      "A copy does not know what happened after it was made. Whoever got the e-mail meanwhile would get it again; whoever left meanwhile is still on the list here. Ask the administrator whether the database was restored, and how old the copy is. If it is the same database, sending can be resumed; if nobody can tell, it is better to cancel the mailing.",
    "seen.silence": "The program’s last sign of life: {from}. The next one: {until}.",
    "seen.no-witness":
      "What shows it: beside the database there is no file “heartbeat” with the program’s signs of life. The file is kept out of backups, so it is missing where the database was restored or moved; it is also missing if somebody has deleted it.",
    "seen.older":
      "What shows it: the file “heartbeat” outside the database has a newer sign of life than the database. The last one in this database: {from}.",
    "seen.no-beat":
      "What shows it: the database has no sign of life of the program, but the file “heartbeat” outside it has one.",
    "seen.other-place":
      "What shows it: the settings name another address of the database than before. The last sign of life: {from}.",
    "why.bounces": "Too many addresses do not exist",
    "why.bounces.look":
      "This happens when a list is old, or people did not give the addresses themselves. Check where they come from. If as many turn up again, sending stops again.",
    "why.complaints": "Recipients complain about the e-mails",
    "why.complaints.look":
      "People marked the e-mail as spam. Check whether they could expect it, and whether the text makes clear who is writing and why. If as many complain again, sending stops again.",
    "why.pilot-bounces": "Too many addresses of the first wave do not exist",
    "why.pilot-bounces.look":
      "The limit is two per cent of the first wave. Nobody else has got the e-mail yet. Check where the addresses come from and whether the list is out of date. If sending resumes, the same rule counts anew.",
    "why.pilot-complaints": "Somebody of the first wave complains about the e-mail",
    "why.pilot-complaints.look":
      "Nobody else has got the e-mail yet. Check whether people can expect it, and whether the text makes clear who is writing and why. Whoever complained gets no more mail.",
    "why.policy": "Receiving systems refuse our e-mails",
    "why.policy.look":
      "The reason is the sender or the e-mail, not the addresses: the domain’s settings (SPF, DKIM, DMARC), its reputation, or the content. Whoever runs the institution’s domain finds out with the mail service. At first one refusal is enough to stop sending; after it resumes, only many of them.",
    "why.domain": "One domain refuses many e-mails",
    "why.domain.look":
      "The server of one domain refused many of our e-mails in a short time. Wait, or ask whoever runs it. If the refusals go on, sending stops again.",
    "why.deadline": "The last day to answer is over",
    "why.deadline.look":
      "This question is not sent any more, because nobody could answer it in time. Postpone the deadline or cancel the mailing.",
    "why.provider": "The mail service does not take our e-mails",
    "why.provider.look":
      "Check that the service is working, and that its key, the sender’s domain, the account and the bills are in order. If they are, the e-mail itself may have been refused: the service’s log says why. Whoever it could not be sent to stays on the list; once the cause is repaired, these e-mails can be sent again. If the service still does not take the e-mails, sending stops again.",
    "why.other": "Sending stopped by itself",
    "why.other.look": "This version of the program does not know the reason. Ask the administrator.",
    go: "When sending resumes, it continues where it stopped: whoever already has the e-mail gets no second one.",
    "go.waiting":
      "{n, plural, one {{n, number} more e-mail waits after the first wave and goes out by itself on {when}, unless something stops it anew.} other {The other {n, number} e-mails wait after the first wave and go out by themselves on {when}, unless something stops them anew.}} Once sending is resumed, they can also be sent at once.",
    "go.restored": "When sending resumes, it continues from the point recorded in this database.",
    "who.resume":
      "A member of staff with the role for administration or for lists and mailings can resume it. Sending never resumes by itself.",
    "by-itself": "Sending never resumes by itself.",
    "who.cancel":
      "A member of staff with the role for administration, for approval or for lists and mailings can cancel it.",
    "over.title": "The deadline passed while the mailing was paused",
    "over.text":
      "This question is not sent any more, because nobody could answer it in time. The deadline can be postponed once, with a reason. Then sending can be resumed, and the e-mails name the new day. If the mailing is cancelled, the answers received stay valid, and whoever got no e-mail can be asked in a new campaign.",
    "over.text.again":
      "This question is not sent any more, because nobody could answer it in time. The deadline was postponed once already. Cancel the mailing: the answers received stay valid, and whoever got no e-mail can be asked in a new campaign.",
    "over.reminder":
      "This reminder is not sent any more, because nobody could answer it in time. If the deadline of the campaign is postponed, the reminder can be resumed.",
    "over.campaign": "See the campaign",
    "over.act": "Postpone the deadline",
    "over.moved": "The deadline was postponed, sending can be resumed",
    moved: "We now wait for answers until {date}. The e-mails still to go out name this day.",
    short:
      "The e-mails name {date} as the last day, so the last recipients have little time to answer. We wait for answers at least 14 days after the last e-mail. If the deadline is postponed, the e-mails name the new day.",
    "who.postpone": "A member of staff with the role for administration or for approval can postpone the deadline.",

    "cancel.title": "Cancel the mailing?",
    "cancel.lede": "E-mails already sent stay with their recipients; the others will not go.",
    "cancel.none": "Will not get it",
    "cancel.none.value":
      "{n, plural, =0 {Nobody is left to send to} one {{n, number} person who has not been sent the e-mail yet} other {{n, number} people who have not been sent the e-mail yet}}",
    "cancel.sent": "Can no longer be stopped",
    "cancel.sent.value":
      "{n, plural, =0 {No e-mail has been sent yet} one {{n, number} e-mail that has already been sent} other {{n, number} e-mails that have already been sent}}",
    "cancel.handed": "With the mail service",
    "cancel.handed.value":
      "{n, plural, one {{n, number} e-mail that has no answer yet; it may arrive} other {{n, number} e-mails that have no answer yet; they may arrive}}",
    "cancel.doubt": "Outcome unknown",
    "cancel.doubt.value":
      "{n, plural, one {{n, number} e-mail; it may have arrived} other {{n, number} e-mails; some may have arrived}}",
    "cancel.answers": "Answers",
    "cancel.answers.value": "The links in e-mails that were sent keep working, and the answers count",
    "cancel.silent": "Whoever does not answer",
    "cancel.silent.value": "Stays on the list as before: nobody is taken off or deleted for silence",
    "cancel.never": "After cancelling",
    "cancel.never.issue": "A cancelled mailing cannot be resumed; a new newsletter can begin as its copy",
    "cancel.never.value":
      "A cancelled mailing cannot be resumed; whoever did not get it can be asked in a new campaign",
    "cancel.act":
      "{n, plural, =0 {Cancel the mailing} one {Cancel, and do not send {n, number} e-mail} other {Cancel, and do not send {n, number} e-mails}}",
    "cancel.back": "Do not cancel",

    "history.finished": "Sending finished",
    "history.paused": "Sending paused",
    "history.stopped": "Sending stopped by itself",
    "history.resumed": "Sending resumed",
    "history.cancelled": "Mailing cancelled",
    "history.unknown.sent":
      "{n, plural, one {Decided: {n, number} e-mail of unknown outcome counts as sent} other {Decided: {n, number} e-mails of unknown outcome count as sent}}",
    "history.unknown.again":
      "{n, plural, one {Decided: {n, number} e-mail of unknown outcome is sent again} other {Decided: {n, number} e-mails of unknown outcome are sent again}}",
    "history.planned-anew":
      "{n, plural, one {Sending {n, number} failed e-mail again} other {Sending {n, number} failed e-mails again}}",
    "history.at.cli": "{time}, {name} (at the command line)",
    "history.cli": "command line",
    "history.at": "{time}, {name}",

    "bar.blocked.rate_limit": "The mail service asks us to send more slowly: we go on {time}.",
    "bar.blocked.in_flight": "The mail service is still busy with the last batch: we go on {time}.",
    "bar.blocked.quota_day":
      "The mail service takes mail again {time} or later: the day’s quota is used up. There is nothing to do, sending goes on by itself.",
    "bar.blocked.quota_month":
      "The mail service’s quota for the month is used up; the next try is {time}. If it is urgent, ask the service for a larger quota.",
    "bar.blocked.setup":
      "The mail service does not let us send: its key, the sender’s domain or the account needs checking. The next try is {time}.",
    "bar.blocked.busy": "The mail service is overloaded just now. The next try is {time}.",
    "bar.blocked.unreachable": "The mail service cannot be reached. The next try is {time}.",
    "bar.blocked.other": "We are waiting for the mail service. The next try is {time}.",
    "bar.not-before": "The e-mails go out {time} or later, as the mailing says.",
    "bar.doubt":
      "{n, plural, one {The mail service has not answered about {n, number} e-mail; we ask again {time}.} other {The mail service has not answered about {n, number} e-mails; we ask again {time}.}}",
    "bar.later":
      "{n, plural, one {The recipient’s server does not take {n, number} e-mail now; the next try is {time}.} other {The recipients’ servers do not take {n, number} e-mails now; the next try is {time}.}}",
    "bar.lease": "The work was interrupted or runs elsewhere; it goes on {time} or earlier.",
  },
});
