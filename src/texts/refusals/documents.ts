import { texts } from "../say.ts";

export const documentsRefusals = texts({
  lv: {
    "documents.shape": "Teksta {block, number}. daļa nav saprotama. Izdzēsiet to un ierakstiet vēlreiz.",
    "documents.empty": "Teksta daļa ir tukša. Ierakstiet tekstu vai izdzēsiet šo daļu.",
    "documents.long": "Teksts ir par garu. Saīsiniet to.",
    "documents.control": "Tekstā ir neredzamas vadības rakstzīmes. Ierakstiet to vēlreiz bez kopēšanas.",
    "documents.link": "Saite nav derīga. Tai jāsākas ar https:// vai mailto:. Piemērs: https://www.iestade.example.",
    "documents.link_words": "Saitei vajag vārdus, kas pasaka, kurp tā ved.",
    "documents.table": "Tabulas {block, number}. daļā visās rindās jābūt vienādam šūnu skaitam.",
    "documents.wide": "Tabulai ir pārāk daudz kolonnu: tālrunī to nevar izlasīt. Atstājiet ne vairāk kā sešas.",
    "documents.headings": "Pirmajam virsrakstam jābūt otrā līmeņa virsrakstam.",
  },
  en: {
    "documents.shape": "Part {block, number} of the text cannot be understood. Delete it and enter it again.",
    "documents.empty": "A part of the text is empty. Enter text or delete this part.",
    "documents.long": "The text is too long. Shorten it.",
    "documents.control": "The text holds invisible control characters. Type it again instead of pasting.",
    "documents.link":
      "The link is not valid. It must begin with https:// or mailto:. Example: https://www.institution.example.",
    "documents.link_words": "The link needs words that say where it goes.",
    "documents.table": "In part {block, number} every row of the table must have the same number of cells.",
    "documents.wide": "The table has too many columns to be read on a telephone. Keep six at most.",
    "documents.headings": "The first heading must be a heading of the second level.",
  },
});
