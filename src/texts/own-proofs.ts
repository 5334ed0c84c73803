/**
 * "My proofs": what is recorded about the person who looks, each record with its file. {when} is a date with its time in the
 * locative, {date} stands in the dative; {lists} are names in quotes.
 */
import { texts } from "./say.ts";

export const ownProofsTexts = texts({
  lv: {
    title: "Mani pierādījumi",
    lead: "Katru Jūsu atbildi ierakstām žurnālā, ko vēlāk nevaram nemanāmi mainīt. Šeit ir viss, kas par Jums tajā ierakstīts. Datni varat saglabāt un parādīt, kam vēlaties: to var pārbaudīt bez mums un bez interneta.",
    none: "Par Jums žurnālā nav neviena ieraksta.",
    event: "{when}: {act}",
    "import.title": "Kā Jūsu adrese nonāca sarakstā",
    import: "{when} Jūsu adresi pievienojām sarakstam „{list}”. Norādītais avots: {source}.",
    lists: "{n, plural, zero {Saraksti} one {Saraksts} other {Saraksti}}: {lists}",
    text: "Skatīt tekstu, ko tobrīd rādījām",
    "text.of": "Skatīt tekstu, ko tobrīd rādījām: {when}",
    until: "Pierādījumu glabāsim līdz {date}.",
    verify:
      "Saglabātu datni varat pārbaudīt <a>pārbaudes lapā</a>: datni atver pārlūks Jūsu ierīcē un nekur to nenosūta.",
    file: "Saglabāt pierādījumu (ZIP)",
    "file.of": "Saglabāt pierādījumu (ZIP): {purpose}",
    receipt: "Tikai apliecinājums (JSON)",
    "receipt.of": "Tikai apliecinājums (JSON): {purpose}",
    "file.about": "Abās datnēs ir Jūsu adrese, tāpēc dodiet tās tikai tam, kam gribat savu atbildi pierādīt.",
    soon: "Datne būs gatava pēc brīža: vēl parakstām žurnālu. Pēc tam atveriet šo lapu vēlreiz.",
  },
  en: {
    title: "My proofs",
    lead: "Every answer of yours is entered in a log that we cannot change later without it showing. Here is everything that it holds about you. You can save the file and show it to whoever you like: it can be checked without us and without the internet.",
    none: "The log holds nothing about you.",
    event: "{when}: {act}",
    "import.title": "How your address came to the list",
    import: "On {when} we added your address to the list “{list}”. The source that was given: {source}.",
    lists: "{n, plural, one {List} other {Lists}}: {lists}",
    text: "See the text that was shown then",
    "text.of": "See the text that was shown then: {when}",
    until: "We keep the proof until {date}.",
    verify:
      "You can check a saved file on the <a>verification page</a>: your browser opens it on your device, and it is sent nowhere.",
    file: "Save the proof (ZIP)",
    "file.of": "Save the proof (ZIP): {purpose}",
    receipt: "The certificate alone (JSON)",
    "receipt.of": "The certificate alone (JSON): {purpose}",
    "file.about": "Both files hold your address, so give them only to somebody to whom you want to prove your answer.",
    soon: "The file will be ready in a moment: we are still signing the log. Then open this page again.",
  },
});
