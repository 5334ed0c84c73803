/**
 * Alerts: what is worth a person's attention at once, on the desk (`title`, `text`) and in the mail to named people
 * (`title` is its subject, `mail` its sentence; a mail speaks to one person). Who is told, and jobs that did not work.
 * {when} is day and time in the locative, {name} a person in the nominative.
 */
import { texts } from "./say.ts";

export const alertTexts = texts({
  lv: {
    "mailing.paused.title": "Sūtīšana apstājās pati",
    "mailing.paused.mail":
      "Sūtījums ir apturēts, un bez darbinieka lēmuma tas neatsāksies. Iemeslu un iespējas rāda sūtījuma lapa.",
    "mailing.unknown.title": "Dažu vēstuļu iznākums nav zināms",
    "mailing.unknown.mail":
      "E-pasta pakalpojums nav pateicis, vai vēstules pieņēma. Vēlreiz tās neizies, kamēr sūtījuma lapā nebūs izlemts, kā rīkoties.",
    "mailing.held.title": "Dažas adreses ir aizturētas",
    "mailing.held.mail":
      "Saņēmēju serveri vēstules noraidīja, bet nav skaidrs, ka vainīgas ir adreses. Uz šīm adresēm nesūtām, kamēr nebūs izlemts.",
    "issue.not-sent.title": "Ieplānotā jaunumu vēstule nav nosūtīta",
    "issue.not-sent.text":
      "Tā atkal ir melnraksts: programma nosūtīšanas laikā nedarbojās, datubāze ir atjaunota no kopijas vai saraksts ir mainījies. Pārbaudiet, vai vēstule vēl ir vajadzīga un vai tā jau nav saņemta, un nosūtiet vai ieplānojiet to vēlreiz.",
    "issue.not-sent.mail":
      "Tā atkal ir melnraksts: programma nosūtīšanas laikā nedarbojās, datubāze ir atjaunota no kopijas vai saraksts ir mainījies. Pati tā neizies; kā rīkoties, jāizlemj vēstules lapā.",
    "campaign.closing.title": "Kampaņas termiņš tuvojas: dzēsīsim neatbildējušo adreses",
    "campaign.closing.mail":
      "Pēc termiņa programma pati dzēsīs to cilvēku adreses, kuri nav atbildējuši. Cik viņu ir un kā dzēšanu pagarināt vai apturēt, rāda kampaņas lapa.",
    "provider.setup.title": "E-pasta pakalpojums neļauj mums sūtīt",
    "provider.setup.text":
      "Jāpārbauda pakalpojuma atslēga, sūtītāja domēns un konts. Kamēr iemesls nav novērsts, neiziet neviena vēstule.",
    "provider.setup.mail":
      "Jāpārbauda pakalpojuma atslēga, sūtītāja domēns un konts. Kamēr iemesls nav novērsts, neiziet neviena vēstule.",
    "provider.quota.title": "E-pasta pakalpojuma kvota ir izlietota",
    "provider.quota.text":
      "Sūtīšana turpināsies pati, kad kvota atjaunosies. Ja gaidīt nevar, lūdziet pakalpojuma sniedzēju kvotu palielināt.",
    "provider.quota.mail":
      "Sūtīšana turpināsies pati, kad kvota atjaunosies. Ja gaidīt nevar, lūdziet pakalpojuma sniedzēju kvotu palielināt.",
    "receipt.unsent.title": "Daži piekrišanas apliecinājumi nav nosūtīti",
    "receipt.unsent.text":
      "Cilvēki, kas piekrita, apliecinājumu nav saņēmuši, vai nav zināms, vai saņēma. Pašas šīs vēstules vairs neizies.",
    "receipt.unsent.mail":
      "Cilvēki, kas piekrita, apliecinājumu nav saņēmuši, vai nav zināms, vai saņēma. Pašas šīs vēstules vairs neizies; kā rīkoties, jāizlemj darba galdā.",
    "job.dead.title": "Kāds darbs atkārtoti neizdevās",
    "job.dead.mail": "Programma to mēģināja izpildīt vairākkārt. Kurš darbs tas ir, rāda darba galds.",
    "suppression.review.title": "Nesūtīšanas atzīmes gaida lēmumu",
    "suppression.review.text":
      "{n, plural, =0 {Pārskatāmu atzīmju vairs nav.} zero {Pienācis vai drīz pienāks {n, number} atzīmju pārskatīšanas termiņš.} one {Pienācis vai drīz pienāks {n, number} atzīmes pārskatīšanas termiņš.} other {Pienācis vai drīz pienāks {n, number} atzīmju pārskatīšanas termiņš.}} Ja neviens neizlems, lielāko daļu programma pēc 90\u00a0dienām dzēsīs, un šīs adreses varēs importēt no jauna.",
    "suppression.review.mail":
      "Pienācis vai drīz pienāks nesūtīšanas atzīmju pārskatīšanas termiņš. Ja neviens neizlems, lielāko daļu programma pēc 90\u00a0dienām dzēsīs, un šīs adreses varēs importēt no jauna. Izlemt var nesūtīšanas saraksta lapā.",
    "suppression.unmarked.title": "Dažiem, kas aizgāja, nesūtīšanas atzīmes nav",
    "suppression.unmarked.text":
      "{n, plural, zero {{n, number} adreses} one {{n, number} adreses} other {{n, number} adrešu}} atslēga ir zudusi. Šie cilvēki ir izņemti no sarakstiem, un viņu dati ir izdzēsti, bet atzīmi bez adreses izveidot nevar. Ja kāds šīs adreses ievedīs vēlreiz, programma tās neatpazīs: pirms importa salīdziniet datni ar to cilvēku sarakstu, kuri atteikušies.",
    "suppression.unmarked.mail":
      "Dažu adrešu atslēga ir zudusi. Šie cilvēki ir izņemti no sarakstiem, bet nesūtīšanas atzīmes viņiem nav: ja adreses ievedīs vēlreiz, programma tās neatpazīs.",
    "suppression.live.title": "Sarakstā ir adrese ar nesūtīšanas atzīmi",
    "suppression.live.text":
      "Tā nedrīkst būt, tātad vaina ir programmā vai atjaunotajā kopijā. Uz šīm adresēm vēstules neiziet. Kas tās ir, rāda nesūtīšanas saraksta lapa.",
    "suppression.live.mail":
      "Tā nedrīkst būt, tātad vaina ir programmā vai atjaunotajā kopijā. Uz šīm adresēm vēstules neiziet. Kas tās ir, rāda nesūtīšanas saraksta lapa.",
    "log.restored.title": "Daļa pierādījumu ir zudusi",
    "log.restored.text":
      "Datubāze bija vecāka par pierādījumu žurnāla kopiju, tāpēc trūkstošie ieraksti ir atjaunoti no kopijas. {n, plural, =0 {Saturs nav zudis.} zero {{n, number} ierakstu saturs ir zudis.} one {{n, number} ieraksta saturs ir zudis.} other {{n, number} ierakstu saturs ir zudis.}} Arī par to žurnālā ir ieraksts.",
    "log.restored.mail":
      "Datubāze bija vecāka par pierādījumu žurnāla kopiju, tāpēc trūkstošie ieraksti ir atjaunoti no kopijas. Šo ierakstu saturs ir zudis. Cik to ir, rāda darba galds.",
    "journal.applied.title": "Datubāze atjaunota no vecākas kopijas",
    "journal.applied.text":
      "Pēc dzēšanas žurnāla vēlreiz izpildīts viss, kas kopš kopijas dzēsts. No sarakstiem vēlreiz izņemti ieraksti: {n, number}. Kas mainīts pēc kopijas, ir zudis: piekrišanas, pieteikumi, apstrādes ierobežojumi, personu pieprasījumi un darbinieku lomas. Sūtījumi ir apturēti, un darbiniekiem jāpierakstās no jauna.",
    "journal.applied.mail":
      "Pēc dzēšanas žurnāla vēlreiz izpildīts viss, kas kopš kopijas dzēsts. Kas mainīts pēc kopijas, ir zudis: piekrišanas, pieteikumi, apstrādes ierobežojumi, personu pieprasījumi un darbinieku lomas. Sūtījumi ir apturēti, un darbiniekiem jāpierakstās no jauna. Skaitļus rāda darba galds.",
    "journal.lost.title": "Dzēšanas žurnāls bija pazudis",
    "journal.lost.text":
      "Pēc šī žurnāla dzēsto dzēš vēlreiz, kad datubāzi atjauno no kopijas. Sākts jauns žurnāls. Kopijas, kas vecākas par to, vairs nedrīkst atjaunot.",
    "journal.lost.mail":
      "Pēc šī žurnāla dzēsto dzēš vēlreiz, kad datubāzi atjauno no kopijas. Sākts jauns žurnāls. Kopijas, kas vecākas par to, vairs nedrīkst atjaunot.",
    "journal.unknown.title": "Vietne ir slēgta: nav zināms, kas kopš kopijas dzēsts",
    "journal.unknown.text":
      "Datubāze var būt vecāka kopija, bet dzēšanas žurnālā nav visa, kas kopš tās dzēsts. Kamēr tas nav izlemts, lapas ir slēgtas un vēstules neiziet. Izlemt var programmas uzturētājs komandrindā: npm run pieteka -- journal status.",
    "journal.unknown.mail":
      "Datubāze var būt vecāka kopija, bet dzēšanas žurnālā nav visa, kas kopš tās dzēsts. Kamēr tas nav izlemts, lapas ir slēgtas un vēstules neiziet. Izlemt var programmas uzturētājs komandrindā: npm run pieteka -- journal status.",
    "log.new_origin.title": "Sākts jauns pierādījumu žurnāls",
    "log.new_origin.text":
      "Pēdējie parakstītie žurnāla ieraksti ir zuduši, tāpēc iepriekšējo žurnālu turpināt nedrīkst. Jaunais žurnāls sākas ar tiem ierakstiem, kas ir saglabājušies. Agrāk izsniegtos pierādījumus joprojām var pārbaudīt.",
    "log.new_origin.mail":
      "Pēdējie parakstītie žurnāla ieraksti ir zuduši, tāpēc iepriekšējo žurnālu turpināt nedrīkst. Jaunais žurnāls sākas ar tiem ierakstiem, kas ir saglabājušies. Agrāk izsniegtos pierādījumus joprojām var pārbaudīt.",
    "log.copy_lost.title": "Pierādījumu žurnāla kopija ir pazudusi",
    "log.copy_lost.text":
      "Programma nevar zināt, vai datubāze ir jaunākā. Kamēr tas nav izlemts, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Izlemj tas, kurš uztur programmu: komandrindā jāizpilda „npm run pieteka -- log status”.",
    "log.copy_lost.mail":
      "Programma nevar zināt, vai datubāze ir jaunākā. Kamēr tas nav izlemts, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Izlemj tas, kurš uztur programmu: komandrindā jāizpilda „npm run pieteka -- log status”.",
    "log.copy_missing.title": "Programma palaista bez pierādījumu žurnāla kopijas",
    "log.copy_missing.text":
      "Šai datubāzei ir žurnāla kopija, bet programmai nav norādīts, kur tā atrodas. Kamēr vieta nav norādīta, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jādara tam, kurš uztur programmu.",
    "log.copy_missing.mail":
      "Šai datubāzei ir žurnāla kopija, bet programmai nav norādīts, kur tā atrodas. Kamēr vieta nav norādīta, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jādara tam, kurš uztur programmu.",
    "log.copy_other.title": "Pierādījumu žurnāla kopija nav no šīs datubāzes",
    "log.copy_other.text":
      "Norādītajā vietā ir cita žurnāla kopija. Kamēr nav norādīta pareizā vieta, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jādara tam, kurš uztur programmu.",
    "log.copy_other.mail":
      "Norādītajā vietā ir cita žurnāla kopija. Kamēr nav norādīta pareizā vieta, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jādara tam, kurš uztur programmu.",
    "log.fork.title": "Datubāze un pierādījumu žurnāla kopija ir pretrunā",
    "log.fork.text":
      "Vienā no tām ieraksti ir mainīti. Kamēr nav noskaidrots, kas noticis, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jāizmeklē kā drošības incidents.",
    "log.fork.mail":
      "Vienā no tām ieraksti ir mainīti. Kamēr nav noskaidrots, kas noticis, jaunus ierakstus nenostiprinām un apliecinājumus nesūtām. Tas jāizmeklē kā drošības incidents.",
    "key.missing.title": "Trūkst atslēgas, ar kuru šifrēti dati",
    "key.missing.text":
      "Datubāzē ir ieraksti, ko var atvērt tikai ar atslēgu, kuras programmas iestatījumos nav. Kura tā ir, rāda atslēgu lapa. Ja datubāze nesen atjaunota no vecas rezerves kopijas, atslēga, iespējams, jau ir iznīcināta.",
    "key.missing.mail":
      "Datubāzē ir ieraksti, ko var atvērt tikai ar atslēgu, kuras programmas iestatījumos nav. Kura tā ir, rāda atslēgu lapa darba galdā.",
    "key.free.title": "Vecu atslēgu var iznīcināt",
    "key.free.text":
      "Ar to šifrētu ierakstu vairs nav ne datubāzē, ne rezerves kopijās, no kurām vēl var atjaunot datus. Kura tā ir, rāda atslēgu lapa; no programmas iestatījumiem to izņem sistēmas uzturētājs.",
    "key.free.mail":
      "Ar to šifrētu ierakstu vairs nav ne datubāzē, ne rezerves kopijās, no kurām vēl var atjaunot datus. Kura tā ir, rāda atslēgu lapa darba galdā.",
    "time-stamp.missing.title": "Pierādījumu žurnālam trūkst laika zīmoga",
    "time-stamp.missing.text":
      "Jaunākajiem ierakstiem jau vairāk nekā divas dienas nav laika zīmoga. Nekas nav zudis, un programma mēģina vēlreiz, bet pagaidām tikai iestāde pati apliecina, kad šie ieraksti izdarīti.",
    "time-stamp.missing.mail":
      "Jaunākajiem ierakstiem jau vairāk nekā divas dienas nav laika zīmoga. Nekas nav zudis, un programma mēģina vēlreiz, bet pagaidām tikai iestāde pati apliecina, kad šie ieraksti izdarīti. Iemeslu rāda darba galds.",
    "reading.unusual.title": "Neparasti daudz cilvēku meklēts vienas stundas laikā",
    "reading.unusual.text":
      "Kāds darbinieks vienas stundas laikā ir meklējis vai atvēris vismaz 40 atsevišķu cilvēku datus. Iemesls var būt parasts darbs; datu aizsardzības speciālists to var noskaidrot piekļuves žurnālā. Nekas nav apturēts.",
    "reading.unusual.mail":
      "Kāds darbinieks vienas stundas laikā ir meklējis vai atvēris vismaz 40 atsevišķu cilvēku datus. Iemesls var būt parasts darbs; datu aizsardzības speciālists to var noskaidrot piekļuves žurnālā.",
    "reading.broken.title": "Piekļuves žurnāls nesakrīt ar pierādījumu žurnālu",
    "reading.broken.text":
      "{n, plural, =0 {Piekļuves žurnāla ieraksti netiek apzīmogoti laikus.} zero {Nesakrīt {n, number} dienu ieraksti.} one {Nesakrīt {n, number} dienas ieraksti.} other {Nesakrīt {n, number} dienu ieraksti.}} Kāds ierakstus ir izņēmis, pielicis vai mainījis, vai datubāze atjaunota no kopijas. Kuras dienas tas skar, rāda žurnāla pārbaude.",
    "reading.broken.mail":
      "Piekļuves žurnālā kāds ierakstus ir izņēmis, pielicis vai mainījis, vai datubāze atjaunota no kopijas. Kuras dienas tas skar, rāda žurnāla pārbaude darba galdā.",
    "retention.held.title": "Nakts dzēšana gaida apstiprinājumu",
    "retention.held.text":
      "Dzēst paredzēts vairāk nekā parasti: {n, plural, zero {{n, number} ierakstu} one {{n, number} ierakstu} other {{n, number} ierakstus}}. Kamēr kāds to neapstiprinās, neko no tā nedzēsīsim.",
    "retention.held.mail":
      "Dzēst paredzēts vairāk, nekā iestāde ir atļāvusi bez cilvēka lēmuma. Kas un cik tiks dzēsts, rāda darba galda lapa „Glabāšana”. Kamēr kāds to neapstiprinās, neko no tā nedzēsīsim.",
    "sign-up.unusual.title": "Publiskajās veidlapās adreses ieraksta neparasti bieži",
    "sign-up.unusual.text":
      "Stundas laikā ierakstītas adreses: {n, number}. Iespējams, kāds ieraksta svešas adreses. Apstiprinājuma vēstules iet lēnāk, un nevienai pastkastei nesūtām vairāk, nekā drīkst. Ja piesakās īsti cilvēki, var ļaut sūtīt pilnā ātrumā.",
    "sign-up.unusual.mail":
      "Iespējams, kāds ieraksta svešas adreses, lai cilvēkiem pienāktu nelūgtas vēstules. Apstiprinājuma vēstules iet lēnāk, un nevienai pastkastei nesūtām vairāk, nekā drīkst. Skaitļus rāda darba galda lapa „Pieteikšanās”, un tajā var arī ļaut sūtīt pilnā ātrumā.",
    "access.review-due.title": "Jāpārskata, kas ko drīkst",
    "access.review-due.text":
      "Darbinieku tiesības pārskata reizi ceturksnī. Par katru jāizlemj, vai tās vēl vajadzīgas.",
    "access.review-due.mail":
      "Darbinieku tiesības pārskata reizi ceturksnī, un šī diena ir pienākusi. Par katru darbinieku jāizlemj, vai viņa tiesības vēl vajadzīgas.",
    "api-key.ends.title": "Drīz beigsies API atslēgas termiņš",
    "api-key.ends.text":
      "Programma, kas to izmanto, pēc termiņa beigām pārtrauks darboties. Ja tā vēl vajadzīga, izveidojiet jaunu atslēgu un nomainiet to programmā.",
    "api-key.ends.mail":
      "Programma, kas izmanto šo API atslēgu, pēc termiņa beigām pārtrauks darboties. Kura atslēga tā ir, rāda darba galda lapa „API atslēgas”. Ja programma vēl vajadzīga, jāizveido jauna atslēga un tā programmā jānomaina.",
    "breach.reported.title": "Ziņots par personas datu aizsardzības pārkāpumu",
    "breach.reported.mail":
      "Kāds darbinieks ziņoja par pārkāpumu. 72 stundas līdz paziņojumam Datu valsts inspekcijai jau skaitās no brīža, kad iestāde par to uzzināja. Kas noticis un cik laika ir palicis, rāda pārkāpuma lapa.",
    "breach.exercise.title": "Mācības: ziņots par izdomātu pārkāpumu",
    "breach.exercise.mail":
      "Tās ir mācības, un pārkāpums ir izdomāts. Pulksteņi un lapas ir tādi paši kā īstam pārkāpumam, bet nevienam ārpus iestādes nav jāziņo.",
    "breach.persons-due.title": "Pārkāpums: drīz beigsies iestādes pašas termiņš",
    "breach.persons-due.mail":
      "Vēl nav izlemts, vai informēt cilvēkus, kuru datus pārkāpums skar. Termiņu iestāde ir noteikusi sev pati; likums prasa informēt bez nepamatotas kavēšanās, ja risks ir augsts.",
    "breach.authority-due.title": "Pārkāpums: līdz 72 stundu beigām palikusi mazāk nekā diena",
    "breach.authority-due.mail":
      "Vēl nav ierakstīts, vai par pārkāpumu ir paziņots Datu valsts inspekcijai. Ja viss vēl nav zināms, var paziņot pa daļām.",
    "breach.authority-over.title": "Pārkāpums: 72 stundas ir pagājušas",
    "breach.authority-over.mail":
      "Nav ierakstīts, vai par pārkāpumu ir paziņots Datu valsts inspekcijai. Paziņot vajag arī tagad; paziņojumā jānorāda kavēšanās iemesli.",
    "request.due.title": "Uz pieprasījumu jāatbild trīs darbdienu laikā",
    "request.due.mail":
      "Kāds izmanto savas tiesības, un atbildes termiņš ir tuvu. Kas prasīts un līdz kurai dienai jāatbild, rāda pieprasījuma lapa.",
    "request.own.title": "Cilvēks pats ir ierakstījis pieprasījumu",
    "request.own.mail":
      "Lapā „Mani dati” kāds lūdz labot datus vai ierobežot to apstrādi. Kamēr nav atbildes, uz viņa adresi neko nesūtām. Kas prasīts un līdz kurai dienai jāatbild, rāda pieprasījuma lapa.",
    "request.over.title": "Pieprasījuma atbildes termiņš ir beidzies",
    "request.over.mail":
      "Atbilde nav ierakstīta. Ja tā ir sniegta, ierakstiet to; ja nav, atbildiet tūlīt. Par nokavēto termiņu cilvēks var sūdzēties Datu valsts inspekcijā.",
    "retention.unjustified.title": "Jāpamato, kāpēc dati tiek glabāti",
    "retention.unjustified.text":
      "Daļai datu vairs nav nolūka, avota vai arī nolūks nav pārskatīts laikā. Ja līdz norādītajai dienai neviens to nepamatos, datus dzēsīsim.",
    "retention.unjustified.mail":
      "Daļai datu vairs nav nolūka, avota vai arī nolūks nav pārskatīts laikā. Ja līdz norādītajai dienai neviens to nepamatos, datus dzēsīsim. Sarakstu rāda darba galda lapa „Glabāšana”.",
    "account.second-set.title": "Kontam iestatīta autentifikatora lietotne",
    "account.second-set.text":
      "Konta īpašniekam par to neizdevās paziņot: viņa pastkaste vēstuli diennakti nepieņēma. Viņam tas jāpastāsta citādi, un jāpārbauda konta adrese.",
    "account.second-set.mail":
      "Turpmāk, lai pieslēgtos Jūsu kontam, vajadzīgs arī kods no autentifikatora lietotnes. Ja to neiestatījāt Jūs, tūlīt sazinieties ar iestādes administratoru.",
    "account.second-off.title": "No konta noņemta autentifikatora lietotne",
    "account.second-off.text":
      "Konta īpašniekam par to neizdevās paziņot: viņa pastkaste vēstuli diennakti nepieņēma. Viņam tas jāpastāsta citādi, un jāpārbauda konta adrese.",
    "account.second-off.mail":
      "Lai pieslēgtos Jūsu kontam, kods no autentifikatora lietotnes vairs nav vajadzīgs. Ja to nenoņēmāt Jūs, tūlīt sazinieties ar iestādes administratoru.",
    "account.second-reset.title": "Kolēģi noņēma kontam autentifikatora lietotni",
    "account.second-reset.text":
      "Konta īpašniekam par to neizdevās paziņot: viņa pastkaste vēstuli diennakti nepieņēma. Viņam tas jāpastāsta citādi, un jāpārbauda konta adrese.",
    "account.second-reset.mail":
      "Visas sesijas ir slēgtas. Jaunu autentifikatora lietotni var iestatīt 24 stundu laikā, pieslēdzoties ar vēstulē saņemtu kodu; pēc tam to atkal būs jāatļauj diviem kolēģiem. Ja Jūs to nelūdzāt, tūlīt sazinieties ar iestādes administratoru.",
    "account.second-codes.title": "Kontam ir jauni rezerves kodi",
    "account.second-codes.text":
      "Konta īpašniekam par to neizdevās paziņot: viņa pastkaste vēstuli diennakti nepieņēma. Viņam tas jāpastāsta citādi, un jāpārbauda konta adrese.",
    "account.second-codes.mail":
      "Iepriekšējie rezerves kodi vairs neder. Ja jaunos neizveidojāt Jūs, tūlīt sazinieties ar iestādes administratoru.",
    "account.second-recovery.title": "Kontam pieslēdzās ar rezerves kodu",
    "account.second-recovery.text":
      "Konta īpašniekam par to neizdevās paziņot: viņa pastkaste vēstuli diennakti nepieņēma. Viņam tas jāpastāsta citādi, un jāpārbauda konta adrese.",
    "account.second-recovery.mail":
      "Kods ir izlietots. Ja pazaudējāt tālruni, konta lapā noņemiet veco autentifikatora lietotni un iestatiet jaunu. Ja nepieslēdzāties Jūs, tūlīt sazinieties ar iestādes administratoru.",
    "other.title": "Kaut kas gaida lēmumu",
    "other.text": "Šī programmas versija iemeslu nepazīst.",
    "other.mail": "Iemeslu rāda darba galds.",
    "test.title": "Izmēģinājuma ziņa no sistēmas „Pieteka”",
    "test.mail": "Ja lasāt šo vēstuli, Jūs saņemsiet arī ziņas par sūtīšanas traucējumiem.",

    "mail.hello": "Labdien!",
    "mail.subject": "{what}: „{title}”",
    "mail.open.mailing": "Atvērt sūtījuma lapu",
    "mail.open.job": "Skatīt neizdevušos darbus",
    "mail.open.breach": "Atvērt pārkāpuma lapu",
    "mail.open.request": "Atvērt pieprasījuma lapu",
    "mail.open.account": "Atvērt savu kontu",
    "mail.open.desk": "Atvērt darba galdu",
    "mail.mailing": "Sūtījums",
    "mail.reason": "Iemesls",
    "mail.when": "Pamanīts",
    "mail.why": "Rakstām Jums, jo iestāde Jūs norādījusi kā cilvēku, kam ziņot par sūtīšanas traucējumiem.",
    "mail.why.owner": "Rakstām Jums, jo tas ir Jūsu konts iestādes sistēmā „Pieteka”.",
    "mail.why.officer": "Rakstām Jums, jo iestādē atbildat par datu aizsardzību.",

    "desk.seen": "Atzīmēt kā redzētu",
    "desk.since": "Kopš {when}.",
    "desk.told": "Paziņots {when}.",
    "desk.untold": "Vēl nevienam nav paziņots.",
    "told.by": "Paziņots: {who}.",
    "told.one": "{name} ({when})",
    "told.webhook": "tīmekļa adrese",
    "told.gone": "kāds, kas vairs nav norādīts",
    "told.tries": "Vēl nav izdevies paziņot: {who}. Mēģinām vēlreiz.",
    "told.given-up": "Neizdevās paziņot: {who}. Mēģinājām visu dienu.",
    "told.nobody": "Nevienam nav paziņots, jo iestatījumos nav norādīts, kam ziņot.",

    "telling.title": "Kam ziņot par traucējumiem",
    "telling.lede":
      "Ja sūtīšana apstājas vai e-pasta pakalpojums neļauj mums sūtīt, to rāda darba galds. Te norādiet, kam par to ziņot arī tad, ja darba galdu neviens neskatās.",
    "telling.nobody": "Pagaidām nav norādīts neviens.",
    "telling.some":
      "{n, plural, =0 {Ziņas saņem norādītā tīmekļa adrese.} zero {Ziņas saņem {n, number} cilvēku.} one {Ziņas saņem {n, number} cilvēks.} other {Ziņas saņem {n, number} cilvēki.}}",
    "telling.open": "Norādīt, kam ziņot",
    "telling.change": "Mainīt, kam ziņot",
    "telling.people": "Cilvēki",
    "telling.people.lede":
      "Līdz {most, number} cilvēkiem. Vēstulē ir īss paziņojums un saite uz lapu ar iemeslu, bet nav nekā par saņēmējiem. Lai cilvēku izņemtu, atstājiet rindu tukšu.",
    "telling.person": "{n, number}. cilvēks",
    "telling.person.optional": "{n, number}. cilvēks (neobligāti)",
    "telling.more": "Norādīt vēl cilvēkus",
    "telling.name": "Vārds, uzvārds",
    "telling.address": "E-pasta adrese",
    "telling.web": "Tīmekļa adrese",
    "telling.webhook": "Adrese, kurai nosūtīt ziņu",
    "telling.webhook.hint":
      "Sākas ar https://. Der iestādes tērzēšanas vai uzraudzības sistēma, kas sasniedzama no interneta: tā saņems POST pieprasījumu ar JSON (code, subject, url, at). Ziņa pienāk arī tad, ja vēstules neiziet.",
    "telling.webhook.hint.open":
      "Izstrādes režīmā der gan http://, gan https:// un arī adrese šajā datorā; ražošanā tikai https:// un adrese, kas sasniedzama no interneta. Adrese saņems POST pieprasījumu ar JSON (code, subject, url, at). Ziņa pienāk arī tad, ja vēstules neiziet.",
    "telling.save": "Saglabāt",
    "telling.saved": "Izmaiņas ir saglabātas.",
    "telling.back": "Iestatījumi",
    "telling.cancel": "Atcelt",
    "telling.failed": "Izmaiņas nav saglabātas. Izlabojiet šo:",
    "telling.test.title": "Izmēģinājums",
    "telling.test.text": "Nosūtām izmēģinājuma ziņu uz visām saglabātajām adresēm.",
    "telling.test.act": "Nosūtīt izmēģinājuma ziņu",
    "telling.test.done": "Izmēģinājuma ziņas iznākums",
    "telling.test.webhook": "Tīmekļa adrese",
    "telling.test.ok": "Pieņemta",
    "telling.test.no.webhook.refused": "Nav pieņemta: adrese atbildēja ar kļūdu.",
    "telling.test.no.webhook.redirected": "Nav pieņemta: adrese novirza citur. Norādiet galīgo adresi.",
    "telling.test.no.webhook.no_answer": "Nav pieņemta: adrese neatbildēja desmit sekundēs.",
    "telling.test.no.webhook.inside": "Nav nosūtīta: adrese ved iekštīklā.",
    "telling.test.no.mail": "Nav pieņemta: e-pasta pakalpojums vēstuli nepieņēma vai neatbildēja (kods: {code}).",

    "work.title": "Neizdevušies darbi",
    "work.lede":
      "Darbi, ko programma vairākas reizes mēģināja izpildīt un tad atlika. Nekas nav pazudis: ko programma var pabeigt pati, to tā pabeigs vēlāk.",
    "work.none": "Neizdevušos darbu nav",
    "work.none.text": "Te parādās darbi, ko programma vairākas reizes mēģināja izpildīt un tad atlika.",
    "work.what": "Darbs",
    "work.since": "Pēdējoreiz neizdevās",
    "work.times": "Reizes",
    "work.act": "Ko darīt",
    "work.retry": "Mēģināt vēlreiz",
    "work.dismiss": "Noņemt no saraksta",
    "work.retried": "Darbs ir nodots izpildei vēlreiz.",
    "work.dismissed": "Darbs ir noņemts no saraksta.",
    "work.decides": "Mēģināt vēlreiz var darbinieks ar administrēšanas vai sarakstu un sūtījumu sagatavošanas lomu.",
    "kind.intake": "Pieteikšanās apstiprinājums",
    "kind.plan": "Vēstuļu sagatavošana",
    "kind.deliver": "Vēstuļu sūtīšana",
    "kind.settle": "Apturēta vai atcelta sūtījuma sakārtošana",
    "kind.tell": "Ziņošana par traucējumiem",
    "kind.recover": "Nepabeigto darbu meklēšana",
    "kind.seal": "Pierādījumu nostiprināšana žurnālā",
    "kind.time-stamp": "Laika zīmoga saņemšana",
    "kind.erase-page": "Kampaņas noslēgšana",
    "kind.import-page": "Importa ierakstīšana",
    "kind.export-page": "Eksporta sagatavošana",
    "kind.suppress-page": "Nesūtīšanas atzīmju pievienošana",
    "kind.suppression-review": "Lēmuma par nesūtīšanas atzīmēm izpilde",
    "kind.suppression-sweep": "Nesūtīšanas atzīmju pārbaude",
    "kind.retain": "Glabāšanas termiņu pārbaude",
    "kind.reapply": "Dzēšana pēc atjaunošanas no kopijas",
    "kind.other": "Darbs, ko šī programmas versija nepazīst",
  },
  en: {
    "mailing.paused.title": "A mailing has stopped by itself",
    "mailing.paused.mail":
      "The mailing is paused and does not resume until somebody decides. Its page says why, and what can be done.",
    "mailing.unknown.title": "The outcome of some e-mails is unknown",
    "mailing.unknown.mail":
      "The mail service has not said whether it took the e-mails. They are not sent again until somebody decides on the mailing’s page.",
    "mailing.held.title": "Some addresses are held",
    "mailing.held.mail":
      "Receiving systems refused the e-mails, and it is not clear that the addresses are to blame. Nothing is sent to these addresses until somebody decides.",
    "issue.not-sent.title": "A scheduled issue was not sent",
    "issue.not-sent.text":
      "It is a draft again: at its time the program was not running, the database came from a copy, or the list has changed. On its page, see whether it is still wanted, and send or schedule it anew.",
    "issue.not-sent.mail":
      "It is a draft again: at its time the program was not running, the database came from a copy, or the list has changed. It does not go out by itself; what to do is decided on its page.",
    "campaign.closing.title": "A campaign is about to end: addresses of those who did not answer will be deleted",
    "campaign.closing.mail":
      "After the deadline the program deletes by itself the addresses of those who have not answered. The campaign’s page shows how many there are and how to postpone or stop it.",
    "provider.setup.title": "The mail service does not let us send",
    "provider.setup.text":
      "The service’s key, the sender’s domain and the account need checking. Until this is put right, no e-mail goes out.",
    "provider.setup.mail":
      "The service’s key, the sender’s domain and the account need checking. Until this is put right, no e-mail goes out.",
    "provider.quota.title": "The mail service’s quota is used up",
    "provider.quota.text":
      "Sending goes on by itself when the quota is renewed. If it is urgent, ask the service for a larger quota.",
    "provider.quota.mail":
      "Sending goes on by itself when the quota is renewed. If it is urgent, ask the service for a larger quota.",
    "receipt.unsent.title": "Some certificates of consent have not been sent",
    "receipt.unsent.text":
      "People who consented have not received their certificate, or it is not known whether they have. These e-mails will not go out by themselves.",
    "receipt.unsent.mail":
      "People who consented have not received their certificate, or it is not known whether they have. These e-mails will not go out by themselves; what to do is decided at the desk.",
    "job.dead.title": "A task has failed repeatedly",
    "job.dead.mail": "The program tried it several times. The desk shows which task it is.",
    "suppression.review.title": "Suppression marks wait for a decision",
    "suppression.review.text":
      "{n, plural, =0 {No mark is due for review any more.} one {{n, number} mark is due for review now or soon.} other {{n, number} marks are due for review now or soon.}} If nobody decides, the program deletes most of them after 90\u00a0days, and these addresses could be imported again.",
    "suppression.review.mail":
      "Suppression marks are due for review now or soon. If nobody decides, the program deletes most of them after 90\u00a0days, and these addresses could be imported again. The page on suppression is where to decide.",
    "suppression.unmarked.title": "Some people who left have no suppression mark",
    "suppression.unmarked.text":
      "The key of {n, plural, one {{n, number} address} other {{n, number} addresses}} is lost. These people are off the lists and their data are deleted, but no mark can be made without the address. If somebody brings these addresses in again, the program does not recognise them: before an import, compare the file with a list of those who have refused.",
    "suppression.unmarked.mail":
      "The key of some addresses is lost. These people are off the lists, but have no suppression mark: if their addresses are brought in again, the program does not recognise them.",
    "suppression.live.title": "An address with a suppression mark is on a list",
    "suppression.live.text":
      "That must not be, so the fault is the program’s or a restored copy’s. Nothing is sent to these addresses. The page on suppression shows which they are.",
    "suppression.live.mail":
      "That must not be, so the fault is the program’s or a restored copy’s. Nothing is sent to these addresses. The page on suppression shows which they are.",
    "log.restored.title": "Part of the proofs is lost",
    "log.restored.text":
      "The database was older than the copy of the proof log, so the missing entries were brought back from the copy. {n, plural, =0 {No content is lost.} one {The content of {n, number} entry is lost.} other {The content of {n, number} entries is lost.}} The log has an entry about this too.",
    "log.restored.mail":
      "The database was older than the copy of the proof log, so the missing entries were brought back from the copy. The content of these entries is lost. The desk shows how many there are.",
    "journal.applied.title": "The database was restored from an older copy",
    "journal.applied.text":
      "Everything erased since the copy was erased again, as the erasure journal says. Entries taken off lists again: {n, number}. What came or changed after the copy is lost: consents, sign-ups, restrictions, requests, roles of staff. Mailings are paused, and staff sign in anew.",
    "journal.applied.mail":
      "Everything erased since the copy was erased again, as the erasure journal says. What came or changed after the copy is lost: consents, sign-ups, restrictions, requests, roles of staff. Mailings are paused, and staff sign in anew. The desk shows the numbers.",
    "journal.lost.title": "The erasure journal had disappeared",
    "journal.lost.text":
      "By this journal, what was erased is erased again when the database is restored from a copy. A new one has begun. Copies older than it must not be restored any more.",
    "journal.lost.mail":
      "By this journal, what was erased is erased again when the database is restored from a copy. A new one has begun. Copies older than it must not be restored any more.",
    "journal.unknown.title": "The site is closed: nobody knows what was erased since the copy",
    "journal.unknown.text":
      "The database may be an older copy, and the erasure journal does not hold all that was erased since. Until that is decided, the pages are closed and no e-mail goes out. Whoever runs the program decides, on the command line: npm run pieteka -- journal status.",
    "journal.unknown.mail":
      "The database may be an older copy, and the erasure journal does not hold all that was erased since. Until that is decided, the pages are closed and no e-mail goes out. Whoever runs the program decides, on the command line: npm run pieteka -- journal status.",
    "log.new_origin.title": "A new proof log has begun",
    "log.new_origin.text":
      "The last signed entries of the log are lost, so the earlier log must not be continued. The new log begins with the entries that are left. Proofs issued earlier can still be verified.",
    "log.new_origin.mail":
      "The last signed entries of the log are lost, so the earlier log must not be continued. The new log begins with the entries that are left. Proofs issued earlier can still be verified.",
    "log.copy_lost.title": "The copy of the proof log has disappeared",
    "log.copy_lost.text":
      "The program cannot know whether the database is the newest. Until that is decided, no entries are sealed and no certificates are sent. Whoever runs the program decides, on the command line: npm run pieteka -- log status.",
    "log.copy_lost.mail":
      "The program cannot know whether the database is the newest. Until that is decided, no entries are sealed and no certificates are sent. Whoever runs the program decides, on the command line: npm run pieteka -- log status.",
    "log.copy_missing.title": "The program was started without the copy of the proof log",
    "log.copy_missing.text":
      "This database has a copy of the log, but the program was not told where it is. Until it is, no entries are sealed and no certificates are sent. Whoever runs the program has to see to it.",
    "log.copy_missing.mail":
      "This database has a copy of the log, but the program was not told where it is. Until it is, no entries are sealed and no certificates are sent. Whoever runs the program has to see to it.",
    "log.copy_other.title": "The copy of the proof log is not this database’s",
    "log.copy_other.text":
      "In the place named there is a copy of another log. Until the right place is named, no entries are sealed and no certificates are sent. Whoever runs the program has to see to it.",
    "log.copy_other.mail":
      "In the place named there is a copy of another log. Until the right place is named, no entries are sealed and no certificates are sent. Whoever runs the program has to see to it.",
    "log.fork.title": "The database and the copy of the proof log contradict each other",
    "log.fork.text":
      "In one of them entries were changed. Until it is clear what happened, no entries are sealed and no certificates are sent. This needs to be investigated as a security incident.",
    "log.fork.mail":
      "In one of them entries were changed. Until it is clear what happened, no entries are sealed and no certificates are sent. This needs to be investigated as a security incident.",
    "key.missing.title": "A key is missing under which data are sealed",
    "key.missing.text":
      "The database holds rows that open only with a key that the settings of the program lack. The page of keys shows which one. If the database was just restored from an old backup, the key may have been destroyed already.",
    "key.missing.mail":
      "The database holds rows that open only with a key that the settings of the program lack. The page of keys on the desk shows which one.",
    "key.free.title": "An old key may be destroyed",
    "key.free.text":
      "Nothing under it is left in the database, nor in any backup from which data can still be restored. The page of keys shows which one; whoever runs the program takes it out of the settings.",
    "key.free.mail":
      "Nothing under it is left in the database, nor in any backup from which data can still be restored. The page of keys on the desk shows which one.",
    "time-stamp.missing.title": "The proof log lacks a time stamp",
    "time-stamp.missing.text":
      "The newest entries have had no time stamp for more than two days. Nothing is lost and the program keeps trying, but for now only the institution itself vouches for when these entries were made.",
    "time-stamp.missing.mail":
      "The newest entries have had no time stamp for more than two days. Nothing is lost and the program keeps trying, but for now only the institution itself vouches for when these entries were made. The desk shows the reason.",
    "reading.unusual.title": "Unusually many people were searched for within an hour",
    "reading.unusual.text":
      "A colleague searched for or opened the data of at least 40 single people within an hour. The reason may be ordinary work; the data protection officer can find it out in the access log. Nothing has been stopped.",
    "reading.unusual.mail":
      "A colleague searched for or opened the data of at least 40 single people within an hour. The reason may be ordinary work; the data protection officer can find it out in the access log.",
    "reading.broken.title": "The access log does not agree with the proof log",
    "reading.broken.text":
      "{n, plural, =0 {The lines of the access log are not sealed in time.} one {The lines of {n, number} day do not agree.} other {The lines of {n, number} days do not agree.}} Somebody took lines out, put some in or changed them, or the database was restored from a copy. The check of the log shows which days.",
    "reading.broken.mail":
      "Somebody took lines of the access log out, put some in or changed them, or the database was restored from a copy. The check of the log on the desk shows which days.",
    "retention.held.title": "The nightly deletion waits for a person",
    "retention.held.text":
      "It would delete more than usual: {n, plural, one {{n, number} row} other {{n, number} rows}}. Until somebody confirms it, none of this is deleted.",
    "retention.held.mail":
      "More is to be deleted than the institution allows without a person. The page “Retention” of the desk shows what and how much. Until somebody confirms it, none of this is deleted.",
    "sign-up.unusual.title": "Unusually many addresses are typed into the public forms",
    "sign-up.unusual.text":
      "Addresses typed in within an hour: {n, number}. Somebody may be typing strangers’ addresses. Confirmation e-mails go more slowly, and no mailbox gets more than it may. If real people are signing up, you can let the e-mails go at full speed.",
    "sign-up.unusual.mail":
      "Somebody may be typing strangers’ addresses so that they get e-mail they never asked for. Confirmation e-mails go more slowly, and no mailbox gets more than it may. The page “Sign-ups” of the desk shows the figures, and e-mails can be let go at full speed there.",
    "access.review-due.title": "Who can do what is due for review",
    "access.review-due.text":
      "The permissions of staff are reviewed every quarter. Decide about everybody whether they are still needed.",
    "access.review-due.mail":
      "The permissions of staff are reviewed every quarter, and the day has come. Decide about everybody whether the permissions are still needed.",
    "api-key.ends.title": "An API key ends soon",
    "api-key.ends.text":
      "The program that uses it stops working then. If it is still needed, make a new key and change it in the program.",
    "api-key.ends.mail":
      "The program that uses this API key stops working when the key ends. The page “API keys” of the desk shows which one it is. If the program is still needed, make a new key and change it in the program.",
    "breach.reported.title": "A personal data breach was reported",
    "breach.reported.mail":
      "A member of staff reported a breach. The 72 hours up to the notification of the supervisory authority have been counting since the institution became aware of it. What happened, and how much time is left, is on the page of the breach.",
    "breach.exercise.title": "Exercise: an invented breach was reported",
    "breach.exercise.mail":
      "This is an exercise, and the breach is invented. Clocks and pages are those of a real one, but nobody outside the institution is to be told.",
    "breach.persons-due.title": "Breach: the institution’s own time is running out",
    "breach.persons-due.mail":
      "It is not yet decided whether to tell the people whose data are concerned. The institution has set this time itself; the law asks to tell them without undue delay where the risk is high.",
    "breach.authority-due.title": "Breach: less than a day is left of the 72 hours",
    "breach.authority-due.mail":
      "It is not yet written down whether the supervisory authority has been notified. Where not everything is known, it may be notified in parts.",
    "breach.authority-over.title": "Breach: the 72 hours are over",
    "breach.authority-over.mail":
      "It is not written down whether the supervisory authority has been notified. Notify it now all the same, with the reasons for the delay.",
    "request.due.title": "A request must be answered within three working days",
    "request.due.mail":
      "Somebody uses his rights, and the day to answer is near. What is asked for, and by when to answer, is on the page of the request.",
    "request.own.title": "Somebody has noted a request himself",
    "request.own.mail":
      "On the page “My data” somebody asks to have data corrected or their processing restricted. Until there is an answer, nothing is sent to his address. What is asked for, and by when to answer, is on the page of the request.",
    "request.over.title": "The time to answer a request is over",
    "request.over.mail":
      "No answer is written down. If it was given, write it down; if not, answer at once. The person may complain to the supervisory authority about the delay.",
    "retention.unjustified.title": "Say why data are kept",
    "retention.unjustified.text":
      "Some data have no purpose any more, no source, or a purpose that was not looked at in time. If nobody justifies them by the day given, they are deleted.",
    "retention.unjustified.mail":
      "Some data have no purpose any more, no source, or a purpose that was not looked at in time. If nobody justifies them by the day given, they are deleted. The page “Retention” of the desk lists them.",
    "account.second-set.title": "An authenticator app was set up for the account",
    "account.second-set.text":
      "The owner of the account could not be told: the mailbox did not take the mail for a day. Tell the owner in another way, and check the address of the account.",
    "account.second-set.mail":
      "From now on a code of an authenticator app is needed to sign in to your account. If you did not set it up yourself, talk to your institution’s administrator at once.",
    "account.second-off.title": "The authenticator app was taken off the account",
    "account.second-off.text":
      "The owner of the account could not be told: the mailbox did not take the mail for a day. Tell the owner in another way, and check the address of the account.",
    "account.second-off.mail":
      "A code of an authenticator app is no longer needed to sign in to your account. If you did not take it off yourself, talk to your institution’s administrator at once.",
    "account.second-reset.title": "Colleagues took the authenticator app off the account",
    "account.second-reset.text":
      "The owner of the account could not be told: the mailbox did not take the mail for a day. Tell the owner in another way, and check the address of the account.",
    "account.second-reset.mail":
      "All sessions are closed. A new authenticator app can be set up within 24 hours, after signing in with a code sent by mail; later two colleagues have to allow it again. If you did not ask for this, talk to your institution’s administrator at once.",
    "account.second-codes.title": "The account has new recovery codes",
    "account.second-codes.text":
      "The owner of the account could not be told: the mailbox did not take the mail for a day. Tell the owner in another way, and check the address of the account.",
    "account.second-codes.mail":
      "The former recovery codes no longer work. If you did not make the new ones, talk to your institution’s administrator at once.",
    "account.second-recovery.title": "Somebody signed in to the account with a recovery code",
    "account.second-recovery.text":
      "The owner of the account could not be told: the mailbox did not take the mail for a day. Tell the owner in another way, and check the address of the account.",
    "account.second-recovery.mail":
      "The code is used up. If you have lost your phone, take the old authenticator app off on the page of your account and set up a new one. If it was not you, talk to your institution’s administrator at once.",
    "other.title": "Something is waiting for a decision",
    "other.text": "This version of the program does not know the reason.",
    "other.mail": "The desk shows the reason.",
    "test.title": "A test from Pieteka",
    "test.mail": "If you can read this e-mail, you will also hear when sending is in trouble.",

    "mail.hello": "Hello,",
    "mail.subject": "{what}: “{title}”",
    "mail.open.mailing": "Open the mailing’s page",
    "mail.open.job": "See the failed tasks",
    "mail.open.breach": "Open the page of the breach",
    "mail.open.request": "Open the page of the request",
    "mail.open.account": "Open your account",
    "mail.open.desk": "Open the desk",
    "mail.mailing": "Mailing",
    "mail.reason": "Reason",
    "mail.when": "Noticed",
    "mail.why": "We write to you because the institution has named you as a person to tell when sending is in trouble.",
    "mail.why.owner": "We write to you because this is your account in the institution’s Pieteka.",
    "mail.why.officer": "We write to you because you look after data protection at the institution.",

    "desk.seen": "Mark as seen",
    "desk.since": "Since {when}.",
    "desk.told": "Reported on {when}.",
    "desk.untold": "Nobody has been told yet.",

    "told.by": "Told: {who}.",
    "told.one": "{name} ({when})",
    "told.webhook": "the web address",
    "told.gone": "somebody who is no longer named",
    "told.tries": "Not reached yet: {who}. We keep trying.",
    "told.given-up": "Not reached: {who}. We tried for a day.",
    "told.nobody": "Nobody has been told, because the settings name nobody to tell.",

    "telling.title": "Who is told of trouble",
    "telling.lede":
      "If sending stops or the mail service does not let us send, the desk shows it. Name here who is told even if nobody looks at the desk.",
    "telling.nobody": "Nobody has been named yet.",
    "telling.some":
      "{n, plural, =0 {The web address named is told.} one {{n, number} person is told.} other {{n, number} people are told.}}",
    "telling.open": "Name who is told",
    "telling.change": "Change who is told",
    "telling.people": "People",
    "telling.people.lede":
      "Up to {most, number} people. The e-mail says briefly what happened and links to the page with the reason; it holds nothing about recipients. Leave a row empty to take a person off.",
    "telling.person": "Person {n, number}",
    "telling.person.optional": "Person {n, number} (optional)",
    "telling.more": "Name more people",
    "telling.name": "Name",
    "telling.address": "E-mail address",
    "telling.web": "Web address",
    "telling.webhook": "Address that is told",
    "telling.webhook.hint":
      "Begins with https://. The institution’s chat or monitoring system will do if the internet can reach it: it gets a POST request with JSON (code, subject, url, at), even when no e-mail goes out.",
    "telling.webhook.hint.open":
      "In development http:// will do as well as https://, and so will an address on this machine; in production only https:// and an address that the internet can reach. It gets a POST request with JSON (code, subject, url, at), even when no e-mail goes out.",
    "telling.save": "Save",
    "telling.saved": "Changes saved.",
    "telling.back": "Settings",
    "telling.cancel": "Cancel",
    "telling.failed": "Nothing was saved. Correct this:",
    "telling.test.title": "Test",
    "telling.test.text": "Sends a test to every address saved here.",
    "telling.test.act": "Send a test",
    "telling.test.done": "How the test went",
    "telling.test.webhook": "Web address",
    "telling.test.ok": "Taken",
    "telling.test.no.webhook.refused": "Not taken: the address answered with an error.",
    "telling.test.no.webhook.redirected": "Not taken: the address points elsewhere. Enter the final address.",
    "telling.test.no.webhook.no_answer": "Not taken: the address did not answer within ten seconds.",
    "telling.test.no.webhook.inside": "Not sent: the address leads into the internal network.",
    "telling.test.no.mail": "Not taken: the mail service did not take the e-mail or did not answer (code: {code}).",

    "work.title": "Failed tasks",
    "work.lede":
      "Tasks that the program tried several times and then put aside. Nothing is lost: what the program can finish by itself, it will finish later.",
    "work.none": "No task has failed",
    "work.none.text": "Tasks that the program tried several times and then put aside appear here.",
    "work.what": "Task",
    "work.since": "Last failed",
    "work.times": "Times",
    "work.act": "What to do",
    "work.retry": "Try again",
    "work.dismiss": "Take off the list",
    "work.retried": "The task is being tried again.",
    "work.dismissed": "The task has been taken off the list.",
    "work.decides": "A member of staff with the role for administration or for lists and mailings can try again.",
    "kind.intake": "Confirmation of a sign-up",
    "kind.plan": "Preparing e-mails",
    "kind.deliver": "Sending e-mails",
    "kind.settle": "Settling a paused or cancelled mailing",
    "kind.tell": "Telling of trouble",
    "kind.recover": "Looking for unfinished work",
    "kind.seal": "Sealing proofs in the log",
    "kind.time-stamp": "Getting a time stamp",
    "kind.erase-page": "Closing a campaign",
    "kind.import-page": "Writing an import",
    "kind.export-page": "Making an export",
    "kind.suppress-page": "Adding suppression marks",
    "kind.suppression-review": "Applying a decision on suppression marks",
    "kind.suppression-sweep": "Checking suppression marks",
    "kind.retain": "Checking retention periods",
    "kind.reapply": "Erasing again after a restore",
    "kind.other": "A task that this version of the program does not know",
  },
});
