import { texts } from "../say.ts";

export const proofLogRefusals = texts({
  lv: {
    "proof-log.copy_is_there": "Žurnāla kopija nav pazudusi, tāpēc nav par ko lemt. Stāvokli rāda „log status”.",
    "proof-log.busy": "Pašlaik nostiprinām ierakstus žurnālā. Mēģiniet vēlreiz pēc dažām sekundēm.",
    "proof-log.key_unknown": "Ar šādu atslēgu žurnāls nav parakstīts. Atslēgas rāda „log status”.",
    "proof-log.leak_to_come": "Šis laiks vēl nav pienācis.",
    "proof-log.leak_known": "Šīs atslēgas noplūde jau ir ierakstīta.",
  },
  en: {
    "proof-log.copy_is_there": "The log’s copy is not lost, so there is nothing to decide. See `log status`.",
    "proof-log.busy": "Entries are being sealed just now. Try again in a few seconds.",
    "proof-log.key_unknown": "No such key has signed the log. `log status` shows the keys.",
    "proof-log.leak_to_come": "This time is yet to come.",
    "proof-log.leak_known": "The leak of this key is on record already.",
  },
});
