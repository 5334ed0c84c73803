/**
 * Words of an issue of a newsletter that its author does not write and cannot remove: why it comes, on which basis, how to be
 * rid of it. {since} stands in the genitive in Latvian (after „kopš”); {list}, {norm} and {title} are names, uninflected.
 */
import { texts } from "./say.ts";

export const issueMailTexts = texts({
  lv: {
    why: "Kāpēc saņemat šo vēstuli",
    list: "Saraksts",
    promise: "Ko sūtām",
    since: "Adrese sarakstā",
    "since.value": "kopš {since}",
    basis: "Pamats",
    "basis.a": "Jūsu piekrišana. To varat atsaukt jebkurā laikā.",
    "basis.b": "Līgums, kas Jums ir ar mūsu iestādi.",
    "basis.c": "Juridisks pienākums{norm, select, none {} other { ({norm})}}.",
    "basis.e": "Uzdevums, ko veicam sabiedrības interesēs{norm, select, none {} other { ({norm})}}.",
    "basis.f": "Mūsu leģitīmās intereses{norm, select, none {} other { ({norm})}}.",
    "basis.staff": "Darba pienākumi mūsu iestādē.",
    to: "Vēstule sūtīta uz",
    "means.a":
      "Poga atver lapu, kurā atteikumu apstiprināsiet. Pierakstīties vai ko paskaidrot nevajag. Ja Jūsu adreses nav citos mūsu sarakstos, to dzēsīsim.",
    means:
      "Poga atver lapu, kurā atteikumu apstiprināsiet. Pierakstīties vai ko paskaidrot nevajag. Atteikums attiecas uz visām saraksta „{list}” vēstulēm.",
    "object.title": "Tiesības iebilst",
    object:
      "Pret savu datu izmantošanu šīm vēstulēm varat iebilst jebkurā laikā, nepaskaidrojot iemeslu: nospiediet „Atteikties no jaunumu saņemšanas”, un saraksta „{list}” vēstules vairs nesūtīsim.",
    "staff.title": "Ja šīs vēstules nevēlaties",
    staff: "No saraksta „{list}” vēstulēm varat atteikties jebkurā laikā. Citas darba vēstules saņemsiet kā līdz šim.",
    "event.title": "Pasākums",
    "event.when": "Kad",
    "event.place": "Kur",
    "event.more": "Vairāk par pasākumu „{title}”",
    "foot.me": "Mani dati",
  },
  en: {
    why: "Why you get this e-mail",
    list: "List",
    promise: "What we send",
    since: "Address on the list",
    "since.value": "since {since}",
    basis: "Basis",
    "basis.a": "Your consent. You can withdraw it at any time.",
    "basis.b": "A contract that you have with us.",
    "basis.c": "A legal obligation{norm, select, none {} other { ({norm})}}.",
    "basis.e": "A task that we carry out in the public interest{norm, select, none {} other { ({norm})}}.",
    "basis.f": "Our legitimate interests{norm, select, none {} other { ({norm})}}.",
    "basis.staff": "Your work at our institution.",
    to: "This e-mail was sent to",
    "means.a":
      "The button opens a page where you confirm that. There is nothing to sign in to and nothing to explain. If your address is on no other list of ours, we delete it.",
    means:
      "The button opens a page where you confirm that. There is nothing to sign in to and nothing to explain. It ends all e-mails of the list “{list}”.",
    "object.title": "The right to object",
    object:
      "You can object to the use of your data for these e-mails at any time, without giving a reason: press “Stop receiving news”, and we stop sending the e-mails of the list “{list}”.",
    "staff.title": "If you do not want these e-mails",
    staff:
      "You can stop the e-mails of the list “{list}” at any time. Other e-mails about work will reach you as before.",
    "event.title": "Event",
    "event.when": "When",
    "event.place": "Where",
    "event.more": "More about the event “{title}”",
    "foot.me": "My data",
  },
});
