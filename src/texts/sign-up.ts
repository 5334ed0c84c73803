/**
 * Signing up: the form, the answer that is the same for everybody, the page of a confirmation link. {list} and {lists}
 * are names in quotes; {date} stands in the dative where the Latvian sentence says "līdz", else in the locative.
 */
import { texts } from "./say.ts";

export const signUpTexts = texts({
  lv: {
    title: "Pieteikties jaunumu saņemšanai",
    "title.one": "Pieteikties saraksta {list} jaunumiem",
    lead: "Izvēlieties, ko vēlaties saņemt. Pēc tam nosūtīsim Jums apstiprinājuma saiti. Atteikties varēsiet jebkurā laikā ar saiti katrā vēstulē.",
    problems: "Pieteikumu vēl nevar nosūtīt",
    what: "Ko vēlaties saņemt?",
    "what.hint": "Atzīmējiet vienu vai vairākus sarakstus.",
    "what.hint.one": "Atzīmējiet sarakstu, ja vēlaties to saņemt.",
    "what.all": "Skatīt visus sarakstus",
    purpose: "Nolūks: {purpose}",
    text: "Teksts, kam piekritīsiet",
    "text.lead": "Šo tekstu Jūsu izvēlētajā valodā redzēsiet arī apstiprināšanas lapā. Piekrišanu dosiet tikai tur.",
    "text.of": "Par {n, plural, zero {sarakstiem} one {sarakstu} other {sarakstiem}} {lists}",
    email: "Jūsu e-pasta adrese",
    "email.hint": "Uz to nosūtīsim apstiprinājuma saiti. Kamēr neapstiprināsiet, šos jaunumus nesūtīsim.",
    language: "Kādā valodā Jums rakstīt?",
    trap: "Šo lauku atstājiet tukšu",
    facts: "Kas notiks ar Jūsu adresi",
    "facts.who": "Kas to izmanto",
    "facts.who.value": "{inst} (pārzinis)",
    "facts.why": "Kāpēc",
    "facts.why.value": "Lai sūtītu Jūsu izvēlētos jaunumus. Citam nolūkam to neizmantosim.",
    "facts.basis": "Uz kāda pamata",
    "facts.basis.value":
      "Jūsu piekrišana. Tā ir brīvprātīga un neietekmē citus pakalpojumus, ko saņemat no mūsu iestādes.",
    "facts.long": "Cik ilgi",
    "facts.long.value":
      "Līdz brīdim, kad atsakāties: tad adresi uzreiz dzēsīsim, ja tās nav citos mūsu sarakstos. Neapstiprinātu pieteikumu dzēsīsim pēc 7\u00a0dienām.",
    "facts.long.later":
      "Līdz brīdim, kad atsakāties: tad nosūtīsim vienu, pēdējo vēstuli un 15\u00a0minūšu laikā adresi dzēsīsim, ja tās nav citos mūsu sarakstos. Neapstiprinātu pieteikumu dzēsīsim pēc 7\u00a0dienām.",
    "facts.kept": "Kas paliek pēc tam",
    "facts.kept.value":
      "{months, plural, zero {Pierādījums par Jūsu atbildi – {months, number}\u00a0mēnešu; atzīme, lai Jums vairs nerakstītu, – līdz pārskatīšanai. Adresi no tiem izlasīt nevar, bet ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati.} one {Pierādījums par Jūsu atbildi – {months, number}\u00a0mēnesi; atzīme, lai Jums vairs nerakstītu, – līdz pārskatīšanai. Adresi no tiem izlasīt nevar, bet ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati.} other {Pierādījums par Jūsu atbildi – {months, number}\u00a0mēnešus; atzīme, lai Jums vairs nerakstītu, – līdz pārskatīšanai. Adresi no tiem izlasīt nevar, bet ar zināmu adresi tos var atrast, tāpēc arī tie ir personas dati.}}",
    "facts.never": "Ko nedarām",
    "facts.never.value": "Neizsekojam, vai vēstuli atvērāt un kuras saites nospiedāt.",
    privacy: "Visu par datu apstrādi un Jūsu tiesībām stāsta <a>privātuma paziņojums</a>.",
    send: "Nosūtīt man apstiprinājuma saiti",
    "send.hint": "Ar šo pogu vēl nepiekrītat. Piekrišanu dosiet, kad atvērsiet saiti un to apstiprināsiet.",
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
  },
  en: {
    title: "Sign up for news",
    "title.one": "Sign up for the list {list}",
    lead: "Choose what you want to receive. We then send you a confirmation link. You can stop at any time with the link in every e-mail.",
    problems: "The form cannot be sent yet",
    what: "What do you want to receive?",
    "what.hint": "Tick one or more lists.",
    "what.hint.one": "Tick the list if you want to receive it.",
    "what.all": "See all lists",
    purpose: "Purpose: {purpose}",
    text: "The text you will consent to",
    "text.lead":
      "You will see this text on the confirmation page too, in the language you choose. You give your consent only there.",
    "text.of": "About {n, plural, one {the list} other {the lists}} {lists}",
    email: "Your e-mail address",
    "email.hint": "We send the confirmation link to it. Until you confirm, we do not send this news.",
    language: "In which language shall we write to you?",
    trap: "Leave this field empty",
    facts: "What happens to your address",
    "facts.who": "Who uses it",
    "facts.who.value": "{inst} (controller)",
    "facts.why": "What for",
    "facts.why.value": "To send the news you choose. We use it for no other purpose.",
    "facts.basis": "On what basis",
    "facts.basis.value":
      "Your consent. It is free and makes no difference to any other service that you receive from us.",
    "facts.long": "How long",
    "facts.long.value":
      "Until you stop receiving the news: we then delete the address at once, if it is on no other list of ours. A request that nobody confirms is deleted after 7\u00a0days.",
    "facts.long.later":
      "Until you stop receiving the news: we then send one last e-mail and delete the address within 15\u00a0minutes, if it is on no other list of ours. A request that nobody confirms is deleted after 7\u00a0days.",
    "facts.kept": "What remains afterwards",
    "facts.kept.value":
      "{months, plural, one {A proof of your answer, for {months, number}\u00a0month; a mark so that we do not write to you, until it is reviewed. The address cannot be read from them, but whoever knows the address can find them, so they are still personal data.} other {A proof of your answer, for {months, number}\u00a0months; a mark so that we do not write to you, until it is reviewed. The address cannot be read from them, but whoever knows the address can find them, so they are still personal data.}}",
    "facts.never": "What we do not do",
    "facts.never.value": "We do not track whether you opened an e-mail or which links you followed.",
    privacy: "The <a>privacy notice</a> tells everything about the processing and your rights.",
    send: "Send me a confirmation link",
    "send.hint": "This button is not your consent yet. You give it when you open the link and confirm.",
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
  },
});
