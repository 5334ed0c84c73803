import { texts } from "../say.ts";

export const institutionRefusals = texts({
  lv: {
    "institution.missing": "Iestāde vēl nav iekārtota. Vispirms aizpildiet iestādes datus.",
    "institution.exists": "Iestāde jau ir iekārtota. Datus labojiet iestatījumos.",
    "institution.number": "Ierakstiet veselu skaitli no {from} līdz {to}.",
    "institution.website": "Ierakstiet tīmekļvietnes adresi. Piemērs: https://www.iestade.example.",
    "institution.languages": "Izvēlieties vismaz vienu valodu.",
    "institution.time_zone": "Šādas laika joslas nav. Piemērs: Europe/Riga.",
    "institution.reply_unread":
      "Uz šo adresi atbild cilvēki, tāpēc tai jābūt pastkastei, ko lasa. Piemērs: jaunumi@iestade.example.",
    "institution.sender_not_signed":
      "Vēstules tiek parakstītas domēna {signing} vārdā (DKIM_DOMAIN). Norādiet adresi šajā domēnā vai lūdziet administratoru mainīt iestatījumu: citādi saņēmēju serveri vēstules var noraidīt.",
    "institution.domain": "„{domain}” nav domēna vārds. Piemērs: ministrija.example.",
    "institution.site": "„{site}” nav vietnes adrese. Piemērs: https://skola.example, bez ceļa un beigu slīpsvītras.",
    "institution.site_open": "Vietne „{site}” nav aizsargāta ar https, tāpēc tajā veidlapu pa ceļam varētu mainīt.",
    "institution.colour": "Krāsu raksta ar sešām zīmēm pēc #. Piemērs: #1e4577.",
    "institution.colour_pale": "Krāsa uz balta fona ir par gaišu, tekstu ar to nevar izlasīt. Izvēlieties tumšāku.",
    "institution.mark":
      "Zīmē drīkst būt tikai SVG figūras un krāsas, ar viewBox, līdz 8000 rakstzīmēm. Bez teksta, stiliem, attēliem un saitēm.",
    "institution.country": "Valsti raksta ar divu burtu kodu. Piemērs: LV.",
    "institution.transfer":
      "Valsts ir ārpus Eiropas Ekonomikas zonas. Ierakstiet, kas datus tur aizsargā, piemēram, lēmumu par aizsardzības pietiekamību vai līguma standartklauzulas.",
    "institution.no_host": "Nosauciet, kas uztur sistēmu (mitināšanas pakalpojumu).",
    "institution.no_database": "Nosauciet, kas glabā datubāzi.",
    "institution.no_mail": "Nosauciet, kas nosūta vēstules.",
    "institution.test_mail_failed":
      "Izmēģinājuma vēstuli neizdevās nodot sūtīšanai. Pārbaudiet e-pasta iestatījumus (kods: {code}).",
    "institution.no_address": "Jūsu kontam nav adreses, uz ko sūtīt izmēģinājuma vēstuli.",
  },
  en: {
    "institution.missing": "The institution is not set up yet. Fill in its details first.",
    "institution.exists": "The institution is set up already. Change its details in the settings.",
    "institution.number": "Enter a whole number from {from} to {to}.",
    "institution.website": "Enter a web address. Example: https://www.institution.example.",
    "institution.languages": "Choose at least one language.",
    "institution.time_zone": "There is no such time zone. Example: Europe/Riga.",
    "institution.reply_unread":
      "People reply to this address, so it must be a mailbox that somebody reads. Example: news@institution.example.",
    "institution.sender_not_signed":
      "E-mails are signed for the domain {signing} (DKIM_DOMAIN). Give an address in that domain, or ask the administrator to change the setting: otherwise receiving systems may refuse the e-mails.",
    "institution.domain": "“{domain}” is not a domain name. Example: ministry.example.",
    "institution.site":
      "“{site}” is not the address of a site. Example: https://skola.example, without a path or a final slash.",
    "institution.site_open":
      "The site “{site}” is not protected with https, so the form in it could be changed on its way.",
    "institution.colour": "Write the colour with six digits after #. Example: #1e4577.",
    "institution.colour_pale": "The colour is too pale on white: text in it cannot be read. Choose a darker one.",
    "institution.mark":
      "The mark may hold only SVG shapes and colours, with a viewBox, up to 8000 characters. No text, styles, images or links.",
    "institution.country": "Write the country as a two-letter code. Example: LV.",
    "institution.transfer":
      "The country is outside the European Economic Area. Say what protects the data there, for example an adequacy decision or standard contractual clauses.",
    "institution.no_host": "Name who runs the system (the hosting service).",
    "institution.no_database": "Name who stores the database.",
    "institution.no_mail": "Name who sends the e-mails.",
    "institution.test_mail_failed": "The test mail could not be handed over. Check the mail settings (code: {code}).",
    "institution.no_address": "Your account has no address to send a test mail to.",
  },
});
