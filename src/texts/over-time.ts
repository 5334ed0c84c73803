/** The chart of a campaign's answers over time and the table beside it. {date} is in digits. */
import { texts } from "./say.ts";

export const overTimeTexts = texts({
  lv: {
    title: "Atbildes laika gaitā",
    lede: "Nosūtītās vēstules pēc atbildes, uzkrājot. Vēstuļu atvēršanu neuzskaitām.",
    none: "Pirmie skaitļi būs redzami, kad būs nosūtīta pirmā vēstule.",
    chart: "Laukumu diagramma: nosūtītās vēstules pēc atbildes laika gaitā",
    finding:
      "{date}: nosūtītas {sent, number}, piekrita {yes, number}, atteicās {no, number}, atgrieztas {bounced, number}, bez atbildes {silent, number}. Tie paši skaitļi ir tabulā.",
    yes: "Piekrita",
    no: "Atteicās",
    bounced: "Atgrieztas",
    silent: "Nav atbildes",
    skipped: "Izlaistas",
    deadline: "termiņš",
    reminder: "atgādinājums",
    table: "Skaitļi pa dienām",
    "table.day": "Dienas beigās",
    "table.now": "{date}, tagad",
    "table.sent": "Nosūtītas",
    "why.title": "Izlaisto vēstuļu iemesli pa dienām",
    csv: "Visas dienas CSV datnē",
    report: "Kampaņas pārskats",
  },
  en: {
    title: "Answers over time",
    lede: "E-mails sent, by their answer, added up. We do not count opens.",
    none: "The first figures appear when the first e-mail has been sent.",
    chart: "Area chart: e-mails sent, by their answer, over time",
    finding:
      "{date}: sent {sent, number}, yes {yes, number}, no {no, number}, returned {bounced, number}, no answer {silent, number}. The table holds the same figures.",
    yes: "Yes",
    no: "No",
    bounced: "Returned",
    silent: "No answer",
    skipped: "Skipped",
    deadline: "deadline",
    reminder: "reminder",
    table: "Figures by day",
    "table.day": "At the end of",
    "table.now": "{date}, now",
    "table.sent": "Sent",
    "why.title": "Reasons of the skipped e-mails by day",
    csv: "All days as a CSV file",
    report: "Report of the campaign",
  },
});
