import { texts } from "../say.ts";

/** `proofs.…`: looking proofs up, opening sealed ones, exporting. Whether a sealed proof exists is told to nobody who has not opened it. */
export const proofsRefusals = texts({
  lv: {
    "proofs.too_many":
      "Vairāk par {most} meklējumiem stundā vienam kontam neļaujam. Nekas nav meklēts. Mēģiniet vēlreiz pēc stundas.",
    "proofs.reason_short": "Paskaidrojiet iemeslu tā, lai to pēc gadiem saprastu cits. Vajag vismaz {min} rakstzīmju.",
    "proofs.reason_address": "Iemeslā ir @ zīme. Adresi tajā nerakstiet: iemesls paliek žurnālā.",
    "proofs.second_person_missing":
      "Aizsargāta pierādījuma atvēršanu vēl nav apstiprinājis otrs cilvēks. Nekas nav atvērts.",
    "proofs.opening_unknown": "Šāda lūguma nav, vai arī to ir iesniedzis kāds cits.",
    "proofs.opening_ended": "Lūguma termiņš ir beidzies. Ja pierādījums vēl ir vajadzīgs, iesniedziet jaunu lūgumu.",
    "proofs.decided_already": "Par šo lūgumu jau ir izlemts.",
    "proofs.own_request": "Par savu lūgumu izlemt nevar. To dara kāds cits.",
    "proofs.another_address": "Tā nav adrese, kurai atvēršana ir lūgta. Nekas nav atvērts.",
    "proofs.range": "Ierakstiet pirmo un pēdējo dienu. Pēdējā nevar būt agrāka par pirmo.",
    "proofs.nothing_to_export": "Šādai izvēlei nav neviena pierādījuma. Komplekts nav izveidots.",
  },
  en: {
    "proofs.too_many":
      "We allow one account no more than {most} look-ups an hour. Nothing was looked up. Try again in an hour.",
    "proofs.reason_short":
      "Give the reason so that somebody else understands it years later. At least {min} characters are needed.",
    "proofs.reason_address": "The reason holds an @ sign. Write no address into it: the reason stays on record.",
    "proofs.second_person_missing":
      "No second person has approved the opening of a sealed proof yet. Nothing was opened.",
    "proofs.opening_unknown": "There is no such request, or somebody else made it.",
    "proofs.opening_ended": "The time of the request is over. If the proof is still needed, make a new request.",
    "proofs.decided_already": "This request has been decided already.",
    "proofs.own_request": "You cannot decide about your own request. Somebody else does.",
    "proofs.another_address": "This is not the address that the opening was asked for. Nothing was opened.",
    "proofs.range": "Enter the first and the last day. The last cannot be earlier than the first.",
    "proofs.nothing_to_export": "There is no proof for this choice. No bundle was made.",
  },
});
