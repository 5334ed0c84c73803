/**
 * The last mail after a "no" (domain/last-mails): the mail itself, what the pages around it say of it, and its numbers on the
 * desk. {date} stands in the locative, after "līdz" in the dative; {time} is a time of day; {lists} and {files} are names.
 */
import { type Lang, texts } from "./say.ts";

export const lastMailTexts = texts({
  lv: {
    subject: "Apliecinājums, ka Jūsu adrese ir izdzēsta",
    title: "Jūsu adrese ir izdzēsta",
    lead: "Šī vēstule apliecina Jūsu atbildi un adreses dzēšanu. Tā ir pēdējā: mūsu sarakstos Jūsu adreses vairs nav.",
    ended: "Vairs nesūtīsim",
    "ended.everything": "{lists}; arī visus citus mūsu iestādes sarakstus, tostarp tos, ko veidosim vēlāk",
    gone: "Izdzēsts",
    "gone.value": "E-pasta adrese un vārds",
    number: "Apliecinājums",
    "kept.proof.value": "Iznīcināsim {date}",
    "kept.tag.value": "Pārskatīsim {date}",
    "kept.log.value": "Paliek pastāvīgi",
    "backups.value": "Adrese šifrētā veidā tajās vēl var būt līdz {date}",
    "kept.text":
      "Adresi no pierādījuma un atzīmes izlasīt nevar, bet ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati.",
    "file.text":
      "{n, plural, zero {Vēstulei pievienotas datnes {files}. Tajās ir Jūsu atbilde, Jūsu adrese un pierādījumi, ka atbilde ierakstīta žurnālā. Tos var pārbaudīt arī bez mums un bez interneta.} one {Vēstulei pievienota datne {files}. Tajā ir Jūsu atbilde, Jūsu adrese un pierādījums, ka atbilde ierakstīta žurnālā. To var pārbaudīt arī bez mums un bez interneta.} other {Vēstulei pievienotas datnes {files}. Tajās ir Jūsu atbilde, Jūsu adrese un pierādījumi, ka atbilde ierakstīta žurnālā. Tos var pārbaudīt arī bez mums un bez interneta.}}",
    "file.later":
      "Atbilde ir ierakstīta žurnālā. Datni ar pierādījumu varēsiet saņemt ar šo saiti, kamēr pierādījumu glabājam; adreses tajā nebūs.",
    "file.later.link": "Saņemt datni ar pierādījumu",
    back: "Ja tā nebija Jūsu atbilde vai ja pārdomājāt",
    "back.text":
      "Ja vēlaties šos jaunumus saņemt, piesakieties no jauna. Saites mūsu agrākajās vēstulēs to vairs nemaina.",
    "back.link": "Pieteikties no jauna",
    ask: "Jautājumi",
    "ask.text":
      "Rakstiet uz {email}. Ja atbilde neapmierina, varat iesniegt sūdzību uzraudzības iestādei ({authority}) vai vērsties tiesā.",
    why: "Automātiska vēstule par Jūsu atteikumu. Citas par to nesūtīsim.",

    // Before the press
    "before.list": "Citos mūsu sarakstos Jūsu adreses nav, tāpēc to dzēsīsim.",
    "before.all": "Adresi dzēsīsim.",
    "before.answer": "dzēsīsim: citos sarakstos tās nav",
    before:
      "Kad adresi dzēsīsim, uz to nosūtīsim vēl vienu, pēdējo vēstuli ar apliecinājumu. Tai paturēsim adresi šifrētu, līdz vēstule nodota sūtīšanai, bet ne ilgāk par 15\u00a0minūtēm. Ja šajā laikā to nodot neizdosies, vēstules nebūs.",

    // The certificate
    "page.no": "Jūsu „nē” ir ierakstīts, un adrese ir izņemta no visiem sarakstiem",
    "page.left": "Atteikums ir ierakstīts, un adrese ir izņemta no visiem sarakstiem",
    "page.gone": "E-pasta adrese un vārds ir izdzēsti no visiem sarakstiem",
    "page.kept": "Adrese pēdējai vēstulei, šifrēta",
    "page.kept.text":
      "Uz to nosūtīsim vienu, pēdējo vēstuli ar šo apliecinājumu. Kad vēstule būs nodota sūtīšanai, adresi uzreiz izdzēsīsim. Ja līdz norādītajam laikam to nodot neizdosies, adresi izdzēsīsim tāpat un vēstules nebūs.",
    "page.until": "Izdzēsīsim ne vēlāk kā",
    "page.mistake":
      "Līdz {time} varat piekrist no jauna. Tam adresi glabā tikai Jūsu pārlūks šajā lapā, šifrētu. Ja piekritīsiet, pirms pēdējā vēstule nodota sūtīšanai, to vairs nesūtīsim.",
    "page.keep":
      "Saglabājiet vai izdrukājiet šo lapu: tas ir Jūsu apliecinājums. Tas pats būs pēdējā vēstulē, ja to izdosies nodot sūtīšanai.",

    // The desk
    "desk.erased":
      "Adrese, vārds un saites ir izdzēstas no visiem sarakstiem. Uz šo adresi vēl izies viena, pēdējā vēstule ar apliecinājumu; šifrētu to glabājam ne ilgāk kā līdz {time}.",
    "desk.consequence":
      "Ierakstu nevar atcelt. Ja šis ir pēdējais iemesls glabāt adresi, cilvēkam 15\u00a0minūšu laikā nosūtīsim vienu, pēdējo vēstuli ar apliecinājumu un tad adresi izdzēsīsim pavisam; paliks aizsargāta atzīme un pierādījums; ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati. Pasakiet viņam to. Ja cilvēks ir miris, vēstuli nesūtām.",
    "desk.pending":
      "Cilvēks nupat ir atteicies. Adrese vēl gaida pēdējo vēstuli ar apliecinājumu: šifrētu to glabājam ne ilgāk kā līdz {time}. Atzīmi glabājam, lai viņam kļūdas pēc nerakstītu vēlreiz. Ar zināmu adresi to var atrast, tāpēc tā ir personas dati.",
    "counts.title": "Pēdējās vēstules pēc atteikuma",
    "counts.lede":
      "Pēdējās 30\u00a0dienās. Katra vēstule gaida sūtīšanu ne ilgāk par 15\u00a0minūtēm; pēc tam tās un adreses vairs nav, tāpēc vēlreiz to nosūtīt nevar.",
    "counts.off": "Tagad pēdējās vēstules ir izslēgtas; tās, kas jau apsolītas, vēl izies.",
    "counts.what": "Iznākums",
    "counts.n": "Skaits",
    "counts.waiting": "Gaida sūtīšanu",
    "counts.sent": "Nodotas sūtīšanai",
    "counts.late": "Nenosūtītas: 15\u00a0minūtēs neizdevās nodot",
    "counts.refused": "Nenosūtītas: e-pasta pakalpojums nepieņēma",
    "counts.unknown": "Iznākums nav zināms",
    "remains.address": "Adrese pēdējai vēstulei",
    "remains.readable": "Jā, ar atslēgu; tikai līdz vēstules nodošanai sūtīšanai",
  },
  en: {
    subject: "Certificate that your address is deleted",
    title: "Your address is deleted",
    lead: "This e-mail certifies your answer and the deletion of your address. It is the last one: your address is on none of our lists any more.",
    ended: "We stop sending",
    "ended.everything": "{lists}; also all other lists of our institution, those made later included",
    gone: "Deleted",
    "gone.value": "E-mail address and name",
    number: "Certificate",
    "kept.proof.value": "Destroyed on {date}",
    "kept.tag.value": "Reviewed on {date}",
    "kept.log.value": "Stays for good",
    "backups.value": "They may still hold the address, encrypted, until {date}",
    "kept.text":
      "The address cannot be read from the proof and the mark, but whoever knows the address can find them, so they are still personal data.",
    "file.text":
      "{n, plural, one {The file {files} is attached. It holds your answer, your address and the proof that the answer is in the log. It can be checked without us and without the internet.} other {The files {files} are attached. They hold your answer, your address and the proofs that the answer is in the log. They can be checked without us and without the internet.}}",
    "file.later":
      "Your answer is in the log. The file with the proof can be had by this link for as long as we keep the proof; it will not hold your address.",
    "file.later.link": "Get the file with the proof",
    back: "If this was not your answer, or you have changed your mind",
    "back.text": "If you want this news, sign up again. The links in our earlier e-mails no longer change anything.",
    "back.link": "Sign up again",
    ask: "Questions",
    "ask.text":
      "Write to {email}. If the answer does not satisfy you, you can complain to the supervisory authority ({authority}) or go to court.",
    why: "Automatic e-mail about your refusal. We send no other about it.",

    "before.list": "Your address is on no other list of ours, so we delete it.",
    "before.all": "We delete your address.",
    "before.answer": "is deleted: it is on no other list",
    before:
      "When we delete your address, we send one more e-mail to it, the last one, with the certificate. For that we keep the address, encrypted, until the e-mail is handed over, but for no longer than 15\u00a0minutes. If that does not work in this time, there is no e-mail.",

    "page.no": "Your “no” is recorded, and your address is off all lists",
    "page.left": "This is recorded, and your address is off all lists",
    "page.gone": "E-mail address and name are deleted from all lists",
    "page.kept": "The address for the last e-mail, encrypted",
    "page.kept.text":
      "We send one last e-mail to it, with this certificate. As soon as it is handed over, we delete the address. If that does not work by the time given, we delete the address all the same, and there is no e-mail.",
    "page.until": "Deleted at the latest at",
    "page.mistake":
      "Until {time} you can consent anew. For that the address is held only by your browser in this page, encrypted. If you consent before the last e-mail is handed over, we do not send it.",
    "page.keep":
      "Save or print this page: it is your certificate. The last e-mail will say the same, if it can be handed over.",

    "desk.erased":
      "Address, name and links are deleted from all lists. One last e-mail with the certificate still goes to the address; we keep it, encrypted, until {time} at the latest.",
    "desk.consequence":
      "The record cannot be undone. If this is the last reason to hold the address, we send the person one last e-mail with the certificate within 15\u00a0minutes, and then the address is gone altogether; a protected mark and a proof remain; whoever knows the address can find them, so they are still personal data. Say so. Nothing is sent after a death.",
    "desk.pending":
      "This person has just left. The address still waits for the last e-mail with the certificate: we keep it, encrypted, until {time} at the latest. The mark is kept so that we do not write again by mistake. Whoever knows the address can find it, so it is personal data.",
    "counts.title": "Last e-mails after a refusal",
    "counts.lede":
      "In the last 30\u00a0days. Each waits 15\u00a0minutes at most to be sent; after that neither it nor the address is there, so it cannot be sent again.",
    "counts.off": "Last e-mails are switched off now; those already announced still go out.",
    "counts.what": "Outcome",
    "counts.n": "Number",
    "counts.waiting": "Waiting to be sent",
    "counts.sent": "Handed over",
    "counts.late": "Not sent: could not be handed over within 15\u00a0minutes",
    "counts.refused": "Not sent: the mail service did not take them",
    "counts.unknown": "Outcome unknown",
    "remains.address": "Address for the last e-mail",
    "remains.readable": "Yes, with the key; only until the e-mail is handed over",
  },
});

/** What the page with the two buttons says otherwise where a last mail follows: not that the address is deleted at once. */
export const lastMailWords = (lang: Lang) => ({
  "list.deletes": lastMailTexts[lang]["before.list"],
  "all.deletes": lastMailTexts[lang]["before.all"],
});
