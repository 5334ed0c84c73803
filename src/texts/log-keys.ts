/** The page of the keys that sign the proof log (`/log/keys`): for whoever keeps a proof and wants to check whose it is. */
import { texts } from "./say.ts";

export const logKeysTexts = texts({
  lv: {
    title: "Pierādījumu žurnāla atslēgas",
    lead: "Ar šīm atslēgām parakstām pierādījumu žurnāla kontrolpunktus. Pēc tām var pārbaudīt, vai pierādījums ir no mūsu žurnāla, arī tad, ja atslēgu vairs nelietojam.",
    now: "Lietojam tagad",
    before: "Vairs nelietojam",
    none: "Žurnālā vēl nekas nav nostiprināts, tāpēc atslēgu vēl nav.",
    key: "Atslēga",
    since: "Lietojam kopš",
    used: "Lietojām",
    "used.value": "no {from} līdz {to}",
    leaked: "Brīdinājums",
    "leaked.value":
      "Kopš {date} šī atslēga varēja būt zināma arī citiem. Kas ar to parakstīts vēlāk, bez laika zīmoga neko nepierāda.",
    past: "Agrākie žurnāli",
    "past.text":
      "Šajos žurnālos vairs neko neierakstām. To ieraksti, cik to ir saglabājies, ir arī tagadējā žurnālā. Agrāk izsniegtie pierādījumi joprojām ir pārbaudāmi.",
    "past.value":
      "{n, plural, =0 {bez ierakstiem} zero {{n, number} ierakstu} one {{n, number} ieraksts} other {{n, number} ieraksti}}, līdz {date}",
    files: "Programmām",
    "files.keys": "Atslēgas JSON formātā",
    "files.checkpoint": "Pēdējais kontrolpunkts",
    "files.schema": "Žurnāla notikumu shēma (JSON Schema)",
  },
  en: {
    title: "Keys of the proof log",
    lead: "With these keys we sign the checkpoints of the proof log. With them anybody can check whether a proof is from our log, also where we no longer use the key.",
    now: "In use",
    before: "No longer in use",
    none: "Nothing has been sealed in the log yet, so there are no keys.",
    key: "Key",
    since: "In use since",
    used: "Was in use",
    "used.value": "from {from} to {to}",
    leaked: "Warning",
    "leaked.value":
      "Since {date} others may have known this key too. What was signed with it later proves nothing without a time stamp.",
    past: "Earlier logs",
    "past.text":
      "Nothing is written to these logs any more. Their entries, as far as they were saved, are in today’s log as well. Proofs issued earlier can still be verified.",
    "past.value": "{n, plural, =0 {no entries} one {{n, number} entry} other {{n, number} entries}}, until {date}",
    files: "For programs",
    "files.keys": "The keys as JSON",
    "files.checkpoint": "The newest checkpoint",
    "files.schema": "Schema of the log’s events (JSON Schema)",
  },
});
