import { texts } from "../say.ts";

export const requestsRefusals = texts({
  lv: {
    "requests.unknown": "Šāda pieprasījuma nav.",
    "requests.future": "Šī diena vēl nav pienākusi.",
    "requests.day": "Ierakstiet dienu. Piemērs: 22.11.2026.",
    "requests.before": "Atbildes diena ir agrāka nekā diena, kad pieprasījumu saņēmām.",
    "requests.closed": "Uz šo pieprasījumu atbilde jau ir ierakstīta.",
    "requests.extended": "Termiņš jau ir pagarināts. Vairāk par vienu reizi to pagarināt nevar.",
    "requests.too_late":
      "Pirmais mēnesis ir beidzies. Par pagarinājumu cilvēkam jāpaziņo mēneša laikā pēc pieprasījuma saņemšanas (Regulas 12. panta 3. punkts).",
    "requests.told": "Termiņš ir pagarināts tikai tad, ja cilvēkam par to ir paziņots.",
    "requests.lift_told": "Ierobežojumu izbeidz tikai tad, ja cilvēkam par to jau ir paziņots.",
    "requests.still_open": "Uz šo pieprasījumu vispirms jāieraksta atbilde.",
    "requests.not_restricted": "Šīs adreses datu apstrāde nav ierobežota. Nekas nav mainīts.",
    "requests.complaint":
      "Atteikumā jānorāda, ka cilvēks var iesniegt sūdzību Datu valsts inspekcijā un vērsties tiesā (Regulas 12. panta 4. punkts).",
    "requests.nowhere": "Ierakstiet e-pasta adresi vai to, kā cilvēkam atbildēt.",
    "requests.end_first":
      "Adrese vēl ir sarakstos. Vispirms to dzēsiet: poga ir pieprasījuma lapā, un atbilde ierakstīsies pati.",
    "requests.not_held": "Šajos sarakstos adreses vairs nav, tāpēc nav ko izbeigt. Ierakstiet atbildi.",
    "requests.gone": "Tas, kas prasīja, un viņa vārdi vairs netiek glabāti.",
    "requests.no_end": "Šim pieprasījumam adreses dzēšana nav atbilde.",
  },
  en: {
    "requests.unknown": "There is no such request.",
    "requests.future": "This day has not come yet.",
    "requests.day": "Enter a day. Example: 22 November 2026.",
    "requests.before": "The day of the answer is earlier than the day on which the request came.",
    "requests.closed": "The answer to this request is written down already.",
    "requests.extended": "The time has been extended already. It cannot be extended more than once.",
    "requests.too_late":
      "The first month is over. The person is told of an extension within one month of receipt of the request (Article 12(3) of the Regulation).",
    "requests.told": "The time is extended only when the person has been told.",
    "requests.lift_told": "A restriction is ended only when the person has been told before.",
    "requests.still_open": "Write down the answer to this request first.",
    "requests.not_restricted": "Processing of this address is not restricted. Nothing was changed.",
    "requests.complaint":
      "A refusal says that the person may complain to the supervisory authority and go to court (Article 12(4) of the Regulation).",
    "requests.nowhere": "Enter an e-mail address, or how the person is to be answered.",
    "requests.end_first":
      "The address is still on lists. First delete it: the button is on the page of the request, and the answer is written down with it.",
    "requests.not_held": "The address is no longer on these lists, so there is nothing to end. Write down the answer.",
    "requests.gone": "Who asked, and in which words, is no longer kept.",
    "requests.no_end": "Deleting the address is no answer to this request.",
  },
});
