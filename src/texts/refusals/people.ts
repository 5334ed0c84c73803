import { texts } from "../say.ts";

/** `address.…`: what is wrong with an address as typed (public pages, desk, import). `people.…`: looking people up. */
export const peopleRefusals = texts({
  lv: {
    "address.empty": "Ievadiet e-pasta adresi. Piemērs: vards@pasts.example.",
    "address.control": "Adresē ir rindas pārnesums vai cita vadības zīme. Ievadiet adresi vienā rindā, bez tabulatora.",
    "address.invisible": "Adresē ir neredzama rakstzīme. Ierakstiet adresi ar roku, nekopējot.",
    "address.several": "Laukā ir divas adreses. Ievadiet vienu adresi.",
    "address.with_name": "Laukā ir adrese kopā ar vārdu. Ievadiet tikai adresi, bez leņķiekavām.",
    "address.no_at": "Adresē trūkst @ zīmes. Piemērs: vards@pasts.example.",
    "address.two_ats": "Adresē ir divas @ zīmes. Atstājiet vienu.",
    "address.too_long": "Adrese ir pārāk gara. Atļautais garums ir līdz 254 baitiem.",
    "address.no_local": "Adresē pirms @ zīmes nekā nav. Piemērs: vards@pasts.example.",
    "address.quoted_local": "Uz adresi ar pēdiņām nevaram nosūtīt vēstuli. Ievadiet citu adresi.",
    "address.space": "Adresē ir atstarpe. Ievadiet adresi bez atstarpēm.",
    "address.non_ascii_local":
      "Pirms @ zīmes ir burts ar garumzīmi, mīkstinājuma zīmi vai cita rakstzīme, kādu e-pasta adresē nevar izmantot. Ievadiet adresi tieši tā, kā tā ir reģistrēta.",
    "address.local_characters": "Pirms @ zīmes ir rakstzīme, uz kādu vēstuli nosūtīt nevaram. Pārbaudiet adresi.",
    "address.local_dots": "Pirms @ zīmes punkts ir sākumā, beigās vai divreiz pēc kārtas. Pārbaudiet adresi.",
    "address.local_too_long": "Adreses daļa pirms @ zīmes ir pārāk gara. Atļautas līdz 64 rakstzīmēm.",
    "address.no_domain": "Adresē pēc @ zīmes nekā nav. Piemērs: vards@pasts.example.",
    "address.ip_literal": "Pēc @ zīmes ir IP adrese. Ievadiet adresi ar domēna vārdu.",
    "address.no_dot": "Adrese nav pilnīga: domēnā trūkst punkta. Piemērs: vards@pasts.example.",
    "address.domain_characters": "Domēnā pēc @ zīmes ir nederīga rakstzīme. Pārbaudiet adresi.",
    "address.domain_dots": "Domēnā pēc @ zīmes punkts ir sākumā, beigās vai divreiz pēc kārtas. Pārbaudiet adresi.",
    "address.domain_labels": "Šāda domēna nevar būt. Pārbaudiet, kas rakstīts pēc @ zīmes.",
    "people.why_missing": "Norādiet, kāpēc dati vajadzīgi: izvēle ir virs saraksta.",
    "people.unknown": "Šī cilvēka mūsu sarakstos vairs nav.",
  },
  en: {
    "address.empty": "Enter an e-mail address. Example: name@post.example.",
    "address.control":
      "The address holds a line break or another control character. Enter it in one line, without a tab.",
    "address.invisible": "The address holds an invisible character. Type the address by hand instead of copying it.",
    "address.several": "The field holds two addresses. Enter one address.",
    "address.with_name":
      "The field holds an address together with a name. Enter the address alone, without angle brackets.",
    "address.no_at": "The @ sign is missing from the address. Example: name@post.example.",
    "address.two_ats": "The address has two @ signs. Leave one.",
    "address.too_long": "The address is too long. Up to 254 bytes are allowed.",
    "address.no_local": "There is nothing before the @ sign. Example: name@post.example.",
    "address.quoted_local": "We cannot send to an address with quotation marks. Enter another one.",
    "address.space": "The address holds a space. Enter it without spaces.",
    "address.non_ascii_local":
      "Before the @ sign there is a letter with a diacritic or another character that an e-mail address cannot use. Enter the address exactly as it is registered.",
    "address.local_characters": "Before the @ sign there is a character we cannot send to. Check the address.",
    "address.local_dots": "Before the @ sign a dot stands first, last or twice in a row. Check the address.",
    "address.local_too_long": "The part before the @ sign is too long. Up to 64 characters are allowed.",
    "address.no_domain": "There is nothing after the @ sign. Example: name@post.example.",
    "address.ip_literal": "After the @ sign there is an IP address. Enter an address with a domain name.",
    "address.no_dot": "The address is not complete: the domain has no dot. Example: name@post.example.",
    "address.domain_characters":
      "The domain after the @ sign holds a character that is not allowed. Check the address.",
    "address.domain_dots":
      "In the domain after the @ sign a dot stands first, last or twice in a row. Check the address.",
    "address.domain_labels": "There can be no such domain. Check what stands after the @ sign.",
    "people.why_missing": "Say why the data are needed: the choice is above the list.",
    "people.unknown": "This person is on none of our lists any more.",
  },
});
