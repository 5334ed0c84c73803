import { texts } from "../say.ts";

export const alertsRefusals = texts({
  lv: {
    "alerts.not_open": "Šī ziņa jau ir atzīmēta kā redzēta, vai tās iemesls ir novērsts.",
    "alerts.nobody": "Nav norādīts neviens, kam ziņot. Vispirms norādiet un saglabājiet.",
    "alerts.webhook_invalid":
      "Ierakstiet tīmekļa adresi bez lietotājvārda un paroles. Piemērs: https://zinas.iestade.example/pieteka.",
    "alerts.webhook_not_https": "Adresei jāsākas ar https://.",
    "alerts.webhook_inside": "Adrese ved iekštīklā. Norādiet adresi, kas sasniedzama no interneta.",
    "dead-letters.unknown": "Šī darba sarakstā vairs nav.",
  },
  en: {
    "alerts.not_open": "This is marked as seen already, or its cause is over.",
    "alerts.nobody": "Nobody is named to be told. Name somebody and save first.",
    "alerts.webhook_invalid":
      "Enter a web address without a user name and password. Example: https://news.institution.example/pieteka.",
    "alerts.webhook_not_https": "The address must begin with https://.",
    "alerts.webhook_inside":
      "The address leads into the internal network. Enter one that can be reached from the internet.",
    "dead-letters.unknown": "This task is no longer on the list.",
  },
});
