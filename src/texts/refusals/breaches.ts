import { texts } from "../say.ts";

export const breachesRefusals = texts({
  lv: {
    "breaches.unknown": "Šāda pārkāpuma ieraksta nav.",
    "breaches.moment": "Ierakstiet dienu un laiku, kas jau ir bijis. Piemērs: 22.11.2026. un 15.30.",
    "breaches.risk_needs_notice":
      "Ja pārkāpums var radīt risku, Datu valsts inspekcijai jāpaziņo. Nepaziņot var tikai tad, ja risks ir maz ticams (Regulas 33. panta 1. punkts).",
    "breaches.late_why":
      "Kopš iestāde uzzināja par pārkāpumu, ir pagājušas vairāk nekā 72 stundas. Ierakstiet kavēšanās iemeslus.",
    "breaches.high_risk":
      "Risks ir novērtēts kā augsts. Cilvēkus var neinformēt tikai vienā no pārējiem trim gadījumiem (Regulas 34. panta 3. punkts).",
    "breaches.changed":
      "Ierakstu tikmēr kāds papildināja. Tas, ko rakstījāt, ir veidlapā: izlasiet jauno un saglabājiet vēlreiz.",
    "breaches.not_complete":
      "Ierakstu vēl nevar slēgt. Vajag: sekas un pasākumus, lēmumu par Datu valsts inspekciju, lēmumu par cilvēkiem.",
  },
  en: {
    "breaches.unknown": "There is no such record of a breach.",
    "breaches.moment": "Enter a day and time that have been. Example: 22 November 2026, 15:30.",
    "breaches.risk_needs_notice":
      "Where the breach may result in a risk, the supervisory authority is notified. It is not only where a risk is unlikely (Article 33(1) of the Regulation).",
    "breaches.late_why":
      "More than 72 hours have passed since the institution became aware of the breach. Enter the reasons for the delay.",
    "breaches.high_risk":
      "The risk was judged to be high. People may be left untold only in one of the other three cases (Article 34(3) of the Regulation).",
    "breaches.changed":
      "Somebody added to the record meanwhile. What you wrote is in the form: read what is new and save again.",
    "breaches.not_complete":
      "The record cannot be closed yet. It needs: consequences and measures, the decision about the authority, the decision about the people concerned.",
  },
});
