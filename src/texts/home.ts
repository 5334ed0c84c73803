/** The public front page: the institution's news lists. */
import { texts } from "./say.ts";

export const homeTexts = texts({
  lv: {
    title: "Jaunumu saraksti",
    lead: "{inst} sūta jaunumus tikai cilvēkiem, kas tam piekrīt.",
    purpose: "Nolūks: {purpose}",
    "sign-up": "Pieteikties",
    "sign-up.to": "Pieteikties: {list}",
    "sign-up.all": "Pieteikties vairākiem sarakstiem reizē",
    age: "No {n}\u00a0gadu vecuma",
    example: "Paraugs: {title}",
    none: "Neviens jaunumu saraksts pašlaik nav atvērts",
    "none.text": "Kad kāds saraksts sāks darboties, tas būs redzams šajā lapā.",
    "leave.title": "Ja jaunumus jau saņemat",
    "leave.text":
      "Atteikties varat ar saiti jebkurā mūsu vēstulē, arī vecā. Nav jāpieslēdzas, un nekas nav jāpaskaidro. Ja vēstules nav, saiti saņemsiet lapā <a>Mani dati</a>.",
    "data.title": "Kas notiek ar Jūsu datiem",
    "data.text":
      "Ko glabājam, kādēļ un cik ilgi, pastāsta <a>privātuma paziņojums</a>. Jautājumus sūtiet uz <mail>{email}</mail>.",
  },
  en: {
    title: "News lists",
    lead: "{inst} sends news only to people who consent to it.",
    purpose: "Purpose: {purpose}",
    "sign-up": "Sign up",
    "sign-up.to": "Sign up: {list}",
    "sign-up.all": "Sign up for several lists at once",
    age: "From the age of {n}",
    example: "Example: {title}",
    none: "No news list is open at present",
    "none.text": "When a list starts, it will be shown on this page.",
    "leave.title": "If you receive our news already",
    "leave.text":
      "The link in any e-mail from us, also in an old one, ends it. No signing in, nothing to explain. If you have none, the page <a>My data</a> gives you a link.",
    "data.title": "What happens to your data",
    "data.text":
      "What we keep, why and for how long stands in the <a>privacy notice</a>. Send questions to <mail>{email}</mail>.",
  },
});
