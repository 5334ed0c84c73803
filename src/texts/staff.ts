/** Sign-in of staff and the page of staff accounts. */
import { texts } from "./say.ts";

export const staffTexts = texts({
  lv: {
    "in.title": "Pieslēgties",
    "in.lede": "Uz darba e-pastu nosūtīsim vienreizēju kodu. Parole nav vajadzīga.",
    "in.email": "Darba e-pasta adrese",
    "in.send": "Nosūtīt kodu",
    "in.ended": "Sesija ir beigusies, un pēdējā veidlapa nav saglabāta. Pieslēdzieties vēlreiz.",
    "in.out": "Darbs ir beigts: sesija ir slēgta.",
    "in.failed": "Neizdevās pieslēgties",

    "code.title": "Ievadiet kodu no vēstules",
    "code.lede":
      "Ja {email} ir darbinieka konta adrese, nosūtījām uz to kodu un saiti. Tie der 15 minūtes. Ja vēstules nav, pārbaudiet surogātpasta mapi un to, vai adrese ierakstīta pareizi.",
    "code.label": "Vienreizējais kods",
    "code.hint": "Seši cipari. Piemērs: 042 917.",
    "code.enter": "Pieslēgties",
    "code.again": "Nosūtīt jaunu kodu",
    "code.other": "Ievadīt citu adresi",

    "link.title": "Pieslēgties sistēmai „Pieteka”",
    "link.lede": "Saite der vienu reizi, un to izmanto tikai šī poga.",
    "link.enter": "Pieslēgties",
    "link.spent.title": "Saite vairs neder",
    "link.spent.lede": "Saitei ir beidzies termiņš, vai tā jau izmantota. Pieprasiet jaunu: tas aizņem minūti.",
    "link.spent.again": "Pieprasīt jaunu saiti",

    "wait.title": "Pārāk daudz mēģinājumu",
    "wait.lede":
      "{minutes, plural, zero {Mēģiniet vēlreiz pēc {minutes, number} minūtēm.} one {Mēģiniet vēlreiz pēc {minutes, number} minūtes.} other {Mēģiniet vēlreiz pēc {minutes, number} minūtēm.}} Jau saņemtās vēstules saite der arī tagad.",
    "wait.help": "Ja mēģināja kāds cits, pasakiet administratoram: bez koda vai saites no vēstules pieslēgties nevar.",

    "role.admin": "Administrēšana",
    "role.head": "Apstiprināšana",
    "role.editor": "Sarakstu un sūtījumu sagatavošana",
    "role.press": "Relīžu sagatavošana",
    "role.dpo": "Datu aizsardzība",
    "role.auditor": "Tikai lasīšana",
    "may.admin": "Iestatījumi, darbinieki, saraksti, sūtījumi, eksports, kampaņu slēgšana. Pierādījumus neatver.",
    "may.head": "Apstiprina kampaņas, pagarina to termiņu, aptur, anulē un noslēdz. Tekstus un iestatījumus nemaina.",
    "may.editor": "Saraksti, imports, sūtījumi, cilvēka meklēšana, atteikumu pierakstīšana.",
    "may.press": "Relīzes un atteikumu pierakstīšana. Sarakstu saņēmēji nav redzami.",
    "may.dpo": "Nolūki, paziņojumi, cilvēka meklēšana, eksports, atteikumu pierakstīšana, pierādījumi.",
    "may.auditor": "Redz sarakstus, sūtījumus un pierādījumus bez cilvēku adresēm. Neko nemaina.",

    "staff.title": "Darbinieki",
    "staff.lede":
      "{n, plural, zero {Piekļuve ir {n, number} darbiniekiem.} one {Piekļuve ir {n, number} darbiniekam.} other {Piekļuve ir {n, number} darbiniekiem.}} Katrs pieslēdzas ar savu darba adresi.",
    "staff.invite": "Uzaicināt darbinieku",
    "staff.name": "Vārds, uzvārds",
    "staff.email": "E-pasta adrese",
    "staff.role": "Loma",
    "staff.state": "Stāvoklis",
    "state.active": "Aktīvs",
    "state.invited": "Gaida pirmo pieslēgšanos",
    "state.disabled": "Piekļuve atņemta {date}",

    "new.title": "Uzaicināt darbinieku",
    "new.lede": "Uz norādīto adresi nosūtīsim kodu un saiti. Vēlāk darbinieks pieslēdzas ar to pašu adresi.",
    "new.name.hint": "Redzams šajās lapās un blakus ierakstiem par izdarīto. Ārpus iestādes to neredz.",
    "new.language": "Valoda",
    "new.language.hint": "Šajās lapās un pieslēgšanās vēstulēs.",
    "new.send": "Uzaicināt un nosūtīt vēstuli",
    "language.lv": "Latviešu",
    "language.en": "English",

    "one.facts.since": "Konts izveidots",
    "one.facts.language": "Valoda",
    "one.role.save": "Mainīt lomu",
    "one.role.note": "Jaunā loma stājas spēkā uzreiz, arī atvērtajās lapās.",
    "one.own": "Šis ir atvērtās sesijas konts. Savu lomu un piekļuvi mainīt nevar; to izdara cits administrators.",
    "one.mail": "Nosūtīt kodu un saiti vēlreiz",
    "one.disable": "Atņemt piekļuvi",
    "one.enable": "Atjaunot piekļuvi",

    "off.title": "Vai atņemt piekļuvi?",
    "off.ask": "{name}, {email}. Loma: {role}.",
    "off.act": "Atņemt piekļuvi",
    "off.back": "Neatņemt",

    "done.invited":
      "Uzaicinājums ir nosūtīts. Kods un saite vēstulē der 15 minūtes; vēlāk jaunu kodu darbinieks pieprasa pieslēgšanās lapā.",
    "done.role": "Loma ir mainīta.",
    "done.disabled": "Piekļuve ir atņemta, sesijas ir slēgtas.",
    "done.enabled": "Piekļuve ir atjaunota.",
    "done.mailed": "Kods un saite ir nosūtīti.",
    "warn.not-mailed":
      "Konts ir izveidots, bet vēstuli nosūtīt neizdevās. Pārbaudiet sūtīšanas iestatījumus un nosūtiet to vēlreiz.",
  },
  en: {
    "in.title": "Sign in",
    "in.lede": "We send a one-time code to your work e-mail. No password is needed.",
    "in.email": "Work e-mail address",
    "in.send": "Send the code",
    "in.ended": "Your session has ended, and the last form was not saved. Sign in again.",
    "in.out": "You are signed out: the session is closed.",
    "in.failed": "You are not signed in",

    "code.title": "Enter the code from the e-mail",
    "code.lede":
      "If {email} is the address of a staff account, we have sent a code and a link to it. They are good for 15 minutes. If there is no e-mail, look in the spam folder and check that the address is right.",
    "code.label": "One-time code",
    "code.hint": "Six digits. Example: 042 917.",
    "code.enter": "Sign in",
    "code.again": "Send a new code",
    "code.other": "Enter another address",

    "link.title": "Sign in to Pieteka",
    "link.lede": "The link works once, and only this button uses it.",
    "link.enter": "Sign in",
    "link.spent.title": "The link no longer works",
    "link.spent.lede": "The link has expired or was used already. Ask for a new one: it takes a minute.",
    "link.spent.again": "Ask for a new link",

    "wait.title": "Too many attempts",
    "wait.lede":
      "{minutes, plural, one {Try again in # minute.} other {Try again in # minutes.}} The link in an e-mail you already have works even now.",
    "wait.help":
      "If somebody else was trying, tell your administrator: nobody can sign in without the code or link from the e-mail.",

    "role.admin": "Administration",
    "role.head": "Approval",
    "role.editor": "Lists and mailings",
    "role.press": "Press releases",
    "role.dpo": "Data protection",
    "role.auditor": "Read only",
    "may.admin": "Settings, staff, lists, mailings, exports, closing campaigns. Does not open proofs.",
    "may.head": "Approves campaigns, postpones, stops, annuls and closes them. Changes no texts and no settings.",
    "may.editor": "Lists, import, mailings, finding a person, recording refusals.",
    "may.press": "Press releases and recording refusals. Does not see who is on a list.",
    "may.dpo": "Purposes, notices, finding a person, exports, recording refusals, proofs.",
    "may.auditor": "Sees lists, mailings and proofs without people’s addresses. Changes nothing.",

    "staff.title": "Staff",
    "staff.lede":
      "{n, plural, one {# member of staff has access.} other {# members of staff have access.}} Each signs in with their own work address.",
    "staff.invite": "Invite a member of staff",
    "staff.name": "Name",
    "staff.email": "E-mail address",
    "staff.role": "Role",
    "staff.state": "State",
    "state.active": "Active",
    "state.invited": "Has not signed in yet",
    "state.disabled": "Access ended {date}",

    "new.title": "Invite a member of staff",
    "new.lede": "We send a code and a link to the address. Later they sign in with the same address.",
    "new.name.hint": "Shown on the desk and beside what the person did. Nobody outside the institution sees it.",
    "new.language": "Language",
    "new.language.hint": "On the desk and in sign-in e-mails.",
    "new.send": "Invite and send the e-mail",
    "language.lv": "Latviešu",
    "language.en": "English",

    "one.facts.since": "Account made",
    "one.facts.language": "Language",
    "one.role.save": "Change the role",
    "one.role.note": "The new role holds at once, also on pages that are open.",
    "one.own":
      "This is the account you are using. You cannot change your own role or access; another administrator does that.",
    "one.mail": "Send a code and a link again",
    "one.disable": "End access",
    "one.enable": "Restore access",

    "off.title": "End this access?",
    "off.ask": "{name}, {email}. Role: {role}.",
    "off.act": "End access",
    "off.back": "Keep access",

    "done.invited":
      "The invitation is sent. The code and the link in it are good for 15 minutes; later they ask for a new code on the sign-in page.",
    "done.role": "The role is changed.",
    "done.disabled": "Access is ended and the sessions are closed.",
    "done.enabled": "Access is restored.",
    "done.mailed": "A code and a link are sent.",
    "warn.not-mailed":
      "The account was made, but the e-mail could not be sent. Check the mail settings and send it again.",
  },
});
