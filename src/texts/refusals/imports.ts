import { texts } from "../say.ts";

/** `imports.…`: what is wrong with a file or a claim. `row.…`: why a row is refused, beside the `address.…` codes. */
export const importsRefusals = texts({
  lv: {
    "imports.empty_file": "Datne ir tukša. Izvēlieties datni ar vismaz vienu adresi.",
    "imports.too_large": "Datne ir pārāk liela. Atļautais apjoms ir līdz {mb} MB. Sadaliet sarakstu vairākās datnēs.",
    "imports.spreadsheet": "Šī ir izklājlapas datne. Atveriet to un saglabājiet kā CSV (UTF-8).",
    "imports.not_text": "Šo datni nevar izlasīt kā tekstu. Saglabājiet sarakstu kā CSV (UTF-8).",
    "imports.quotes":
      "Pēdiņas, kas sākas ap {row, number}. rindu, nav aizvērtas. Izlabojiet datni un izvēlieties to vēlreiz.",
    "imports.long_line":
      "Datnes {row, number}. rinda ir pārāk gara, lai tajā būtu viens cilvēks. Pārbaudiet, vai izvēlēta īstā datne.",
    "imports.one_line": "Vairākas adreses ir vienā rindā. Ierakstiet katru savā rindā un saglabājiet datni vēlreiz.",
    "imports.too_many_columns":
      "Kolonnas datnē: {n, number}; atļautas līdz {most, number}. Atstājiet tikai vajadzīgās un saglabājiet datni vēlreiz.",
    "imports.mixed_encoding":
      "Datnē sajaukti divi kodējumi, tāpēc burti ar garumzīmēm un mīkstinājuma zīmēm nebūtu pareizi. Izlabojiet tos un saglabājiet datni kā CSV (UTF-8).",
    "imports.encoding_known": "Šīs datnes kodējums ir zināms, tāpēc to nemaina.",
    "imports.cut_off": "Datne ir aprauta: tā beidzas burta vidū. Eksportējiet to vēlreiz.",
    "imports.archive":
      "Šis ir arhīvs. Izpakojiet to un izvēlieties tajā esošo CSV datni. Ja to ir vairākas, vispirms ienesiet atteikušos.",
    "imports.not_csv": "Šī nav CSV datne. Atveriet to programmā, no kuras tā nāk, un saglabājiet kā CSV (UTF-8).",
    "imports.no_rows": "Datnē nav nevienas rindas ar adresi. Izvēlieties citu datni.",
    "imports.no_addresses": "Nevienā kolonnā nav e-pasta adrešu. Pārbaudiet, vai izvēlēta īstā datne.",
    "imports.one_address_column": "Adresei jābūt tieši vienai kolonnai. Izvēlieties, kurā kolonnā ir adrese.",
    "imports.one_language_column": "Valodai var būt tikai viena kolonna. Pārējām izvēlieties „Neimportēt”.",
    "imports.sync_of_staff": "No pilnas datnes var atjaunot tikai darbinieku sarakstu.",
    "imports.broken_upload":
      "Datne nav saņemta līdz galam, un nekas no tās nav saglabāts. Augšupielādējiet to vēlreiz.",
    "imports.still_checking": "Datni vēl pārbaudām. Pagaidiet, līdz parādās skaitļi.",
    "imports.confirm_missing": "Ierakstiet skaitli {n, number}, lai apstiprinātu, cik cilvēku izņemt no saraksta.",
    "imports.unread_columns":
      "Kolonnā „{column}” ir ziņas par atteikšanos, bet to nelasām. Nekas nav ierakstīts. Apskatiet importu darba galdā vai norādiet --accept-unread.",
    "imports.missing_changed":
      "Kopš pārbaudes saraksts ir mainījies. Pārbaudiet jauno skaitli un apstipriniet vēlreiz.",
    "imports.list_unknown": "Izvēlieties sarakstu, kuram pievienot adreses.",
    "imports.list_ended": "Šis saraksts ir slēgts. Izvēlieties citu sarakstu.",
    "imports.not_a_day": "Ierakstiet datumu. Piemērs: 2019-03-01.",
    "imports.since_future": "Šī diena vēl nav pienākusi. Norādiet, kopš kura laika cilvēki ir sarakstā.",
    "imports.proof_of_what": "Piekrišanas pierādījumu var norādīt tikai tad, ja adreses iegūtas ar piekrišanu.",
    "imports.proof_of_whom":
      "Ja adreses savāktas publiskās vietās, pirktas vai to izcelsme nav zināma, cilvēki nav piekrituši. Atstājiet pierādījumu tukšu vai labojiet izcelsmi.",
    "imports.unknown": "Šāda importa nav, vai tas jau ir izdzēsts.",
    "imports.not_checked": "Šo importu vairs nevar mainīt: tas ir sākts vai atmests.",
    "imports.dropped": "Šis imports ir atmests. Augšupielādējiet datni vēlreiz.",
    "imports.done": "Šis imports jau ir pabeigts. Adreses no saraksta izņem saraksta lapā.",
    "imports.nobody_to_add": "Šajā datnē nav neviena, ko pievienot.",
    "imports.file_gone": "Datnes vairs nav: to izdzēsām, kad imports tika sākts vai atmests.",
    "row.left": "Agrāk atteikusies no šiem jaunumiem: netiek pievienota",
    "row.opted_out": "Iepriekšējā sistēmā atteikusies: netiek pievienota",
    "row.unconfirmed": "Iepriekšējā sistēmā nav apstiprināta",
    "row.status_unknown": "Nezināms stāvoklis. Labojiet to datnē vai izvēlieties citu kolonnu.",
    "row.not_an_opt_out": "Pēc datnes šī adrese nav atteikusies",
    "row.empty": "Rinda ir tukša",
    "row.duplicate": "Adrese datnē atkārtojas",
    "row.name_too_long": "Vārds ir garāks par 200 rakstzīmēm",
    "row.formula": "Vārda vietā ir izklājlapas formula",
  },
  en: {
    "imports.empty_file": "The file is empty. Choose a file with at least one address.",
    "imports.too_large": "The file is too large. Up to {mb} MB are allowed. Split the list into several files.",
    "imports.spreadsheet": "This is a spreadsheet file. Open it and save it as CSV (UTF-8).",
    "imports.not_text": "This file cannot be read as text. Save the list as CSV (UTF-8).",
    "imports.quotes": "A quotation mark near row {row, number} is not closed. Correct the file and choose it again.",
    "imports.long_line":
      "Row {row, number} of the file is too long to hold one person. Check that this is the right file.",
    "imports.one_line": "Several addresses stand in one row. Put each into a row of its own and save the file again.",
    "imports.too_many_columns":
      "The file has {n, number} columns; up to {most, number} are allowed. Keep only those needed and save it again.",
    "imports.mixed_encoding":
      "The file mixes two encodings, so letters with marks would come out wrong. Correct them and save the file as CSV (UTF-8).",
    "imports.encoding_known": "The encoding of this file is known, so it is not changed.",
    "imports.cut_off": "The file was cut off: it ends in the middle of a letter. Export it again.",
    "imports.archive":
      "This is an archive. Unpack it and choose the CSV file in it. If there are several, bring those who unsubscribed first.",
    "imports.not_csv": "This is no CSV file. Open it in the program it is from and save it as CSV (UTF-8).",
    "imports.no_rows": "The file has no row with an address. Choose another file.",
    "imports.no_addresses": "No column holds e-mail addresses. Check that this is the right file.",
    "imports.one_address_column": "Exactly one column must hold the address. Choose which one.",
    "imports.one_language_column": "Only one column can hold the language. Choose “Do not import” for the others.",
    "imports.sync_of_staff": "Only a staff list can be updated from a complete file.",
    "imports.broken_upload": "The file did not arrive whole, and nothing of it was kept. Upload it again.",
    "imports.still_checking": "The file is still being checked. Wait until the figures appear.",
    "imports.confirm_missing": "Enter the number {n, number} to confirm how many people are taken off the list.",
    "imports.unread_columns":
      "Column “{column}” speaks of leaving and is not read. Nothing was written. Look at the import at the desk, or say --accept-unread.",
    "imports.missing_changed": "The list has changed since the check. Look at the new number and confirm again.",
    "imports.list_unknown": "Choose the list to add the addresses to.",
    "imports.list_ended": "This list is closed. Choose another list.",
    "imports.not_a_day": "Enter a date. Example: 2019-03-01.",
    "imports.since_future": "This day has not come yet. Say since when people have been on the list.",
    "imports.proof_of_what": "A proof of consent can be named only if the addresses came with consent.",
    "imports.proof_of_whom":
      "People whose addresses were collected in public places, bought, or are of unknown origin have not consented. Leave the proof empty or correct the origin.",
    "imports.unknown": "There is no such import, or it has been deleted.",
    "imports.not_checked": "This import can no longer be changed: it was started or dropped.",
    "imports.dropped": "This import was dropped. Upload the file again.",
    "imports.done": "This import is finished. Addresses are taken off a list on the list’s own page.",
    "imports.nobody_to_add": "There is nobody in this file to add.",
    "imports.file_gone": "The file is gone: we deleted it when the import was started or dropped.",
    "row.left": "Left this mail earlier: is not added",
    "row.opted_out": "Opted out in the former system: is not added",
    "row.unconfirmed": "Never confirmed in the former system",
    "row.status_unknown": "The status is unknown. Correct it in the file or choose another column.",
    "row.not_an_opt_out": "According to the file this address has not opted out",
    "row.empty": "The row is empty",
    "row.duplicate": "The address is in the file twice",
    "row.name_too_long": "The name is longer than 200 characters",
    "row.formula": "A spreadsheet formula stands in place of the name",
  },
});
