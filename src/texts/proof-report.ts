/**
 * The report in a proof bundle: read and printed by people who do not know this program (an inspector, a lawyer, a judge). It
 * speaks of the person in the third person. {when} is a date with its time in the locative, {lists} are names in quotes.
 */
import type { ReportKey } from "../domain/proofs/rules/report/words.ts";
import { texts } from "./say.ts";

export const proofReportTexts = texts<ReportKey>({
  lv: {
    "vouched.holder":
      "Atbildi deva tas, kam bija saite no vēstules, kas sūtīta uz šo adresi. Kurš cilvēks saiti atvēra, šis pierādījums nerāda.",
    "vouched.institution": "Tā apgalvo iestāde. Ierakstu veidoja tā pati, pogu neviens nespieda.",
    "vouched.provider": "Tā apgalvo iestāde, atsaucoties uz e-pasta pakalpojuma ziņojumu.",
    "vouched.mixed":
      "Daļu ierakstu veidoja tas, kam bija saite no vēstules, daļu apgalvo iestāde. Pie katra ieraksta ir rakstīts, kurš to apliecina.",
    "vouched.holder.short": "Kam bija saite",
    "vouched.institution.short": "Iestāde",
    "vouched.provider.short": "Iestāde (e-pasta pakalpojuma ziņojums)",

    title: "Piekrišanas pierādījums",
    "title.many": "Piekrišanas pierādījumi",
    "about.campaign": "Kampaņa „{title}”",
    "about.purpose": "Nolūks „{purpose}”. Ieraksti, kas veikti no {from} līdz {to}.",
    part: "{n}. daļa no {of}.",
    count:
      "{n, plural, =0 {Šajā komplektā nav neviena piekrišanas ieraksta.} zero {Šajā komplektā ir {n, number} piekrišanas ierakstu. Katram pievienoti visi tā notikumi, arī vēlāki.} one {Šajā komplektā ir {n, number} piekrišanas ieraksts. Tam pievienoti visi notikumi, arī vēlāki.} other {Šajā komplektā ir {n, number} piekrišanas ieraksti. Katram pievienoti visi tā notikumi, arī vēlāki.}}",
    none: "Neviena ieraksta nav.",
    issuer: "Pārzinis",
    "issuer.value": "{name}, reģ.\u00a0Nr.\u00a0{number}, {address}",
    officer: "Datu aizsardzības speciālists",
    log: "Pierādījumu žurnāls",
    head: "Parakstītais žurnāla stāvoklis",
    "head.value": "Ieraksti žurnālā: {size}. Jaucējvērtība:",
    "head.none": "Vēl nav parakstīts",
    record: "Piekrišanas ieraksts",
    state: "Pēdējais notikums",
    acts: "Notikumi",

    question: "Jautājums",
    what: "Par ko",
    "what.value": "Saraksti: {lists}. {purposes}",
    "what.purpose": "Nolūks {id}, {version}.\u00a0versija",
    answer: "Kas notika",
    when: "Kad",
    "when.value": "{when} ({utc} UTC)",
    requested: "Pieteikšanās veidlapa aizpildīta",
    how: "Kā",
    stands: "Kas to apliecina",
    basis: "Tiesiskais pamats",
    until: "Derīga",
    "until.withdrawal": "Līdz atsaukšanai",
    everything: "Attiecas uz visiem iestādes sarakstiem",

    "act.requested": "Piekrišana pieprasīta",
    "act.given": "Piekrišana dota",
    "act.renewed": "Piekrišana atjaunota",
    "act.refused": "Piekrišana atteikta",
    "act.withdrawn": "Piekrišana atsaukta",
    "act.revoked": "Piekrišana anulēta",
    "act.expired": "Piekrišana beigusies",
    "act.invalidated": "Piekrišana atzīta par nederīgu",
    "act.imported": "Piekrišana importēta",
    "act.objected": "Saņemts iebildums pret datu apstrādi",
    "act.other": "Cits notikums",

    "how.reconsent-page.post": "Nospiesta poga lapā, kuras saite bija vēstulē ar jautājumu",
    "how.double-opt-in.post": "Nospiesta poga lapā, kuras saite bija apstiprinājuma vēstulē",
    "how.return-page.post": "Nospiesta poga lapā, ko rādījām uzreiz pēc atteikuma",
    "how.unsubscribe-page.post": "Nospiesta poga atteikšanās lapā, kuras saite bija vēstulē",
    "how.one-click.post": "Nospiesta atteikšanās poga e-pasta programmā (RFC 8058); lapu programma nerāda",
    "how.not-me-page.post": "Nospiesta poga „Tā nebija mana atbilde” lapā, kuras saite bija apliecinājuma vēstulē",
    "how.provider.complaint": "E-pasta pakalpojums ziņoja, ka vēstule atzīmēta kā surogātpasts",
    "how.staff.phone": "Pateikts darbiniekam pa tālruni",
    "how.staff.letter": "Atsūtīts ar vēstuli, ierakstīja darbinieks",
    "how.staff.reply": "Rakstīts atbildē uz vēstuli, ierakstīja darbinieks",
    "how.staff.in-person": "Pateikts darbiniekam klātienē",
    "how.other": "Citā veidā; tas norādīts notikuma datnē",

    "basis.a": "Piekrišana (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta a) apakšpunkts)",
    "basis.b": "Līguma izpilde (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta b) apakšpunkts)",
    "basis.c": "Juridisks pienākums (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c) apakšpunkts)",
    "basis.e":
      "Uzdevums sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta e) apakšpunkts)",
    "basis.f": "Leģitīmās intereses (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta f) apakšpunkts)",

    text: "Teksts, ko rādījām",
    "text.notice": "Precīzs teksts, kas bija lapā ar pogu ({version}.\u00a0versija)",
    "text.form":
      "Precīzi vārdi lapā, kurā nospiesta poga ({version}.\u00a0versija); iekavu vietā lapā bija sarakstu nosaukumi",
    "text.gone": "Paša teksta vairs nav; notikumā ir tikai tā jaucējvērtība.",
    "text.none": "Šim notikumam lapas ar tekstu nebija.",
    hash: "SHA-256",
    entry: "Žurnāla ieraksts",
    "entry.value": "Nr.\u00a0{index}",
    "entry.none": "Vēl nav nostiprināts žurnālā",
    details: "Citas ziņas",
    "details.erased":
      "{n, plural, zero {{n, number} ziņas ir iznīcinātas vai nav pievienotas: redzamas tikai to jaucējvērtības.} one {{n, number} ziņa ir iznīcināta vai nav pievienota: redzama tikai tās jaucējvērtība.} other {{n, number} ziņas ir iznīcinātas vai nav pievienotas: redzamas tikai to jaucējvērtības.}}",
    "detail.ip": "Tīkls",
    "detail.user_agent": "Programma",
    "detail.message_id": "Vēstules numurs e-pasta pakalpojumā",
    "detail.email": "E-pasta adrese",

    import: "Imports sarakstā „{list}”",
    "import.source": "No kurienes saraksts, pēc iestādes vārdiem",
    "import.since": "Cilvēki tajā ir kopš",
    "import.proof": "Kur ir piekrišanas pierādījums, pēc iestādes vārdiem",
    "import.proof.none": "Iestāde to nav norādījusi",
    "import.rows": "Adreses vienā ierakstā ar šo",

    shows: "Ko šis pierādījums rāda",
    "shows.bytes":
      "Notikumi ir pierādījumu žurnālā, ko var papildināt, bet nevar nemanāmi mainīt. Pārbaude rāda, vai to baiti ir tie paši.",
    "shows.time": "Notikumi bija žurnālā ne vēlāk kā {when}: tā apliecina neatkarīgs laika zīmogs ({authority}).",
    "shows.no-time":
      "Neatkarīga laika zīmoga šiem notikumiem vēl nav. Kad tie ierakstīti, apliecina tikai iestādes paraksts.",
    "shows.text": "Teksti iepriekš ir tieši tie, kuru jaucējvērtības ir notikumos.",
    "shows.address": "Adrese iepriekš ir tieši tā, par kuru ir notikumi.",
    "shows.no-address":
      "Kura adrese tā bija: komplektā tās nav. Kas adresi zina, var lūgt iestādi pārbaudīt, vai ieraksts ir par to.",
    "shows.not": "Ko tas nerāda",
    "shows.not.who": "Kurš cilvēks nospieda pogu. Saiti no vēstules var atvērt arī kāds cits.",
    "shows.not.true":
      "Vai tas, ko apgalvo iestāde, tiešām notika. Žurnāls rāda, kad tas ierakstīts un ka kopš tā laika nav mainīts.",
    "shows.not.later":
      "Vai pēc pēdējā notikuma nav bijis vēl kāda, piemēram, atsaukuma. Komplekts rāda stāvokli brīdī, kad tas sagatavots.",

    check: "Kā pārbaudīt",
    "check.open":
      "Atveriet komplekta datni verify.html pārlūkā un izvēlieties tajā visu komplektu. Ne internets, ne iestādes programma nav vajadzīgi.",
    "check.command": "Programmētājiem: tas pats ar Node – node verify.mjs un komplekta nosaukums.",
    "check.keys":
      "Salīdziniet žurnāla atslēgu datnē policy.txt ar to, ko iestāde publicējusi: {url}. Atslēga pašā komplektā apliecina tikai to, ko apgalvo komplekta sagatavotājs.",
    personal:
      "Arī šis komplekts ir personas dati: ar zināmu adresi ierakstu var saistīt ar cilvēku. Glabājiet to tikai tik ilgi, cik vajadzīgs.",
  },
  en: {
    "vouched.holder":
      "The answer was given by whoever held the link from an e-mail that was sent to the address. This proof does not show who opened it.",
    "vouched.institution": "The institution stated this. It made the entry itself; nobody pressed a button.",
    "vouched.provider": "The institution stated this, on a report by the mail provider.",
    "vouched.mixed":
      "Some of the entries were made by whoever held the link from an e-mail, others the institution stated. Each entry says who stands behind it.",
    "vouched.holder.short": "Whoever held the link",
    "vouched.institution.short": "The institution",
    "vouched.provider.short": "The institution (report by the mail provider)",

    title: "Proof of consent",
    "title.many": "Proofs of consent",
    "about.campaign": "Campaign “{title}”",
    "about.purpose": "Purpose “{purpose}”. Entries made from {from} to {to}.",
    part: "Part {n} of {of}.",
    count:
      "{n, plural, =0 {This bundle holds no consent record.} one {This bundle holds {n, number} consent record, with all its events, later ones too.} other {This bundle holds {n, number} consent records, each with all its events, later ones too.}}",
    none: "There is no entry.",
    issuer: "Controller",
    "issuer.value": "{name}, reg. no.\u00a0{number}, {address}",
    officer: "Data protection officer",
    log: "Proof log",
    head: "Signed state of the log",
    "head.value": "Entries in the log: {size}. Hash:",
    "head.none": "Not signed yet",
    record: "Consent record",
    state: "Last event",
    acts: "Events",

    question: "Question",
    what: "About what",
    "what.value": "Lists: {lists}. {purposes}",
    "what.purpose": "Purpose {id}, version\u00a0{version}",
    answer: "What happened",
    when: "When",
    "when.value": "{when} ({utc} UTC)",
    requested: "Sign-up form filled in",
    how: "How",
    stands: "Who stands behind it",
    basis: "Legal basis",
    until: "Valid",
    "until.withdrawal": "Until withdrawn",
    everything: "Applies to all lists of the institution",

    "act.requested": "Consent requested",
    "act.given": "Consent given",
    "act.renewed": "Consent renewed",
    "act.refused": "Consent refused",
    "act.withdrawn": "Consent withdrawn",
    "act.revoked": "Consent revoked",
    "act.expired": "Consent expired",
    "act.invalidated": "Consent declared invalid",
    "act.imported": "Consent imported",
    "act.objected": "Objection to the processing received",
    "act.other": "Another event",

    "how.reconsent-page.post": "A button was pressed on the page linked from the e-mail that asked the question",
    "how.double-opt-in.post": "A button was pressed on the page linked from the confirmation e-mail",
    "how.return-page.post": "A button was pressed on the page shown right after a refusal",
    "how.unsubscribe-page.post": "A button was pressed on the unsubscribe page linked from an e-mail",
    "how.one-click.post": "The unsubscribe button of a mail program was pressed (RFC 8058); it shows no page",
    "how.not-me-page.post": "The button “This was not my answer” was pressed on the page linked from the receipt",
    "how.provider.complaint": "The mail provider reported that the e-mail was marked as spam",
    "how.staff.phone": "Told to staff by telephone",
    "how.staff.letter": "Sent by letter, recorded by staff",
    "how.staff.reply": "Written in reply to an e-mail, recorded by staff",
    "how.staff.in-person": "Told to staff in person",
    "how.other": "In another way; the event file names it",

    "basis.a": "Consent (GDPR Art. 6(1)(a))",
    "basis.b": "Performance of a contract (GDPR Art. 6(1)(b))",
    "basis.c": "Legal obligation (GDPR Art. 6(1)(c))",
    "basis.e": "Task in the public interest (GDPR Art. 6(1)(e))",
    "basis.f": "Legitimate interests (GDPR Art. 6(1)(f))",

    text: "The text that was shown",
    "text.notice": "The exact text on the page with the button (version\u00a0{version})",
    "text.form":
      "The exact words of the page whose button was pressed (version\u00a0{version}); where braces stand the page had the names of lists",
    "text.gone": "The text itself is no longer kept; the event holds only its hash.",
    "text.none": "There was no page with a text for this event.",
    hash: "SHA-256",
    entry: "Entry in the log",
    "entry.value": "No.\u00a0{index}",
    "entry.none": "Not sealed yet",
    details: "Other details",
    "details.erased":
      "{n, plural, one {{n, number} detail was destroyed or left out; only its hash is here.} other {{n, number} details were destroyed or left out; only their hashes are here.}}",
    "detail.ip": "Network",
    "detail.user_agent": "Program",
    "detail.message_id": "Number of the e-mail at the mail provider",
    "detail.email": "E-mail address",

    import: "Import into the list “{list}”",
    "import.source": "Where the list is from, in the institution’s words",
    "import.since": "People are on it since",
    "import.proof": "Where the proof of consent is, in the institution’s words",
    "import.proof.none": "The institution named none",
    "import.rows": "Addresses in the same entry",

    shows: "What this proof shows",
    "shows.bytes":
      "The events are in a proof log that can be added to but not changed unnoticed. The check shows whether their bytes are the same.",
    "shows.time": "The events were in the log no later than {when}: an independent time stamp ({authority}) says so.",
    "shows.no-time":
      "There is no independent time stamp for these events yet. When they were recorded, only the institution’s signature says.",
    "shows.text": "The texts above are exactly those whose hashes are in the events.",
    "shows.address": "The address above is exactly the one that the events are about.",
    "shows.no-address":
      "Which address it was: the bundle does not hold it. Whoever knows the address can ask the institution to check whether the record is about it.",
    "shows.not": "What it does not show",
    "shows.not.who": "Who pressed the button. Somebody else can open a link from an e-mail, too.",
    "shows.not.true":
      "Whether what the institution stated really happened. The log shows when it was recorded and that it has not changed since.",
    "shows.not.later":
      "Whether anything followed the last event, such as a withdrawal. The bundle shows the state at the moment it was made.",

    check: "How to check",
    "check.open":
      "Open verify.html of this bundle in a browser and choose the whole bundle there. Neither the internet nor the institution’s program is needed.",
    "check.command": "For programmers: the same with Node – node verify.mjs and the name of the bundle.",
    "check.keys":
      "Compare the key of the log in policy.txt with what the institution has published: {url}. The key inside the bundle only says what whoever made the bundle states.",
    personal:
      "This bundle is personal data, too: with a known address the record can be linked to a person. Keep it only as long as you need it.",
  },
});
