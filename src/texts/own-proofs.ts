/** "My proofs": what is recorded about the person who looks, each record with its file. {when} is a date with its time. */
import { texts } from "./say.ts";

export const ownProofsTexts = texts({
  lv: {
    title: "Mani pierādījumi",
    lead: "Katru Jūsu atbildi ierakstām žurnālā, ko vēlāk nevaram nemanāmi mainīt. Šeit ir viss, kas par Jums tajā ierakstīts. Datni varat saglabāt un parādīt, kam vēlaties: to var pārbaudīt bez mums un bez interneta.",
    none: "Par Jums žurnālā nav neviena ieraksta.",
    event: "{when}: {act}",
    "import.title": "Kā Jūsu adrese nonāca sarakstā",
    import: "{when} Jūsu adresi pievienojām sarakstam „{list}”. Norādītais avots: {source}.",
    file: "Saglabāt datni ar pierādījumu",
    "file.about": "Tajā ir Jūsu adrese, tāpēc dodiet datni tikai tam, kam gribat savu atbildi pierādīt.",
  },
  en: {
    title: "My proofs",
    lead: "Every answer of yours is entered in a log that we cannot change later without it showing. Here is everything that it holds about you. You can save the file and show it to whoever you like: it can be checked without us and without the internet.",
    none: "The log holds nothing about you.",
    event: "{when}: {act}",
    "import.title": "How your address came to the list",
    import: "On {when} we added your address to the list “{list}”. The source that was given: {source}.",
    file: "Save the file with the proof",
    "file.about": "It holds your address, so give it only to somebody to whom you want to prove your answer.",
  },
});
