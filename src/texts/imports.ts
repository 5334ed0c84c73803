/** Desk pages of imports: the form, the dry run, the progress, the result. `list` is the list's name in the nominative. */
import { importFormTexts } from "./import-form.ts";
import { importResultTexts } from "./import-result.ts";
import { texts } from "./say.ts";

export const importTexts = texts({
  lv: {
    title: "Imports",
    lede: "Sarakstu var ienest no CSV datnes. Vispirms to pārbaudām un parādām, kas notiks; sarakstā neviens nenonāk, kamēr tas nav apstiprināts.",
    "new": "Importēt sarakstu",
    "empty.title": "Neviens saraksts vēl nav importēts",
    "empty.text":
      "Šeit redzēsiet, kas un kad ienests, no kurienes un ar kādu pamatu. Sagatavojiet CSV datni ar e-pasta adresēm.",
    "list.older": "Vecāki importi",
    "list.newest": "Jaunākie importi",
    "state.uploading": "Saņemam datni",
    "state.checking": "Pārbaudām",
    "state.checked": "Gaida apstiprinājumu",
    "state.running": "Notiek",
    "state.done": "Pabeigts",
    "state.dropped": "Atmests",
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
    "check.parts": "Kas notiks ar rindām",
    "csv.name": "nepievienotas-rindas.csv",
    "csv.row": "Rinda",
    "csv.reason": "Iemesls",
    "csv.day": "Diena",
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
    ...importFormTexts.lv,
    ...importResultTexts.lv,
  },
  en: {
    title: "Imports",
    lede: "A list can be brought in from a CSV file. We check it first and show what will happen; nobody comes onto a list until that is confirmed.",
    "new": "Import a list",
    "empty.title": "No list has been imported yet",
    "empty.text":
      "This page will show what was brought in and when, where it is from and on what basis. Prepare a CSV file with e-mail addresses.",
    "list.older": "Older imports",
    "list.newest": "Newest imports",
    "state.uploading": "Receiving the file",
    "state.checking": "Checking",
    "state.checked": "Waiting for confirmation",
    "state.running": "Running",
    "state.done": "Finished",
    "state.dropped": "Dropped",
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
    "check.parts": "What will happen to the rows",
    "csv.name": "rows-not-added.csv",
    "csv.row": "Row",
    "csv.reason": "Reason",
    "csv.day": "Day",
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
    ...importFormTexts.en,
    ...importResultTexts.en,
  },
});
