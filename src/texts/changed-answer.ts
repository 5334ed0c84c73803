/**
 * What a link of a campaign says to somebody who has answered before: that the answer can be changed while the address is
 * held, and what an answer means for whoever consented already. {date} stands in the dative where the Latvian sentence says
 * "līdz", else in the locative, {named} in the nominative; {list} is a name in quotes.
 */
import { texts } from "./say.ts";

export const changedAnswerTexts = texts({
  lv: {
    closed:
      "Atbildi gaidījām līdz {date} plkst.\u00a023.59. Jūsu adrese joprojām ir sarakstā, tāpēc varat atbildēt arī tagad.",
    longer:
      "Termiņš ir pagarināts: atbildi gaidām līdz {date} plkst.\u00a023.59. Vēstulē un tekstā tālāk var būt minēta agrākā diena: {named}.",
    proven:
      "Jūsu piekrišana šim nolūkam jau ir ierakstīta. Ar „jā” to atjaunosiet, ar „nē” atsauksiet. Ja neatbildēsiet, tā paliks spēkā: tas, ko par klusēšanu rakstām tālāk šajā lapā, uz Jums neattiecas.",
    lead: "Jūsu „nē” ierakstījām {date} {time}. Saraksta {list} vēstules Jums nesūtām.",
    title: "Ja pārdomājāt",
    text: "Adresi paturam citiem sarakstiem, tāpēc atbildi vēl varat mainīt. Teksts, kam piekrītat:",
    again: "Pieteikties no jauna",
  },
  en: {
    closed: "We waited for answers until {date} at 23:59. Your address is still on the list, so you can still answer.",
    longer:
      "The deadline was moved: we wait for your answer until {date} at 23:59. The e-mail and the text below may still name the earlier day, {named}.",
    proven:
      "Your consent to this purpose is recorded already. “Yes” renews it, “no” withdraws it. If you do not answer, it stays valid: what the text below says about silence does not apply to you.",
    lead: "We recorded your “no” on {date} at {time}. We do not send you the e-mails of the list {list}.",
    title: "If you have changed your mind",
    text: "We keep your address for other lists, so you can still change your answer. The text you consent to:",
    again: "Sign up again",
  },
});
