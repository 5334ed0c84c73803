import { texts } from "../say.ts";

/** Of an issue on its way out: to whom, and when. */
export const issueSendingRefusals = texts({
  lv: {
    "issues.nobody": "Vēstuli nesaņemtu neviens. Pārbaudiet, kāda saraksta daļa ir izvēlēta.",
    "issues.not_scheduled": "Šī vēstule negaida nosūtīšanas laiku: to jau sūta, vai tā vēl nav ieplānota.",
    "issues.not_a_day": "Ierakstiet dienu tā: 2026-01-31.",
    "issues.not_a_time": "Ierakstiet laiku tā: 9.30.",
    "issues.no_such_time":
      "Tādā laikā nosūtīt nevar: tajā naktī pulksteni pagriež uz priekšu un šis laiks izpaliek. Izvēlieties citu.",
    "issues.time_past": "Šis laiks jau ir pagājis. Izvēlieties vēlāku vai nosūtiet tagad.",
    "issues.too_far": "Ieplānot var ne vairāk kā gadu uz priekšu.",
    "issues.joined_order": "Otrajai dienai jābūt tai pašai vai vēlākai par pirmo.",
    "issues.other_purpose": "Izvēlēties var tikai tā paša nolūka sarakstus.",
    "issues.list_on_both": "Vienu sarakstu nevar gan prasīt, gan izslēgt.",
  },
  en: {
    "issues.nobody": "Nobody would get the issue. See which part of the list is chosen.",
    "issues.not_scheduled": "This issue does not wait for its time: its sending has begun, or it was not scheduled.",
    "issues.not_a_day": "Write the day like this: 2026-01-31.",
    "issues.not_a_time": "Write the time like this: 9:30.",
    "issues.no_such_time":
      "Nothing can be sent at that time: that night the clocks go forward and skip it. Choose another.",
    "issues.time_past": "This time is over. Choose a later one, or send now.",
    "issues.too_far": "An issue can be scheduled for a year ahead at most.",
    "issues.joined_order": "The second day must be the same as the first, or later.",
    "issues.other_purpose": "Only lists of the same purpose can be chosen.",
    "issues.list_on_both": "One list cannot be both asked for and left out.",
  },
});
