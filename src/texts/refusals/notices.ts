import { texts } from "../say.ts";

/** `notices.missing_*`: what a privacy notice lacks; `language` is lv, en or all. */
export const noticesRefusals = texts({
  lv: {
    "notices.unknown": "Šāda paziņojuma nav. Pārbaudiet, vai adrese ir nokopēta pilnībā.",
    "notices.incomplete":
      "Privātuma paziņojumu vēl nevar publicēt: tajā nebūtu visa, ko prasa Vispārīgā datu aizsardzības regula.",
    "notices.unchanged": "Teksts ir tāds pats kā spēkā esošajā versijā. Jauna versija nav vajadzīga.",
    "notices.statement_short": "Paziņojums ir par īsu. Uzrakstiet vismaz {min} rakstzīmju.",
    "notices.no_controller": "Tekstā jānosauc iestāde: cilvēkam jāzina, kas jautā.",
    "notices.no_withdrawal":
      "Tekstā jāpasaka, ka piekrišanu var atsaukt (Vispārīgās datu aizsardzības regulas 7. panta 3. punkts).",
    "notices.no_objection":
      "Tekstā jāpasaka, ka var iebilst (Vispārīgās datu aizsardzības regulas 21. panta 4. punkts).",
    "notices.not_explicit":
      "Saraksta temats atklāj īpašu kategoriju datus, tāpēc tekstā jāpasaka, ka piekrišana ir nepārprotama (Vispārīgās datu aizsardzības regulas 9. panta 2. punkta a)\u00a0apakšpunkts).",
    "notices.missing_controller":
      "Iestatījumos trūkst: iestādes nosaukums vai reģistrācijas numurs{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_contact":
      "Iestatījumos trūkst: iestādes adrese, tālrunis vai e-pasta adrese{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_officer":
      "Iestatījumos trūkst: datu aizsardzības speciālista kontakti{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_authority":
      "Iestatījumos trūkst: ziņas par uzraudzības iestādi{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_processor":
      "Iestatījumos trūkst: ziņas par apstrādātāju: nosaukums, valsts, līgums vai aizsardzība{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_retention_proof":
      "Iestatījumos trūkst: pierādījumu, atzīmju vai rezerves kopiju glabāšanas termiņš{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_purposes": "Nav neviena spēkā esoša nolūka.",
    "notices.missing_purpose":
      "Nolūkam „{purpose}” trūkst: nosaukums vai apraksts{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_basis":
      "Nolūkam „{purpose}” trūkst: tiesiskais pamats ar pamatojumu{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_norm":
      "Nolūkam „{purpose}” trūkst: tiesību norma{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_interests":
      "Nolūkam „{purpose}” trūkst: leģitīmās intereses{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_subjects":
      "Nolūkam „{purpose}” trūkst: kuru cilvēku dati tie ir{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_categories":
      "Nolūkam „{purpose}” trūkst: datu veidi{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_source":
      "Nolūkam „{purpose}” trūkst: datu avots{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_duty":
      "Nolūkam „{purpose}” trūkst: vai dati jāsniedz un kas notiek, ja nesniedz{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_recipients":
      "Nolūkam „{purpose}” trūkst: datu saņēmēji{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_transfers":
      "Nolūkam „{purpose}” trūkst: nosūtīšana uz trešām valstīm{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
    "notices.missing_retention":
      "Nolūkam „{purpose}” trūkst: glabāšanas termiņš{language, select, lv { latviešu valodā} en { angļu valodā} other {}}.",
  },
  en: {
    "notices.unknown": "There is no such notice. Check that the address was copied whole.",
    "notices.incomplete":
      "The privacy notice cannot be published yet: it would not say everything that the General Data Protection Regulation asks for.",
    "notices.unchanged": "The text is the same as in the current version. No new version is needed.",
    "notices.statement_short": "The statement is too short. Write at least {min} characters.",
    "notices.no_controller": "The text must name the institution: the person must know who asks.",
    "notices.no_withdrawal":
      "The text must say that consent can be withdrawn (General Data Protection Regulation, Article 7(3)).",
    "notices.no_objection":
      "The text must say that the person may object (General Data Protection Regulation, Article 21(4)).",
    "notices.not_explicit":
      "The topic of the list reveals special categories of data, so the text must say that the consent is explicit (General Data Protection Regulation, Article 9(2)(a)).",
    "notices.missing_controller":
      "Missing in the settings: the name or registration number of the institution{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_contact":
      "Missing in the settings: the address, telephone or e-mail address of the institution{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_officer":
      "Missing in the settings: the contact details of the data protection officer{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_authority":
      "Missing in the settings: the supervisory authority{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_processor":
      "Missing in the settings: details of a processor: name, country, contract or safeguard{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_retention_proof":
      "Missing in the settings: the retention period of proofs, marks or backups{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_purposes": "There is no active purpose.",
    "notices.missing_purpose":
      "Purpose “{purpose}” lacks: its name or description{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_basis":
      "Purpose “{purpose}” lacks: the legal basis and its reason{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_norm":
      "Purpose “{purpose}” lacks: the law it rests on{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_interests":
      "Purpose “{purpose}” lacks: the legitimate interests{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_subjects":
      "Purpose “{purpose}” lacks: whose data they are{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_categories":
      "Purpose “{purpose}” lacks: the categories of data{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_source":
      "Purpose “{purpose}” lacks: the source of the data{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_duty":
      "Purpose “{purpose}” lacks: whether the data must be given and what follows if not{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_recipients":
      "Purpose “{purpose}” lacks: the recipients{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_transfers":
      "Purpose “{purpose}” lacks: the transfers to third countries{language, select, lv { in Latvian} en { in English} other {}}.",
    "notices.missing_retention":
      "Purpose “{purpose}” lacks: the retention period{language, select, lv { in Latvian} en { in English} other {}}.",
  },
});
