/**
 * The offline verifier: verdicts, steps, and the page around them. Read by an inspector or a lawyer who has never seen the
 * program. {time} is an ISO 8601 stamp in UTC; {origin} is the name of a log.
 */
import type { Status, VerdictName } from "../domain/proofs/rules/verify/verdict.ts";
import { texts } from "./say.ts";

type Key =
  | "title"
  | "lead"
  | "choose"
  | "choose.hint"
  | "drop"
  | "working"
  | "working.count"
  | "again"
  | "print"
  | "language"
  | "key.label"
  | "key.hint"
  | "key.wrong"
  | "file"
  | "file.sha256"
  | "controller"
  | "origin"
  | "keys"
  | "stamps"
  | "stamp.value"
  | "stamp.claimed"
  | "counts"
  | "verdicts"
  | "noticed"
  | "nothing.wrong"
  | "steps"
  | "step.none"
  | "events"
  | "record"
  | "acts"
  | "event.heading"
  | "event.when"
  | "event.by"
  | "event.by.none"
  | "event.who"
  | "event.how"
  | "event.entry"
  | "event.entry.value"
  | "event.entry.none"
  | "event.lists"
  | "event.details"
  | "event.erased"
  | "event.text"
  | "event.text.hash"
  | "event.text.none"
  | "event.raw"
  | "act.other"
  | "more"
  | "not.shown"
  | "not.shown.who"
  | "not.shown.true"
  | "not.shown.later"
  | "not.shown.words"
  | "offline"
  | "fault"
  | `result.${Status}`
  | `verdict.${VerdictName}`
  | "verdict.time.stated"
  | "authority.label"
  | "authority.hint"
  | "authority.wrong"
  | `verdict.${VerdictName}.${Status}`;

export const verifierTexts = texts<Key>({
  lv: {
    title: "Pierādījumu komplekta pārbaude",
    lead: "Šī lapa pārbauda pierādījumu komplektu bez interneta. Izvēlētā datne paliek šajā ierīcē.",
    choose: "Pierādījumu komplekts (ZIP datne) vai apliecinājums (JSON datne)",
    "choose.hint": "Izvēlieties datni vai ievelciet to šajā laukā.",
    drop: "Atlaidiet datni šeit",
    working: "Pārbaudām pierādījumu…",
    "working.count": "Pārbaudām pierādījumu… {done} no {all}",
    again: "Pārbaudīt citu komplektu",
    print: "Drukāt",
    language: "Valoda",
    "key.label": "Iestādes publicētā žurnāla atslēga (neobligāts lauks)",
    "key.hint":
      "Viena rinda, piemēram, news.ministry.example/log+1a2b3c4d+A… Ja to ievadīsiet pirms pārbaudes, redzēsiet, vai parakstīja tieši šī atslēga.",
    "key.wrong": "Atslēga nav pareiza. Nokopējiet visu rindu.",
    file: "Datne",
    "file.sha256": "Datnes SHA-256",
    controller: "Pārzinis",
    origin: "Žurnāls",
    keys: "Atslēgas, kas parakstīja",
    stamps: "Laika zīmogi",
    "authority.label": "Laika zīmoga izdevēja sertifikāts, kam uzticaties (neobligāts lauks)",
    "authority.hint":
      "PEM datne, piemēram, no Eiropas Savienības uzticamības saraksta. Ar to laika zīmogu var pārbaudīt pilnībā.",
    "authority.wrong": "Datnē nav neviena sertifikāta.",
    "stamp.value": "{time}, {authority}. Ķēdes beigās ir sertifikāts ar SHA-256 {root}.",
    "stamp.claimed": "Izdevējs to sauc par kvalificētu.",
    counts: "Ieraksti: {records}. Notikumi: {events}. Iestādes darbības: {acts}.",
    verdicts: "Secinājumi",
    noticed: "Kas jāzina",
    "nothing.wrong": "Nekas nav mainīts, un nekā netrūkst.",
    steps: "Soļi",
    "step.none": "Komplektā nav nekā, ko šajā solī pārbaudīt.",
    events: "Notikumi",
    record: "Ieraksts",
    acts: "Iestādes darbības",
    "event.heading": "{n}. {what}",
    "event.when": "Laiks pēc iestādes pulksteņa",
    "event.by": "Pastāvēja ne vēlāk kā",
    "event.by.none": "Nav zināms bez laika zīmoga",
    "event.who": "Kas to apliecina",
    "event.how": "Kā",
    "event.entry": "Ieraksts žurnālā",
    "event.entry.value": "Nr.\u00a0{index, number}",
    "event.entry.none": "Nav pierādīts",
    "event.lists": "Saraksti",
    "event.details": "Personas ziņas",
    "event.erased":
      "{n, plural, zero {{n, number} ziņas ir dzēstas vai nav pievienotas.} one {{n, number} ziņa ir dzēsta vai nav pievienota.} other {{n, number} ziņas ir dzēstas vai nav pievienotas.}}",
    "event.text": "Teksts, ko rādīja",
    "event.text.hash": "SHA-256 {hash}",
    "event.text.none": "Teksta ar šo jaucējvērtību komplektā nav.",
    "event.raw": "Notikums, kāds tas ir žurnālā",
    "act.other": "Iestādes darbība „{typ}”",
    more: "Rādīt vēl",
    "not.shown": "Ko šī pārbaude nerāda",
    "not.shown.who": "Kurš cilvēks nospieda pogu. Saiti no vēstules var atvērt arī kāds cits.",
    "not.shown.true":
      "Vai tas, ko apgalvo iestāde, tiešām noticis. Žurnāls rāda, kad tas ierakstīts un ka kopš tā laika nav mainīts.",
    "not.shown.later": "Vai pēc pēdējā notikuma bija vēl kāds, piemēram, atsaukums.",
    "not.shown.words":
      "Vai pareizs ir pārskats (report) un README: tie ir tikai lasīšanai. Ticiet tam, kas redzams šeit.",
    offline: "Šī lapa neko nesūta un neko nelādē no tīkla: to liedz pašas lapas noteikumi.",
    fault: "Pārbaude apstājās kļūdas dēļ, un secinājuma nav. Kļūda ir pārbaudes rīkā.",

    "result.valid": "Derīgs",
    "result.invalid": "Nederīgs",
    "result.erased": "Dzēsts vai nav pievienots",
    "result.not-checkable": "Bez tīkla nav pārbaudāms",

    "verdict.bytes": "Vai baiti ir neskarti?",
    "verdict.bytes.valid":
      "Jā. Katrs notikums ir tieši tāds, kāds tas nostiprināts žurnālā „{origin}”, ko parakstījusi šeit norādītā atslēga.",
    "verdict.bytes.invalid": "Nē. Kaut kas ir mainīts vai neatbilst žurnālam. Uz šo komplektu nevar paļauties.",
    "verdict.bytes.erased": "Vairs nevar pateikt: atslēgas, kas atver ierakstus, ir iznīcinātas.",
    "verdict.bytes.not-checkable": "Ne visi: daļa notikumu žurnālā vēl nebija nostiprināta. Pārējie ir neskarti.",
    "verdict.time": "Kad tas jau pastāvēja?",
    "verdict.time.valid": "Ne vēlāk kā {time}. To apliecina neatkarīgs laika zīmogs.",
    "verdict.time.invalid": "Laika zīmogs nav derīgs vai ir pretrunā notikumiem.",
    "verdict.time.stated":
      "Pēc laika zīmoga komplektā – ne vēlāk kā {time}. Vai zīmoga izdevējam var uzticēties, bez tīkla nav zināms.",
    "verdict.time.erased": "Laika zīmogs ir dzēsts.",
    "verdict.time.not-checkable":
      "Neatkarīgi to nevar pateikt: laika zīmoga nav, vai tas neaptver visus notikumus. Laiku norāda iestādes pulkstenis.",
    "verdict.content": "Ko tas saka?",
    "verdict.content.valid": "Notikumi seko cits citam bez pārtraukuma, un viss, ko tie nosauc, ir komplektā.",
    "verdict.content.invalid": "Notikumi vai tiem pievienotais ir pretrunīgi.",
    "verdict.content.erased":
      "Notikumi seko cits citam bez pārtraukuma. Daļa personas ziņu ir dzēsta vai nav pievienota; pārējās ir īstas.",
    "verdict.content.not-checkable":
      "Notikumi seko cits citam bez pārtraukuma, bet daļa no tā, ko tie nosauc, komplektā nav.",
  },
  en: {
    title: "Check a bundle of proofs",
    lead: "This page checks a bundle of proofs without the internet. The file you choose stays on this device.",
    choose: "Bundle of proofs (ZIP file) or receipt (JSON file)",
    "choose.hint": "Choose a file, or drag it into this field.",
    drop: "Drop the file here",
    working: "Checking the proof…",
    "working.count": "Checking the proof… {done} of {all}",
    again: "Check another bundle",
    print: "Print",
    language: "Language",
    "key.label": "The log’s key as the institution has published it (optional)",
    "key.hint":
      "One line, for example news.ministry.example/log+1a2b3c4d+A… If you enter it before the check, you will see whether this very key signed.",
    "key.wrong": "The key is not right. Copy the whole line.",
    file: "File",
    "file.sha256": "SHA-256 of the file",
    controller: "Controller",
    origin: "Log",
    keys: "Keys that signed",
    stamps: "Time stamps",
    "authority.label": "Certificate of a time-stamp issuer that you trust (optional)",
    "authority.hint":
      "A PEM file, for example from a trusted list of the European Union. With it the time stamp can be checked fully.",
    "authority.wrong": "There is no certificate in the file.",
    "stamp.value": "{time}, {authority}. The chain ends in the certificate with SHA-256 {root}.",
    "stamp.claimed": "Its issuer calls it qualified.",
    counts: "Records: {records}. Events: {events}. Acts of the institution: {acts}.",
    verdicts: "Verdicts",
    noticed: "What you need to know",
    "nothing.wrong": "Nothing is changed, and nothing is missing.",
    steps: "Steps",
    "step.none": "The bundle has nothing to check in this step.",
    events: "Events",
    record: "Record",
    acts: "Acts of the institution",
    "event.heading": "{n}. {what}",
    "event.when": "Time by the institution’s clock",
    "event.by": "Existed no later than",
    "event.by.none": "Not known without a time stamp",
    "event.who": "Who vouches for it",
    "event.how": "How",
    "event.entry": "Entry in the log",
    "event.entry.value": "No.\u00a0{index, number}",
    "event.entry.none": "Not proved",
    "event.lists": "Lists",
    "event.details": "Personal details",
    "event.erased":
      "{n, plural, one {{n, number} detail was erased or left out.} other {{n, number} details were erased or left out.}}",
    "event.text": "The text that was shown",
    "event.text.hash": "SHA-256 {hash}",
    "event.text.none": "The text with this hash is not in the bundle.",
    "event.raw": "The event as it is in the log",
    "act.other": "Act of the institution “{typ}”",
    more: "Show more",
    "not.shown": "What this check does not show",
    "not.shown.who": "Which person pressed the button. Somebody else can open a link from an e-mail, too.",
    "not.shown.true":
      "Whether what the institution stated really happened. The log shows when it was recorded and that it has not changed since.",
    "not.shown.later": "Whether anything followed the last event, such as a withdrawal.",
    "not.shown.words":
      "Whether the report and the README are right: they are for reading only. Rely on what is shown here.",
    offline: "This page sends nothing and loads nothing from the network: its own rules forbid it.",
    fault: "The check stopped because of a fault, and there is no verdict. The fault is in the verifier.",

    "result.valid": "Valid",
    "result.invalid": "Invalid",
    "result.erased": "Erased or left out",
    "result.not-checkable": "Not checkable offline",

    "verdict.bytes": "Are the bytes intact?",
    "verdict.bytes.valid":
      "Yes. Each event is exactly as it was sealed in the log “{origin}” that the key shown here signed.",
    "verdict.bytes.invalid": "No. Something was changed or does not fit the log. This bundle cannot be relied on.",
    "verdict.bytes.erased": "It can no longer be told: the keys that open the entries were destroyed.",
    "verdict.bytes.not-checkable": "Not all: some events were not sealed in the log yet. The others are intact.",
    "verdict.time": "By when did it exist?",
    "verdict.time.valid": "No later than {time}. An independent time stamp shows it.",
    "verdict.time.invalid": "The time stamp is not valid, or contradicts the events.",
    "verdict.time.stated":
      "By the time stamp in the bundle, no later than {time}. Whether its issuer can be trusted cannot be known offline.",
    "verdict.time.erased": "The time stamp was erased.",
    "verdict.time.not-checkable":
      "It cannot be told independently: there is no time stamp, or it does not cover all events. The institution’s clock gives the time.",
    "verdict.content": "What does it say?",
    "verdict.content.valid": "The events follow each other without a gap, and all that they name is in the bundle.",
    "verdict.content.invalid": "The events, or what comes with them, contradict each other.",
    "verdict.content.erased":
      "The events follow each other without a gap. Some personal details were erased or left out; the others are genuine.",
    "verdict.content.not-checkable":
      "The events follow each other without a gap, but some of what they name is not in the bundle.",
  },
});
