/** Headings of pages that say no; the sentence below is the refusal's own (refusals/), except where one stands here. */
import { texts } from "./say.ts";

export const failureTexts = texts({
  lv: {
    "page.not_found": "Šādas lapas nav",
    "page.not_found.lead": "Varbūt adrese nokopēta tikai daļēji. Jūsu dati un izvēles nav mainītas.",
    "page.method": "Lapu nevar atvērt šādi",
    "page.too_large": "Nosūtītais ir pārāk liels",
    "page.other_site": "Veidlapu nepieņēmām",
    "page.being_set_up": "Vietni vēl iekārtojam",
    "page.shut": "Vietne brīdi nav pieejama",
    "page.fault": "Kļūda ir mūsu pusē",
    "page.fault.lead": "Nosūtītais nav saglabāts. Pēc brīža mēģiniet vēlreiz.",
    "staff.forbidden": "Šī lapa nav pieejama",
    refused: "Darbība nav izpildīta",
    help: "Neizdodas? Rakstiet <mail>{email}</mail> vai zvaniet <tel>{phone}</tel>, un izdarīsim to Jūsu vietā.",
    back: "Atgriezties sākumā",
    code: "(kods: {code})",
  },
  en: {
    "page.not_found": "There is no such page",
    "page.not_found.lead":
      "The address may have been copied only in part. Your data and your choices have not changed.",
    "page.method": "The page cannot be opened this way",
    "page.too_large": "What was sent is too large",
    "page.other_site": "We did not accept the form",
    "page.being_set_up": "This site is still being set up",
    "page.shut": "This site is closed for a moment",
    "page.fault": "The fault is ours",
    "page.fault.lead": "What you sent was not saved. Try again in a while.",
    "staff.forbidden": "This page is not open to you",
    refused: "This was not done",
    help: "Still stuck? Write to <mail>{email}</mail> or call <tel>{phone}</tel>, and we will do it for you.",
    back: "Back to the start",
    code: "(code: {code})",
  },
});
