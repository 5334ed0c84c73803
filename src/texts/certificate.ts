/**
 * What the certificate of a "no" says beside leave.ts: who else had the address (GDPR Art. 19), and what became of the bytes.
 * Read by the person on the page and in the last mail, and by staff who tell him. {name} and {recipient} stand in the
 * nominative after a colon; {date} in the locative; {file} is what was handed out.
 */
import { texts } from "./say.ts";

export const certificateTexts = texts({
  lv: {
    "gone.rest": "Izdzēstas arī ziņas, no kāda tīkla un programmas atbildējāt, un Jūsu neapstiprinātie pieteikumi",
    "kept.request": "Jūsu pieprasījums Nr.\u00a0{n}",
    "kept.request.text": "Kamēr uz to neesam atbildējuši, Jūsu adresi glabājam šifrētu kopā ar pieprasījumu.",
    "kept.request.what": "Glabāsim",
    "kept.request.when": "līdz atbildei",
    "kept.files": "Datnes, kas vēl nav importētas",
    "kept.files.text":
      "Ja Jūsu adrese ir datnē, ko iestāde nupat sagatavojusi importam, tā tur ir šifrēta. Sarakstā to neiekļausim: to neļaus atzīme.",
    "kept.files.what": "Izdzēsīsim ne vēlāk kā",
    "told.title": "Kam vēl bija Jūsu adrese",
    "told.mail": "E-pasta pakalpojums: {name}",
    "told.mail.text":
      "Piegādāja mūsu vēstules. Adrese var būt tā žurnālā, līdz pakalpojums to izdzēš pats; mūsu sarakstu tur nav.",
    "told.mail.until": "Izdzēsīs ne vēlāk kā",
    "told.list": "Saņēmējs: {recipient}",
    "told.list.text": "Jūsu adrese bija datnē, ko izsniedzām šim saņēmējam. Lūgsim, lai Jūsu datus tas izdzēš.",
    "told.person.text":
      "Jūsu atbilžu pierādījumi bija datnē, ko izsniedzām šim saņēmējam. Paziņosim tam, ka Jūsu adresi esam izdzēsuši.",
    "told.given": "Izsniegts",
    "told.nobody": "Pēdējo divu gadu laikā datni ar Jūsu adresi nevienam neesam izsnieguši.",
    "recipient.inside": "mūsu iestādes struktūrvienība",
    "recipient.processor": "apstrādātājs",
    "recipient.authority": "cita iestāde",
    "recipient.other": "cits saņēmējs",
    "bytes.own": "Mūsu datubāzē izdzēstās vietas uzreiz pārrakstījām.",
    "bytes.server":
      "Datubāzes serveris izdzēstās vietas pārraksta tikai tad, kad tās izmanto no jauna; uzreiz to pavēlēt nevar. Adrese tajās ir tikai šifrēta, un atslēga glabājas citur.",

    // In the last mail and at the desk: a name and a value
    "mail.provider": "E-pasta pakalpojuma žurnāls",
    "mail.provider.value": "{name}: izdzēsīs ne vēlāk kā {date}",
    "mail.export": "Izsniegta datne",
    "mail.export.value": "{date}, saņēmējs: {recipient}. Lūgsim, lai Jūsu datus tas izdzēš.",
    "mail.export.person": "{date}, saņēmējs: {recipient}. Paziņosim tam, ka Jūsu adresi esam izdzēsuši.",
    "desk.export.value": "{date}, saņēmējs: {recipient}. Tam jāpaziņo, ka cilvēka dati jādzēš.",
    "desk.tell": "Atvērt paziņojumu saņēmējam",
  },
  en: {
    "gone.rest": "Also deleted: from which network and program you answered, and sign-ups you had not confirmed",
    "kept.request": "Your request No.\u00a0{n}",
    "kept.request.text": "Until it is answered, we keep your address, encrypted, with the request.",
    "kept.request.what": "Kept",
    "kept.request.when": "until answered",
    "kept.files": "Files not yet imported",
    "kept.files.text":
      "If your address is in a file that the institution is about to import, it is there encrypted. It will not get onto a list: the mark keeps it out.",
    "kept.files.what": "Deleted by",
    "told.title": "Who else had your address",
    "told.mail": "E-mail service: {name}",
    "told.mail.text":
      "It delivered our e-mails. Its log may hold the address until the service deletes it by itself; none of our lists is there.",
    "told.mail.until": "Deletes it by",
    "told.list": "Recipient: {recipient}",
    "told.list.text":
      "Your address was in a file that we handed to this recipient. We will ask it to delete your data.",
    "told.person.text":
      "The proofs of your answers were in a file that we handed to this recipient. We will tell it that your address is deleted.",
    "told.given": "Handed out",
    "told.nobody": "In the last two years we have handed nobody a file with your address.",
    "recipient.inside": "a unit of our institution",
    "recipient.processor": "a processor",
    "recipient.authority": "another authority",
    "recipient.other": "another recipient",
    "bytes.own": "In our own database the deleted places were overwritten at once.",
    "bytes.server":
      "The database server overwrites deleted places only when it uses them again; it takes no order to do so at once. The address is there only encrypted, and the key is kept elsewhere.",

    "mail.provider": "Log of the e-mail service",
    "mail.provider.value": "{name}: deletes it by {date}",
    "mail.export": "File handed out",
    "mail.export.value": "{date}, recipient: {recipient}. We will ask it to delete your data.",
    "mail.export.person": "{date}, recipient: {recipient}. We will tell it that your address is deleted.",
    "desk.export.value": "{date}, recipient: {recipient}. It has to be told to delete this person’s data.",
    "desk.tell": "Open the notice to the recipient",
  },
});
