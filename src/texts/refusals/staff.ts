import { texts } from "../say.ts";

export const staffRefusals = texts({
  lv: {
    "staff.forbidden": "Šai darbībai nepietiek tiesību. Tās piešķir administrators.",
    "staff.unknown": "Šāda darbinieka konta nav. Pārbaudiet adresi vai atveriet darbinieku sarakstu.",
    "staff.email_taken": "Darbiniekam ar šo adresi konts jau ir. Atveriet to darbinieku sarakstā.",
    "staff.disabled": "Šim kontam piekļuve ir atņemta. Vispirms to atjaunojiet.",
    "staff.last_admin":
      "Šis ir vienīgais konts, kurš var piešķirt piekļuvi. Vispirms piešķiriet administrēšanas lomu vēl kādam.",
    "staff.own_account": "Savu lomu un piekļuvi mainīt nevar. To izdara cits administrators.",
    "staff.last_dpo": "Šis ir vienīgais datu aizsardzības speciālista konts. Vispirms piešķiriet šo lomu vēl kādam.",
    "staff.second_missing": "Ievadiet kodu no autentifikatora lietotnes: sešus ciparus.",
    "staff.second_wrong": "Kods nav pareizs vai jau ir izmantots. Pagaidiet nākamo kodu un ievadiet to.",
    "staff.recovery_wrong": "Rezerves kods nav pareizs vai jau ir izmantots. Ievadiet citu kodu no saraksta.",
    "staff.second_wait":
      "{minutes, plural, zero {Pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc {minutes, number} minūtēm.} one {Pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc {minutes, number} minūtes.} other {Pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc {minutes, number} minūtēm.}}",
    "staff.second_set": "Otrais faktors jau ir iestatīts. Lai to nomainītu, vispirms noņemiet iepriekšējo.",
    "staff.enrol_over":
      "Laiks, kad varēja iestatīt jaunu autentifikatora lietotni, ir beidzies. Tas jālūdz administratoram: diviem kolēģiem tas jāatļauj no jauna.",
    "staff.second_missing_yet": "Šim kontam otrais faktors nav iestatīts.",
    "staff.reset_over": "Šī lūguma vairs nav: tas ir izlemts vai tam beidzies termiņš.",
    "staff.reset_own": "Par savu lūgumu lemj cits darbinieks.",
    "staff.reason_short": "Norādiet iemeslu: vismaz {min} rakstzīmes.",
    "staff.reason_address": "Iemeslā neierakstiet e-pasta adresi: teksts paliks pierādījumu žurnālā.",
    "staff.successor": "Norādiet, kurš darbinieks turpinās iesākto.",
    "staff.successor_role": "Izvēlētā darbinieka loma neļauj turpināt visu iesākto. Izvēlieties citu darbinieku.",
    "staff.forgotten": "Šī konta darba adrese ir dzēsta. Uzaiciniet darbinieku no jauna.",
    "staff.review_day": "Norādiet dienu pēc šodienas, ne vēlāk kā pēc gada.",
    "staff.code_wrong": "Kods nav pareizs. Atlikušie mēģinājumi: {left}.",
    "staff.code_missing": "Ievadiet kodu: sešus ciparus no vēstules.",
    "staff.not_mailed": "Vēstuli nosūtīt neizdevās. Pārbaudiet sūtīšanas iestatījumus un nosūtiet to vēlreiz.",
  },
  en: {
    "staff.forbidden": "This needs a permission you do not have. An administrator grants it.",
    "staff.unknown": "There is no such staff account. Check the address or open the list of staff.",
    "staff.email_taken": "There already is a staff account with this address. Open it in the list of staff.",
    "staff.disabled": "The access of this account was ended. Restore it first.",
    "staff.last_admin":
      "This is the only account that can give access. Give the administration role to somebody else first.",
    "staff.own_account": "You cannot change your own role or access. Another administrator does that.",
    "staff.last_dpo": "This is the only account of a data protection officer. Give the role to somebody else first.",
    "staff.second_missing": "Enter the code from your authenticator app: six digits.",
    "staff.second_wrong": "The code is wrong or was used already. Wait for the next code and enter that.",
    "staff.recovery_wrong": "The recovery code is wrong or was used already. Enter another one from your list.",
    "staff.second_wait":
      "{minutes, plural, one {Too many attempts. Try again in # minute.} other {Too many attempts. Try again in # minutes.}}",
    "staff.second_set": "A second factor is set up already. To change it, take the present one off first.",
    "staff.enrol_over":
      "The time to set up a new authenticator app is over. Ask an administrator: two colleagues have to allow it again.",
    "staff.second_missing_yet": "No second factor is set up for this account.",
    "staff.reset_over": "This request is no longer there: it was decided, or its time is over.",
    "staff.reset_own": "Somebody else decides about your own request.",
    "staff.reason_short": "Give the reason in at least {min} characters.",
    "staff.reason_address": "Write no e-mail address into the reason: the text stays in the proof log.",
    "staff.successor": "Say which member of staff goes on with the work.",
    "staff.successor_role": "The chosen person’s role does not allow all of this work. Choose somebody else.",
    "staff.forgotten": "The work address of this account was deleted. Invite the person anew.",
    "staff.review_day": "Give a day after today and within a year.",
    "staff.code_wrong": "The code is wrong. Attempts left: {left}.",
    "staff.code_missing": "Enter the code: six digits from the e-mail.",
    "staff.not_mailed": "The e-mail could not be sent. Check the mail settings and send it again.",
  },
});
