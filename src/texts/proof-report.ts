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
    "vouched.institution": "Tā apgalvo iestāde. Ierakstu izdarīja pati iestāde; pogu neviens nenospieda.",
    "vouched.provider": "Tā apgalvo iestāde, atsaucoties uz e-pasta pakalpojuma ziņojumu.",
    "vouched.mixed":
      "Daļa notikumu ir no tā, kam bija saite no vēstules, daļu apgalvo iestāde. Pie katra notikuma ir rakstīts, kas to apliecina.",
    "vouched.holder.short": "Tas, kam bija saite no vēstules",
    "vouched.institution.short": "Iestāde",
    "vouched.provider.short": "Iestāde (e-pasta pakalpojuma ziņojums)",

    title: "Piekrišanas ieraksta pierādījums",
    "title.many": "Piekrišanas ierakstu pierādījumi",
    "about.campaign": "Kampaņa „{title}”",
    "about.purpose": "Nolūks „{purpose}”. Ieraksti, kuros kas noticis laikā no {from} līdz {to}.",
    part: "{n}.\u00a0daļa no {of}.",
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
    "what.value": "{n, plural, zero {Saraksti} one {Saraksts} other {Saraksti}}: {lists}. {purposes}",
    "what.purpose": "Nolūks {id}, {version}.\u00a0versija",
    answer: "Kas notika",
    when: "Kad (pēc iestādes pulksteņa)",
    "when.value": "{when} ({utc}\u00a0UTC)",
    requested: "Pieteikšanās veidlapa aizpildīta",
    how: "Kā",
    stands: "Kas to apliecina",
    basis: "Tiesiskais pamats",
    until: "Derīga",
    "until.withdrawal": "Līdz atsaukšanai",
    everything: "Attiecas uz visiem iestādes sarakstiem",
    erasure: "Adrese izdzēsta",
    "erasure.value":
      "Pierādījumu glabā līdz: {proof}. Nesūtīšanas atzīmi pārskata: {mark}. Rezerves kopijās šifrēta adrese var būt līdz: {backups}.",

    "act.requested": "Piekrišana pieprasīta",
    "act.given": "Piekrišana dota",
    "act.renewed": "Piekrišana atjaunota",
    "act.refused": "Piekrišana atteikta",
    "act.withdrawn": "Piekrišana atsaukta",
    "act.revoked": "Piekrišana anulēta",
    "act.expired": "Piekrišana beigusies",
    "act.invalidated": "Piekrišana atzīta par nederīgu",
    "act.imported": "Importēts sarakstā",
    "act.objected": "Saņemts iebildums pret datu apstrādi",
    "act.other": "Cits notikums",

    "how.reconsent-page.post": "Nospiesta poga lapā, uz kuru veda saite vēstulē ar jautājumu",
    "how.double-opt-in.post": "Nospiesta poga lapā, uz kuru veda saite apstiprinājuma vēstulē",
    "how.return-page.post": "Nospiesta poga lapā, ko rādījām uzreiz pēc atteikuma",
    "how.unsubscribe-page.post": "Nospiesta poga atteikšanās lapā, uz kuru veda saite vēstulē",
    "how.own-page.post": "Nospiesta poga lapā „Mani dati”, uz kuru veda saite vēstulē",
    "how.one-click.post": "Nospiesta atteikšanās poga e-pasta programmā (RFC 8058); lapu ar tekstu tā nerāda",
    "how.not-me-page.post": "Nospiesta poga „Tā nebija mana atbilde” lapā, uz kuru veda saite apliecinājuma vēstulē",
    "how.provider.complaint": "E-pasta pakalpojums ziņoja, ka vēstule atzīmēta kā surogātpasts",
    "how.staff.phone": "Pateikts pa tālruni, ierakstīja darbinieks",
    "how.staff.letter": "Rakstīts papīra vēstulē, ierakstīja darbinieks",
    "how.staff.reply": "Rakstīts atbildē uz vēstuli, ierakstīja darbinieks",
    "how.staff.in-person": "Pateikts klātienē, ierakstīja darbinieks",
    "how.staff.former-system": "Pateikts agrākajā sistēmā, ierakstīts no tās datnes",
    "how.other": "Citā veidā; tas norādīts notikuma datnē",

    "basis.a": "Piekrišana (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta a) apakšpunkts)",
    "basis.b": "Līguma izpilde (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta b) apakšpunkts)",
    "basis.c": "Juridisks pienākums (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c) apakšpunkts)",
    "basis.e":
      "Uzdevums sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta e) apakšpunkts)",
    "basis.f": "Leģitīmās intereses (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta f) apakšpunkts)",

    text: "Teksts, ko rādījām",
    "text.notice": "Precīzs teksts, kas bija lapā ar pogu ({version}.\u00a0versija)",
    age: "Pieteikumā apliecināts vecums",
    "age.value": "vismaz {n}\u00a0gadu",
    "text.form":
      "Vārdi, no kuriem veidota lapa, kurā nospiesta poga ({version}.\u00a0versija). Figūriekavu vietā lapā bija sarakstu nosaukumi vai adrese; teikumus, kas uz šo cilvēku neattiecās, nerādīja",
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
    "import.source": "Saraksta avots (norādīja iestāde)",
    "import.basis": "Tiesiskais pamats (norādīja iestāde)",
    "import.since": "Cilvēki sarakstā kopš (norādīja iestāde)",
    "import.proof": "Kur ir piekrišanas pierādījums (norādīja iestāde)",
    "import.proof.none": "Iestāde to nav norādījusi",
    "import.rows": "Adreses tajā pašā žurnāla ierakstā",

    shows: "Ko šis pierādījums rāda",
    "shows.bytes":
      "Notikumi ir nostiprināti pierādījumu žurnālā, ko var papildināt, bet nevar nemanāmi mainīt. Vai tie ir tieši tādi, kādi nostiprināti, rāda pārbaude.",
    "shows.bytes.some":
      "Notikumi, kam norādīts žurnāla ieraksta numurs, ir nostiprināti pierādījumu žurnālā, ko var papildināt, bet nevar nemanāmi mainīt. Pārējie žurnālā vēl nav nostiprināti, un par tiem pagaidām ir tikai iestādes vārds.",
    "shows.time": "Notikumi bija žurnālā ne vēlāk kā {when}: to apliecina neatkarīgs laika zīmogs ({authority}).",
    "shows.no-time":
      "Neatkarīga laika zīmoga, kas aptver visus šos notikumus, vēl nav. Kurus notikumus kāds zīmogs jau aptver, rāda pārbaude; pārējo laiku apliecina tikai iestāde.",
    "shows.text": "Teksti šajā pārskatā ir tie, kuru jaucējvērtības ir notikumos.",
    "shows.address": "Adrese šajā pārskatā ir tā, par kuru ir notikumi.",
    "shows.no-address":
      "Kura adrese tā bija: komplektā tās nav. Kas adresi zina, var lūgt, lai iestāde pārbauda, vai ieraksts ir par to.",
    "shows.not": "Ko tas nerāda",
    "shows.not.who": "Kurš cilvēks nospieda pogu. Saiti no vēstules var atvērt arī kāds cits.",
    "shows.not.true":
      "Vai viss tiešām notika tā, kā iestāde ierakstījusi. Žurnāls rāda tikai to, ka ierakstītais vēlāk nav mainīts.",
    "shows.not.later":
      "Vai pēc pēdējā notikuma nav bijis vēl kāda, piemēram, atsaukuma. Komplekts rāda to, kas iestādei bija ierakstīts, kad tas sagatavots.",

    check: "Kā pārbaudīt",
    "check.open":
      "Atveriet komplekta datni verify.html pārlūkā un izvēlieties tajā visu komplektu. Ne internets, ne iestādes programma nav vajadzīgi.",
    "check.command": "Programmētājiem: to pašu dara node verify.mjs un komplekta nosaukums.",
    "check.keys":
      "Salīdziniet žurnāla atslēgu datnē policy.txt ar to, ko publicējusi iestāde ({url}). Atslēga pašā komplektā apliecina tikai to, ko apgalvo komplekta sagatavotājs.",
    personal:
      "Arī šis komplekts ir personas dati: ar zināmu adresi ierakstu var saistīt ar cilvēku. Glabājiet to tikai tik ilgi, cik vajadzīgs.",
  },
  en: {
    "vouched.holder":
      "The answer was given by whoever held the link from an e-mail that was sent to the address. This proof does not show who opened it.",
    "vouched.institution": "The institution stated this. It made the entry itself; nobody pressed a button.",
    "vouched.provider": "The institution stated this, on a report by the mail service.",
    "vouched.mixed":
      "Some of the events are by whoever held the link from an e-mail, others the institution stated. Each event says whose word it is.",
    "vouched.holder.short": "Whoever held the link from an e-mail",
    "vouched.institution.short": "The institution",
    "vouched.provider.short": "The institution (report by the mail service)",

    title: "Proof of a consent record",
    "title.many": "Proofs of consent records",
    "about.campaign": "Campaign “{title}”",
    "about.purpose": "Purpose “{purpose}”. Records in which something happened from {from} to {to}.",
    part: "Part\u00a0{n} of {of}.",
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
    "what.value": "{n, plural, one {List} other {Lists}}: {lists}. {purposes}",
    "what.purpose": "Purpose {id}, version\u00a0{version}",
    answer: "What happened",
    when: "When (by the institution’s clock)",
    "when.value": "{when} ({utc}\u00a0UTC)",
    requested: "Sign-up form filled in",
    how: "How",
    stands: "Whose word it is",
    basis: "Legal basis",
    until: "Valid",
    "until.withdrawal": "Until withdrawn",
    everything: "Applies to all lists of the institution",
    erasure: "Address deleted",
    "erasure.value":
      "Proof kept until: {proof}. Mark not to mail reviewed: {mark}. Backups may hold the encrypted address until: {backups}.",

    "act.requested": "Consent requested",
    "act.given": "Consent given",
    "act.renewed": "Consent renewed",
    "act.refused": "Consent refused",
    "act.withdrawn": "Consent withdrawn",
    "act.revoked": "Consent revoked",
    "act.expired": "Consent expired",
    "act.invalidated": "Consent declared invalid",
    "act.imported": "Imported into a list",
    "act.objected": "Objection to the processing received",
    "act.other": "Another event",

    "how.reconsent-page.post": "A button was pressed on the page linked from the e-mail that asked the question",
    "how.double-opt-in.post": "A button was pressed on the page linked from the confirmation e-mail",
    "how.return-page.post": "A button was pressed on the page shown right after a refusal",
    "how.unsubscribe-page.post": "A button was pressed on the unsubscribe page linked from an e-mail",
    "how.own-page.post": "A button was pressed on the page “My data” linked from an e-mail",
    "how.one-click.post":
      "The unsubscribe button of a mail program was pressed (RFC 8058); it shows no page with a text",
    "how.not-me-page.post": "The button “This was not my answer” was pressed on the page linked from the certificate",
    "how.provider.complaint": "The mail service reported that the e-mail was marked as spam",
    "how.staff.phone": "Said by telephone, recorded by staff",
    "how.staff.letter": "Written in a letter on paper, recorded by staff",
    "how.staff.reply": "Written in reply to an e-mail, recorded by staff",
    "how.staff.in-person": "Said in person, recorded by staff",
    "how.staff.former-system": "Said in the former system, recorded from its file",
    "how.other": "In another way; the event file names it",

    "basis.a": "Consent (GDPR Art. 6(1)(a))",
    "basis.b": "Performance of a contract (GDPR Art. 6(1)(b))",
    "basis.c": "Legal obligation (GDPR Art. 6(1)(c))",
    "basis.e": "Task in the public interest (GDPR Art. 6(1)(e))",
    "basis.f": "Legitimate interests (GDPR Art. 6(1)(f))",

    text: "The text that was shown",
    "text.notice": "The exact text on the page with the button (version\u00a0{version})",
    age: "Age stated in the request",
    "age.value": "at least {n}\u00a0years",
    "text.form":
      "The words of which the page was made whose button was pressed (version\u00a0{version}). Where there are braces the page had names of lists or the address; sentences that did not apply to this person were not shown",
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
    "detail.message_id": "Number of the e-mail at the mail service",
    "detail.email": "E-mail address",

    import: "Import into the list “{list}”",
    "import.source": "Source of the list (as the institution stated)",
    "import.basis": "Legal basis (as the institution stated)",
    "import.since": "People on the list since (as the institution stated)",
    "import.proof": "Where the proof of consent is (as the institution stated)",
    "import.proof.none": "The institution named none",
    "import.rows": "Addresses in the same entry of the log",

    shows: "What this proof shows",
    "shows.bytes":
      "The events are sealed in a proof log that can be added to but not changed unnoticed. Whether they are exactly as they were sealed, the check shows.",
    "shows.bytes.some":
      "The events with the number of an entry are sealed in a proof log that can be added to but not changed unnoticed. The others are not sealed yet, and so far there is only the institution’s word for them.",
    "shows.time": "The events were in the log no later than {when}: an independent time stamp ({authority}) says so.",
    "shows.no-time":
      "There is no independent time stamp yet that covers all these events. Which of them one covers already, the check shows; of the others only the institution says when they were recorded.",
    "shows.text": "The texts in this report are those whose hashes are in the events.",
    "shows.address": "The address in this report is the one that the events are about.",
    "shows.no-address":
      "Which address it was: the bundle does not hold it. Whoever knows the address can ask the institution to check whether the record is about it.",
    "shows.not": "What it does not show",
    "shows.not.who": "Who pressed the button. Somebody else can open a link from an e-mail, too.",
    "shows.not.true":
      "Whether everything really happened as the institution recorded it. The log only shows that what was recorded has not changed since.",
    "shows.not.later":
      "Whether anything followed the last event, such as a withdrawal. The bundle shows what the institution had recorded when it was made.",

    check: "How to check",
    "check.open":
      "Open verify.html of this bundle in a browser and choose the whole bundle there. Neither the internet nor the institution’s program is needed.",
    "check.command": "For programmers: node verify.mjs and the name of the bundle do the same.",
    "check.keys":
      "Compare the key of the log in policy.txt with the one that the institution has published ({url}). The key inside the bundle only says what whoever made the bundle states.",
    personal:
      "This bundle is personal data, too: with a known address the record can be linked to a person. Keep it only as long as you need it.",
  },
});
