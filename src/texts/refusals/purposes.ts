import { texts } from "../say.ts";

export const purposesRefusals = texts({
  lv: {
    "purposes.unknown": "Šāda nolūka nav. Atveriet nolūku sarakstu.",
    "purposes.already_active": "Nolūks jau ir spēkā.",
    "purposes.not_active": "Nolūks vēl nav spēkā, tāpēc to nevar izbeigt.",
    "purposes.ended": "Nolūks ir izbeigts un vairs nav maināms.",
    "purposes.lists_active":
      "{n, plural, zero {Nolūku nevar izbeigt: tam vēl kalpo {n} sarakstu.} one {Nolūku nevar izbeigt: tam vēl kalpo {n} saraksts.} other {Nolūku nevar izbeigt: tam vēl kalpo {n} saraksti.}} Vispirms izbeidziet sarakstus.",
    "purposes.description_short": "Pasakiet konkrētāk, kam dati vajadzīgi: vismaz {min} rakstzīmju.",
    "purposes.generic":
      "Tas derētu jebkam. Pasakiet, ko tieši darīsiet ar datiem. Piemērs: „reizi nedēļā atsūtīt ministrijas lēmumu apskatu”.",
    "purposes.no_basis": "Izvēlieties tiesisko pamatu.",
    "purposes.basis_stands":
      "Spēkā esoša nolūka tiesisko pamatu nemaina: cilvēkiem par to jau ir paziņots. Izveidojiet jaunu nolūku.",
    "purposes.public_authority":
      "Publiska iestāde, pildot savus uzdevumus, uz leģitīmajām interesēm nepaļaujas (Vispārīgās datu aizsardzības regulas 6. panta 1. punkts). Izvēlieties uzdevumu sabiedrības interesēs vai atzīmējiet, ka šī darbība neietilpst iestādes uzdevumos, un pamatojiet to.",
    "purposes.reason_short": "Pamatojums ir par īsu. Uzrakstiet vismaz {min} rakstzīmju.",
    "purposes.no_categories": "Atzīmējiet, kādus datus izmantosiet.",
    "purposes.no_retention": "Izvēlieties, cik ilgi datus glabāsiet.",
    "purposes.retention_withdrawal": "„Līdz atsaukumam” der tikai piekrišanai. Izvēlieties termiņu vai notikumu.",
    "purposes.retention_months": "Ierakstiet mēnešu skaitu no 1 līdz 120.",
    "purposes.retention_days": "Ierakstiet dienu skaitu no 0 līdz 366.",
    "purposes.day": "Ierakstiet dienu. Piemērs: 2027-06-30.",
    "purposes.age": "Izvēlieties vecumu no saraksta.",
    "purposes.special_unknown": "Izvēlieties tematu no saraksta.",
    "purposes.special_needs_consent":
      "Ja saraksta temats atklāj īpašu kategoriju personas datus, tiesiskais pamats ir piekrišana (Vispārīgās datu aizsardzības regulas 9. panta 2. punkta a)\u00a0apakšpunkts).",
    "purposes.statement_not_explicit":
      "Paziņojumā vēl nav teikts, ka piekrišana ir nepārprotama. Vispirms publicējiet paziņojuma jauno versiju.",
    "purposes.retention_event": "Nosauciet notikumu. Piemērs: „darba attiecību beigas”.",
    "purposes.just_in_case":
      "Datus nedrīkst glabāt katram gadījumam vai bez beigām. Nosauciet notikumu, kas noteikti pienāks. Piemērs: „darba attiecību beigas”.",
    "purposes.no_statement_lv":
      "Nav publicēts paziņojums latviešu valodā. Publicējiet to pirms nolūka apstiprināšanas.",
    "purposes.no_statement_en": "Nav publicēts paziņojums angļu valodā. Publicējiet to pirms nolūka apstiprināšanas.",
  },
  en: {
    "purposes.unknown": "There is no such purpose. Open the list of purposes.",
    "purposes.already_active": "The purpose is active already.",
    "purposes.not_active": "The purpose is not active yet, so it cannot be ended.",
    "purposes.ended": "The purpose has ended and can no longer be changed.",
    "purposes.lists_active":
      "{n, plural, one {The purpose cannot end: {n} list still serves it.} other {The purpose cannot end: {n} lists still serve it.}} End the lists first.",
    "purposes.description_short": "Say more exactly what the data are for: at least {min} characters.",
    "purposes.generic":
      "This would fit anything. Say what exactly you will do with the data. Example: “send a weekly overview of the ministry’s decisions”.",
    "purposes.no_basis": "Choose a legal basis.",
    "purposes.basis_stands":
      "The legal basis of an active purpose stays: people have been told of it. Create a new purpose.",
    "purposes.public_authority":
      "A public authority does not rely on legitimate interests in the performance of its tasks (General Data Protection Regulation, Article 6(1)). Choose the public task, or tick that this activity is not among the tasks of the institution and give the reason.",
    "purposes.reason_short": "The reason is too short. Write at least {min} characters.",
    "purposes.no_categories": "Tick which data you will use.",
    "purposes.no_retention": "Choose how long the data are kept.",
    "purposes.retention_withdrawal": "“Until withdrawal” fits consent only. Choose a period or an event.",
    "purposes.retention_months": "Enter a number of months from 1 to 120.",
    "purposes.retention_days": "Enter a number of days from 0 to 366.",
    "purposes.day": "Enter a day. Example: 2027-06-30.",
    "purposes.age": "Choose an age from the list.",
    "purposes.special_unknown": "Choose a topic from the list.",
    "purposes.special_needs_consent":
      "Where the topic of a list reveals special categories of personal data, the legal basis is consent (General Data Protection Regulation, Article 9(2)(a)).",
    "purposes.statement_not_explicit":
      "The statement does not say yet that the consent is explicit. Publish its new version first.",
    "purposes.retention_event": "Name the event. Example: “the end of employment”.",
    "purposes.just_in_case":
      "Data may not be kept just in case or without an end. Name an event that is bound to come. Example: “the end of employment”.",
    "purposes.no_statement_lv":
      "There is no published statement in Latvian. Publish it before the purpose becomes active.",
    "purposes.no_statement_en":
      "There is no published statement in English. Publish it before the purpose becomes active.",
  },
});
