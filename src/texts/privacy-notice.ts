/**
 * The sentences of the privacy notice (domain/notices/rules/privacy.ts puts them in order). They become part of the
 * published bytes: a changed sentence shows in the next version only. Names enter in the nominative.
 */
import type { PrivacyKey } from "../domain/notices/rules/privacy-key.ts";
import { texts } from "./say.ts";

export const privacyNoticeTexts = texts<PrivacyKey>({
  lv: {
    "who.title": "Kas atbild par datiem",
    "who.lead": "Pārzinis ir {name}. Tā izlemj, kāpēc un kā Jūsu datus izmanto.",
    "who.name": "Nosaukums",
    "who.number": "Reģistrācijas numurs",
    "who.address": "Juridiskā adrese",
    "who.phone": "Tālrunis",
    "who.email": "E-pasta adrese",
    "officer.title": "Datu aizsardzības speciālists",
    "officer.name": "Vārds, uzvārds",
    "officer.email": "E-pasta adrese",
    "officer.phone": "Tālrunis",
    "what.title": "Ko izmantojam, kāpēc un cik ilgi",
    "what.data": "Dati",
    "what.why": "Kāpēc",
    "what.basis": "Tiesiskais pamats",
    "what.norm": "Tiesību norma",
    "what.interests": "Leģitīmās intereses",
    "what.subjects": "Kuru cilvēku dati",
    "what.source": "No kurienes",
    "what.duty": "Vai dati jāsniedz",
    "what.special": "Ko saraksts var atklāt",
    "what.age": "No kāda vecuma",
    "age.from": "No {n}\u00a0gadu vecuma; to apliecina, piesakoties.",
    "topic.health": "veselību",
    "topic.beliefs": "reliģisko vai filozofisko pārliecību",
    "topic.politics": "politiskos uzskatus",
    "topic.union": "dalību arodbiedrībā",
    "topic.origin": "rasi vai etnisko izcelsmi",
    "topic.sexuality": "dzimumdzīvi vai seksuālo orientāciju",
    "what.retention": "Cik ilgi",
    "basis.a": "Jūsu piekrišana (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta a)\u00a0apakšpunkts).",
    "basis.b": "Līguma izpilde (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta b)\u00a0apakšpunkts).",
    "basis.c": "Juridisks pienākums (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c)\u00a0apakšpunkts).",
    "basis.e":
      "Uzdevums sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta e)\u00a0apakšpunkts).",
    "basis.f": "Leģitīmās intereses (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta f)\u00a0apakšpunkts).",
    "retention.until-withdrawal": "Līdz brīdim, kad atsaucat piekrišanu. Tad adresi uzreiz dzēšam.",
    "retention.until-event":
      "Līdz šādam notikumam: {event}. Ja iebilstat agrāk, adresi dzēšam, tiklīdz tās glabāšanai vairs nav cita pamata.",
    "retention.until-event-days":
      "{days, plural, zero {{days} dienu} one {{days} dienu} other {{days} dienas}} pēc šāda notikuma: {event}. Ja iebilstat agrāk, adresi dzēšam, tiklīdz tās glabāšanai vairs nav cita pamata.",
    "retention.months":
      "{n, plural, zero {{n} mēnešu} one {{n} mēnesi} other {{n} mēnešus}}. Laiku skaitām no šāda notikuma: {event}.",
    "category.email": "e-pasta adrese",
    "category.name": "vārds, uzvārds",
    "category.language": "saziņas valoda",
    "category.position": "amats",
    "category.outlet": "plašsaziņas līdzeklis",
    "category.phone": "tālruņa numurs",
    "category.answers": "atbildes uz mūsu jautājumiem un to laiks",
    "category.delivery": "ziņas par vēstules piegādi",
    "proof.title": "Pierādījumi par Jūsu atbildēm",
    "proof.data": "Atbilde, tās laiks un veids, parādītais teksts; kamēr esat sarakstā, arī e-pasta adrese.",
    "proof.why": "Lai varētu pierādīt, ka Jūsu piekrišana ir dota un ka Jūsu atteikums ir ievērots.",
    "proof.basis":
      "Juridisks pienākums pierādīt piekrišanu (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c)\u00a0apakšpunkts, 5. panta 2. punkts un 7. panta 1. punkts).",
    "proof.retention":
      "Kamēr esat sarakstā un {n, plural, zero {{n} mēnešu} one {{n} mēnesi} other {{n} mēnešus}} pēc atteikuma vai atsaukuma.",
    "tag.title": "Atzīmes, lai Jums vairs nerakstītu",
    "tag.data":
      "Aizsargāta atzīme, kas izveidota no e-pasta adreses, nolūks, uz kuru tā attiecas, iemesls un diena. Adresi no atzīmes izlasīt nevar, bet ar zināmu adresi to var atrast, tāpēc arī tā ir personas dati.",
    "tag.why": "Lai Jums kļūdas pēc nerakstītu vēlreiz, ja adrese atkal nokļūtu kādā sarakstā.",
    "tag.basis":
      "Juridisks pienākums ievērot atsaukumu un iebildumu (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c)\u00a0apakšpunkts, 7. panta 3. punkts un 21. panta 3. punkts).",
    "tag.retention":
      "{n, plural, zero {Pēc {n} mēnešiem} one {Pēc {n} mēneša} other {Pēc {n} mēnešiem}} izlemjam, vai atzīme joprojām ir vajadzīga. Ja nolūks ir beidzies, to dzēšam. Ja 90\u00a0dienās neizlemjam, arī dzēšam; tikai tad, ja Jūs lūdzāt vairs nerakstīt vai sūdzējāties par mūsu vēstulēm, atzīmi glabājam vēl gadu un pārskatām vēlreiz.",
    "to.title": "Kam datus nododam",
    "to.lead": "Mūsu uzdevumā datus apstrādā šie apstrādātāji. Viņi drīkst darīt tikai to, ko uzdodam līgumā.",
    "to.host":
      "{name} ({country}) uztur sistēmu. Tehniskos žurnālus glabā {n, plural, =0 {tikai savienojuma laikā} zero {{n} dienu} one {{n} dienu} other {{n} dienas}}.",
    "to.database":
      "{name} ({country}) glabā datus. Tehniskos žurnālus glabā {n, plural, =0 {tikai savienojuma laikā} zero {{n} dienu} one {{n} dienu} other {{n} dienas}}.",
    "to.mail":
      "{name} ({country}) nosūta vēstules. Piegādes žurnālus glabā {n, plural, =0 {tikai līdz piegādei} zero {{n} dienu} one {{n} dienu} other {{n} dienas}}.",
    "to.other":
      "{name} ({country}) palīdz mūsu darbā. Tehniskos žurnālus glabā {n, plural, =0 {tikai savienojuma laikā} zero {{n} dienu} one {{n} dienu} other {{n} dienas}}.",
    "to.others": "Datus saņem arī:",
    "to.nobody": "Citiem datus nenododam.",
    "abroad.title": "Vai datus nosūtām ārpus Eiropas Ekonomikas zonas",
    "abroad.none": "Nē. Datus ārpus Eiropas Ekonomikas zonas nenosūtām.",
    "abroad.processor": "{name} ({country}). Aizsardzība: {safeguard}",
    "abroad.others": "{text}",
    "abroad.copy": "Aizsardzības dokumentu kopiju var saņemt, rakstot uz {email}.",
    "left.title": "Kas paliek pēc atteikuma",
    "left.lead":
      "Adresi un vārdu dzēšam tajā pašā mirklī, kad zūd pēdējais iemesls tos glabāt. Paliek trīs lietas. Adresi no tām izlasīt nevar, bet ar zināmu adresi pirmās divas var atrast, tāpēc arī tās ir personas dati.",
    "left.proof":
      "Aizsargāts pierādījums par atbildi: {n, plural, zero {{n} mēnešu} one {{n} mēnesi} other {{n} mēnešus}} pēc atteikuma.",
    "left.mark":
      "Atzīme, lai Jums vairs nerakstītu. Pēc {n, plural, zero {{n} mēnešiem} one {{n} mēneša} other {{n} mēnešiem}} izvērtējam, vai tā joprojām ir vajadzīga.",
    "left.hash":
      "Jaucējvērtība pierādījumu žurnālā: pastāvīgi. Kad pierādījums ir iznīcināts, tā vairs ne uz ko nenorāda.",
    "left.last":
      "Ja atsakāties mūsu lapā vai paziņojat to mums un citos mūsu sarakstos Jūsu adreses nav, uz to nosūtām vēl vienu vēstuli, kas apliecina dzēšanu. Tai adrese šifrēta paliek sūtīšanas rindā, līdz vēstule nodota sūtīšanai, bet ne ilgāk par 15\u00a0minūtēm.",
    "left.backup":
      "{n, plural, =0 {Rezerves kopijās dzēstā adrese nepaliek.} zero {Šifrētās rezerves kopijās dzēstā adrese var būt vēl {n} dienu.} one {Šifrētās rezerves kopijās dzēstā adrese var būt vēl {n} dienu.} other {Šifrētās rezerves kopijās dzēstā adrese var būt vēl {n} dienas.}}",
    "rights.title": "Jūsu tiesības",
    "rights.lead":
      "Tiesības varat izmantot, rakstot uz {email}, zvanot pa tālruni {phone}, pa pastu vai klātienē. Atbildam mēneša laikā, un tas ir bez maksas.",
    "rights.withdraw":
      "Atsaukt piekrišanu jebkurā laikā: saite tam ir katrā vēstulē. Atsaukums neietekmē to, ko darījām līdz tam.",
    "rights.access": "Uzzināt, vai izmantojam Jūsu datus, un saņemt to kopiju.",
    "rights.rectify": "Labot un papildināt datus.",
    "rights.erase": "Dzēst datus.",
    "rights.restrict": "Ierobežot apstrādi, kamēr strīds nav izšķirts.",
    "rights.port": "Saņemt datus, ko mums sniedzāt, formātā, ko var pārnest citur.",
    "object.title": "Tiesības iebilst",
    "object.text":
      "Ja rakstām Jums, pildot uzdevumu sabiedrības interesēs vai savu leģitīmo interešu dēļ, Jums ir tiesības jebkurā laikā pret to iebilst. Pietiek ar saiti vēstulē; iemesls nav jāpaskaidro.",
    automated: "Lēmumus tikai automātiski nepieņemam un profilus neveidojam.",
    "safe.title": "Kā datus sargājam",
    "safe.text":
      "Adreses glabājam šifrētas. Darbinieki redz tikai to, kas vajadzīgs viņu darbam, un katra datu skatīšanās paliek pierakstos. Katru vēstuli sūtām vienam saņēmējam, tāpēc neviens neredz citu adreses. Vēstuļu atvēršanu un klikšķus neizsekojam.",
    "complain.title": "Kur sūdzēties",
    "complain.text":
      "Ja nepiekrītat tam, kā izmantojam Jūsu datus, varat iesniegt sūdzību uzraudzības iestādei vai vērsties tiesā.",
    "complain.name": "Uzraudzības iestāde",
    "complain.address": "Adrese",
    "complain.email": "E-pasta adrese",
    "complain.website": "Tīmekļvietne",
  },
  en: {
    "who.title": "Who answers for the data",
    "who.lead": "The controller is {name}. It decides why and how your data are used.",
    "who.name": "Name",
    "who.number": "Registration number",
    "who.address": "Legal address",
    "who.phone": "Telephone",
    "who.email": "E-mail address",
    "officer.title": "Data protection officer",
    "officer.name": "Name",
    "officer.email": "E-mail address",
    "officer.phone": "Telephone",
    "what.title": "What we use, why and for how long",
    "what.data": "Data",
    "what.why": "Why",
    "what.basis": "Legal basis",
    "what.norm": "Law",
    "what.interests": "Legitimate interests",
    "what.subjects": "Whose data",
    "what.source": "Where from",
    "what.duty": "Must you give them",
    "what.special": "What the list may reveal",
    "what.age": "From what age",
    "age.from": "From the age of {n}, stated at sign-up.",
    "topic.health": "health",
    "topic.beliefs": "religious or philosophical beliefs",
    "topic.politics": "political opinions",
    "topic.union": "trade union membership",
    "topic.origin": "racial or ethnic origin",
    "topic.sexuality": "sex life or sexual orientation",
    "what.retention": "How long",
    "basis.a": "Your consent (General Data Protection Regulation, Article 6(1)(a)).",
    "basis.b": "Performance of a contract (General Data Protection Regulation, Article 6(1)(b)).",
    "basis.c": "A legal obligation (General Data Protection Regulation, Article 6(1)(c)).",
    "basis.e": "A task in the public interest (General Data Protection Regulation, Article 6(1)(e)).",
    "basis.f": "Legitimate interests (General Data Protection Regulation, Article 6(1)(f)).",
    "retention.until-withdrawal": "Until you withdraw your consent. Then we delete the address at once.",
    "retention.until-event":
      "Until this happens: {event}. If you object sooner, we delete the address as soon as there is no other reason to keep it.",
    "retention.until-event-days":
      "{days, plural, one {{days} day} other {{days} days}} after this: {event}. If you object sooner, we delete the address as soon as there is no other reason to keep it.",
    "retention.months": "{n, plural, one {{n} month} other {{n} months}}, counted from: {event}.",
    "category.email": "e-mail address",
    "category.name": "name",
    "category.language": "language of correspondence",
    "category.position": "position",
    "category.outlet": "media outlet",
    "category.phone": "telephone number",
    "category.answers": "answers to our questions and their time",
    "category.delivery": "whether an e-mail was delivered",
    "proof.title": "Proofs of your answers",
    "proof.data": "The answer, its time and manner, the text shown; while you are on a list, also the e-mail address.",
    "proof.why": "To be able to prove that your consent was given and that your refusal was respected.",
    "proof.basis":
      "The legal obligation to prove consent (General Data Protection Regulation, Articles 6(1)(c), 5(2) and 7(1)).",
    "proof.retention":
      "While you are on a list and {n, plural, one {{n} month} other {{n} months}} after a refusal or withdrawal.",
    "tag.title": "Marks so that we do not write to you",
    "tag.data":
      "A protected mark made from the e-mail address, the purpose it is about, the reason and the day. The address cannot be read from the mark, but whoever knows the address can find it, so it is still personal data.",
    "tag.why": "So that we do not write to you again by mistake if the address came onto a list again.",
    "tag.basis":
      "A legal obligation to respect a withdrawal and an objection (General Data Protection Regulation, Article 6(1)(c), Article 7(3) and Article 21(3)).",
    "tag.retention":
      "After {n, plural, one {{n} month} other {{n} months}} we decide whether the mark is still needed. If the purpose is over, we delete it. If we do not decide within 90\u00a0days, we delete it too; only if you asked us not to write any more, or complained about our e-mails, do we keep the mark for another year and review it again.",
    "to.title": "Who receives the data",
    "to.lead": "These processors handle the data on our behalf. They may do only what our contract tells them to.",
    "to.host":
      "{name} ({country}) runs the system. It keeps technical logs {n, plural, =0 {only during the connection} one {for {n} day} other {for {n} days}}.",
    "to.database":
      "{name} ({country}) stores the data. It keeps technical logs {n, plural, =0 {only during the connection} one {for {n} day} other {for {n} days}}.",
    "to.mail":
      "{name} ({country}) delivers the e-mails. It keeps delivery logs {n, plural, =0 {only until delivery} one {for {n} day} other {for {n} days}}.",
    "to.other":
      "{name} ({country}) helps in our work. It keeps technical logs {n, plural, =0 {only during the connection} one {for {n} day} other {for {n} days}}.",
    "to.others": "The data are also received by:",
    "to.nobody": "We pass the data to nobody else.",
    "abroad.title": "Do the data leave the European Economic Area",
    "abroad.none": "No. We do not send the data outside the European Economic Area.",
    "abroad.processor": "{name} ({country}). Safeguard: {safeguard}",
    "abroad.others": "{text}",
    "abroad.copy": "A copy of the safeguards can be had by writing to {email}.",
    "left.title": "What remains after a refusal",
    "left.lead":
      "We delete address and name at the moment when the last reason to keep them ends. Three things remain. The address cannot be read from them, but the first two can be found by somebody who knows the address, so they are still personal data.",
    "left.proof": "A protected proof of the answer: {n, plural, one {{n} month} other {{n} months}} after the refusal.",
    "left.mark":
      "A mark, so that we do not write to you again. After {n, plural, one {{n} month} other {{n} months}} we decide whether it is still needed.",
    "left.hash": "A hash in the proof log: for ever. Once the proof is destroyed, it points to nothing.",
    "left.last":
      "If you refuse on our page or tell us so, and your address is on no other list of ours, we send one more e-mail to it that certifies the deletion. For that the address stays, encrypted, in the queue until the e-mail is handed over, for no longer than 15\u00a0minutes.",
    "left.backup":
      "{n, plural, =0 {No deleted address remains in backups.} one {A deleted address may be in encrypted backups for another {n} day.} other {A deleted address may be in encrypted backups for another {n} days.}}",
    "rights.title": "Your rights",
    "rights.lead":
      "You may use your rights by writing to {email}, by telephone at {phone}, by post or in person. We answer within a month, free of charge.",
    "rights.withdraw":
      "Withdraw your consent at any time: every e-mail has a link for it. What we did before the withdrawal stays lawful.",
    "rights.access": "Learn whether we use your data, and get a copy.",
    "rights.rectify": "Have data corrected and completed.",
    "rights.erase": "Have data deleted.",
    "rights.restrict": "Have the use restricted while a dispute is examined.",
    "rights.port": "Receive the data you gave us in a form that can be moved elsewhere.",
    "object.title": "The right to object",
    "object.text":
      "Where we write to you as a task in the public interest or for our legitimate interests, you have the right to object at any time. The link in the e-mail is enough; no reason is needed.",
    automated: "We take no decisions by automated means alone and build no profiles.",
    "safe.title": "How we protect the data",
    "safe.text":
      "Addresses are stored encrypted. Staff see only what their work needs, and every look at personal data stays on record. Each e-mail goes to one recipient, so nobody sees the address of another. We do not track opening or clicks.",
    "complain.title": "Where to complain",
    "complain.text":
      "If you disagree with how we use your data, you may complain to the supervisory authority or go to court.",
    "complain.name": "Supervisory authority",
    "complain.address": "Address",
    "complain.email": "E-mail address",
    "complain.website": "Website",
  },
});
