import { texts } from "../say.ts";

export const messagesRefusals = texts({
  lv: {
    "messages.closed": "Kampaņa ir noslēgta, un tās skaitļus vairs nemainām.",
    "messages.cancelled": "Sūtījums ir atcelts, tāpēc vēstules vēlreiz sūtīt nevar.",
    "messages.too_late": "Pēdējā diena, kad var atbildēt, ir pagājusi, tāpēc vēstules vēlreiz nesūtām.",
    "messages.nothing_left": "Vairs nav nevienas vēstules, par kuru būtu jāizlemj.",
    "messages.number_stale":
      "{n, plural, zero {Skaits tikmēr ir mainījies: tagad lēmums attiecas uz {n, number} vēstulēm. Pārskatiet un izlemiet vēlreiz.} one {Skaits tikmēr ir mainījies: tagad lēmums attiecas uz {n, number} vēstuli. Pārskatiet un izlemiet vēlreiz.} other {Skaits tikmēr ir mainījies: tagad lēmums attiecas uz {n, number} vēstulēm. Pārskatiet un izlemiet vēlreiz.}}",
    "messages.replay_not_resend": "Notikumus var pārlasīt tikai tad, ja vēstules sūta ar Resend (MAILER=resend).",
    "messages.replay_key":
      "Šī Resend atslēga ļauj tikai sūtīt. Izveidojiet atslēgu ar pilnu piekļuvi un norādiet to šai komandai: RESEND_API_KEY=… npm run pieteka -- replay …",
    "messages.replay_refused":
      "Notikumus no Resend neizdevās nolasīt (atbildes kods {status}; 0 nozīmē, ka atbildes nebija). Jau nolasītais ir saglabāts; izpildiet to pašu komandu vēlreiz.",
    "messages.held_stale":
      "{n, plural, zero {Skaits tikmēr ir mainījies: tagad aizturētas ir {n, number} adreses. Pārskatiet un izlemiet vēlreiz.} one {Skaits tikmēr ir mainījies: tagad aizturēta ir {n, number} adrese. Pārskatiet un izlemiet vēlreiz.} other {Skaits tikmēr ir mainījies: tagad aizturētas ir {n, number} adreses. Pārskatiet un izlemiet vēlreiz.}}",
  },
  en: {
    "messages.closed": "The campaign is closed, and its figures no longer change.",
    "messages.cancelled": "The mailing is cancelled, so its e-mails cannot be sent again.",
    "messages.too_late": "The last day to answer is over, so the e-mails are not sent again.",
    "messages.nothing_left": "No e-mail is left to decide about.",
    "messages.number_stale":
      "{n, plural, one {The number has changed meanwhile: the decision is now about {n, number} e-mail. Look again and decide again.} other {The number has changed meanwhile: the decision is now about {n, number} e-mails. Look again and decide again.}}",
    "messages.replay_not_resend": "Events can be replayed only where mail goes through Resend (MAILER=resend).",
    "messages.replay_key":
      "This Resend key may only send. Make one with full access and give it to this command: RESEND_API_KEY=… npm run pieteka -- replay …",
    "messages.replay_refused":
      "The events could not be read from Resend (status {status}; 0 means no answer). What was read is kept; run the same command again.",
    "messages.held_stale":
      "{n, plural, one {The number has changed meanwhile: now {n, number} address is held. Look again and decide again.} other {The number has changed meanwhile: now {n, number} addresses are held. Look again and decide again.}}",
  },
});
