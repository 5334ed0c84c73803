/**
 * The words of a sign-up form, wherever it stands: on our page, in another site, in a call. What is said here is kept by its
 * hash with every consent (domain/sign-up-forms), so a changed word makes another form.
 */
import { texts } from "./say.ts";

/** Languages as their own readers call them. */
export const LANGUAGE_NAMES = { lv: "latviešu valodā", en: "in English" } as const;

export const formTexts = texts({
  lv: {
    title: "Pieteikties jaunumu saņemšanai",
    "title.one": "Pieteikties saraksta {list} jaunumiem",
    lead: "Izvēlieties, ko vēlaties saņemt. Pēc tam nosūtīsim Jums apstiprinājuma saiti. Atteikties varēsiet jebkurā laikā ar saiti katrā vēstulē.",
    purpose: "Nolūks: {purpose}",
    email: "Jūsu e-pasta adrese",
    "email.hint": "Uz to nosūtīsim apstiprinājuma saiti. Kamēr neapstiprināsiet, šos jaunumus nesūtīsim.",
    language: "Kādā valodā Jums rakstīt?",
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
    what: "Ko vēlaties saņemt?",
    "what.hint": "Atzīmējiet vienu vai vairākus sarakstus.",
    "what.hint.one": "Atzīmējiet sarakstu, ja vēlaties to saņemt.",
    "text.lead":
      "Zem katras izvēles ir teksts, kam piekritīsiet. To redzēsiet arī apstiprināšanas lapā, un piekrišanu dosiet tikai tur.",
    age: "Cik Jums gadu?",
    "age.why": "Jautājam, jo šie jaunumi ir domāti cilvēkiem no noteikta vecuma. Dzimšanas datumu neprasām.",
    "age.under": "Man vēl nav {n}\u00a0gadu",
    "age.between": "Man ir {n}–{to}\u00a0gadu",
    "age.over": "Man ir {n}\u00a0gadu vai vairāk",
    special:
      "Jau pati atrašanās šajā sarakstā var par Jums atklāt šo: {topics}. Tie ir īpašu kategoriju personas dati (Vispārīgās datu aizsardzības regulas 9.\u00a0pants). Apstiprinot pieteikumu, dosiet nepārprotamu piekrišanu arī tam.",
    "topic.health": "veselība",
    "topic.beliefs": "reliģiskā vai filozofiskā pārliecība",
    "topic.politics": "politiskie uzskati",
    "topic.union": "dalība arodbiedrībā",
    "topic.origin": "rase vai etniskā izcelsme",
    "topic.sexuality": "dzimumdzīve vai seksuālā orientācija",
    "way.page": "Pieteikšanās veidlapa mūsu lapā",
    "way.snippet": "Pieteikšanās veidlapa vietnē {site}",
    "way.call": "Pieteikšanās veidlapa vietnē {site}; vietne mums apliecina, ka rādīja šādus vārdus",
    "way.answer": "Lapa, kuras saite bija apstiprinājuma vēstulē; nospiesta poga „{button}”",
  },
  en: {
    title: "Sign up for news",
    "title.one": "Sign up for the list {list}",
    lead: "Choose what you want to receive. We then send you a confirmation link. You can stop at any time with the link in every e-mail.",
    purpose: "Purpose: {purpose}",
    email: "Your e-mail address",
    "email.hint": "We send the confirmation link to it. Until you confirm, we do not send this news.",
    language: "In which language shall we write to you?",
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
    what: "What do you want to receive?",
    "what.hint": "Tick one or more lists.",
    "what.hint.one": "Tick the list if you want to receive it.",
    "text.lead":
      "Under each choice stands the text you will consent to. You will see it on the confirmation page too, and you give your consent only there.",
    age: "How old are you?",
    "age.why": "We ask because this news is meant for people from a certain age. We do not ask for a date of birth.",
    "age.under": "I am younger than {n}",
    "age.between": "I am {n} to {to}",
    "age.over": "I am {n} or older",
    special:
      "Being on this list may in itself reveal about you: {topics}. These are special categories of personal data (General Data Protection Regulation, Article 9). By confirming the request you consent to that explicitly too.",
    "topic.health": "health",
    "topic.beliefs": "religious or philosophical beliefs",
    "topic.politics": "political opinions",
    "topic.union": "trade union membership",
    "topic.origin": "racial or ethnic origin",
    "topic.sexuality": "sex life or sexual orientation",
    "way.page": "The sign-up form on our page",
    "way.snippet": "The sign-up form on the site {site}",
    "way.call": "The sign-up form on the site {site}; the site states to us that it showed these words",
    "way.answer": "The page linked from the confirmation e-mail; the button “{button}” was pressed",
  },
});
