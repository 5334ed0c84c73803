import { texts } from "../say.ts";

/** `suppressions.…`: tags of addresses that must not be mailed; lists of them from elsewhere; their review. */
export const suppressionRefusals = texts({
  lv: {
    "suppressions.no_addresses":
      "Datnē nav nevienas kolonnas ar e-pasta adresēm. Der adreses pa vienai rindā, CSV vai JSON datne.",
    "suppressions.not_a_list":
      "Datne sākas kā JSON, bet adrešu sarakstu tajā neatradām. Pārbaudiet, vai tā lejupielādēta pilnībā.",
    "suppressions.address_in_words": "Šo tekstu glabājam arī pierādījumu žurnālā, tāpēc adreses tajā nerakstiet.",
    "suppressions.unknown_list": "Šāda saraksta vairs nav.",
    "suppressions.list_over": "Šis saraksts ir jau pievienots vai atmests. Nekas nav mainīts.",
    "suppressions.nothing_due": "Šo atzīmju pārskatīšanas termiņš vairs nav pienācis. Nekas nav mainīts.",
    "suppressions.number_changed":
      "{n, plural, zero {Tikmēr skaits ir mainījies: tagad pārskatāmas {n, number} atzīmes.} one {Tikmēr skaits ir mainījies: tagad pārskatāma {n, number} atzīme.} other {Tikmēr skaits ir mainījies: tagad pārskatāmas {n, number} atzīmes.}} Izlemiet vēlreiz.",
    "suppressions.decided_meanwhile":
      "Par šīm atzīmēm tikmēr jau izlēmis kāds cits. Nekas nav mainīts. Apskatiet sarakstu vēlreiz.",
    "suppressions.keeping_unset":
      "Vēl nav izlemts, kāpēc, uz kāda pamata un cik ilgi glabājam pierādījumus un nesūtīšanas atzīmes un kurš to pārskata. Bez tā sūtīt nevar. To norāda iestatījumos, lapā „Pierādījumu un atzīmju glabāšana”.",
    "suppressions.reviewer_unknown":
      "Pārskatīt var darbinieks ar datu aizsardzības vai apstiprināšanas lomu. Izvēlieties viņu.",
  },
  en: {
    "suppressions.no_addresses":
      "No column of the file holds e-mail addresses. Addresses one a line will do, and so will a CSV or JSON file.",
    "suppressions.not_a_list":
      "The file begins like JSON, but there is no list of addresses in it. Check that it was downloaded whole.",
    "suppressions.address_in_words": "These words are kept in the proof log too, so do not put an address into them.",
    "suppressions.unknown_list": "There is no such list any more.",
    "suppressions.list_over": "This list has been added or dropped already. Nothing was changed.",
    "suppressions.nothing_due": "These marks are no longer due for review. Nothing was changed.",
    "suppressions.number_changed":
      "{n, plural, one {The number has changed meanwhile: {n, number} mark is due now.} other {The number has changed meanwhile: {n, number} marks are due now.}} Decide again.",
    "suppressions.decided_meanwhile":
      "Somebody else has decided about these marks meanwhile. Nothing was changed. Look at the list again.",
    "suppressions.keeping_unset":
      "It has not been decided why, on what basis and how long proofs and suppression marks are kept, and who reviews them. Nothing can be sent without that. It is set in the settings, on the page “Keeping proofs and marks”.",
    "suppressions.reviewer_unknown":
      "The reviewer is a member of staff with the role of data protection or approval. Choose one.",
  },
});
