/**
 * Leaving: the page of `/u/:token`, the certificate after a "no" or a withdrawal, and the states afterwards. {list} and
 * {lists} are names in quotes; {date} stands in the dative where the Latvian sentence says "līdz", else in the locative.
 */
import { texts } from "./say.ts";

export const leaveTexts = texts({
  lv: {
    title: "Vai atteikties no saraksta {list}?",
    lead: "Adrese: {address}. Nav jāpieslēdzas, un nekas nav jāpaskaidro.",
    choice: "Jūsu izvēle",
    "list.ends": "Vairs nesūtīsim: {lists}.",
    "list.stays": "Turpināsim sūtīt: {lists}. Tikai tam paturēsim Jūsu adresi.",
    "list.deletes": "Citos mūsu sarakstos Jūsu adreses nav, tāpēc to uzreiz dzēsīsim.",
    "all.ends": "Vairs nesūtīsim neko no šīs iestādes sarakstiem, arī no tiem, ko veidosim vēlāk.",
    "all.deletes": "Adresi uzreiz dzēsīsim.",
    "list.button": "Atteikties no jaunumu saņemšanas",
    "all.button": "Atteikties no visa un dzēst adresi",
    kept: "Pēc atteikuma glabāsim tā pierādījumu un aizsargātu atzīmi, lai Jums kļūdas pēc nerakstītu vēlreiz. Adresi no tiem izlasīt nevar, bet ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati; termiņus parādīsim nākamajā lapā.",
    inert: "Lapas atvēršana vien neko nemaina.",

    "no.erased": "Jūsu „nē” ir ierakstīts, un adrese ir dzēsta",
    "no.kept": "Jūsu „nē” ir ierakstīts",
    "left.erased": "Atteikums ir ierakstīts, un adrese ir dzēsta",
    "left.kept": "Atteikums ir ierakstīts",
    "lead.ended": "Vairs nesūtīsim: {lists}. Šī lapa apliecina, kas beidzies, kas paliek un līdz kuram laikam.",
    "sheet.erased": "Dzēšanas apliecinājums",
    "sheet.kept": "Atteikuma apliecinājums",
    number: "Nr.\u00a0{eid}",
    issuer: "Izdevējs",
    "issuer.value": "{inst}, reģ.\u00a0Nr.\u00a0{number}",
    answer: "Atbilde",
    "answer.refused": "„Nē, atsakos”\u00a0– {when}",
    "answer.withdrawn": "Piekrišana atsaukta\u00a0– {when}",
    "answer.left": "Atteikšanās no saņemšanas\u00a0– {when}",
    "gone.title": "Kas ir beidzies",
    "gone.list": "Saraksts {list}",
    "gone.everything": "Visi citi šīs iestādes saraksti, arī tie, ko veidosim vēlāk",
    "gone.address": "E-pasta adrese un vārds ir izdzēsti",
    "gone.queue": "Vēstules, kas vēl gaidīja nosūtīšanu, nesūtīsim",
    "stays.title": "Kas turpinās",
    "stays.text":
      "Turpināsim sūtīt: {lists}. Tikai tam paturam Jūsu adresi. Atteikties varat ar saiti šo sarakstu vēstulēs.",
    "kept.title": "Kas paliek un līdz kuram laikam",
    "kept.proof": "Jūsu atbildes pierādījums, šifrēts",
    "kept.proof.text":
      "Lai pēc Jūsu vai uzraudzības iestādes lūguma varētu pierādīt, ka atbildi saņēmām un ievērojām. Adresi no tā izlasīt nevar, bet ar zināmu adresi to var atrast, tāpēc arī tas ir personas dati.",
    "kept.tag": "Atzīme, lai Jums vairs nerakstītu",
    "kept.tag.text":
      "Lai Jums kļūdas pēc nerakstītu vēlreiz, ja adrese nokļūtu kādā sarakstā. Adresi no tās izlasīt nevar, bet ar zināmu adresi to var atrast, tāpēc arī tā ir personas dati.",
    "kept.log": "Jaucējvērtība pierādījumu žurnālā",
    "kept.log.text":
      "32\u00a0baiti, pēc kuriem neviens, arī mēs, nevar nemanāmi mainīt žurnālu. Kad pierādījums būs iznīcināts, tos vairs ne ar ko nevarēs saistīt.",
    "until.destroy": "Iznīcināsim",
    "until.review": "Pārskatīsim",
    "until.stays": "Paliek",
    "until.always": "pastāvīgi",
    "backups.title": "Rezerves kopijas",
    "backups.text": "Rezerves kopijās adrese šifrētā veidā vēl var būt līdz <b>{date}</b>.",
    "sent-already": "Vēstules, kas nosūtītas pirms {time}, vēl var pienākt.",
    "next.title": "Turpmāk",
    "next.keep": "Saglabājiet vai izdrukājiet šo lapu: tas ir Jūsu apliecinājums. Vēstuli ar apliecinājumu nesūtām.",
    "next.others":
      "Atteikums attiecas tikai uz šo adresi. Ja mūsu vēstules saņemat arī citās adresēs, atsakieties no katras atsevišķi: uz kuru adresi vēstule nosūtīta, ir rakstīts vēstulē.",
    "next.ask":
      "Jautājumi: <mail>{email}</mail>. Ja atbilde neapmierina, varat iesniegt sūdzību uzraudzības iestādei ({authority}) vai vērsties tiesā.",

    "mistake.title": "Nospiedāt kļūdas pēc?",
    "mistake.text":
      "Līdz {time} varat piekrist no jauna. Adresi šajās desmit minūtēs glabā tikai Jūsu pārlūks šajā lapā, šifrētu; mums tās vairs nav.",
    "mistake.text.kept": "Līdz {time} varat piekrist no jauna ar pogu šajā lapā.",
    "mistake.list": "Piekrišana attieksies uz sarakstu {list}. Teksts, kam piekrītat:",
    "mistake.button": "Jā, tomēr piekrītu",

    "ended.title": "Jūs jau atteicāties no saraksta {list}",
    "ended.lead": "Atteikumu ierakstījām {date} {time}. Šī saite vairs neko nemaina.",
    "ended.no_answer": "Termiņš ir beidzies",
    "ended.no_answer.lead": "Atbildi nesaņēmām, un klusēšana nav piekrišana. Adresi no saraksta {list} izņēmām {date}.",
    "ended.other": "Šī adrese vairs nav sarakstā {list}",
    "ended.other.lead": "Adresi no saraksta izņēmām {date}. Šī saite vairs neko nemaina.",
    "ended.kept":
      "Pierādījumu, ja tāds ir, iznīcināsim {proof}; atzīmi, lai Jums vairs nerakstītu, pārskatīsim {review}. Ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati.",
    "ended.others":
      "Uz citiem sarakstiem šī saite vairs neattiecas. Ja no mums vēl saņemat vēstules, atsakieties ar saiti tajās vai rakstiet uz <mail>{email}</mail>.",
    "ended.sign-up": "Ja vēlaties šos jaunumus saņemt no jauna, <a>piesakieties vēlreiz</a>.",
    "ended.again": "Ja vēlaties šos jaunumus saņemt no jauna, rakstiet <mail>{email}</mail>.",

    "trial.title": "Šī saite ir no izmēģinājuma vēstules",
    "trial.lead": "Izmēģinājuma vēstulē saites nevienam neko nemaina. Sūtījumā katrs saņems pats savu saiti.",

    "unknown.title": "Šī saite neder",
    "unknown.lead": "Varbūt tā nokopēta tikai daļēji. Jūsu dati un izvēles nav mainītas.",
    "unknown.do": "Ko darīt",
    "unknown.copy": "Atveriet saiti tieši no vēstules vai nokopējiet to visu.",
    "unknown.other": "Lai atteiktos, derēs saite jebkurā mūsu vēstulē, arī vecā.",
  },
  en: {
    title: "Stop receiving the list {list}?",
    lead: "Address: {address}. No signing in, nothing to explain.",
    choice: "Your choice",
    "list.ends": "We stop sending: {lists}.",
    "list.stays": "We keep sending: {lists}. We keep your address only for that.",
    "list.deletes": "Your address is on no other list of ours, so we delete it at once.",
    "all.ends": "We stop sending anything from the lists of this institution, also from those made later.",
    "all.deletes": "We delete your address at once.",
    "list.button": "Stop receiving news",
    "all.button": "Stop everything, delete my address",
    kept: "After that we keep a proof of your refusal and a protected mark, so that we do not write to you again by mistake. The address cannot be read from them, but whoever knows the address can find them, so they are still personal data; the next page shows the dates.",
    inert: "Opening this page changes nothing.",

    "no.erased": "Your “no” is recorded, and your address is deleted",
    "no.kept": "Your “no” is recorded",
    "left.erased": "This is recorded, and your address is deleted",
    "left.kept": "This is recorded",
    "lead.ended": "We stop sending: {lists}. This page certifies what ended, what remains and until when.",
    "sheet.erased": "Certificate of deletion",
    "sheet.kept": "Certificate of refusal",
    number: "No.\u00a0{eid}",
    issuer: "Issued by",
    "issuer.value": "{inst}, reg. no.\u00a0{number}",
    answer: "Answer",
    "answer.refused": "“No, I decline”\u00a0– {when}",
    "answer.withdrawn": "Consent withdrawn\u00a0– {when}",
    "answer.left": "Stopped receiving\u00a0– {when}",
    "gone.title": "What has ended",
    "gone.list": "List {list}",
    "gone.everything": "All other lists of this institution, also those we make later",
    "gone.address": "E-mail address and name are deleted",
    "gone.queue": "E-mails that were still waiting will not be sent",
    "stays.title": "What goes on",
    "stays.text":
      "We keep sending: {lists}. We keep your address only for that. The link in those e-mails ends them too.",
    "kept.title": "What remains and until when",
    "kept.proof": "The proof of your answer, encrypted",
    "kept.proof.text":
      "So that we can show, if you or the supervisory authority ask, that we received your answer and followed it. The address cannot be read from it, but whoever knows the address can find it, so it is still personal data.",
    "kept.tag": "A mark so that we do not write to you",
    "kept.tag.text":
      "So that we do not write to you again by mistake if the address ever came onto a list. The address cannot be read from it, but whoever knows the address can find it, so it is still personal data.",
    "kept.log": "A hash in the proof log",
    "kept.log.text":
      "32\u00a0bytes by which nobody, not even we, can change the log unnoticed. Once the proof is destroyed, they can no longer be linked to anything.",
    "until.destroy": "Destroyed",
    "until.review": "Reviewed",
    "until.stays": "Stays",
    "until.always": "for good",
    "backups.title": "Backups",
    "backups.text": "Backups may still hold the address, encrypted, until <b>{date}</b>.",
    "sent-already": "E-mails sent before {time} may still arrive.",
    "next.title": "From now on",
    "next.keep": "Save or print this page: it is your certificate. We do not send one by e-mail.",
    "next.others":
      "This concerns this address alone. If our e-mails reach you at other addresses too, leave with each of them: every e-mail says to which address it was sent.",
    "next.ask":
      "Questions: <mail>{email}</mail>. If the answer does not satisfy you, you can complain to the supervisory authority ({authority}) or go to court.",

    "mistake.title": "Pressed by mistake?",
    "mistake.text":
      "Until {time} you can consent anew. For these ten minutes the address is held only by your browser in this page, encrypted; we no longer have it.",
    "mistake.text.kept": "Until {time} you can consent anew with the button on this page.",
    "mistake.list": "The consent is for the list {list}. The text you consent to:",
    "mistake.button": "Yes, I do consent",

    "ended.title": "You have already left the list {list}",
    "ended.lead": "We recorded this on {date} at {time}. This link no longer changes anything.",
    "ended.no_answer": "The deadline has passed",
    "ended.no_answer.lead":
      "We had no answer, and silence is not consent. We took the address off the list {list} on {date}.",
    "ended.other": "This address is no longer on the list {list}",
    "ended.other.lead": "We took the address off the list on {date}. This link no longer changes anything.",
    "ended.kept":
      "The proof, if there is one, is destroyed on {proof}; the mark so that we do not write to you is reviewed on {review}. Whoever knows the address can find them, so they are still personal data.",
    "ended.others":
      "This link no longer reaches other lists. If you still get e-mails from us, the link in them ends those too; or write to <mail>{email}</mail>.",
    "ended.sign-up": "If you want this news again, <a>sign up anew</a>.",
    "ended.again": "If you want this news again, write to <mail>{email}</mail>.",

    "trial.title": "This link is from a test mail",
    "trial.lead":
      "The links in a test mail change nothing for anybody. In the mailing everybody gets a link of their own.",

    "unknown.title": "This link does not work",
    "unknown.lead": "It may have been copied only in part. Your data and your choices have not changed.",
    "unknown.do": "What to do",
    "unknown.copy": "Open the link straight from the e-mail, or copy all of it.",
    "unknown.other": "To stop receiving news, the link in any e-mail from us will do, also in an old one.",
  },
});
