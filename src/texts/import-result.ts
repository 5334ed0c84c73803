/** What an import found and did: samples, what was refused, the decision, the result. Said by the voice of imports.ts. */
import { texts } from "./say.ts";

export const importResultTexts = texts({
  lv: {
    samples: "Rindu paraugi",
    "samples.address": "Adrese",
    "samples.what": "Kas ar to notiks",
    "samples.add": "Tiks pievienota",
    "samples.already": "Jau ir sarakstā",
    "samples.left": "Atteikums {day}",
    "samples.stopped": "Atteikusies iepriekšējā sistēmā",
    "samples.withdrawn": "Atteikusies iepriekšējā sistēmā",
    "samples.complained": "Sūdzējusies iepriekšējā sistēmā",
    "samples.bounced": "Iepriekšējā sistēmā nesasniedzama",
    "samples.unconfirmed": "Nav apstiprināta",
    "samples.duplicate": "Datnē atkārtojas",
    refused:
      "{n, plural, zero {Kļūdainas rindas: {n, number}} one {Kļūdainas rindas: {n, number}} other {Kļūdainas rindas: {n, number}}}",
    "refused.others": "Nepievienotās rindas",
    "refused.lede": "Izlabojiet tās datnē un importējiet vēlreiz. Jau pievienotie cilvēki nedubultosies.",
    "refused.reason": "Iemesls",
    "refused.where": "Pirmās rindas datnē",
    "refused.download": "Lejupielādēt nepievienotās rindas ar iemesliem (CSV)",
    "refused.logged": "Lejupielādi ierakstām piekļuves žurnālā.",
    "fact.file": "Datne",
    "fact.name": "Nosaukums",
    "fact.list": "Saraksts",
    "fact.source": "Norādītais avots",
    "fact.since": "Sarakstā kopš",
    "fact.basis": "Norādītais pamats",
    "fact.origin": "Kā iegūtas adreses",
    "fact.proof": "Piekrišanas pierādījums",
    "fact.proof.none": "Nav",
    "fact.hash": "Datnes zīme",
    "fact.checked": "Pārbaudīts",
    "fact.deleted": "Datni dzēsīsim",
    "fact.deleted.value": "Pēc apstiprinājuma, vēlākais {day}",
    "decide.unproven":
      "{n, plural, zero {Karantīnā {n, number} cilvēku, vēstuļu nav} one {Karantīnā {n, number} cilvēks, vēstuļu nav} other {Karantīnā {n, number} cilvēki, vēstuļu nav}}",
    "decide.unproven.text":
      "Viņiem nosūtīsim tikai atkārtotas piekrišanas kampaņas jautājumu un neko citu, kamēr cilvēks pats nav piekritis. Mēneša laikā cilvēki jāinformē par datu avotu (VDAR 14. pants).",
    "decide.unproven.act":
      "{n, plural, zero {Ielikt {n, number} cilvēku karantīnā} one {Ielikt {n, number} cilvēku karantīnā} other {Ielikt {n, number} cilvēkus karantīnā}}",
    "decide.active":
      "{n, plural, zero {Sarakstā nonāks {n, number} cilvēku} one {Sarakstā nonāks {n, number} cilvēks} other {Sarakstā nonāks {n, number} cilvēki}}",
    "decide.active.text":
      "Viņi saņems nākamo šī saraksta sūtījumu. Katrā vēstulē ir saite, ar ko atteikties. Mēneša laikā cilvēki jāinformē par datu avotu (VDAR 14. pants).",
    "decide.active.act":
      "{n, plural, zero {Pievienot sarakstam {n, number} cilvēku} one {Pievienot sarakstam {n, number} cilvēku} other {Pievienot sarakstam {n, number} cilvēkus}}",
    "decide.mixed":
      "{n, plural, zero {Sarakstā nonāks {n, number} cilvēku} one {Sarakstā nonāks {n, number} cilvēks} other {Sarakstā nonāks {n, number} cilvēki}}",
    "decide.mixed.text":
      "Kuriem datnē ir piekrišanas laiks, tie saņems nākamo sūtījumu. Pārējie gaidīs karantīnā: viņiem nosūtīsim tikai atkārtotas piekrišanas kampaņas jautājumu. Mēneša laikā cilvēki jāinformē par datu avotu (VDAR 14. pants).",
    "decide.mixed.act":
      "{n, plural, zero {Pievienot sarakstam {n, number} cilvēku} one {Pievienot sarakstam {n, number} cilvēku} other {Pievienot sarakstam {n, number} cilvēkus}}",
    "decide.stop":
      "{n, plural, zero {Ierakstīsim {n, number} atteikumu} one {Ierakstīsim {n, number} atteikumu} other {Ierakstīsim {n, number} atteikumus}}",
    "decide.stop.text":
      "No katras adreses paliks tikai nesūtīšanas atzīme; ar zināmu adresi to var atrast, tāpēc tā ir personas dati. Kas ar šādu adresi ir sarakstā, to izņemsim; kas pie mums piekritis pats, paliks.",
    "decide.stop.act":
      "{n, plural, zero {Ierakstīt {n, number} atteikumu} one {Ierakstīt {n, number} atteikumu} other {Ierakstīt {n, number} atteikumus}}",
    "decide.remove":
      "{n, plural, zero {No saraksta izņemsim {n, number} cilvēku} one {No saraksta izņemsim {n, number} cilvēku} other {No saraksta izņemsim {n, number} cilvēkus}}",
    "decide.remove.text": "Kas nav nevienā citā sarakstā, tā adresi un vārdu dzēsīsim.",
    "decide.remove.act":
      "{n, plural, zero {Izņemt no saraksta {n, number} cilvēku} one {Izņemt no saraksta {n, number} cilvēku} other {Izņemt no saraksta {n, number} cilvēkus}}",
    "decide.also.stop":
      "{n, plural, zero {Ierakstīsim arī {n, number} atteikumu.} one {Ierakstīsim arī {n, number} atteikumu.} other {Ierakstīsim arī {n, number} atteikumus.}}",
    "decide.also.remove":
      "{n, plural, zero {Izņemsim {n, number} cilvēku, kuru datnē nav.} one {Izņemsim {n, number} cilvēku, kura datnē nav.} other {Izņemsim {n, number} cilvēkus, kuru datnē nav.}}",
    "decide.refused": "Kļūdaino rindu datni lejupielādējiet pirms apstiprinājuma: pēc tam visu datni dzēsīsim.",
    "decide.missing": "Cik cilvēku izņemt",
    "decide.missing.hint": "Ierakstiet skaitli {n, number}, lai apstiprinātu.",
    "decide.nobody": "Šajā datnē nav neviena, ko pievienot",
    "decide.nobody.text": "Visi cilvēki jau ir sarakstā, agrāk atteikušies, vai arī rindās ir kļūdas.",
    "decide.other": "Izvēlēties citu datni",
    "decide.drop": "Atmest importu un dzēst datni",
    "done.title": "Imports pabeigts",
    "done.text":
      "{n, plural, =0 {Sarakstam „{list}” nav pievienots neviens.} zero {Sarakstam „{list}” pievienojām {n, number} cilvēku.} one {Sarakstam „{list}” pievienojām {n, number} cilvēku.} other {Sarakstam „{list}” pievienojām {n, number} cilvēkus.}} Datne ir izdzēsta.",
    "done.stop":
      "{n, plural, =0 {Jaunu atteikumu nebija.} zero {Ierakstījām {n, number} atteikumu. Adreses ir dzēstas.} one {Ierakstījām {n, number} atteikumu. Adrese ir dzēsta.} other {Ierakstījām {n, number} atteikumus. Adreses ir dzēstas.}}",
    "done.kept":
      "{n, plural, zero {Pie mums paši piekrituši {n, number} cilvēku: viņi sarakstā paliek.} one {Pie mums pats piekritis {n, number} cilvēks: viņš sarakstā paliek.} other {Pie mums paši piekrituši {n, number} cilvēki: viņi sarakstā paliek.}} Ja kāds tur atteicies vēlāk, nekā piekritis pie mums, ierakstiet viņa atteikumu.",
    "done.refused": "Kļūdainas rindas, kas nav pievienotas: {n, number}.",
    "done.removed":
      "{n, plural, zero {No saraksta izņēmām {n, number} cilvēku.} one {No saraksta izņēmām {n, number} cilvēku.} other {No saraksta izņēmām {n, number} cilvēkus.}}",
    "dropped.fault": "Datni nevarēja izlasīt līdz galam",
    "done.changed": "Kopš pārbaudes: jau sarakstā {already, number}, atteikušies {left, number}. Viņi nav pievienoti.",
    "done.unproven":
      "{n, plural, zero {Bez piekrišanas pierādījuma ir {n, number} no viņiem: viņi gaida karantīnā.} one {Bez piekrišanas pierādījuma ir {n, number} no viņiem: viņš gaida karantīnā.} other {Bez piekrišanas pierādījuma ir {n, number} no viņiem: viņi gaida karantīnā.}}",
    "done.next.people": "Importēt sarakstu",
    "done.next.unproven": "Tālāk: sagatavojiet atkārtotas piekrišanas kampaņu.",
    "done.next.link": "Sagatavot kampaņu",
    "done.members": "Skatīt sarakstu",
    "dropped.title": "Imports atmests",
    "dropped.text":
      "{n, plural, =0 {Sarakstam neviens nav pievienots.} zero {Pirms apturēšanas pievienojām {n, number} cilvēku; viņi sarakstā paliek.} one {Pirms apturēšanas pievienojām {n, number} cilvēku; viņš sarakstā paliek.} other {Pirms apturēšanas pievienojām {n, number} cilvēkus; viņi sarakstā paliek.}} Datne ir izdzēsta.",
  },
  en: {
    samples: "Samples of the rows",
    "samples.address": "Address",
    "samples.what": "What will happen to it",
    "samples.add": "Will be added",
    "samples.already": "On the list already",
    "samples.left": "Left on {day}",
    "samples.stopped": "Opted out in the former system",
    "samples.withdrawn": "Opted out in the former system",
    "samples.complained": "Complained in the former system",
    "samples.bounced": "Unreachable in the former system",
    "samples.unconfirmed": "Never confirmed",
    "samples.duplicate": "In the file twice",
    refused: "{n, plural, one {Faulty rows: {n, number}} other {Faulty rows: {n, number}}}",
    "refused.others": "Rows that are not added",
    "refused.lede": "Correct them in the file and import it again. People who were added will not be doubled.",
    "refused.reason": "Reason",
    "refused.where": "First rows in the file",
    "refused.download": "Download the rows that are not added, with reasons (CSV)",
    "refused.logged": "The download is written to the access log.",
    "fact.file": "File",
    "fact.name": "Name",
    "fact.list": "List",
    "fact.source": "Source as stated",
    "fact.since": "On the list since",
    "fact.basis": "Basis as stated",
    "fact.origin": "How the addresses were got",
    "fact.proof": "Proof of consent",
    "fact.proof.none": "None",
    "fact.hash": "Mark of the file",
    "fact.checked": "Checked",
    "fact.deleted": "We delete the file",
    "fact.deleted.value": "On confirmation, {day} at the latest",
    "decide.unproven":
      "{n, plural, one {{n, number} person in quarantine, no mail} other {{n, number} people in quarantine, no mail}}",
    "decide.unproven.text":
      "We send them the question of a re-consent campaign and nothing else until the person has said yes. People must be told the source of their data within a month (GDPR Article 14).",
    "decide.unproven.act":
      "{n, plural, one {Put {n, number} person into quarantine} other {Put {n, number} people into quarantine}}",
    "decide.active":
      "{n, plural, one {{n, number} person comes onto the list} other {{n, number} people come onto the list}}",
    "decide.active.text":
      "They get the next mailing of this list. Every mail has a link to unsubscribe. People must be told the source of their data within a month (GDPR Article 14).",
    "decide.active.act":
      "{n, plural, one {Add {n, number} person to the list} other {Add {n, number} people to the list}}",
    "decide.mixed":
      "{n, plural, one {{n, number} person comes onto the list} other {{n, number} people come onto the list}}",
    "decide.mixed.text":
      "Those with a time of consent in the file get the next mailing. The others wait in quarantine: we send them the question of a re-consent campaign and nothing else. People must be told the source of their data within a month (GDPR Article 14).",
    "decide.mixed.act":
      "{n, plural, one {Add {n, number} person to the list} other {Add {n, number} people to the list}}",
    "decide.stop": "{n, plural, one {We write {n, number} opt-out} other {We write {n, number} opt-outs}}",
    "decide.stop.text":
      "All that stays of each address is a suppression mark; whoever knows the address can find it, so it is personal data. Whoever is on the list with such an address is taken off; whoever has given consent here stays.",
    "decide.stop.act": "{n, plural, one {Write {n, number} opt-out} other {Write {n, number} opt-outs}}",
    "decide.remove":
      "{n, plural, one {{n, number} person will be taken off the list} other {{n, number} people will be taken off the list}}",
    "decide.remove.text": "Address and name of whoever is on no other list are deleted.",
    "decide.remove.act":
      "{n, plural, one {Take {n, number} person off the list} other {Take {n, number} people off the list}}",
    "decide.also.stop":
      "{n, plural, one {We also write {n, number} opt-out.} other {We also write {n, number} opt-outs.}}",
    "decide.also.remove":
      "{n, plural, one {We take off {n, number} person who is not in the file.} other {We take off {n, number} people who are not in the file.}}",
    "decide.refused": "Download the faulty rows before you confirm: after that the whole file is deleted.",
    "decide.missing": "How many people to take off",
    "decide.missing.hint": "Enter the number {n, number} to confirm.",
    "decide.nobody": "There is nobody in this file to add",
    "decide.nobody.text": "Everybody is on the list already, left earlier, or stands in a faulty row.",
    "decide.other": "Choose another file",
    "decide.drop": "Drop the import and delete the file",
    "done.title": "Import finished",
    "done.text":
      "{n, plural, =0 {Nobody was added to the list “{list}”.} one {We added {n, number} person to the list “{list}”.} other {We added {n, number} people to the list “{list}”.}} The file is deleted.",
    "done.stop":
      "{n, plural, =0 {There were no new opt-outs.} one {We wrote {n, number} opt-out. The address is deleted.} other {We wrote {n, number} opt-outs. The addresses are deleted.}}",
    "done.kept":
      "{n, plural, one {{n, number} person has consented with us and stays on the list.} other {{n, number} people have consented with us and stay on the list.}} If somebody left there later than he consented here, record his refusal.",
    "done.refused": "Faulty rows that were not added: {n, number}.",
    "done.removed":
      "{n, plural, one {We took {n, number} person off the list.} other {We took {n, number} people off the list.}}",
    "dropped.fault": "The file could not be read to its end",
    "done.changed": "Since the check: on the list already {already, number}, left {left, number}. They were not added.",
    "done.unproven":
      "{n, plural, one {{n, number} of them has no proof of consent and waits in quarantine.} other {{n, number} of them have no proof of consent and wait in quarantine.}}",
    "done.next.people": "Import the list",
    "done.next.unproven": "Next: prepare a re-consent campaign.",
    "done.next.link": "Prepare a campaign",
    "done.members": "See the list",
    "dropped.title": "Import dropped",
    "dropped.text":
      "{n, plural, =0 {Nobody was added to the list.} one {Before the stop we added {n, number} person, who stays on the list.} other {Before the stop we added {n, number} people, who stay on the list.}} The file is deleted.",
  },
});
