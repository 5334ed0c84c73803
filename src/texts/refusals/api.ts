import { texts } from "../say.ts";

/** `api-keys.…`: keys of programs; `api.…`: what is wrong with a call to /api/v1. */
export const apiRefusals = texts({
  lv: {
    "api-keys.not_let_in":
      "Izsaukumam vajadzīga derīga API atslēga galvenē Authorization: Bearer. Šī atslēga nav zināma, ir anulēta vai tās termiņš ir beidzies.",
    "api-keys.too_many": "Izsaukumi nāk pārāk ātri. Nākamo sūtiet pēc {seconds, number} s.",
    "api-keys.unknown": "Tādas atslēgas nav.",
    "api-keys.names_nobody":
      "Nosaukums un nolūks tiek pierakstīts pierādījumu žurnālā, tāpēc e-pasta adresi tur nerakstiet.",
    "api-keys.no_permission": "Izvēlieties vismaz vienu atļauju.",
    "api-keys.not_yours": "Atslēgai var dot tikai tās atļaujas, kas ir tās izveidotājam.",
    "api-keys.until": "Izvēlieties dienu pēc šodienas, bet ne vēlāk kā pēc {days, number} dienām.",
    "api-keys.second_needed":
      "Atslēgai, kas ļauj piekļūt cilvēku datiem, vajadzīgs otrais faktors. Vispirms iestatiet to savā kontā.",
    "api.no_json": "Izsaukuma saturam jābūt JSON (Content-Type: application/json).",
    "api.fields": "Izsaukumā ir kļūdas, un nekas nav mainīts. Kuri lauki jālabo, rāda fields.",
    "api.field": "Šī vērtība neatbilst aprakstam lapā /api/docs.",
    "api.unknown_field": "Tāda lauka šim izsaukumam nav.",
    "api.cursor": "Šis nav kursors, ko saņēmāt no iepriekšējās lapas.",
    "api.version": "Norādiet versiju, ko lasījāt: galvenē If-Match vai laukā version.",
    "api.version_stale": "Pa to laiku kāds ir saglabājis izmaiņas. Nolasiet vēlreiz un mēģiniet no jauna.",
    "api.call_taken": "Izsaukums ar šo Idempotency-Key vēl tiek apstrādāts. Pēc brīža atkārtojiet to pašu izsaukumu.",
    "api.key_reused": "Šī Idempotency-Key jau izmantota citam izsaukumam. Jaunam izsaukumam vajadzīga jauna vērtība.",
    "api.key_form": "Galvenē Idempotency-Key rakstiet no 8 līdz 200 rakstzīmēm bez atstarpēm.",
    "api.why": "Norādiet iemeslu, kāpēc skatāties šī cilvēka datus: {codes}.",
  },
  en: {
    "api-keys.not_let_in":
      "The call needs a valid API key in the header Authorization: Bearer. This key is unknown, revoked or expired.",
    "api-keys.too_many": "Calls come too fast. Send the next one in {seconds, number} s.",
    "api-keys.unknown": "There is no such key.",
    "api-keys.names_nobody": "Name and purpose go into the proof log, so write no e-mail address there.",
    "api-keys.no_permission": "Choose at least one permission.",
    "api-keys.not_yours": "A key can be given only what its maker has.",
    "api-keys.until": "Choose a day after today, within {days, number} days.",
    "api-keys.second_needed":
      "A key that reaches data of people needs a second factor. Set it up in your account first.",
    "api.no_json": "The body of the call must be JSON (Content-Type: application/json).",
    "api.fields": "The call has errors, and nothing was changed. The fields to correct are listed in fields.",
    "api.field": "This value is not as /api/docs describes it.",
    "api.unknown_field": "This call has no such field.",
    "api.cursor": "This is not a cursor that a page before gave you.",
    "api.version": "Say which version you have read: in the header If-Match or in the field version.",
    "api.version_stale": "Somebody has saved changes meanwhile. Read it again and try anew.",
    "api.call_taken": "The call with this Idempotency-Key is still being done. Repeat the same call in a moment.",
    "api.key_reused": "This Idempotency-Key was used for another call. A new call needs a new one.",
    "api.key_form": "Write 8 to 200 characters without spaces into the header Idempotency-Key.",
    "api.why": "Say why you look at data of this person: {codes}.",
  },
});
