/**
 * Signing up: the form, the answer that is the same for everybody, the page of a confirmation link. {list} and {lists}
 * are names in quotes; {date} stands in the dative where the Latvian sentence says "līdz", else in the locative.
 */
import { texts } from "./say.ts";

export const signUpTexts = texts({
  lv: {
    problems: "Pieteikumu vēl nevar nosūtīt",
    "what.all": "Skatīt visus sarakstus",
    "text.of": "Par {n, plural, zero {sarakstiem} one {sarakstu} other {sarakstiem}} {lists}",
    foreign:
      "Šo veidlapu sūtīja vietne, kurai iestāde to nav atļāvusi. Nekas nav saglabāts. Ja vēlaties pieteikties, aizpildiet šo veidlapu.",
    "young.title": "Šos jaunumus sūtām no {n}\u00a0gadu vecuma",
    "young.lead": "Neko nesaglabājām: ne Jūsu adresi, ne atbildi par vecumu. Šie jaunumi: {lists}.",
    "young.others": "Citus jaunumus var izvēlēties <a>pieteikšanās lapā</a>.",
    "young.parent": "Vecāks vai aizbildnis šos jaunumus var saņemt, ja piesakās pats ar savu adresi.",
    none: "Neviens jaunumu saraksts pašlaik nav atvērts",
    "none.text": "Kad kāds saraksts sāks darboties, tam varēs pieteikties šajā lapā.",

    "sent.title": "Pārbaudiet savu pastkastīti",
    "sent.lead": "Ja uz norādīto adresi drīkstam rakstīt, pēc dažām minūtēm tajā būs vēstule ar apstiprinājuma saiti.",
    "sent.open": "Atveriet vēstuli „{subject}”.",
    "sent.press": "Atveriet saiti vēstulē.",
    "sent.confirm": "Lapā, kas atvērsies, apstipriniet, ka vēlaties jaunumus.",
    "sent.days": "Saite derīga 7\u00a0dienas. Ja to neizmantosiet, pieteikumu dzēsīsim.",
    "sent.missing": "Vēstules nav?",
    "sent.missing.text":
      "Ielūkojieties surogātpasta mapē. Ja vēstules nav arī tur, <a>piesakieties vēlreiz</a> rīt: par vienu sarakstu uz vienu adresi sūtām ne vairāk kā vienu apstiprinājuma vēstuli diennaktī un kopā ne vairāk kā trīs nedēļā.",
    "sent.same": "Šī atbilde visiem ir vienāda: tā neatklāj, vai adrese mums jau ir zināma.",

    "ask.title": "Vai vēlaties saņemt šos jaunumus?",
    "ask.lead": "Kāds – visticamāk, Jūs – {date} {time} šo adresi ierakstīja mūsu pieteikšanās veidlapā.",
    "ask.aside": "Pieteikums",
    "ask.address": "Adrese",
    "ask.lists": "{n, plural, zero {Saraksti} one {Saraksts} other {Saraksti}}",
    "ask.language": "Valoda",
    "ask.language.lv": "latviešu",
    "ask.language.en": "angļu",
    "ask.age": "Pieteikumā apliecināts",
    "ask.site": "Veidlapa",
    "ask.site.value": "vietnē {site}",
    "ask.until": "Saite derīga līdz",
    "ask.until.value": "{date} {time}",
    "ask.answer": "Jūsu atbilde",
    "ask.yes": "Jā, piekrītu",
    "ask.yes.send": "Sūtīsim: {lists}.",
    "ask.yes.withdraw": "Piekrišanu varēsiet atsaukt jebkurā laikā ar saiti katrā vēstulē.",
    "ask.yes.proof": "Par atbildi izveidosim pierādījumu.",
    "ask.no": "Nē, nepieteicos",
    "ask.no.delete": "Pieteikumu uzreiz dzēsīsim.",
    "ask.no.never": "Šai adresei vairs nerakstīsim par: {lists}, arī ja kāds to ieraksta vēlreiz.",
    "ask.no.on-list":
      "Šī adrese jau ir mūsu sarakstā. Tajā nekas nemainīsies; atteikties varat ar saiti jebkurā mūsu vēstulē.",
    "ask.silence": "Ja neatbildēsiet, šos jaunumus nesūtīsim un pieteikumu pēc 7\u00a0dienām dzēsīsim.",
    "ask.inert": "Lapas atvēršana vien neko nemaina. Vairāk: <a>privātuma paziņojums</a>.",
    "ask.choose": "Atbilde nav saņemta. Nospiediet vienu no abām pogām.",

    "given.lead": "Sūtīsim uz {address}: {lists}.",
    "given.how": "Nospiežot pogu lapā, kuras saite bija apstiprinājuma vēstulē",
    "given.for": "{lists}; nolūks: {purpose}",
    "given.change":
      "Piekrišanu varat atsaukt jebkurā laikā: ar saiti katrā mūsu vēstulē vai šeit, bez pieslēgšanās un paskaidrojumiem.",
    "given.withdraw.of": "Atsaukt piekrišanu: {purpose}",

    "joined.title": "Jūsu piekrišana jau ir ierakstīta",
    "joined.lead": "Sūtām: {lists}. Nekas nav jādara.",
    "joined.leave": "Atteikties varat ar saiti jebkurā mūsu vēstulē.",
    "left.title": "Šī saite vairs neko nemaina",
    "left.lead": "Pēc pieteikšanās atteicāties, vai adresi no saraksta izņēmām. Vairs nesūtām: {lists}.",
    "left.some": "Vairs nesūtām: {lists}. Šī saite to nemaina.",
    again: "Ja vēlaties šos jaunumus saņemt, <a>piesakieties no jauna</a>.",

    "declined.title": "Pieteikums ir izdzēsts",
    "declined.lead": "Šai adresei vairs nerakstīsim par: {lists}, arī ja kāds to ieraksta vēlreiz.",
    "declined.on-list":
      "Šī adrese jau ir mūsu sarakstā, un tajā nekas nav mainīts. Atteikties no tā varat ar saiti jebkurā mūsu vēstulē.",
    "declined.kept":
      "Tam glabājam tikai aizsargātu atzīmi. Adresi no tās izlasīt nevar, bet ar zināmu adresi to var atrast, tāpēc arī tā ir personas dati. Pārskatīsim to {date}.",
    questions: "Jautājumus sūtiet uz <mail>{email}</mail>.",
    "declined.already": "Pieteikums jau ir izdzēsts",
    "declined.already.lead": "Atbildi „{no}” saņēmām iepriekš. Šī saite vairs neko nemaina.",

    "gone.title": "Šī saite vairs neder",
    "gone.lead":
      "Apstiprinājuma saite derīga 7\u00a0dienas. Varbūt tās ir pagājušas, varbūt saite nokopēta tikai daļēji vai pieteikumu jau izdzēsām. Nekas nav mainīts.",
    "gone.age":
      "Kopš pieteicāties, šiem jaunumiem jānorāda vecums, un to var tikai veidlapā. Piekrišana nav ierakstīta.",
  },
  en: {
    problems: "The form cannot be sent yet",
    "what.all": "See all lists",
    "text.of": "About {n, plural, one {the list} other {the lists}} {lists}",
    foreign:
      "This form was sent by a site that the institution has not allowed to do so. Nothing was stored. If you want to sign up, fill in this form.",
    "young.title": "We send this news from the age of {n}",
    "young.lead": "We stored nothing: neither your address nor your answer about your age. The news: {lists}.",
    "young.others": "You can choose other news on the <a>sign-up page</a>.",
    "young.parent": "A parent or guardian can receive this news by signing up with an address of their own.",
    none: "No news list is open at present",
    "none.text": "When a list starts, you can sign up for it on this page.",

    "sent.title": "Check your mailbox",
    "sent.lead": "If we may write to that address, an e-mail with a confirmation link will be there in a few minutes.",
    "sent.open": "Open the e-mail “{subject}”.",
    "sent.press": "Open the link in it.",
    "sent.confirm": "On the page that opens, confirm that you want the news.",
    "sent.days": "The link works for 7\u00a0days. If you do not use it, we delete the request.",
    "sent.missing": "No e-mail?",
    "sent.missing.text":
      "Look in the spam folder. If it is not there either, <a>sign up again</a> tomorrow: about one list we send at most one confirmation e-mail a day to an address, and at most three a week in all.",
    "sent.same": "Everybody gets this same answer: it does not tell whether we know the address.",

    "ask.title": "Do you want to receive this news?",
    "ask.lead": "Somebody – most likely you – entered this address in our sign-up form on {date} at {time}.",
    "ask.aside": "The request",
    "ask.address": "Address",
    "ask.lists": "{n, plural, one {List} other {Lists}}",
    "ask.language": "Language",
    "ask.language.lv": "Latvian",
    "ask.language.en": "English",
    "ask.age": "Stated in the request",
    "ask.site": "Form",
    "ask.site.value": "on the site {site}",
    "ask.until": "The link works until",
    "ask.until.value": "{date} at {time}",
    "ask.answer": "Your answer",
    "ask.yes": "Yes, I consent",
    "ask.yes.send": "We will send: {lists}.",
    "ask.yes.withdraw": "You can withdraw your consent at any time with the link in every e-mail.",
    "ask.yes.proof": "We make a proof of your answer.",
    "ask.no": "No, this was not me",
    "ask.no.delete": "We delete the request at once.",
    "ask.no.never": "We do not write to this address again about: {lists}, even if somebody enters it anew.",
    "ask.no.on-list":
      "This address is already on a list of ours. Nothing changes there; the link in any e-mail from us ends it.",
    "ask.silence": "If you do not answer, we do not send this news and delete the request after 7\u00a0days.",
    "ask.inert": "Opening this page changes nothing. More: <a>privacy notice</a>.",
    "ask.choose": "No answer arrived. Press one of the two buttons.",

    "given.lead": "We will send to {address}: {lists}.",
    "given.how": "By pressing a button on the page linked from the confirmation e-mail",
    "given.for": "{lists}; purpose: {purpose}",
    "given.change":
      "You can withdraw your consent at any time: with the link in every e-mail from us or here, without signing in and without explaining.",
    "given.withdraw.of": "Withdraw consent: {purpose}",

    "joined.title": "Your consent is already recorded",
    "joined.lead": "We send: {lists}. There is nothing to do.",
    "joined.leave": "The link in any e-mail from us ends it.",
    "left.title": "This link no longer changes anything",
    "left.lead":
      "After signing up you stopped receiving the news, or we took the address off. We no longer send: {lists}.",
    "left.some": "We no longer send: {lists}. This link does not change that.",
    again: "If you want to receive this news, <a>sign up anew</a>.",

    "declined.title": "The request is deleted",
    "declined.lead": "We will not write to this address again about: {lists}, even if somebody enters it anew.",
    "declined.on-list":
      "This address is already on a list of ours, and nothing was changed there. The link in any e-mail from us ends it.",
    "declined.kept":
      "For this we keep only a protected mark. The address cannot be read from it, but whoever knows the address can find it, so it is still personal data. We review it on {date}.",
    questions: "Send questions to <mail>{email}</mail>.",
    "declined.already": "The request is already deleted",
    "declined.already.lead": "We received the answer “{no}” earlier. This link no longer changes anything.",

    "gone.title": "This link no longer works",
    "gone.lead":
      "A confirmation link works for 7\u00a0days. They may have passed, the link may have been copied only in part, or the request is already deleted. Nothing was changed.",
    "gone.age":
      "Since you signed up, this news asks for your age, and only the form can ask it. No consent was recorded.",
  },
});
