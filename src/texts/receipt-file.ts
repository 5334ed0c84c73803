/** The receipt file behind the links of a "no" or a withdrawal: where it is offered, and the pages that stand in for it. */
import { texts } from "./say.ts";

export const receiptFileTexts = texts({
  lv: {
    certificate:
      "Kopā ar šo lapu varat saglabāt <a>datni ar pierādījumu</a>: tā būs gatava pēc dažām sekundēm. Adreses tajā nav; to var pārbaudīt bez mums un bez interneta.",
    ended:
      "Atteikuma apliecinājums: <a>datne ar pierādījumu</a>. Tā pieejama, kamēr glabājam pierādījumu. Adreses tajā nav; to var pārbaudīt bez mums un bez interneta.",
    "soon.title": "Datne būs gatava pēc brīža",
    "soon.lead": "Jūsu atbilde jau ir ierakstīta un spēkā. Vēl parakstām žurnālu; parasti tas aizņem dažas sekundes.",
    "soon.again": "Mēģināt vēlreiz",
    "none.title": "Šai saitei datnes nav",
    "none.lead":
      "Datne ar pierādījumu ir tikai atteikumam vai atsaukumam un tikai tik ilgi, kamēr pierādījumu glabājam. Apliecinājumu par „jā” sūtām vēstulē.",
    "none.link": "Skatīt, kas ar šo saiti ir ierakstīts",
  },
  en: {
    certificate:
      "Together with this page you can save the <a>file with the proof</a>: it will be ready in a few seconds. It does not hold your address, and it can be checked without us and without the internet.",
    ended:
      "Certificate of your refusal: the <a>file with the proof</a>. It is there for as long as we keep the proof. It does not hold your address, and it can be checked without us and without the internet.",
    "soon.title": "The file will be ready in a moment",
    "soon.lead":
      "Your answer is recorded and counts already. We are still signing the log; that usually takes a few seconds.",
    "soon.again": "Try again",
    "none.title": "There is no file for this link",
    "none.lead":
      "There is a file with the proof only for a refusal or a withdrawal, and only as long as we keep the proof. The certificate of a “yes” comes by e-mail.",
    "none.link": "See what is recorded for this link",
  },
});
