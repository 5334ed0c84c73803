/** In the report of a bundle: by which mailings the person was to be asked, what the institution did, and what of a mail is kept. */
import { texts } from "./say.ts";

export const proofAskedTexts = texts({
  lv: {
    title: "Sūtījums „{title}”",
    what: "Kas notika",
    when: "Kad (pēc iestādes pulksteņa)",
    people: "Cik cilvēku",
    "people.value":
      "{n, plural, zero {{n, number} cilvēku šajā žurnāla ierakstā. Šis cilvēks ir viens no viņiem: komplekts to pierāda.} one {{n, number} cilvēks šajā žurnāla ierakstā. Šis cilvēks ir viens no viņiem: komplekts to pierāda.} other {{n, number} cilvēki šajā žurnāla ierakstā. Šis cilvēks ir viens no viņiem: komplekts to pierāda.}}",
    entry: "Žurnāla ieraksts",
    "acts.title": "Ko darīja iestāde",
    "acts.lede": "Iestādes darbības šajā kampaņā, kādas tās ir pierādījumu žurnālā. Datnes ir mapē acts.",
    "not.mail":
      "Kā izskatījās pati vēstule. Nosūtītas vēstules iestāde neglabā, un ar saitēm vēstulē atbildēt varētu ikviens, kam ir komplekts. Kampaņas vēstules virsraksts un pamatojums ir arī lapas tekstā.",
    "not.asked":
      "Vai šis cilvēks bija starp tiem, kam jautājumu nosūtīja. To var pierādīt tikai tik ilgi, kamēr adrese ir sarakstā: pēc tam atslēga ir iznīcināta.",
    "not.asked.many":
      "Kuri no šiem cilvēkiem bija starp tiem, kam jautājumu nosūtīja. Par vienu cilvēku to rāda viņa komplekts, kamēr adrese ir sarakstā.",
  },
  en: {
    title: "Mailing “{title}”",
    what: "What happened",
    when: "When (by the institution’s clock)",
    people: "How many people",
    "people.value":
      "{n, plural, one {{n, number} person in this entry of the log. This person is that one: the bundle proves it.} other {{n, number} people in this entry of the log. This person is one of them: the bundle proves it.}}",
    entry: "Entry in the log",
    "acts.title": "What the institution did",
    "acts.lede":
      "The acts of the institution in this campaign, as they are in the proof log. Their files are in the folder acts.",
    "not.mail":
      "What the e-mail itself looked like. The institution does not keep sent e-mails, and with the links in one anybody who has the bundle could answer. The heading and the reasons of a campaign’s e-mail are also in the text of the page.",
    "not.asked":
      "Whether this person was among those who were asked. That can be proved only while the address is on the list: after that the key is destroyed.",
    "not.asked.many":
      "Which of these people were among those who were asked. Of one person his own bundle shows it, while the address is on the list.",
  },
});
