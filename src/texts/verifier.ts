/**
 * The offline verifier: verdicts, steps, and the page around them. Read by an inspector or a lawyer who has never seen the
 * program. {time} is a moment in UTC to the millisecond; {origin} is the name of a log.
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
  | "claimed"
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
  | "event.people"
  | "event.people.value"
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
      "Viena rinda, piemēram, news.ministry.example/log+1a2b3c4d+A… Iestādes vietnē tā ir lapā /log/keys. Ja to ievadīsiet pirms pārbaudes, redzēsiet, vai parakstīja tieši šī atslēga.",
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
    "stamp.value": "{time}, {authority}. Sertifikātu ķēdes beigās ir sertifikāts, kura SHA-256 ir {root}.",
    "stamp.claimed": "Izdevējs to sauc par kvalificētu.",
    counts: "Ieraksti: {records}. Notikumi: {events}. Iestādes darbības: {acts}.",
    verdicts: "Secinājumi",
    claimed: "Komplekts nav derīgs un to tikai apgalvo: {vouched}",
    noticed: "Kas jāzina",
    "nothing.wrong": "Nekas nav mainīts, un nekā netrūkst.",
    steps: "Pārbaudes soļi",
    "step.none": "Komplektā nav nekā, ko šajā solī pārbaudīt.",
    events: "Notikumi",
    record: "Ieraksts",
    acts: "Iestādes darbības",
    "event.heading": "{n}. {what}",
    "event.when": "Laiks pēc iestādes pulksteņa",
    "event.by": "Žurnālā ne vēlāk kā",
    "event.by.none": "Bez laika zīmoga nav zināms",
    "event.who": "Kas to apliecina",
    "event.how": "Kā",
    "event.entry": "Ieraksts žurnālā",
    "event.entry.value": "Nr.\u00a0{index, number}",
    "event.entry.none": "Nav pierādīts",
    "event.lists": "Saraksti",
    "event.details": "Ziņas par personu",
    "event.people": "Cilvēki",
    "event.people.value": "Kopā {all, number}. Par {proved, number} no viņiem komplekts to pierāda.",
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
      "Vai viss tiešām notika tā, kā iestāde ierakstījusi. Žurnāls rāda tikai to, ka ierakstītais vēlāk nav mainīts.",
    "not.shown.later": "Vai pēc pēdējā notikuma bija vēl kāds, piemēram, atsaukums.",
    "not.shown.words":
      "Vai pārskats (report) un README saka to pašu: tie ir tikai lasīšanai. Noteicošais ir tas, kas redzams šeit.",
    offline: "Šī lapa neko nesūta un neko nelejupielādē: to liedz tajā ierakstītie noteikumi.",
    fault: "Pārbaude apstājās kļūdas dēļ, un secinājuma nav. Kļūda ir pārbaudes rīkā.",

    "result.valid": "Derīgs",
    "result.invalid": "Nederīgs",
    "result.erased": "Dzēsts vai nav pievienots",
    "result.not-checkable": "Nav pārbaudāms",

    "verdict.bytes": "Vai notikumi ir neskarti?",
    "verdict.bytes.valid":
      "Jā. Katrs notikums ir tieši tāds, kāds tas nostiprināts žurnālā „{origin}”, ko parakstījusi šeit norādītā atslēga.",
    "verdict.bytes.invalid": "Nē. Kaut kas ir mainīts vai neatbilst žurnālam. Uz šo komplektu nevar paļauties.",
    "verdict.bytes.erased":
      "To vairs nevar pateikt: atslēgas, ar kurām notikumus salīdzina ar žurnālu, ir iznīcinātas.",
    "verdict.bytes.not-checkable":
      "Par visiem to nevar pateikt: daļa notikumu žurnālā vēl nebija nostiprināta. Pārējie ir neskarti.",
    "verdict.time": "Kad notikumi jau bija ierakstīti?",
    "verdict.time.valid": "Ne vēlāk kā {time}. To apliecina neatkarīgs laika zīmogs.",
    "verdict.time.invalid": "Laika zīmogs nav derīgs vai ir pretrunā notikumiem.",
    "verdict.time.stated":
      "Pēc laika zīmoga komplektā – ne vēlāk kā {time}. Vai zīmoga izdevējam var uzticēties, no komplekta vien nav zināms.",
    "verdict.time.erased": "Laika zīmogs ir dzēsts.",
    "verdict.time.not-checkable":
      "Ne par visiem to apliecina kas neatkarīgs: laika zīmoga nav, vai arī tas neaptver visus notikumus. Kur tā nav, laiku norāda tikai iestādes pulkstenis.",
    "verdict.content": "Vai saturs saskan?",
    "verdict.content.valid":
      "Jā. Notikumi seko cits citam, pa vidu netrūkst neviena, un viss, kas tajos norādīts, ir komplektā.",
    "verdict.content.invalid": "Nē. Notikumi vai tiem pievienotais ir pretrunīgi.",
    "verdict.content.erased":
      "Jā. Notikumi seko cits citam, pa vidu netrūkst neviena. Daļa ziņu par personu ir dzēsta vai nav pievienota; pārējās atbilst notikumiem.",
    "verdict.content.not-checkable":
      "Notikumi seko cits citam, pa vidu netrūkst neviena, bet daļas no tā, kas tajos norādīts, komplektā nav.",
  },
  en: {
    title: "Check a bundle of proofs",
    lead: "This page checks a bundle of proofs without the internet. The file you choose stays on this device.",
    choose: "Bundle of proofs (ZIP file) or certificate (JSON file)",
    "choose.hint": "Choose a file, or drag it into this field.",
    drop: "Drop the file here",
    working: "Checking the proof…",
    "working.count": "Checking the proof… {done} of {all}",
    again: "Check another bundle",
    print: "Print",
    language: "Language",
    "key.label": "The log’s key as the institution has published it (optional)",
    "key.hint":
      "One line, for example news.ministry.example/log+1a2b3c4d+A… On the institution’s site it is on the page /log/keys. If you enter it before the check, you will see whether this very key signed.",
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
    "stamp.value": "{time}, {authority}. The chain of certificates ends in the one with SHA-256 {root}.",
    "stamp.claimed": "Its issuer calls it qualified.",
    counts: "Records: {records}. Events: {events}. Acts of the institution: {acts}.",
    verdicts: "Verdicts",
    claimed: "The bundle is not valid and only claims this: {vouched}",
    noticed: "What you need to know",
    "nothing.wrong": "Nothing is changed, and nothing is missing.",
    steps: "Steps of the check",
    "step.none": "The bundle has nothing to check in this step.",
    events: "Events",
    record: "Record",
    acts: "Acts of the institution",
    "event.heading": "{n}. {what}",
    "event.when": "Time by the institution’s clock",
    "event.by": "In the log no later than",
    "event.by.none": "Not known without a time stamp",
    "event.who": "Whose word it is",
    "event.how": "How",
    "event.entry": "Entry in the log",
    "event.entry.value": "No.\u00a0{index, number}",
    "event.entry.none": "Not proved",
    "event.lists": "Lists",
    "event.details": "Personal details",
    "event.people": "People",
    "event.people.value": "{all, number} in all. Of {proved, number} of them the bundle proves it.",
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
      "Whether everything really happened as the institution recorded it. The log only shows that what was recorded has not changed since.",
    "not.shown.later": "Whether anything followed the last event, such as a withdrawal.",
    "not.shown.words":
      "Whether the report and the README say the same: they are for reading only. What counts is what is shown here.",
    offline: "This page sends nothing and loads nothing from the network: its own rules forbid it.",
    fault: "The check stopped because of a fault, and there is no verdict. The fault is in the verifier.",

    "result.valid": "Valid",
    "result.invalid": "Invalid",
    "result.erased": "Erased or left out",
    "result.not-checkable": "Not checkable",

    "verdict.bytes": "Are the events intact?",
    "verdict.bytes.valid":
      "Yes. Each event is exactly as it was sealed in the log “{origin}” that the key shown here signed.",
    "verdict.bytes.invalid": "No. Something was changed or does not fit the log. This bundle cannot be relied on.",
    "verdict.bytes.erased":
      "It can no longer be told: the keys by which the events are compared with the log were destroyed.",
    "verdict.bytes.not-checkable":
      "It cannot be told of all: some events were not sealed in the log yet. The others are intact.",
    "verdict.time": "By when had the events been recorded?",
    "verdict.time.valid": "No later than {time}. An independent time stamp shows it.",
    "verdict.time.invalid": "The time stamp is not valid, or contradicts the events.",
    "verdict.time.stated":
      "By the time stamp in the bundle, no later than {time}. Whether its issuer can be trusted cannot be known from the bundle alone.",
    "verdict.time.erased": "The time stamp was erased.",
    "verdict.time.not-checkable":
      "Nothing independent shows it of all events: there is no time stamp, or it does not cover them all. Where there is none, only the institution’s clock gives the time.",
    "verdict.content": "Does the content fit together?",
    "verdict.content.valid":
      "Yes. The events follow each other without a gap, and all that they name is in the bundle.",
    "verdict.content.invalid": "No. The events, or what comes with them, contradict each other.",
    "verdict.content.erased":
      "Yes. The events follow each other without a gap. Some personal details were erased or left out; the others fit the events.",
    "verdict.content.not-checkable":
      "The events follow each other without a gap, but some of what they name is not in the bundle.",
  },
});
