/**
 * The part "Who looked at my data" of a person's own page. {date} stands in the locative, {when} is day and time as digits,
 * {role} is the colleague's task.
 */
import { texts } from "./say.ts";

export const ownReadersTexts = texts({
  lv: {
    title: "Kas skatījis manus datus",
    lead: "Katru reizi, kad mūsu darbinieks meklē vai atver Jūsu datus, to ierakstām, pirms dati viņam tiek parādīti.",
    none: "Jūsu datus neviens darbinieks nav meklējis un atvēris.",
    when: "{when}",
    role: "Kurš: {role}",
    name: "Kurš: {name}, {role}",
    why: "Kāpēc: {why}",
    "why.unsaid": "Kāpēc: nav norādīts",
    lists: "Skatīti saraksti, kuros esat",
    "lists.text": "Saraksta lapā adreses ir daļēji paslēptas. Vai starp parādītajām bija arī Jūsu adrese, nav zināms.",
    more: "{n, plural, zero {Vēl {n, number} agrāku ierakstu} one {Vēl {n, number} agrāks ieraksts} other {Vēl {n, number} agrāki ieraksti}}",
    names:
      "Darbinieku vārdus nerādām, jo tie ir viņu personas dati. Ja vārdi Jums vajadzīgi, lai īstenotu savas tiesības, rakstiet datu aizsardzības speciālistam: <mail>{email}</mail>.",
    told: "Datu aizsardzības speciālists {date} izlēma Jums nosaukt darbiniekus, kuri līdz tam skatījuši Jūsu datus.",
    withheld:
      "Datu aizsardzības speciālists {date} izlēma darbinieku vārdus Jums nenosaukt. Par to varat iesniegt sūdzību uzraudzības iestādei ({authority}).",
    kept: "Ierakstus glabājam {period}. To nemainīgumu apliecina pierādījumu žurnāls.",
    months: "{n, plural, zero {{n, number} mēnešus} one {{n, number} mēnesi} other {{n, number} mēnešus}}",
  },
  en: {
    title: "Who looked at my data",
    lead: "Each time a colleague of ours searches for or opens your data, we record it before the data are shown to him.",
    none: "No colleague has searched for or opened your data.",
    when: "{when}",
    role: "Who: {role}",
    name: "Who: {name}, {role}",
    why: "Why: {why}",
    "why.unsaid": "Why: not said",
    lists: "Views of lists you are on",
    "lists.text":
      "On the page of a list addresses are partly hidden. Whether yours was among those shown is not known.",
    more: "{n, plural, one {{n, number} earlier line} other {{n, number} earlier lines}}",
    names:
      "We do not show the names of colleagues, because they are their personal data. If you need them to exercise your rights, write to the data protection officer: <mail>{email}</mail>.",
    told: "On {date} the data protection officer decided to tell you which colleagues had looked at your data until then.",
    withheld:
      "On {date} the data protection officer decided not to tell you the names. You can complain about this to the supervisory authority ({authority}).",
    kept: "We keep these lines for {period}. The proof log shows that they were not changed.",
    months: "{n, plural, one {{n, number} month} other {{n, number} months}}",
  },
});
