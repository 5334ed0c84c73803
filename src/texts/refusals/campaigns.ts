import { texts } from "../say.ts";

export const campaignsRefusals = texts({
  lv: {
    "campaigns.unknown": "Šāda sūtījuma nav.",
    "campaigns.title_missing": "Ievadiet kampaņas nosaukumu.",
    "campaigns.list_missing": "Izvēlieties sarakstu, kuram jautāt.",
    "campaigns.not_consent":
      "Piekrišanu var lūgt tikai sarakstam, kura nolūks balstās uz piekrišanu un ir spēkā. Izvēlieties citu sarakstu.",
    "campaigns.no_statement":
      "Nolūkam nav piekrišanas teksta visās iestādes valodās. Publicējiet to sadaļā „Paziņojumi” un mēģiniet vēlreiz.",
    "campaigns.sent_already": "Sūtījums jau ir nosūtīts. To vairs nevar mainīt.",
    "campaigns.reason_short":
      "Paskaidrojiet, kāpēc šie cilvēki sagaida iestādes vēstuli. Vajag vismaz {min} rakstzīmju.",
    "campaigns.deadline_missing": "Ierakstiet pēdējo dienu, kad var atbildēt, piemēram, 2026-12-15.",
    "campaigns.deadline_range": "Atbildei dodiet no {least} līdz {most} dienām.",
    "campaigns.one_line": "Šim tekstam jābūt vienā rindā.",
    "campaigns.nobody_to_ask": "Sarakstā nav neviena, kam jautāt. Vispirms importējiet adreses.",
    "campaigns.audience_changed":
      "Saņēmēju skaits tikmēr ir mainījies: tagad kopā {audience, number}. Pārskatiet un nosūtiet vēlreiz.",
    "campaigns.list_is_asked":
      "Šim sarakstam jau notiek atkārtotas piekrišanas kampaņa vai melnraksts ir mainīts. Nekas nav nosūtīts.",
    "campaigns.mail_unfit":
      "{language, select, lv {Vēstule latviešu valodā} en {Vēstule angļu valodā} other {Vēstule}} vēl nav derīga, tāpēc nekas nav nosūtīts. {code, select, large {Tā ir lielāka par 80\u00a0KB: saīsiniet tekstus.} headings {Tai trūkst virsraksta: ierakstiet jautājumu.} title {Tai trūkst temata: ierakstiet to.} header_long {Temats ir par garu: saīsiniet to.} header_break {Temats vai sūtītāja vārds nav vienā rindā: izlabojiet to.} address {Sūtītāja vai atbilžu adrese iestatījumos nav derīga: izlabojiet to.} contrast {Iestatījumos izvēlētajās krāsās to nevar izlasīt: izvēlieties citas.} contrast_dark {Iestatījumos izvēlētajās krāsās to nevar izlasīt tumšajā režīmā: izvēlieties citas.} other {Pastāstiet par to sistēmas uzturētājam (kods: {code}).}}",
    "campaigns.trial_not_ours": "Izmēģinājuma vēstuli var nosūtīt tikai uz iestādes adresi.",
    "campaigns.trial_failed": "E-pasta pakalpojums izmēģinājuma vēstuli nepieņēma. Pēc brīža mēģiniet vēlreiz.",
    "campaigns.not_sent_yet": "Kampaņa vēl nav pilnībā nosūtīta. Noslēgt to var pēc nosūtīšanas un termiņa beigām.",
    "campaigns.deadline_not_over": "Termiņš vēl nav beidzies. Kamēr cilvēki var atbildēt, kampaņu noslēgt nevar.",
    "campaigns.closed_already": "Kampaņa jau ir noslēgta.",
    "campaigns.not_under_way": "Šo sūtījumu pašlaik nesūtām, tāpēc to nevar ne apturēt, ne atcelt.",
    "campaigns.not_paused": "Sūtījums nav apturēts.",
    "campaigns.deadline_over":
      "Pēdējā diena, kad var atbildēt, ir pagājusi, tāpēc šo jautājumu vairs nesūtām. Pagariniet termiņu vai atceliet sūtījumu.",
    "campaigns.stays_on_consent":
      "Šī saraksta nolūks joprojām balstās uz piekrišanu, tāpēc klusēšana sarakstā nevienu neatstāj. Lūdziet piekrišanu no jauna.",
    "campaigns.list_moved": "Saraksts tikmēr ir pārcelts uz citu nolūku. Izveidojiet jaunu melnrakstu.",
    "campaigns.not_a_task":
      "Paziņot ar iespēju atteikties var tikai informatīvajam sarakstam, kura nolūks ir uzdevums sabiedrības interesēs un ir spēkā.",
    "campaigns.moved_short":
      "Paskaidrojiet, kāpēc sarakstam piekrišana vairs nav vajadzīga. Vajag vismaz {min} rakstzīmju.",
    "campaigns.opinion_missing": "Nav datu aizsardzības speciālista atzinuma par šo jautājumu un tā pamatu.",
    "campaigns.officer_objects":
      "Datu aizsardzības speciālists iebilst. Kamēr viņa atzinums ir tāds, nekas netiks nosūtīts.",
    "campaigns.approval_missing": "Melnrakstu tā pašreizējā versijā vēl nav apstiprinājis otrs cilvēks.",
    "campaigns.approval_old":
      "Kopš apstiprināšanas ir mainīts kas tāds, ko saņēmējs lasītu: piekrišanas teksts, nosaukumi, sūtītājs vai iestādes dati. Melnraksts jāapstiprina vēlreiz.",
    "campaigns.officers_own":
      "Iebildumu ierakstīja pats datu aizsardzības speciālists, tāpēc mainīt to var tikai viņš.",
    "campaigns.own_draft": "Melnrakstu vērtē kāds, kas to nav rakstījis.",
    "campaigns.written_day": "Ierakstiet dienu, kurā atzinums dots rakstveidā. Tā nevar būt vēlāka par šodienu.",
    "campaigns.number": "Ierakstiet veselu skaitli no {from} līdz {to}.",
    "campaigns.no_pilot_waits": "Šis sūtījums negaida pēc pirmās kārtas, tāpēc nav ko turpināt.",
    "campaigns.nothing_to_postpone":
      "Šai kampaņai termiņu pašlaik pagarināt nevar: tā vēl nav nosūtīta, to sūtām vai tā ir beigusies.",
    "campaigns.postponed_already": "Termiņš jau vienu reizi ir pagarināts. Otrreiz to pagarināt nevar.",
    "campaigns.postpone_day":
      "Jaunajam termiņam jābūt vēlākam par pašreizējo, bet ne vairāk kā 60\u00a0dienas vēlākam.",
    "campaigns.postpone_least":
      "{least, plural, zero {Tiem, kam vēstule vēl nav nosūtīta, atbildei jādod vismaz {least, number}\u00a0dienu.} one {Tiem, kam vēstule vēl nav nosūtīta, atbildei jādod vismaz {least, number}\u00a0diena.} other {Tiem, kam vēstule vēl nav nosūtīta, atbildei jādod vismaz {least, number}\u00a0dienas.}} Izvēlieties vēlāku dienu.",
    "campaigns.no_reminder": "Šai kampaņai atgādinājums nav paredzēts.",
    "campaigns.reminded_already": "Atgādinājums jau ir sākts. Otru nesūtām.",
    "campaigns.not_waiting": "Kampaņa pašlaik negaida atbildes, tāpēc atgādināt nevar.",
    "campaigns.reminder_comes": "Atgādinājums izies pats, kad pienāks tā diena.",
    "campaigns.reminder_late":
      "{days, plural, zero {Līdz pēdējai dienai ir mazāk nekā {days, number}\u00a0dienu} one {Līdz pēdējai dienai ir mazāk nekā {days, number}\u00a0diena} other {Līdz pēdējai dienai ir mazāk nekā {days, number}\u00a0dienas}}, tāpēc atgādinājumu vairs nesūtām: saņēmēji nepagūtu atbildēt.",
    "campaigns.nobody_to_remind": "Nav neviena, kam atgādināt.",
    "campaigns.deletion_stopped":
      "Datu aizsardzības speciālists dzēšanu ir apturējis. Bez viņa jauna atzinuma kampaņu noslēgt nevar.",
    "campaigns.deletion_begun": "Dzēšana jau ir sākta vai kampaņa vairs negaida atbildes.",
    "campaigns.nothing_to_annul": "Anulēt var kampaņu, kas ir nosūtīta un kuras dzēšana nav sākta.",
    "campaigns.act_reason": "Ierakstiet iemeslu. Vajag vismaz {min} rakstzīmju.",
    "campaigns.decided_already": "Par cilvēkiem, kurus jautājums nesasniedza, jau ir izlemts.",
    "campaigns.called_off": "Kampaņa ir atcelta, tāpēc tās dēļ no saraksta nevienu neizņemam.",
  },
  en: {
    "campaigns.unknown": "There is no such mailing.",
    "campaigns.title_missing": "Enter the name of the campaign.",
    "campaigns.list_missing": "Choose the list to ask.",
    "campaigns.not_consent":
      "Consent can be asked only for a list whose purpose rests on consent and is active. Choose another list.",
    "campaigns.no_statement":
      "The purpose has no consent text in every language of the institution. Publish it under “Notices” and try again.",
    "campaigns.sent_already": "The mailing has been sent. It can no longer be changed.",
    "campaigns.reason_short":
      "Explain why these people expect mail from the institution. At least {min} characters are needed.",
    "campaigns.deadline_missing": "Enter the last day on which people can answer, for example 2026-12-15.",
    "campaigns.deadline_range": "Give people between {least} and {most} days to answer.",
    "campaigns.one_line": "This text must be on one line.",
    "campaigns.nobody_to_ask": "There is nobody on the list to ask. Import addresses first.",
    "campaigns.audience_changed":
      "The number of recipients has changed meanwhile: now {audience, number} in all. Look again and send again.",
    "campaigns.list_is_asked":
      "A re-consent campaign of this list is already running, or the draft was changed. Nothing was sent.",
    "campaigns.mail_unfit":
      "{language, select, lv {The Latvian e-mail} en {The English e-mail} other {The e-mail}} is not fit to be sent, so nothing was sent. {code, select, large {It is over 80\u00a0KB: shorten the texts.} headings {It has no heading: enter the question.} title {It has no subject: enter one.} header_long {The subject is too long: shorten it.} header_break {The subject or the sender’s name is not on one line: correct it.} address {The sender’s address or the address for replies in the settings is not valid: correct it.} contrast {It cannot be read in the colours chosen in the settings: choose others.} contrast_dark {In dark mode it cannot be read in the colours chosen in the settings: choose others.} other {Tell whoever runs the system (code: {code}).}}",
    "campaigns.trial_not_ours": "A trial mail can be sent only to an address of the institution.",
    "campaigns.trial_failed": "The mail service did not accept the trial mail. Try again in a while.",
    "campaigns.not_sent_yet":
      "The campaign has not been sent in full. It can be closed after that and after the deadline.",
    "campaigns.deadline_not_over": "The deadline is not over. While people can answer, the campaign cannot be closed.",
    "campaigns.closed_already": "The campaign is closed already.",
    "campaigns.not_under_way": "The mailing is not being sent now, so it can be neither paused nor cancelled.",
    "campaigns.not_paused": "The mailing is not paused.",
    "campaigns.deadline_over":
      "The last day to answer is over, so this question is not sent any more. Postpone the deadline or cancel the mailing.",
    "campaigns.stays_on_consent":
      "The purpose of this list still rests on consent, so silence keeps nobody on it. Ask for consent again.",
    "campaigns.list_moved": "The list was moved to another purpose meanwhile. Begin a new draft.",
    "campaigns.not_a_task":
      "A notice with a way out is only for a service list whose purpose is a task in the public interest and is active.",
    "campaigns.moved_short": "Explain why the list no longer needs consent. At least {min} characters are needed.",
    "campaigns.opinion_missing": "There is no opinion of the data protection officer on this question and its basis.",
    "campaigns.officer_objects": "The data protection officer objects. While his opinion is this, nothing is sent.",
    "campaigns.approval_missing": "Nobody else has approved the draft as it is now.",
    "campaigns.approval_old":
      "Something that recipients would read has changed since the approval: the consent text, names, the sender or the institution’s details. The draft needs a new approval.",
    "campaigns.officers_own":
      "The data protection officer has recorded an objection in person. Only the officer, signed in, can change it.",
    "campaigns.own_draft": "A draft is judged by somebody who did not write it.",
    "campaigns.written_day": "Enter the day on which the opinion was given in writing. It cannot be later than today.",
    "campaigns.number": "Enter a whole number between {from} and {to}.",
    "campaigns.no_pilot_waits": "This mailing does not wait after a first wave, so there is nothing to go on with.",
    "campaigns.nothing_to_postpone":
      "This campaign cannot be postponed now: it has not been sent yet, is being sent, or is over.",
    "campaigns.postponed_already": "The deadline has been postponed once. It cannot be postponed again.",
    "campaigns.postpone_day": "The new deadline must be later than the present one, and at most 60 days later.",
    "campaigns.postpone_least":
      "{least, plural, one {Whoever has not been sent the e-mail yet needs at least {least, number} day to answer.} other {Whoever has not been sent the e-mail yet needs at least {least, number} days to answer.}} Choose a later day.",
    "campaigns.no_reminder": "No reminder was planned for this campaign.",
    "campaigns.reminded_already": "The reminder has begun already. There is no second one.",
    "campaigns.not_waiting": "The campaign is not waiting for answers now, so nobody can be reminded.",
    "campaigns.reminder_comes": "The reminder goes out by itself when its day comes.",
    "campaigns.reminder_late":
      "{days, plural, one {Less than {days, number} day is left} other {Less than {days, number} days are left}} until the last day, so the reminder is not sent any more: recipients would have no time to answer.",
    "campaigns.nobody_to_remind": "There is nobody to remind.",
    "campaigns.deletion_stopped":
      "The data protection officer has stopped the deletion. Without a new opinion of his the campaign cannot be closed.",
    "campaigns.deletion_begun": "The deletion has begun, or the campaign no longer waits for answers.",
    "campaigns.nothing_to_annul": "A campaign can be annulled once it is sent and while its deletion has not begun.",
    "campaigns.act_reason": "Enter the reason. At least {min} characters are needed.",
    "campaigns.decided_already": "It has been decided already about the people whom the question did not reach.",
    "campaigns.called_off": "The campaign was called off, so nobody is taken off the list because of it.",
  },
});
