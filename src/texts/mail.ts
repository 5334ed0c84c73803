/** Words of the mails. {date} of a deadline stands in the dative in Latvian; titles of things stand in quotes, uninflected. */
import { texts } from "./say.ts";

export const mailTexts = texts({
  lv: {
    // Every mail
    hello: "Labdien!",
    regards: "Ar cieņu",
    "foot.notice": "Privātuma paziņojums",
    "foot.reply": "Jautājumus varat sūtīt, atbildot uz šo vēstuli.",
    "foot.tracking": "Neizsekojam, vai vēstuli atvērāt un kuras saites nospiedāt.",
    "trial.subject": "[Izmēģinājums] {subject}",
    "trial.why": "Izmēģinājuma vēstule darbiniekiem: saites tajā nevienam neko nemaina.",

    // Re-consent
    "ask.why": "Rakstām, jo Jūsu adrese ir mūsu sarakstā „{list}”.",
    "ask.deadline": "Atbildiet līdz",
    "ask.deadline.value": "{date} plkst.\u00a023.59",
    "ask.address": "Par kuru adresi",
    "ask.list": "Saraksts",
    "ask.promise": "Ko sūtīsim",
    "ask.purpose": "Nolūks",
    "ask.button": "Atbildēt „jā” vai „nē”",
    "ask.opens": "Poga atver lapu ar paziņojumu par datu apstrādi un divām pogām: „Jā, piekrītu” un „Nē, atsakos”.",
    "meaning.title": "Ko nozīmē atbilde",
    "meaning.yes": "Jā:",
    "meaning.yes.text":
      "turpināsim sūtīt saraksta „{list}” jaunumus un saglabāsim pierādījumu par Jūsu atbildi. Piekrišanu jebkurā laikā varēsiet atsaukt: saite tam būs katrā mūsu vēstulē.",
    "meaning.no": "Nē:",
    "meaning.no.text":
      "saraksta „{list}” jaunumus vairs nesūtīsim. Ja Jūsu adreses nav citos mūsu sarakstos, to uzreiz dzēsīsim.",
    "meaning.no.later":
      "saraksta „{list}” jaunumus vairs nesūtīsim. Ja Jūsu adreses nav citos mūsu sarakstos, to dzēsīsim.",
    "meaning.silence": "Ja neatbildēsiet:",
    "meaning.silence.text":
      "klusēšana nav piekrišana. Pēc termiņa adresi no šī saraksta izņemsim un, ja tās nav citos mūsu sarakstos, dzēsīsim.",
    "meaning.free": "Atbilde neietekmē citus pakalpojumus, ko saņemat no mūsu iestādes.",
    "refuse.button": "Atteikties no jaunumu saņemšanas",
    "refuse.means": "Šī poga nozīmē to pašu, ko atbilde „nē”. Tā atver lapu, kurā atteikumu apstiprināsiet.",
    "refuse.text": "Atteikties no jaunumu saņemšanas (tas pats, kas atbilde „nē”)",

    // Confirmation of a sign-up
    "confirm.subject": "Apstipriniet pieteikšanos jaunumu saņemšanai",
    "confirm.title": "Apstipriniet, ka vēlaties saņemt jaunumus",
    "confirm.lead": "{date} {time} kāds – visticamāk, Jūs – šo adresi ierakstīja mūsu pieteikšanās veidlapā.",
    "confirm.lists": "{n, plural, zero {Saraksti} one {Saraksts} other {Saraksti}}",
    "confirm.language": "Valoda",
    "confirm.language.value": "latviešu",
    "confirm.until": "Saite derīga līdz",
    "confirm.until.value": "{date} {time}",
    "confirm.button": "Atvērt apstiprināšanas lapu",
    "confirm.opens":
      "Lapā redzēsiet, kam tieši piekrītat, un varēsiet atbildēt „jā” vai „nē”. Saites atvēršana vien neko nemaina.",
    "confirm.not-me": "Ja nepieteicāties",
    "confirm.not-me.text":
      "Nekas nav jādara. Bez apstiprinājuma šos jaunumus nesūtīsim un pēc 7 dienām pieteikumu kopā ar adresi dzēsīsim. Ja nevēlaties, lai kāds Jūs atkal piesaka šiem sarakstiem, tajā pašā lapā atbildiet „nē”.",
    "confirm.never": "Tas nebiju es, nekad vairs nerakstiet",
    "confirm.why":
      "Šī ir vienreizēja vēstule par pieteikšanos. Kamēr to neapstiprināsiet, šo sarakstu jaunumus nesūtīsim.",

    // Staff sign-in
    "code.subject": "{code} – Jūsu pieslēgšanās kods",
    "code.title": "Jūsu pieslēgšanās kods",
    "code.valid":
      "{minutes, plural, zero {Derīgs {minutes, number} minūšu, izmantojams vienu reizi.} one {Derīgs {minutes, number} minūti, izmantojams vienu reizi.} other {Derīgs {minutes, number} minūtes, izmantojams vienu reizi.}} Ierakstiet to lapā, kurā pieslēdzaties.",
    "code.link": "Koda vietā varat atvērt saiti un pieslēgties ar pogu lapā.",
    "code.button": "Atvērt pieslēgšanās lapu",
    "code.secret": "Kodu un saiti nevienam neizpaudiet.",
    "code.never": "Mēs tos nekad nejautāsim ne pa tālruni, ne vēstulē.",
    "code.other": "Ja pieslēgties mēģināja kāds cits, paziņojiet administratoram.",
    "code.why": "Automātiska vēstule darbiniekiem.",

    // Test of the settings
    "test.subject": "Izmēģinājuma vēstule: sūtīšana darbojas",
    "test.title": "Vēstuļu sūtīšana darbojas",
    "test.lead":
      "Šo vēstuli nosūtījām, lai pārbaudītu iestatījumus. Ja to lasāt, sūtīšana darbojas, un nekas vairāk nav jādara.",
    "test.reply": "Pārbaudiet arī atbildes: atbildiet uz šo vēstuli, un tai jāpienāk zemāk norādītajā adresē.",
    "test.from": "Sūtītājs",
    "test.replies": "Atbildes saņem",
    "test.site": "Vietne",
    "test.why": "Automātiska vēstule administratoram.",
  },
  en: {
    hello: "Hello,",
    regards: "Kind regards,",
    "foot.notice": "Privacy notice",
    "foot.reply": "You can send questions by replying to this e-mail.",
    "foot.tracking": "We do not track whether you opened this e-mail or which links you followed.",
    "trial.subject": "[Test] {subject}",
    "trial.why": "Test e-mail for staff: its links change nothing for anybody.",

    "ask.why": "We are writing because your address is on our list “{list}”.",
    "ask.deadline": "Answer by",
    "ask.deadline.value": "{date}, 23:59",
    "ask.address": "About which address",
    "ask.list": "List",
    "ask.promise": "What we will send",
    "ask.purpose": "Purpose",
    "ask.button": "Answer “yes” or “no”",
    "ask.opens":
      "The button opens a page with the privacy notice and two buttons: “Yes, I consent” and “No, I decline”.",
    "meaning.title": "What your answer means",
    "meaning.yes": "Yes:",
    "meaning.yes.text":
      "we keep sending you the news of the list “{list}” and keep a proof of your answer. You can withdraw your consent at any time: every e-mail from us will have a link for it.",
    "meaning.no": "No:",
    "meaning.no.text":
      "we stop sending you the news of the list “{list}”. If your address is on no other list of ours, we delete it at once.",
    "meaning.no.later":
      "we stop sending you the news of the list “{list}”. If your address is on no other list of ours, we delete it.",
    "meaning.silence": "If you do not answer:",
    "meaning.silence.text":
      "silence is not consent. After the deadline we take your address off this list and, if it is on no other list of ours, delete it.",
    "meaning.free": "Your answer makes no difference to any other service that you receive from us.",
    "refuse.button": "Stop receiving news",
    "refuse.means": "This button means the same as answering “no”. It opens a page where you confirm that.",
    "refuse.text": "Stop receiving news (means the same as answering “no”)",

    "confirm.subject": "Confirm that you are signing up for news",
    "confirm.title": "Confirm that you want to receive news",
    "confirm.lead": "On {date} at {time} somebody – most likely you – entered this address in our sign-up form.",
    "confirm.lists": "{n, plural, one {List} other {Lists}}",
    "confirm.language": "Language",
    "confirm.language.value": "English",
    "confirm.until": "The link works until",
    "confirm.until.value": "{date} at {time}",
    "confirm.button": "Open the confirmation page",
    "confirm.opens":
      "The page shows exactly what you consent to, and you can answer “yes” or “no”. Opening the link changes nothing.",
    "confirm.not-me": "If you did not sign up",
    "confirm.not-me.text":
      "There is nothing to do. Unless you confirm, we do not send this news, and after 7 days we delete the request with the address. If you do not want anybody to sign you up for these lists again, answer “no” on the same page.",
    "confirm.never": "This was not me, never write again",
    "confirm.why":
      "This is a single e-mail about a sign-up. Until you confirm it, we do not send the news of these lists.",

    "code.subject": "{code} – your sign-in code",
    "code.title": "Your sign-in code",
    "code.valid":
      "{minutes, plural, one {Valid for {minutes, number} minute, can be used once.} other {Valid for {minutes, number} minutes, can be used once.}} Enter it on the page where you are signing in.",
    "code.link": "Instead of the code, you can open the link and sign in with the button on the page.",
    "code.button": "Open the sign-in page",
    "code.secret": "Do not pass the code or the link on to anybody.",
    "code.never": "We will never ask for them, by telephone or by e-mail.",
    "code.other": "If somebody else tried to sign in, tell your administrator.",
    "code.why": "Automatic e-mail for staff.",

    "test.subject": "Test e-mail: sending works",
    "test.title": "Sending e-mail works",
    "test.lead":
      "We sent this e-mail to check the settings. If you are reading it, sending works and there is nothing more to do.",
    "test.reply": "Check replies too: answer this e-mail, and the answer should arrive at the address below.",
    "test.from": "Sender",
    "test.replies": "Replies go to",
    "test.site": "Site",
    "test.why": "Automatic e-mail for the administrator.",
  },
});
