/** What is said of an issue of a newsletter while it is written: refusals, and what the linter says beside a block. */
import { texts } from "../say.ts";

export const issueDraftsRefusals = texts({
  lv: {
    "issues.unknown": "Šāda izdevuma nav.",
    "issues.sent_already": "Izdevums jau ir nosūtīts vai gaida nosūtīšanu. To vairs nevar mainīt.",
    "issues.list_missing": "Izvēlieties sarakstu, kuram rakstīt. Preses sarakstiem sūta relīzes.",
    "issues.no_basis": "Saraksta nolūks nav spēkā vai tā pamats šādam sarakstam neder. Pārbaudiet nolūku.",
    "issues.nothing_to_reuse": "Šim sarakstam vēl nav neviena izdevuma, ko izmantot vēlreiz.",
    "issues.shape": "Izdevuma {block, number}. daļa nav saprotama. Izdzēsiet to un ievietojiet vēlreiz.",
    "issues.conflict":
      "Tikmēr izdevumu saglabāja kāds cits. Nekas nav zaudēts: ierakstītais saglabāts kā {n, number}. versija, un to var salīdzināt vai atgriezt.",
    "issues.trial_staff":
      "Izmēģinājuma vēstuli var nosūtīt tikai darbiniekiem, kuriem ir piekļuve, vienā reizē ne vairāk kā {most, number}.",
    "issues.empty": "Izdevumā nav nekā, ko lasīt. Pievienojiet tekstu.",
    "issues.language_missing":
      "{language, select, lv {Latviešu valodā} other {Angļu valodā}} izdevums nav uzrakstīts: šīs valodas lasītāji saņems to otrā valodā.",
    "issues.languages_differ": "Abās valodās ir atšķirīgs daļu skaits. Pārbaudiet, vai nekas nav aizmirsts.",
    "issues.subject_long": "Temats garāks par {max, number} rakstzīmēm: tālrunī to apraus. Svarīgāko sakiet sākumā.",
    "issues.preheader_missing": "Nav ievadrindas. Pasta programmas aiz temata rādīs pirmos vēstules vārdus.",
    "issues.preheader_same": "Ievadrinda atkārto tematu. Pasakiet tajā ko vairāk.",
    "issues.preheader_long": "Ievadrinda garāka par {max, number} rakstzīmēm: pasta programmas to apraus.",
    "issues.capitals": "Viss teksts ir ar lielajiem burtiem. Tādu ir grūti lasīt, un filtri to tur aizdomās.",
    "issues.block_empty": "Daļa ir tukša. Vēstulē tās nebūs.",
    "issues.words_empty": "Saitei vai pogai nav vārdu. Ierakstiet, kurp tā ved.",
    "issues.words_vague": "Saites vārdi nepasaka, kurp tā ved. Nosauciet lapu vai dokumentu.",
    "issues.link_empty": "Saitei nav adreses. Ierakstiet to, piemēram, https://www.iestade.example.",
    "issues.link_http": "Saite sākas ar http://, tāpēc to pa ceļam var mainīt. Izmantojiet https://.",
    "issues.link_personal":
      "Saite ved uz viena cilvēka vai darbinieku lapu, tāpēc to nedrīkst sūtīt visiem. Norādiet lapu, kas visiem ir viena.",
    "issues.image_missing": "Attēla vairs nav. Augšupielādējiet to vēlreiz.",
    "issues.image_heavy": "Attēls ir liels ({kb, number}\u00a0KB): lēnā tīklā lasītājs gaidīs. Samaziniet to.",
    "issues.images_heavy": "Attēli kopā pārsniedz {mb, number}\u00a0MB. Samaziniet tos.",
    "issues.alt_missing":
      "Attēlam nav apraksta. Ierakstiet, kas tajā redzams, vai atzīmējiet, ka attēls ir tikai rotājums.",
    "issues.alt_linked": "Attēls ir saite, tāpēc tas nevar būt tikai rotājums. Ierakstiet, kurp tas ved.",
    "issues.alt_file": "Attēla apraksts ir datnes nosaukums. Ierakstiet, kas attēlā redzams.",
    "issues.alt_long": "Attēla apraksts garāks par {max, number} rakstzīmēm. Garāku stāstiet tekstā.",
    "issues.table_head": "Tabulas kolonnai nav virsraksta. Bez tā tabulu nevar saprast klausoties.",
    "issues.table_wide": "Tabulai vairāk nekā {max, number} kolonnas: tālrunī tā būs šaura.",
    "issues.event_incomplete": "Pasākumam vajag nosaukumu un laiku.",
    "issues.event_place": "Pasākumam nav norādīta vieta.",
    "issues.mail_unfit":
      "{language, select, lv {Vēstule latviešu valodā} en {Vēstule angļu valodā} other {Vēstule}} vēl nav derīga. {code, select, large {Tā ir lielāka par 80\u00a0KB, un pasta programmas to apraus: saīsiniet tekstus.} contrast {Iestatījumos izvēlētajās krāsās to nevar izlasīt: izvēlieties citas.} contrast_dark {Iestatījumos izvēlētajās krāsās to nevar izlasīt tumšajā režīmā: izvēlieties citas.} header_long {Temats ir par garu: saīsiniet to.} header_break {Temats vai sūtītāja vārds nav vienā rindā: izlabojiet to.} address {Sūtītāja vai atbilžu adrese iestatījumos nav derīga: izlabojiet to.} tracking {Saitē ir cita adrese: norādiet lapu bez starpnieka, jo tas skaita lasītājus.} link_personal {Tekstā ir saite uz viena cilvēka vai darbinieku lapu: izņemiet to.} other {Pastāstiet par to sistēmas uzturētājam (kods: {code}).}}",
    "images.unknown": "Datne nav attēls, ko varam izmantot. Der PNG, JPEG un GIF.",
    "images.large": "Attēls ir par lielu. Atļautais apjoms ir līdz {mb, number}\u00a0MB.",
    "images.sides": "Attēla malas ir par garām. Garākā mala var būt {side, number} pikseļu.",
    "images.tiny": "Attēls ir par mazu, lai to redzētu. Īsākajai malai vajag vismaz {least, number} pikseļu.",
    "images.missing": "Šāda attēla vairs nav. Augšupielādējiet to vēlreiz.",
  },
  en: {
    "issues.unknown": "There is no such issue.",
    "issues.sent_already": "The issue has been sent or waits to be sent. It can no longer be changed.",
    "issues.list_missing": "Choose the list to write to. Press lists get releases.",
    "issues.no_basis":
      "The purpose of the list is not active, or its basis does not fit such a list. Check the purpose.",
    "issues.nothing_to_reuse": "This list has no issue yet that could be used again.",
    "issues.shape": "Part {block, number} of the issue cannot be understood. Delete it and put it in again.",
    "issues.conflict":
      "Somebody else saved the issue meanwhile. Nothing is lost: what was typed is kept as version {n, number}, to be compared or brought back.",
    "issues.trial_staff": "A test e-mail can be sent only to staff with access, {most, number} at most at a time.",
    "issues.empty": "There is nothing to read in the issue. Add a text.",
    "issues.language_missing":
      "The issue is not written in {language, select, lv {Latvian} other {English}}: readers in this language get it in the other one.",
    "issues.languages_differ": "The two languages have different numbers of parts. Check that nothing was forgotten.",
    "issues.subject_long":
      "The subject is longer than {max, number} characters: telephones cut it. Say the most important thing first.",
    "issues.preheader_missing":
      "There is no preview line. Mail programs will show the first words of the e-mail after the subject.",
    "issues.preheader_same": "The preview line repeats the subject. Say something more in it.",
    "issues.preheader_long": "The preview line is longer than {max, number} characters: mail programs cut it.",
    "issues.capitals": "The whole text is in capitals. It is hard to read, and filters distrust it.",
    "issues.block_empty": "The part is empty. It will not be in the e-mail.",
    "issues.words_empty": "The link or button has no words. Say where it leads.",
    "issues.words_vague": "The words of the link do not say where it leads. Name the page or document.",
    "issues.link_empty": "The link has no address. Enter it, for example https://www.institution.example.",
    "issues.link_http": "The link begins with http://, so it can be changed on its way. Use https://.",
    "issues.link_personal":
      "The link leads to a page of one person or of the staff, so it must not be sent to everybody. Give a page that is the same for all.",
    "issues.image_missing": "The image is gone. Upload it again.",
    "issues.image_heavy":
      "The image is large ({kb, number}\u00a0KB): readers on slow networks will wait. Make it smaller.",
    "issues.images_heavy": "The images are more than {mb, number}\u00a0MB in all. Make them smaller.",
    "issues.alt_missing": "The image has no description. Say what it shows, or mark it as decoration only.",
    "issues.alt_linked": "The image is a link, so it cannot be decoration only. Say where it leads.",
    "issues.alt_file": "The description of the image is a file name. Say what the image shows.",
    "issues.alt_long": "The description of the image is longer than {max, number} characters. Tell more in the text.",
    "issues.table_head":
      "A column of the table has no heading. Without it the table cannot be understood by listening.",
    "issues.table_wide": "The table has more than {max, number} columns: on a telephone it will be narrow.",
    "issues.event_incomplete": "The event needs a name and a time.",
    "issues.event_place": "The event has no place.",
    "issues.mail_unfit":
      "{language, select, lv {The e-mail in Latvian} en {The e-mail in English} other {The e-mail}} is not fit to be sent yet. {code, select, large {It is larger than 80\u00a0KB, and mail programs will cut it: shorten the texts.} contrast {In the colours chosen in the settings it cannot be read: choose others.} contrast_dark {In the colours chosen in the settings it cannot be read in dark mode: choose others.} header_long {The subject is too long: shorten it.} header_break {The subject or the sender's name is not on one line: correct it.} address {The sender's or the reply address in the settings is not valid: correct it.} tracking {A link holds another address: give the page itself, because what stands between counts readers.} link_personal {The text holds a link to a page of one person or of the staff: take it out.} other {Tell whoever maintains the system (code: {code}).}}",
    "images.unknown": "The file is not an image that we can use. PNG, JPEG and GIF will do.",
    "images.large": "The image is too large. Up to {mb, number}\u00a0MB is allowed.",
    "images.sides": "The sides of the image are too long. The longer side can be {side, number} pixels.",
    "images.tiny": "The image is too small to be seen. Its shorter side needs at least {least, number} pixels.",
    "images.missing": "The image is gone. Upload it again.",
  },
});
