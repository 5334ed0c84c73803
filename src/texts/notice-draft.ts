/**
 * What the draft of a notice says otherwise than that of a question: nobody is asked anything, people are told and may leave.
 * `start.*` are the first texts of the mail itself; {list} is a name, uninflected.
 */
import { texts } from "./say.ts";

export const noticeDraftTexts = texts({
  lv: {
    "ground.title": "Kāpēc mainās pamats",
    "ground.lede": "Nevienam neko nejautājam: paziņojam un dodam iespēju atteikties. Šie teksti paliek pierādījumā.",
    "reason.hint":
      "No kurienes adreses un kāpēc cilvēki šīs vēstules var sagaidīt. Teksts paliek pierādījumā, saņēmēji to neredz. Nerakstiet cilvēku vārdus un adreses.",
    deadline: "Diena, līdz kurai gaidām iebildumus",
    heading: "Virsraksts",
    "heading.hint": "Virsraksts vēstulē un paziņojuma lapā.",
    lead: "Kas mainās un kāpēc",
    "lead.hint":
      "Viena vai divas īsas rindkopas; tās atdala tukša rinda. Normu, tiesības iebilst un to, ko nozīmē klusēšana, vēstulē paskaidrojam paši.",
    name: "{list}: paziņojums",
    "start.subject": "Mainās pamats, uz kura sūtām saraksta „{list}” vēstules",
    "start.subject.short": "Mainās pamats, uz kura Jums rakstām",
    "start.lead":
      "Jūsu adrese ir mūsu sarakstā „{list}”. Šīs vēstules turpmāk sūtīsim, pildot mums uzticētu uzdevumu, tāpēc piekrišanu tām vairs nelūdzam.\n\nJa šīs vēstules nevēlaties, varat atteikties jebkurā laikā.",
  },
  en: {
    "ground.title": "Why the basis changes",
    "ground.lede": "Nobody is asked anything: we tell people, with a way out. These texts stay in the proof.",
    "reason.hint":
      "Where the addresses come from and why people can expect these e-mails. The text stays in the proof; recipients do not see it. Write no names and no addresses.",
    deadline: "Day until which we wait for objections",
    heading: "Heading",
    "heading.hint": "Heading of the e-mail and of the page with the notice.",
    lead: "What changes, and why",
    "lead.hint":
      "One or two short paragraphs, parted by an empty line. The provision, the right to object and what silence means are explained by the e-mail itself.",
    name: "{list}: notice",
    "start.subject": "The basis on which we send “{list}” is changing",
    "start.subject.short": "The basis on which we write to you is changing",
    "start.lead":
      "Your address is on our list “{list}”. From now on we send these e-mails as a task that we have been given, so we no longer ask for your consent to them.\n\nIf you do not want them, you can say so at any time.",
  },
});
