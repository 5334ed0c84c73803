import { texts } from "../say.ts";

/** `retention.…`: periods, runs, legal holds, justifications, records of the institution. */
export const retentionRefusals = texts({
  lv: {
    "retention.reason_short":
      "Paskaidrojiet iemeslu tā, lai to pēc gadiem saprastu cits. Vajag vismaz {min} rakstzīmju.",
    "retention.reason_address": "Iemeslā ir @ zīme. Adresi tajā nerakstiet: iemesls paliek žurnālā.",
    "retention.day": "Ierakstiet dienu, kas vēl nav pienākusi.",
    "retention.day_far":
      "Diena ir pārāk tālu. Atļauti ne vairāk kā {years, plural, zero {# gadu} one {# gads} other {# gadi}}.",
    "retention.period": "Ierakstiet veselu dienu vai mēnešu skaitu. Piemērs: 24.",
    "retention.bounds": "Termiņš ir ārpus robežām, kas norādītas pie lauka.",
    "retention.fixed": "Šo termiņu mainīt nevar: uz to balstās cilvēkiem dotie solījumi.",
    "retention.number": "Ierakstiet veselu skaitli no {least, number} līdz {most, number}.",
    "retention.not_held": "Šī dzēšana vairs negaida apstiprinājumu. Nekas nav mainīts.",
    "retention.nobody": "Par šo adresi neko neglabājam, tāpēc aizliegt nav ko.",
    "retention.hold_over": "Šis dzēšanas aizliegums jau ir beidzies.",
    "retention.case_over": "Par šo vairs nav jālemj: iemesls ir novērsts vai dati ir dzēsti.",
    "retention.record_unknown": "Šādas kampaņas nav, vai arī tā vēl nav sūtīta.",
    "retention.file_code": "Ierakstiet lietu nomenklatūras indeksu, ne garāku par 40 rakstzīmēm. Piemērs: 1-12.",
    "retention.disposal_day": "Ierakstiet dienu, no kuras aktu drīkst izpildīt.",
    "retention.not_over": "Kampaņa vēl nav noslēgta. Iznīcināšanas aktu norādiet pēc tam.",
  },
  en: {
    "retention.reason_short":
      "Give the reason so that somebody else understands it years later. At least {min} characters are needed.",
    "retention.reason_address": "The reason holds an @ sign. Write no address into it: the reason stays on record.",
    "retention.day": "Enter a day that has not come yet.",
    "retention.day_far":
      "The day is too far away. At most {years, plural, one {# year is} other {# years are}} allowed.",
    "retention.period": "Enter a whole number of days or months. Example: 24.",
    "retention.bounds": "The period is outside the bounds given beside the field.",
    "retention.fixed": "This period cannot be changed: promises to people are built on it.",
    "retention.number": "Enter a whole number from {least, number} to {most, number}.",
    "retention.not_held": "This deletion no longer waits for anybody. Nothing was changed.",
    "retention.nobody": "Nothing is held about this address, so there is nothing to hold back.",
    "retention.hold_over": "This legal hold is over already.",
    "retention.case_over": "There is nothing to decide any more: the cause is gone, or the data are deleted.",
    "retention.record_unknown": "There is no such campaign, or it has not been sent yet.",
    "retention.file_code": "Enter the code of the file index, at most 40 characters. Example: 1-12.",
    "retention.disposal_day": "Enter the day from which the act may be carried out.",
    "retention.not_over": "The campaign is not closed yet. State the disposal act after that.",
  },
});
