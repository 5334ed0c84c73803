import { texts } from "../say.ts";

export const exportsRefusals = texts({
  lv: {
    "exports.unknown": "Šāda eksporta nav, vai tā termiņš ir beidzies. Atveriet eksportu lapu.",
    "exports.no_columns": "Izvēlieties vismaz vienu kolonnu.",
    "exports.recipient_address":
      "Saņēmēju nosauciet pēc iestādes, struktūrvienības vai amata; e-pasta adresi šeit nerakstiet.",
    "exports.not_yours": "Datni var saņemt tikai tas, kas to pieprasīja: iemesls un saņēmējs ir viņa norādīti.",
    "exports.not_ready": "Datne vēl nav gatava. Pagaidiet, līdz sagatavošana beidzas.",
    "exports.over":
      "Eksporta termiņš ir beidzies: datni var saņemt 24\u00a0stundas. Ja tā vēl vajadzīga, pieprasiet jaunu.",
    "exports.nobody": "Eksportā vairs nav neviena cilvēka: visi, kas tajā bija, tikmēr ir atteikušies vai izdzēsti.",
  },
  en: {
    "exports.unknown": "There is no such export, or its time is over. Open the page of exports.",
    "exports.no_columns": "Choose at least one column.",
    "exports.recipient_address": "Name the recipient by institution, unit or office; write no e-mail address here.",
    "exports.not_yours": "Only whoever asked for the file can fetch it: the reason and the recipient are theirs.",
    "exports.not_ready": "The file is not ready yet. Wait until it has been made.",
    "exports.over":
      "The time of this export is over: a file can be fetched for 24\u00a0hours. Ask for a new one if it is still needed.",
    "exports.nobody": "Nobody is left in this export: all who were in it have left or been deleted meanwhile.",
  },
});
