/** Home of the desk. {list} and {title} are names; {date} stands in the dative after "līdz", else in the locative. */
import { texts } from "./say.ts";

export const deskTexts = texts({
  lv: {
    title: "Šodien",
    "lede.waiting":
      "{n, plural, =0 {Šodien nekas negaida.} zero {Lēmumu gaida {n, number} lietu.} one {Lēmumu gaida {n, number} lieta.} other {Lēmumu gaida {n, number} lietas.}}",
    refusal: "Pierakstīt atteikumu",
    tasks: "Gaida lēmumu",
    nothing: "Šodien nekas negaida",
    "nothing.next": "Tuvākais termiņš: {date} plkst.\u00a023.59, „{title}”.",
    "nothing.quiet": "Neviena kampaņa negaida atbildes, un neviens sūtījums nav ceļā.",
    "nothing.begin": "Sākt kampaņu",

    "closing.title": "{title}\u00a0– drīz dzēsīsim neatbildējušo adreses",
    "closing.text":
      "{n, plural, =0 {Atbildējuši visi, kam vēstule nosūtīta.} zero {Atbildes nav no {n, number} cilvēkiem. Pēc termiņa programma pati viņus izņems no saraksta; līdz tam to var pagarināt vai apturēt.} one {Atbildes nav no {n, number} cilvēka. Pēc termiņa programma pati viņu izņems no saraksta; līdz tam to var pagarināt vai apturēt.} other {Atbildes nav no {n, number} cilvēkiem. Pēc termiņa programma pati viņus izņems no saraksta; līdz tam to var pagarināt vai apturēt.}}",
    "closing.act": "Pārskatīt",
    "over.title": "{title}\u00a0– termiņš ir beidzies",
    "over.text":
      "{n, plural, =0 {Atbildējuši visi, kam vēstule nosūtīta.} zero {Atbildes nav no {n, number} cilvēkiem. Klusēšana nav piekrišana: kad kampaņu noslēgs, viņus no saraksta izņemsim.} one {Atbildes nav no {n, number} cilvēka. Klusēšana nav piekrišana: kad kampaņu noslēgs, viņu no saraksta izņemsim.} other {Atbildes nav no {n, number} cilvēkiem. Klusēšana nav piekrišana: kad kampaņu noslēgs, viņus no saraksta izņemsim.}}",
    "over.act": "Pārskatīt un noslēgt",
    "over.see": "Skatīt kampaņu",
    "over.who": "Noslēdz administrators.",
    "paused.title": "{title}\u00a0– sūtīšana ir apturēta",
    "paused.text":
      "{n, plural, =0 {{reason}. Nevienam vēstule vairs nav jāsūta.} zero {{reason}. Vēstuli gaida {n, number} cilvēku.} one {{reason}. Vēstuli gaida {n, number} cilvēks.} other {{reason}. Vēstuli gaida {n, number} cilvēki.}}",
    "paused.planning": "{reason}. Vēl nekas nav nosūtīts: vēstules bija tikai jāsagatavo.",
    "paused.act": "Izlemt, vai atsākt",
    "paused.see": "Skatīt sūtījumu",
    "held.title": "{title}\u00a0– aizturētas adreses",
    "held.text":
      "{n, plural, zero {Saņēmēju serveri noraidīja vēstules uz {n, number} adresēm. Bez lēmuma uz tām nesūtām.} one {Saņēmēja serveris noraidīja vēstuli uz {n, number} adresi. Bez lēmuma uz to nesūtām.} other {Saņēmēju serveri noraidīja vēstules uz {n, number} adresēm. Bez lēmuma uz tām nesūtām.}}",
    "held.act": "Izlemt par adresēm",
    "dead.title":
      "{n, plural, zero {Atkārtoti neizdevās {n, number} darbu} one {Atkārtoti neizdevās {n, number} darbs} other {Atkārtoti neizdevās {n, number} darbi}}",
    "dead.text": "Pēc vairākiem mēģinājumiem programma izpildi atlika. Skatiet, kas neizdevās, un mēģiniet vēlreiz.",
    "dead.act": "Skatīt darbus",
    "unknown.title": "{title}\u00a0– iznākums nav zināms",
    "unknown.text":
      "{n, plural, zero {Par {n, number} vēstulēm e-pasta pakalpojums skaidri neatbildēja. Bez lēmuma tās vēlreiz nesūtām.} one {Par {n, number} vēstuli e-pasta pakalpojums skaidri neatbildēja. Bez lēmuma to vēlreiz nesūtām.} other {Par {n, number} vēstulēm e-pasta pakalpojums skaidri neatbildēja. Bez lēmuma tās vēlreiz nesūtām.}}",
    "unknown.act": "Izlemt par vēstulēm",
    "failed.title": "{title}\u00a0– neizdevās nosūtīt",
    "failed.text":
      "{n, plural, zero {Nosūtīt neizdevās {n, number} vēstuļu: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot. Kad iemesls ir novērsts, tās var sūtīt vēlreiz.} one {Nosūtīt neizdevās {n, number} vēstuli: e-pasta pakalpojums to nepieņēma, vai to nevarēja sagatavot. Kad iemesls ir novērsts, to var sūtīt vēlreiz.} other {Nosūtīt neizdevās {n, number} vēstules: e-pasta pakalpojums tās nepieņēma, vai tās nevarēja sagatavot. Kad iemesls ir novērsts, tās var sūtīt vēlreiz.}}",
    "failed.act": "Sūtīt vēlreiz",
    "import.title": "Imports „{file}” ir pārbaudīts",
    "import.text":
      "{n, plural, zero {Datnē ir {n, number} rindu. Nekas vēl nav ierakstīts.} one {Datnē ir {n, number} rinda. Nekas vēl nav ierakstīts.} other {Datnē ir {n, number} rindas. Nekas vēl nav ierakstīts.}}",
    "import.act": "Skatīt pārbaudi",
    "draft.title": "{title}\u00a0– melnraksts",
    "draft.text": "Saraksts „{list}”. Nekas vēl nav nosūtīts.",
    "draft.act": "Turpināt melnrakstu",

    running: "Notiek automātiski",
    "running.close": "Lapu var aizvērt: darbs turpināsies.",
    "running.planning": "Sagatavojam vēstules.",
    "running.closing": "Noslēdzam kampaņu.",
    "running.import": "Imports „{file}”",
    "running.refresh": "Atjaunot",

    awaiting: "Gaida atbildes",
    "awaiting.yes": "Piekrita",
    "awaiting.no": "Atteicās",
    "awaiting.silent": "Vēl klusē",
    "awaiting.campaign": "Kampaņa",
    "awaiting.deadline": "Termiņš",

    start: "Kā sākt",
    "start.lede": "Četri soļi, un pirmie cilvēki saņems jautājumu. Katru var pārtraukt un turpināt vēlāk.",
    "start.purpose": "Aprakstiet nolūku",
    "start.purpose.text": "Kādēļ iestāde izmanto adreses, uz kāda pamata un cik ilgi.",
    "start.list": "Izveidojiet sarakstu",
    "start.list.text": "Cilvēki, kas saņem viena veida vēstules vienam nolūkam.",
    "start.import": "Importējiet adreses",
    "start.import.text": "Pieteka parādīs, kas datnē atrasts, un tikai pēc tam ierakstīs.",
    "start.campaign": "Pajautājiet cilvēkiem",
    "start.campaign.text": "Atkārtotas piekrišanas kampaņa: katrs pats atbild „jā” vai „nē”.",
    "start.done": "Izdarīts",
    "start.next": "Nākamais solis",
  },
  en: {
    title: "Today",
    "lede.waiting":
      "{n, plural, =0 {Nothing is waiting today.} one {# thing is waiting for a decision.} other {# things are waiting for a decision.}}",
    refusal: "Record a refusal",
    tasks: "Waiting for a decision",
    nothing: "Nothing is waiting today",
    "nothing.next": "The next deadline is {date} at 23:59, “{title}”.",
    "nothing.quiet": "No campaign is waiting for answers, and no mailing is on its way.",
    "nothing.begin": "Start a campaign",

    "closing.title": "{title}\u00a0– the addresses of those who did not answer will be deleted soon",
    "closing.text":
      "{n, plural, =0 {Everybody who was sent the e-mail has answered.} one {# person has not answered. After the deadline the program takes this person off the list by itself; until then it can be postponed or stopped.} other {# people have not answered. After the deadline the program takes them off the list by itself; until then it can be postponed or stopped.}}",
    "closing.act": "Review",
    "over.title": "{title}\u00a0– the deadline has passed",
    "over.text":
      "{n, plural, =0 {Everybody who was sent the e-mail has answered.} one {# person has not answered. Silence is not consent: closing the campaign takes this person off the list.} other {# people have not answered. Silence is not consent: closing the campaign takes them off the list.}}",
    "over.act": "Review and close",
    "over.see": "See the campaign",
    "over.who": "An administrator closes it.",
    "paused.title": "{title}\u00a0– sending is paused",
    "paused.text":
      "{n, plural, =0 {{reason}. Nobody is left to send to.} one {{reason}. # person is waiting for the e-mail.} other {{reason}. # people are waiting for the e-mail.}}",
    "paused.planning": "{reason}. Nothing has been sent yet: the e-mails were still being prepared.",
    "paused.act": "Decide whether to resume",
    "paused.see": "See the mailing",
    "held.title": "{title}\u00a0– held addresses",
    "held.text":
      "{n, plural, one {A receiving system refused the e-mail to # address. Nothing is sent to it until somebody decides.} other {Receiving systems refused the e-mails to # addresses. Nothing is sent to them until somebody decides.}}",
    "held.act": "Decide about the addresses",
    "dead.title": "{n, plural, one {# task has failed repeatedly} other {# tasks have failed repeatedly}}",
    "dead.text": "After several tries the program put the work aside. See what failed, and try again.",
    "dead.act": "See the tasks",
    "unknown.title": "{title}\u00a0– outcome unknown",
    "unknown.text":
      "{n, plural, one {For # e-mail the mail service gave no clear answer. It is not sent again until somebody decides.} other {For # e-mails the mail service gave no clear answer. They are not sent again until somebody decides.}}",
    "unknown.act": "Decide about the e-mails",
    "failed.title": "{title}\u00a0– could not be sent",
    "failed.text":
      "{n, plural, one {{n, number} e-mail could not be sent: the mail service did not take it, or it could not be prepared. Once the cause is repaired, it can be sent again.} other {{n, number} e-mails could not be sent: the mail service did not take them, or they could not be prepared. Once the cause is repaired, they can be sent again.}}",
    "failed.act": "Send again",
    "import.title": "The import “{file}” is checked",
    "import.text":
      "{n, plural, one {The file has # row. Nothing is written yet.} other {The file has # rows. Nothing is written yet.}}",
    "import.act": "See the check",
    "draft.title": "{title}\u00a0– draft",
    "draft.text": "List “{list}”. Nothing has been sent yet.",
    "draft.act": "Continue the draft",

    running: "Running by itself",
    "running.close": "You may close the page: the work goes on.",
    "running.planning": "Preparing the e-mails.",
    "running.closing": "Closing the campaign.",
    "running.import": "Import “{file}”",
    "running.refresh": "Refresh",

    awaiting: "Waiting for answers",
    "awaiting.yes": "Consented",
    "awaiting.no": "Declined",
    "awaiting.silent": "Silent so far",
    "awaiting.campaign": "Campaign",
    "awaiting.deadline": "Deadline",

    start: "How to begin",
    "start.lede": "Four steps, and the first people are asked. Each can be left and taken up later.",
    "start.purpose": "Describe a purpose",
    "start.purpose.text": "Why the institution uses addresses, on which basis and for how long.",
    "start.list": "Create a list",
    "start.list.text": "People who get one kind of e-mail for one purpose.",
    "start.import": "Import addresses",
    "start.import.text": "Pieteka shows what it found in the file and only then writes it.",
    "start.campaign": "Ask the people",
    "start.campaign.text": "A re-consent campaign: everybody gives their own “yes” or “no”.",
    "start.done": "Done",
    "start.next": "Next step",
  },
});
