/**
 * The desk's words for what a campaign rests on and how it goes out: basis, waves, reminder, opinion, approval, and the
 * notice that a list no longer needs consent. {date} and {when} stand in the locative unless the key's sentence says „līdz”.
 */
import { texts } from "./say.ts";

export const planTexts = texts({
  lv: {
    "ground.title": "Kāpēc drīkst jautāt",
    "ground.lede":
      "Arī jautājums ir sūtījums, tāpēc tam vajadzīgs savs pamats. Šie teksti paliek pierādījumā, saņēmēji tos neredz.",
    basis: "Tiesiskais pamats jautājumam",
    "basis.e": "Uzdevums sabiedrības interesēs",
    "basis.e.hint":
      "VDAR 6. panta 1. punkta e) apakšpunkts: iestāde sakārto sarakstus, lai turpmāk rakstītu tikai tiem, kas to vēlas.",
    "basis.c": "Juridisks pienākums",
    "basis.c.hint": "VDAR 6. panta 1. punkta c) apakšpunkts: jautāt prasa konkrēta tiesību norma.",
    "basis.f": "Leģitīmās intereses",
    "basis.f.hint":
      "VDAR 6. panta 1. punkta f) apakšpunkts: publiskai iestādei tas der tikai ārpus tās uzdevumu izpildes.",
    norm: "Tiesību norma vai uzdevums",
    "norm.hint": "Piemērs: Valsts pārvaldes iekārtas likuma 10. panta trešā daļa.",
    moved: "Kāpēc piekrišana vairs nav vajadzīga",
    "moved.hint":
      "Lēmums un iemesls, kāpēc saraksta nolūks ir uzdevums sabiedrības interesēs. Teksts paliek pierādījumā.",
    reason: "Kāpēc šie cilvēki sagaida iestādes vēstuli",
    proven: "Jautāt arī tiem, kuru piekrišana jau ir pierādīta",
    "proven.hint": "Parasti viņiem nejautājam. Ja jautāsim, viņu klusēšana neko nemainīs.",

    "waves.title": "Kā vēstules izies",
    "waves.lede":
      "Pirmo vēstuli saņem daži nejauši izraudzīti cilvēki. Ja neeksistē vairāk nekā 2\u00a0% viņu adrešu vai kāds sūdzas, sūtīšana apstājas pati.",
    "pilot.size": "Cik cilvēku pirmajā kārtā",
    "pilot.size.hint": "Ierakstiet 0, ja visi saņems uzreiz. Ja sarakstā nav vairāk cilvēku, kārtu nav.",
    "pilot.hours": "Cik stundu gaidīt pirms pārējiem",
    "pilot.hours.hint": "Pēc tam pārējās vēstules izies pašas. Kas drīkst sūtīt, var tās palaist arī uzreiz.",
    reminder: "Atgādinājums tiem, kas neatbild",
    "reminder.hint": "Viens un tikai tiem, kurus pirmā vēstule sasniedza. Atbildes uz to pieskaita šai kampaņai.",
    "reminder.nobody": "Neatgādināt",
    "reminder.nobody.hint": "Ieteicams, ja par adresēm nav piekrišanas pierādījuma.",
    "reminder.proven": "Tikai tiem, kuru piekrišana jau ir pierādīta",
    "reminder.everybody": "Visiem, kas neatbild",
    "reminder.days": "Pēc cik dienām",
    "reminder.days.hint":
      "Skaita no dienas, kad izgājusi pēdējā vēstule. Pēdējās trīs dienās pirms termiņa vairs neatgādinām.",

    mode: "Ko darīt",
    "mode.ask": "Lūgt piekrišanu no jauna",
    "mode.ask.hint": "Klusēšana nav piekrišana: kas neatbildēs, to no saraksta izņemsim.",
    "mode.tell": "Paziņot un dot iespēju atteikties",
    "mode.tell.hint":
      "Informatīvajam sarakstam, kura nolūks tagad ir uzdevums sabiedrības interesēs. Kas neatbildēs, paliks sarakstā.",

    "steps.title": "Soļi līdz nosūtīšanai",
    "steps.ground": "Pamats",
    "steps.texts": "Teksti un termiņš",
    "steps.preview": "Priekšskatījums un izmēģinājuma vēstule",
    "steps.opinion": "Datu aizsardzības speciālista atzinums",
    "steps.approval": "Otra cilvēka apstiprinājums",
    "steps.send": "Nosūtīšana",
    "steps.done": "– gatavs",
    "steps.open": "– vēl nav",
    "steps.see": "– var pārskatīt",
    "steps.ready": "– var nosūtīt",
    "steps.wait": "– kad pārējais būs gatavs",
    "check.opinion": "Datu aizsardzības speciālista atzinums",
    "check.opinion.agrees": "Nav iebildumu ({when}).",
    "check.approval": "Otra cilvēka apstiprinājums",
    "check.approved": "Apstiprināts {when}.",
    "check.plan": "Kārtas un atgādinājums",
    "check.mail": "Vēstules izmērs un piekļūstamība",
    "check.task": "Nolūks ir uzdevums sabiedrības interesēs un ir spēkā",
    "send.tell.no": "Kas atteiksies",
    "send.tell.no.value": "Saraksta vēstules vairs nesaņems; adresi, kuras nav citos sarakstos, dzēsīsim.",
    "send.tell.silence": "Kas neko nedarīs",
    "send.tell.silence.value": "Paliks sarakstā un varēs atteikties jebkurā laikā.",
    "left.proven":
      "{n, plural, zero {Nejautāsim {n, number} cilvēkiem: viņu piekrišana jau ir pierādīta.} one {Nejautāsim {n, number} cilvēkam: viņa piekrišana jau ir pierādīta.} other {Nejautāsim {n, number} cilvēkiem: viņu piekrišana jau ir pierādīta.}}",
    "left.source":
      "{n, plural, zero {Nedrīkst jautāt {n, number} cilvēkiem: viņu adreses ir pirktas, savāktas vai bez zināma avota.} one {Nedrīkst jautāt {n, number} cilvēkam: viņa adrese ir pirkta, savākta vai bez zināma avota.} other {Nedrīkst jautāt {n, number} cilvēkiem: viņu adreses ir pirktas, savāktas vai bez zināma avota.}}",

    "opinion.title": "Datu aizsardzības speciālista atzinums",
    "opinion.lede":
      "Bez atzinuma, kurā nav iebildumu, nekas netiek nosūtīts. Speciālists sūtījumu var apturēt, bet ne pavēlēt.",
    "opinion.about": "Par ko ir atzinums",
    "opinion.list": "Saraksts",
    "opinion.audience": "Cik cilvēku saņems vēstuli",
    "opinion.verdict": "Atzinums",
    "opinion.agrees": "Nav iebildumu",
    "opinion.objects": "Iebilst",
    "opinion.objects.hint": "Kamēr atzinums ir tāds, neko nevar nosūtīt.",
    "opinion.text": "Atzinuma teksts",
    "opinion.text.hint": "Paliek pierādījumā un kampaņas pārskatā. Nerakstiet saņēmēju vārdus un adreses.",
    "opinion.written": "Diena, kurā atzinums dots rakstveidā",
    "opinion.written.hint": "Atzinumu ieraksta administrators, tāpēc norādiet, kura rakstveida atzinuma saturs tas ir.",
    "opinion.act": "Saglabāt atzinumu",
    "opinion.failed": "Atzinums nav saglabāts",
    "opinion.none": "Atzinuma vēl nav.",
    "opinion.void": "Atzinums dots par citu pamatu, tāpēc vairs neder.",
    "opinion.given": "{verdict, select, agrees {Nav iebildumu} other {Iebilst}}, ierakstīts {when}.",
    "opinion.given.written":
      "{verdict, select, agrees {Nav iebildumu} other {Iebilst}}, dots rakstveidā {date}, ierakstīts {when}.",
    "opinion.ask": "Atzinumu sniedz datu aizsardzības speciālists savā darba galdā vai rakstveidā administratoram.",
    "opinion.own": "Iebildumu ierakstīja pats datu aizsardzības speciālists. Mainīt to var tikai viņš.",
    "opinion.open": "Ierakstīt atzinumu",

    "approval.title": "Otra cilvēka apstiprinājums",
    "approval.text":
      "Melnrakstu apstiprina kāds, kas to nav rakstījis. Ja to pēc tam maina, apstiprinājums zaudē spēku.",
    "approval.act": "Apstiprināt šo versiju nosūtīšanai",
    "approval.own": "Savu melnrakstu apstiprināt nevar: to dara kāds, kas to nav rakstījis.",
    "approval.failed": "Melnraksts nav apstiprināts",
  },
  en: {
    "ground.title": "Why people may be asked",
    "ground.lede":
      "The question is itself a mailing, so it needs a basis of its own. These texts stay in the proof; recipients do not see them.",
    basis: "Legal basis for asking",
    "basis.e": "A task in the public interest",
    "basis.e.hint":
      "GDPR Article 6(1)(e): the institution puts its lists in order, so as to write only to those who want it.",
    "basis.c": "A legal obligation",
    "basis.c.hint": "GDPR Article 6(1)(c): a particular provision demands the question.",
    "basis.f": "Legitimate interests",
    "basis.f.hint": "GDPR Article 6(1)(f): for a public authority only outside the performance of its tasks.",
    norm: "Provision or task",
    "norm.hint": "Example: State Administration Structure Law, Section 10(3).",
    moved: "Why consent is no longer needed",
    "moved.hint":
      "The decision, and why the purpose of the list is a task in the public interest. The text stays in the proof.",
    reason: "Why these people expect mail from the institution",
    proven: "Also ask people whose consent is proved already",
    "proven.hint": "Usually we do not ask them. If we do, their silence changes nothing.",

    "waves.title": "How the e-mails go out",
    "waves.lede":
      "A few people, drawn at random, get the first e-mails. If more than 2% of their addresses do not exist, or anybody complains, sending stops by itself.",
    "pilot.size": "How many people in the first wave",
    "pilot.size.hint": "Enter 0 to send to everybody at once. If the list has no more people, there are no waves.",
    "pilot.hours": "How many hours to wait before the rest",
    "pilot.hours.hint": "After that the rest goes out by itself. Whoever may send can also let it go at once.",
    reminder: "Reminder to those who do not answer",
    "reminder.hint": "One, and only to people whom the first e-mail reached. Answers to it count for this campaign.",
    "reminder.nobody": "No reminder",
    "reminder.nobody.hint": "Advised where there is no proof of consent.",
    "reminder.proven": "Only to those whose consent is proved already",
    "reminder.everybody": "To everybody who does not answer",
    "reminder.days": "After how many days",
    "reminder.days.hint":
      "Counted from the day of the last e-mail. Nobody is reminded in the last three days before the deadline.",

    mode: "What to do",
    "mode.ask": "Ask for consent again",
    "mode.ask.hint": "Silence is not consent: whoever does not answer is taken off the list.",
    "mode.tell": "Tell people and let them say no",
    "mode.tell.hint":
      "For a service list whose purpose is now a task in the public interest. Whoever does not answer stays on the list.",

    "steps.title": "Steps to sending",
    "steps.ground": "Basis",
    "steps.texts": "Texts and deadline",
    "steps.preview": "Preview and test mail",
    "steps.opinion": "Opinion of the data protection officer",
    "steps.approval": "Approval by a second person",
    "steps.send": "Sending",
    "steps.done": "– done",
    "steps.open": "– open",
    "steps.see": "– can be reviewed",
    "steps.ready": "– can be sent",
    "steps.wait": "– when the rest is ready",
    "check.opinion": "Opinion of the data protection officer",
    "check.opinion.agrees": "No objections ({when}).",
    "check.approval": "Approval by a second person",
    "check.approved": "Approved on {when}.",
    "check.plan": "Waves and reminder",
    "check.mail": "Size and accessibility of the e-mail",
    "check.task": "The purpose is a task in the public interest and is active",
    "send.tell.no": "Who says no",
    "send.tell.no.value": "Gets no more mail of the list; an address that is on no other list is deleted.",
    "send.tell.silence": "Who does nothing",
    "send.tell.silence.value": "Stays on the list and can say no at any time.",
    "left.proven":
      "{n, plural, one {{n, number} person is not asked: consent is proved already.} other {{n, number} people are not asked: their consent is proved already.}}",
    "left.source":
      "{n, plural, one {{n, number} person may not be asked: the address was bought, collected, or has no known source.} other {{n, number} people may not be asked: their addresses were bought, collected, or have no known source.}}",

    "opinion.title": "Opinion of the data protection officer",
    "opinion.lede":
      "Without an opinion that has no objections nothing is sent. The officer may stop a mailing, never order one.",
    "opinion.about": "What the opinion is about",
    "opinion.list": "List",
    "opinion.audience": "How many people get the e-mail",
    "opinion.verdict": "Opinion",
    "opinion.agrees": "No objections",
    "opinion.objects": "Objects",
    "opinion.objects.hint": "While the opinion is this, nothing can be sent.",
    "opinion.text": "Text of the opinion",
    "opinion.text.hint":
      "It stays in the proof and in the report of the campaign. Write no names and no addresses of recipients.",
    "opinion.written": "Day on which the opinion was given in writing",
    "opinion.written.hint": "An administrator records it, so say which written opinion this is.",
    "opinion.act": "Save the opinion",
    "opinion.failed": "The opinion was not saved",
    "opinion.none": "There is no opinion yet.",
    "opinion.void": "The opinion was given on other reasons, so it no longer counts.",
    "opinion.given": "{verdict, select, agrees {No objections} other {Objects}}, recorded on {when}.",
    "opinion.given.written":
      "{verdict, select, agrees {No objections} other {Objects}}, given in writing on {date}, recorded on {when}.",
    "opinion.ask": "The data protection officer gives it at his own desk, or in writing to an administrator.",
    "opinion.own": "The data protection officer recorded this objection in person. Nobody else can change it.",
    "opinion.open": "Record the opinion",

    "approval.title": "Approval by a second person",
    "approval.text":
      "Somebody who did not write the draft approves it. If it is changed afterwards, the approval is void.",
    "approval.act": "Approve this version for sending",
    "approval.own": "You wrote this draft, so somebody else approves it.",
    "approval.failed": "The draft was not approved",
  },
});
