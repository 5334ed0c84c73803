/** Desk pages of imports: the form, the dry run, the progress, the result. `list` is the list's name in the nominative. */
import { texts } from "./say.ts";

export const importTexts = texts({
  lv: {
    title: "Imports",
    lede: "Sarakstu var ienest no CSV datnes. Vispirms to pārbaudām un parādām, kas notiks; sarakstā neviens nenonāk, kamēr tas nav apstiprināts.",
    "new": "Importēt sarakstu",
    "empty.title": "Neviens saraksts vēl nav importēts",
    "empty.text":
      "Šeit redzēsiet, kas un kad ienests, no kurienes un ar kādu pamatu. Sagatavojiet CSV datni ar e-pasta adresēm.",
    "col.file": "Datne",
    "col.list": "Saraksts",
    "col.state": "Stāvoklis",
    "col.added": "Pievienoti",
    "col.when": "Pārbaudīts",
    "state.uploading": "Saņemam datni",
    "state.checking": "Pārbaudām",
    "state.checked": "Gaida apstiprinājumu",
    "state.running": "Notiek",
    "state.done": "Pabeigts",
    "state.dropped": "Atmests",

    "form.title.people": "Importēt sarakstu",
    "form.title.opt-outs": "Ienest iepriekšējās sistēmas atteikumus",
    "form.title.sync": "Atjaunot darbinieku sarakstu",
    "form.lede.people": "Datni izlasām un pārbaudām. Sarakstā vēl neviens nenonāk: vispirms parādīsim skaitļus.",
    "form.lede.opt-outs":
      "Adreses, uz kurām vairs nedrīkst rakstīt: atteikušies, sūdzējušies vai nesasniedzami. No tām paliek tikai neatšifrējama zīme, lai neviens imports šos cilvēkus neatgrieztu.",
    "form.lede.sync":
      "Datnē jābūt visiem darbiniekiem. Kuru tajā nav, tos no saraksta izņemsim; vispirms parādīsim, cik to ir.",
    "form.first": "Vai iepriekšējā sistēmā cilvēki ir atteikušies?",
    "form.first.text":
      "Vispirms ienesiet atteikumu datni. Citādi cilvēki, kuri jau atteikušies, atkal saņems vēstules.",
    "form.first.link": "Ienest atteikumus",
    "form.sync.link": "Atjaunot darbinieku sarakstu no pilnas datnes",
    "form.file": "Datne",
    "form.file.hint":
      "CSV ar komatu, semikolu vai tabulatoru; UTF-8, UTF-16 vai Windows-1257; līdz {mb} MB. Der arī Mailchimp, Mailigen, MailerLite, listmonk un phpList eksports. Vajadzīga kolonna ar e-pasta adresi.",
    "form.list.people": "Saraksts, kuram pievienot",
    "form.list.opt-outs": "Saraksts, no kura cilvēki ir atteikušies",
    "form.list.sync": "Darbinieku saraksts",
    "form.list.none": "Izvēlieties sarakstu",
    "form.source": "Avots",
    "form.source.hint.people":
      "No kurienes ir šis saraksts. Piemērs: iepriekšējās sūtīšanas sistēmas eksports, 2019.–2024. gads.",
    "form.source.hint.opt-outs": "No kurienes ir atteikumi. Piemērs: Mailchimp atteikušos datne, 2024. gada decembris.",
    "form.source.hint.sync": "No kurienes ir datne. Piemērs: personāla sistēmas izdruka.",
    "form.since": "Kopš kura laika cilvēki ir sarakstā",
    "form.since.hint": "Ja laiks nav zināms precīzi, norādiet agrāko dienu.",
    "form.basis": "Ar kādu pamatu adreses iegūtas",
    "basis.consent": "Piekrišana",
    "basis.consent.hint": "Cilvēki paši pieteicās. Ja pierādījuma nav, vispirms jautāsim vēlreiz.",
    "basis.task": "Uzdevums sabiedrības interesēs, pienākums vai līgums",
    "basis.task.hint": "Adreses vajadzīgas, lai iestāde pildītu savu uzdevumu.",
    "basis.interests": "Leģitīmās intereses",
    "basis.interests.hint": "Iestādes vai citas personas interese, kas izvērtēta un nav mazāka par cilvēku interesēm.",
    "form.origin": "Kā iestāde ieguva adreses",
    "form.origin.hint":
      "Jautāt piekrišanu pa e-pastu var tikai cilvēkiem, kuri adresi deva paši vai kurus ar iestādi jau kas saista.",
    "origin.themselves": "Cilvēki paši to norādīja, piesakoties jaunumiem",
    "origin.contact": "Cilvēki sazinājās ar iestādi, piedalījās pasākumā vai izmantoja pakalpojumu",
    "origin.other_office": "Sarakstu nodeva cita iestāde",
    "origin.public": "Adreses savāktas publiskās vietās, piemēram, tīmekļa lapās vai vizītkartēs",
    "origin.bought": "Adreses pirktas",
    "origin.unknown": "Nav zināms",
    "form.proof": "Kur glabājas piekrišanas pierādījums",
    "form.proof.hint": "Piemērs: parakstītas veidlapas, lieta Nr. 4-12. Atstājiet tukšu, ja pierādījuma nav.",
    "form.act": "Pārbaudīt datni",
    "form.problems": "Datne nav pārbaudīta",

    "check.title": "Importa pārbaude",
    "check.tag": "Nekas nav ierakstīts",
    "check.lede.rows":
      "{n, plural, zero {Datnē <b>{file}</b> ir {n, number} rindu.} one {Datnē <b>{file}</b> ir {n, number} rinda.} other {Datnē <b>{file}</b> ir {n, number} rindas.}}",
    "check.lede.add":
      "{n, plural, =0 {Nav neviena, ko pievienot.} zero {Pievienot var {n, number} cilvēku.} one {Pievienot var {n, number} cilvēku.} other {Pievienot var {n, number} cilvēkus.}}",
    "check.lede.unproven":
      "Viņiem nav piekrišanas pierādījuma, tāpēc viņi nonāks karantīnā un saņems tikai vienu: jautājumu, vai piekrīt.",
    "check.lede.mixed":
      "{n, plural, zero {No viņiem {n, number} cilvēkiem datnē nav piekrišanas pierādījuma: viņi nonāks karantīnā.} one {No viņiem {n, number} cilvēkam datnē nav piekrišanas pierādījuma: viņš nonāks karantīnā.} other {No viņiem {n, number} cilvēkiem datnē nav piekrišanas pierādījuma: viņi nonāks karantīnā.}}",
    "check.lede.stop":
      "{n, plural, =0 {Jaunu atteikumu tajā nav.} zero {Jauni atteikumi: {n, number}.} one {Jauni atteikumi: {n, number}.} other {Jauni atteikumi: {n, number}.}}",
    "warn.opt-outs": "Šim sarakstam atteikumi no iepriekšējās sistēmas nav ienesti",
    "warn.opt-outs.text":
      "Ja cilvēki tur ir atteikušies, vispirms ienesiet atteikumu datni: tad viņi šajā importā netiks pievienoti.",
    "warn.unread": "Kolonnā, ko nelasām, ir ziņas par atteikšanos",
    "warn.unread.column": "Kolonna „{column}”. Tādu rindu skaits: {n, number}.",
    "warn.unread.text":
      "Ja kolonnu nelasīsim, šos cilvēkus pievienosim. Zemāk izvēlieties, kas tajā ir, un nolasiet datni vēlreiz.",
    "note.listmonk": "listmonk eksportā nav redzams, kurš no saraksta ir atteicies",
    "note.listmonk.text":
      "Stāvoklis tajā rāda tikai to, vai cilvēks ir bloķēts. Sistēmā listmonk atlasiet saraksta adreses ar stāvokli „Unsubscribed”, eksportējiet tās un vispirms ienesiet kā atteikumus.",
    "note.never-subscribed": "Šie cilvēki nav pieteikušies jaunumiem",
    "note.never-subscribed.text":
      "Spriežot pēc nosaukuma, šī ir Mailchimp datne ar kontaktiem, kuri nekad nav pieteikušies. Pieteikušos meklējiet datnē, kuras nosaukums sākas ar „subscribed”.",
    "warn.missing":
      "{n, plural, zero {No saraksta izņemsim {n, number} cilvēku} one {No saraksta izņemsim {n, number} cilvēku} other {No saraksta izņemsim {n, number} cilvēkus}}",
    "warn.missing.text":
      "Viņu datnē nav. Sarakstā tagad {of, plural, zero {ir {of, number} cilvēku} one {ir {of, number} cilvēks} other {ir {of, number} cilvēki}}. Pārbaudiet, vai datne ir pilna.",
    "part.add.mixed":
      "{n, plural, zero {Nonāks sarakstā „{list}”; karantīnā {n, number} cilvēku bez pierādījuma} one {Nonāks sarakstā „{list}”; karantīnā {n, number} cilvēks bez pierādījuma} other {Nonāks sarakstā „{list}”; karantīnā {n, number} cilvēki bez pierādījuma}}",
    "part.stopped": "Atteikušies iepriekšējā sistēmā",
    "part.stopped.what":
      "<b>Netiks pievienoti.</b> Paliks tikai neatšifrējama zīme; kas ir sarakstā ar šādu adresi, to izņemsim",
    "part.unconfirmed": "Neapstiprināti",
    "part.unconfirmed.what": "Pieteikšanos iepriekšējā sistēmā neapstiprināja; netiks pievienoti",
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
    "check.parts": "Kas notiks ar rindām",
    "parts.rows": "Rindas",
    "parts.count": "Skaits",
    "parts.what": "Kas ar tām notiks",
    "part.add": "Jauni sarakstā",
    "part.add.unproven": "Nonāks karantīnā sarakstā „{list}”",
    "part.add.active": "Nonāks sarakstā „{list}”",
    "part.add.known":
      "{n, plural, =0 {} zero {; no tiem {n, number} jau ir citā sarakstā} one {; no tiem {n, number} jau ir citā sarakstā} other {; no tiem {n, number} jau ir citā sarakstā}}",
    "part.already": "Jau ir sarakstā",
    "part.already.what": "Nekas nemainās, arī viņu piekrišana un avots",
    "part.left": "Agrāk atteikušies",
    "part.left.what": "<b>Netiks pievienoti.</b> Diena redzama paraugos un nepievienoto rindu datnē",
    "part.refused": "Kļūdainas rindas",
    "part.refused.what": "Netiks pievienotas; iemesli zemāk",
    "part.total": "Kopā datnē",
    "part.total.what": "Skaits sakrīt ar datni",
    columns: "Kolonnas",
    "columns.lede": "Kodējums {encoding}. Importējam tikai to, kas sarakstam vajadzīgs.",
    "columns.file": "Datnē",
    "columns.sample": "Paraugs",
    "columns.use": "Pietekā",
    "columns.hidden": "nerādām",
    "columns.untitled": "{n}. kolonna",
    "columns.header": "Pirmajā rindā ir kolonnu nosaukumi",
    "use.email": "Adrese",
    "use.name": "Vārds un uzvārds",
    "use.language": "Valoda",
    "use.status": "Stāvoklis",
    "use.left": "Atteikšanās laiks vai jā/nē",
    "use.reason": "Atteikšanās iemesls",
    "use.bounced": "Nesasniedzama: laiks vai jā/nē",
    "use.confirmed": "Pieteikšanās apstiprināta: jā/nē",
    "use.proof": "Piekrišanas laiks vai jā/nē",
    "use.since": "Sarakstā kopš",
    "use.skip": "Neimportēt",
    "columns.act": "Nolasīt vēlreiz ar šīm kolonnām",
    "columns.problem": "Kolonnas nav mainītas",
    refused:
      "{n, plural, zero {Kļūdainas rindas: {n, number}} one {Kļūdainas rindas: {n, number}} other {Kļūdainas rindas: {n, number}}}",
    "refused.others": "Nepievienotās rindas",
    "refused.lede": "Izlabojiet tās datnē un importējiet vēlreiz. Jau pievienotie cilvēki nedubultosies.",
    "refused.reason": "Iemesls",
    "refused.where": "Pirmās rindas datnē",
    "refused.download": "Lejupielādēt nepievienotās rindas ar iemesliem (CSV)",
    "refused.logged": "Lejupielādi ierakstām piekļuves žurnālā.",
    "csv.name": "nepievienotas-rindas.csv",
    "csv.row": "Rinda",
    "csv.reason": "Iemesls",
    "csv.day": "Diena",
    "fact.file": "Datne",
    "fact.name": "Nosaukums",
    "fact.list": "Saraksts",
    "fact.source": "Norādītais avots",
    "fact.since": "Sarakstā kopš",
    "fact.basis": "Norādītais pamats",
    "fact.origin": "Kā iegūtas adreses",
    "fact.proof": "Piekrišanas pierādījums",
    "fact.proof.none": "Nav",
    "fact.hash": "Jaucējvērtība",
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
      "No katras adreses paliks tikai neatšifrējama zīme. Kas ar šādu adresi ir sarakstā, to izņemsim; kas pie mums piekritis pats, paliks.",
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
    "decide.missing": "Cik cilvēku izņemt",
    "decide.missing.hint": "Ierakstiet skaitli {n, number}, lai apstiprinātu.",
    "decide.nobody": "Šajā datnē nav neviena, ko pievienot",
    "decide.nobody.text": "Visi cilvēki jau ir sarakstā, agrāk atteikušies, vai arī rindās ir kļūdas.",
    "decide.other": "Izvēlēties citu datni",
    "decide.drop": "Atmest importu un dzēst datni",

    "checking.title": "Datni pārbaudām",
    "checking.lede": "Sarakstā vēl neviens nenonāk. Kad viss būs izlasīts, šeit parādīsim skaitļus.",
    "checking.progress": "Izlasītās datnes daļas",
    "checking.rows":
      "{n, plural, zero {Izlasīts: {n, number} rindu. Lapu var aizvērt.} one {Izlasīts: {n, number} rinda. Lapu var aizvērt.} other {Izlasīts: {n, number} rindas. Lapu var aizvērt.}}",
    "running.title": "Imports notiek",
    "running.lede": "Cilvēkus pievienojam sarakstam „{list}”.",
    "running.progress": "Pievienotie cilvēki",
    "running.left": "Lapu var aizvērt: imports turpināsies.",
    "running.reload": "Atjaunot",
    "running.stop": "Apturēt importu",
    "running.stop.text": "Kas jau pievienots, sarakstā paliks; pārējie netiks pievienoti, un datni dzēsīsim.",
    "done.title": "Imports pabeigts",
    "done.text":
      "{n, plural, =0 {Sarakstam „{list}” nav pievienots neviens.} zero {Sarakstam „{list}” pievienojām {n, number} cilvēku.} one {Sarakstam „{list}” pievienojām {n, number} cilvēku.} other {Sarakstam „{list}” pievienojām {n, number} cilvēkus.}} Datne ir izdzēsta.",
    "done.stop":
      "{n, plural, =0 {Jaunu atteikumu nebija.} zero {Ierakstījām {n, number} atteikumu. Adreses ir dzēstas.} one {Ierakstījām {n, number} atteikumu. Adrese ir dzēsta.} other {Ierakstījām {n, number} atteikumus. Adreses ir dzēstas.}}",
    "done.kept":
      "{n, plural, zero {Pie mums paši piekrituši {n, number} cilvēku: viņi sarakstā paliek.} one {Pie mums pats piekritis {n, number} cilvēks: viņš sarakstā paliek.} other {Pie mums paši piekrituši {n, number} cilvēki: viņi sarakstā paliek.}} Ja kāds tur atteicies vēlāk, nekā piekritis pie mums, ierakstiet viņa atteikumu.",
    "done.removed":
      "{n, plural, zero {No saraksta izņēmām {n, number} cilvēku.} one {No saraksta izņēmām {n, number} cilvēku.} other {No saraksta izņēmām {n, number} cilvēkus.}}",
    "dropped.fault": "Datni nevarēja izlasīt līdz galam",
    "done.changed": "Kopš pārbaudes: jau sarakstā {already, number}, atteikušies {left, number}. Viņi nav pievienoti.",
    "done.next.unproven": "Tālāk: sagatavojiet atkārtotas piekrišanas kampaņu.",
    "done.next.link": "Sagatavot kampaņu",
    "done.members": "Skatīt sarakstu",
    "dropped.title": "Imports atmests",
    "dropped.text":
      "{n, plural, =0 {Sarakstam neviens nav pievienots.} zero {Pirms apturēšanas pievienojām {n, number} cilvēku; viņi sarakstā paliek.} one {Pirms apturēšanas pievienojām {n, number} cilvēku; viņš sarakstā paliek.} other {Pirms apturēšanas pievienojām {n, number} cilvēkus; viņi sarakstā paliek.}} Datne ir izdzēsta.",
  },
  en: {
    title: "Imports",
    lede: "A list can be brought in from a CSV file. We check it first and show what will happen; nobody comes onto a list until that is confirmed.",
    "new": "Import a list",
    "empty.title": "No list has been imported yet",
    "empty.text":
      "This page will show what was brought in and when, where it is from and on what basis. Prepare a CSV file with e-mail addresses.",
    "col.file": "File",
    "col.list": "List",
    "col.state": "State",
    "col.added": "Added",
    "col.when": "Checked",
    "state.uploading": "Receiving the file",
    "state.checking": "Checking",
    "state.checked": "Waiting for confirmation",
    "state.running": "Running",
    "state.done": "Finished",
    "state.dropped": "Dropped",

    "form.title.people": "Import a list",
    "form.title.opt-outs": "Bring in the opt-outs of the former system",
    "form.title.sync": "Update the staff list",
    "form.lede.people": "We read and check the file. Nobody comes onto the list yet: the figures come first.",
    "form.lede.opt-outs":
      "Addresses that must not be written to any more: opted out, complained, or unreachable. All that stays of them is a mark that cannot be read, so that no import brings these people back.",
    "form.lede.sync":
      "The file must name all staff. Whoever is not in it is taken off the list; we show first how many that are.",
    "form.first": "Did people opt out in the former system?",
    "form.first.text": "Bring its file of opt-outs first. Otherwise people who opted out get mail again.",
    "form.first.link": "Bring in opt-outs",
    "form.sync.link": "Update the staff list from a complete file",
    "form.file": "File",
    "form.file.hint":
      "CSV with comma, semicolon or tab; UTF-8, UTF-16 or Windows-1257; up to {mb} MB. Exports of Mailchimp, Mailigen, MailerLite, listmonk and phpList will do. It needs a column with the e-mail address.",
    "form.list.people": "List to add to",
    "form.list.opt-outs": "List that people opted out of",
    "form.list.sync": "Staff list",
    "form.list.none": "Choose a list",
    "form.source": "Source",
    "form.source.hint.people": "Where this list is from. Example: export of the former mailing system, 2019–2024.",
    "form.source.hint.opt-outs":
      "Where the opt-outs are from. Example: Mailchimp’s file of unsubscribed people, December 2024.",
    "form.source.hint.sync": "Where the file is from. Example: a report of the personnel system.",
    "form.since": "Since when people have been on the list",
    "form.since.hint": "If the time is not known exactly, give the earliest day.",
    "form.basis": "On what basis the addresses were collected",
    "basis.consent": "Consent",
    "basis.consent.hint": "People signed up themselves. If there is no proof, we ask again first.",
    "basis.task": "Public task, legal obligation or contract",
    "basis.task.hint": "The institution needs the addresses to carry out its task.",
    "basis.interests": "Legitimate interests",
    "basis.interests.hint":
      "An interest of the institution or of another person that was weighed and is not overridden by people’s own.",
    "form.origin": "How the institution came to the addresses",
    "form.origin.hint":
      "Only people who gave their address themselves, or who have some tie with the institution, can be asked for consent by e-mail.",
    "origin.themselves": "People gave it themselves when they signed up for news",
    "origin.contact": "People wrote to the institution, came to an event or used a service",
    "origin.other_office": "Another institution handed the list over",
    "origin.public": "Collected in public places, for example on web pages or business cards",
    "origin.bought": "The addresses were bought",
    "origin.unknown": "Not known",
    "form.proof": "Where the proof of consent is kept",
    "form.proof.hint": "Example: signed forms, file No. 4-12. Leave it empty if there is no proof.",
    "form.act": "Check the file",
    "form.problems": "The file was not checked",

    "check.title": "Check of an import",
    "check.tag": "Nothing written yet",
    "check.lede.rows":
      "{n, plural, =0 {The file <b>{file}</b> has no rows.} one {The file <b>{file}</b> has {n, number} row.} other {The file <b>{file}</b> has {n, number} rows.}}",
    "check.lede.add":
      "{n, plural, =0 {There is nobody to add.} one {{n, number} person can be added.} other {{n, number} people can be added.}}",
    "check.lede.unproven":
      "There is no proof of their consent, so they go into quarantine and get one thing only: the question whether they consent.",
    "check.lede.mixed":
      "{n, plural, one {For {n, number} of them the file shows no proof of consent: this person goes into quarantine.} other {For {n, number} of them the file shows no proof of consent: they go into quarantine.}}",
    "check.lede.stop":
      "{n, plural, =0 {There are no new opt-outs in it.} one {{n, number} new opt-out.} other {{n, number} new opt-outs.}}",
    "warn.opt-outs": "No opt-outs of the former system were brought for this list",
    "warn.opt-outs.text":
      "If people opted out there, bring the file of opt-outs first: this import will then leave them out.",
    "warn.unread": "A column that is not read speaks of leaving",
    "warn.unread.column": "“{column}”: {n, plural, one {{n, number} such row.} other {{n, number} such rows.}}",
    "warn.unread.text":
      "These people will be added unless the column is read. Choose below what it holds and read the file again.",
    "note.listmonk": "A listmonk export does not show who left the list",
    "note.listmonk.text":
      "Its status only says whether a person is blocked. In listmonk, pick the list’s addresses with the status “Unsubscribed”, export them and bring them as opt-outs first.",
    "note.never-subscribed": "These people never signed up for news",
    "note.never-subscribed.text":
      "By its name this is Mailchimp’s file of contacts who never signed up. Those who did are in the file whose name begins with “subscribed”.",
    "warn.missing":
      "{n, plural, one {{n, number} person will be taken off the list} other {{n, number} people will be taken off the list}}",
    "warn.missing.text":
      "They are not in the file. The list has {of, plural, one {{of, number} person} other {{of, number} people}} now. Check that the file is complete.",
    "part.add.mixed":
      "{n, plural, one {Come onto the list “{list}”; {n, number} person without proof goes into quarantine} other {Come onto the list “{list}”; {n, number} people without proof go into quarantine}}",
    "part.stopped": "Opted out in the former system",
    "part.stopped.what":
      "<b>Will not be added.</b> Only a mark stays that cannot be read; whoever is on the list with such an address is taken off",
    "part.unconfirmed": "Never confirmed",
    "part.unconfirmed.what": "Did not confirm the sign-up in the former system; will not be added",
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
    "check.parts": "What will happen to the rows",
    "parts.rows": "Rows",
    "parts.count": "Number",
    "parts.what": "What will happen to them",
    "part.add": "New on the list",
    "part.add.unproven": "Go into quarantine on the list “{list}”",
    "part.add.active": "Come onto the list “{list}”",
    "part.add.known":
      "{n, plural, =0 {} one {; {n, number} of them is on another list already} other {; {n, number} of them are on another list already}}",
    "part.already": "On the list already",
    "part.already.what": "Nothing changes, nor do their consent and source",
    "part.left": "Left earlier",
    "part.left.what":
      "<b>Will not be added.</b> The day stands with the samples and in the file of rows that are not added",
    "part.refused": "Faulty rows",
    "part.refused.what": "Will not be added; reasons below",
    "part.total": "In the file",
    "part.total.what": "The number agrees with the file",
    columns: "Columns",
    "columns.lede": "Encoding {encoding}. We import only what the list needs.",
    "columns.file": "In the file",
    "columns.sample": "Sample",
    "columns.use": "In Pieteka",
    "columns.hidden": "not shown",
    "columns.untitled": "Column {n}",
    "columns.header": "The first row holds the titles of the columns",
    "use.email": "Address",
    "use.name": "First and last name",
    "use.language": "Language",
    "use.status": "Status",
    "use.left": "Opted out: time, or yes/no",
    "use.reason": "Reason for opting out",
    "use.bounced": "Unreachable: time, or yes/no",
    "use.confirmed": "Sign-up confirmed: yes/no",
    "use.proof": "Consent: time, or yes/no",
    "use.since": "On the list since",
    "use.skip": "Do not import",
    "columns.act": "Read again with these columns",
    "columns.problem": "The columns were not changed",
    refused: "{n, plural, one {Faulty rows: {n, number}} other {Faulty rows: {n, number}}}",
    "refused.others": "Rows that are not added",
    "refused.lede": "Correct them in the file and import it again. People who were added will not be doubled.",
    "refused.reason": "Reason",
    "refused.where": "First rows in the file",
    "refused.download": "Download the rows that are not added, with reasons (CSV)",
    "refused.logged": "The download is written to the access log.",
    "csv.name": "rows-not-added.csv",
    "csv.row": "Row",
    "csv.reason": "Reason",
    "csv.day": "Day",
    "fact.file": "File",
    "fact.name": "Name",
    "fact.list": "List",
    "fact.source": "Source as stated",
    "fact.since": "On the list since",
    "fact.basis": "Basis as stated",
    "fact.origin": "How the addresses were got",
    "fact.proof": "Proof of consent",
    "fact.proof.none": "None",
    "fact.hash": "Hash",
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
      "All that stays of each address is a mark that cannot be read. Whoever is on the list with such an address is taken off; whoever has given consent here stays.",
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
    "decide.missing": "How many people to take off",
    "decide.missing.hint": "Enter the number {n, number} to confirm.",
    "decide.nobody": "There is nobody in this file to add",
    "decide.nobody.text": "Everybody is on the list already, left earlier, or stands in a faulty row.",
    "decide.other": "Choose another file",
    "decide.drop": "Drop the import and delete the file",

    "checking.title": "Checking the file",
    "checking.lede": "Nobody comes onto the list yet. When everything has been read, the figures stand here.",
    "checking.progress": "Parts of the file read",
    "checking.rows":
      "{n, plural, one {{n, number} row read. You may close the page.} other {{n, number} rows read. You may close the page.}}",
    "running.title": "Import running",
    "running.lede": "We are adding people to the list “{list}”.",
    "running.progress": "People added",
    "running.left": "You may close the page: the import goes on.",
    "running.reload": "Refresh",
    "running.stop": "Stop the import",
    "running.stop.text": "Who has been added stays on the list; the others are not added, and we delete the file.",
    "done.title": "Import finished",
    "done.text":
      "{n, plural, =0 {Nobody was added to the list “{list}”.} one {We added {n, number} person to the list “{list}”.} other {We added {n, number} people to the list “{list}”.}} The file is deleted.",
    "done.stop":
      "{n, plural, =0 {There were no new opt-outs.} one {We wrote {n, number} opt-out. The address is deleted.} other {We wrote {n, number} opt-outs. The addresses are deleted.}}",
    "done.kept":
      "{n, plural, one {{n, number} person has consented with us and stays on the list.} other {{n, number} people have consented with us and stay on the list.}} If somebody left there later than he consented here, record his refusal.",
    "done.removed":
      "{n, plural, one {We took {n, number} person off the list.} other {We took {n, number} people off the list.}}",
    "dropped.fault": "The file could not be read to its end",
    "done.changed": "Since the check: on the list already {already, number}, left {left, number}. They were not added.",
    "done.next.unproven": "Next: prepare a re-consent campaign.",
    "done.next.link": "Prepare a campaign",
    "done.members": "See the list",
    "dropped.title": "Import dropped",
    "dropped.text":
      "{n, plural, =0 {Nobody was added to the list.} one {Before the stop we added {n, number} person, who stays on the list.} other {Before the stop we added {n, number} people, who stay on the list.}} The file is deleted.",
  },
});
