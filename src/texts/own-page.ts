/**
 * A person's own page (`/me`): asking for its link, the mail with the link, the button, the page. {address} is whole where it
 * is his own page, masked before. {date} stands in the case of its sentence: locative, `until` dative, marks genitive.
 */
import { texts } from "./say.ts";

export const ownPageTexts = texts({
  lv: {
    title: "Mani dati",
    "ask.lead":
      "Varat redzēt visu, ko par Jūsu adresi glabājam, izvēlēties, ko saņemt, datus labot, lejupielādēt un dzēst.",
    "ask.over": "Apmeklējums ir beidzies. Lai lapu atvērtu vēlreiz, pieprasiet jaunu saiti.",
    "ask.text": "Ierakstiet savu adresi. Ja par to kaut ko glabājam, uz to nosūtīsim saiti.",
    email: "E-pasta adrese",
    "email.hint": "Piemērs: vards@pasts.example.",
    send: "Nosūtīt saiti",

    "asked.title": "Pārbaudiet pastkasti",
    "asked.lead": "Ja par šo adresi kaut ko glabājam, uz to nosūtīsim saiti.",
    "asked.open": "Atveriet vēstuli „{subject}” un tajā saiti.",
    "asked.press": "Nospiediet pogu „{button}”. Saite derīga vienu stundu un tikai vienu reizi.",
    "asked.missing": "Ja vēstules nav",
    "asked.missing.text":
      "Pārbaudiet surogātpasta mapi. Ja par adresi neko neglabājam, vēstules nebūs. Jaunu saiti varat pieprasīt pēc stundas; nedēļā uz vienu adresi nosūtām ne vairāk kā trīs vēstules, kuru saites neizmanto.",
    "asked.silent":
      "Ja lūdzāt Jums vairs nekad nerakstīt vai mūsu vēstuli atzīmējāt kā surogātpastu, saiti nesūtām. Par saviem datiem tad jautājiet mums: <mail>{email}</mail>.",
    "asked.kept": "Pieprasījumu kopā ar adresi dzēšam pēc apmeklējuma, bet ne vēlāk kā pēc 7\u00a0dienām.",
    "asked.same": "Šo lapu rādām vienādu visiem, lai neviens nevarētu uzzināt, kuras adreses ir mūsu sarakstos.",

    "mail.subject": "Saite uz Jūsu sarakstiem un pierādījumiem",
    "mail.title": "Jūsu saite",
    "mail.lead":
      "{date} {time} kāds – visticamāk, Jūs – mūsu vietnē lūdza saiti, lai redzētu, kuros mūsu sarakstos ir šī adrese un kādas atbildes par to ir ierakstītas.",
    "mail.until": "Saite derīga līdz",
    "mail.until.value": "{date} {time}, izmantojama vienu reizi",
    "mail.button": "Atvērt saiti",
    "mail.opens": "Saite atver lapu ar vienu pogu. Saites atvēršana vien neko nemaina.",
    "mail.not-me": "Ja saiti nelūdzāt",
    "mail.not-me.text":
      "Nekas nav jādara: ja saiti neizmantosiet, tā pārstās darboties. Citiem to nepārsūtiet: ar to var redzēt Jūsu sarakstus un atbildes.",
    "mail.why": "Vienreizēja vēstule, ko lūdza mūsu vietnē.",

    "link.lead": "Aiz šīs pogas redzēsiet sarakstus, kuros ir adrese {address}, un par to ierakstītās atbildes.",
    "link.aside": "Par saiti",
    "link.address": "Adrese",
    "link.until": "Saite derīga līdz",
    "link.until.value": "{date} {time}",
    "link.button": "Atvērt manu lapu",
    "link.once":
      "Saite derīga vienu reizi. Lapa būs atvērta 30 minūtes un tikai šajā pārlūkā. Ja ierīci lieto arī citi, beigās nospiediet „Iziet”.",
    "used.title": "Saite jau ir izmantota",
    "used.lead": "Katra saite derīga vienu reizi. Nekas nav mainīts.",
    "gone.title": "Saite nav derīga",
    "gone.lead": "Saite derīga stundu. Varbūt šī stunda ir pagājusi, vai arī saite nav nokopēta pilnībā.",
    "gone.again": "Pieprasīt jaunu saiti",
    "gone.open": "Ja lapa šajā pārlūkā vēl ir atvērta, <a>turpiniet tajā</a>.",

    "page.lead": "Viss, ko glabājam par adresi {address}, un viss, ko varat ar to darīt.",
    "page.lead.left":
      "Adreses {address} nav nevienā mūsu sarakstā. Šeit ir pierādījumi un atzīmes, ko par to vēl glabājam.",
    "page.aside": "Šajā lapā",
    "page.until": "Lapa atvērta līdz {time}.",
    "page.out": "Iziet",
    "lists.title": "Mani saraksti",
    "lists.none": "Jūsu adreses nav nevienā mūsu sarakstā.",
    "list.purpose": "Nolūks: {purpose}",
    "list.unproven":
      "Pierādījuma par Jūsu piekrišanu nav. Kamēr nepiekrītat, uz Jūsu adresi drīkst nosūtīt tikai jautājumu.",
    "marks.title": "Atzīmes, lai Jums nerakstītu",
    "marks.text":
      "Adresi no šīm atzīmēm izlasīt nevar, bet ar zināmu adresi tās var atrast, tāpēc arī tās ir personas dati.",
    "mark.purpose": "{date} atzīme: nolūkam „{purpose}” nerakstām.",
    "mark.all": "{date} atzīme: nerakstām nevienam nolūkam.",
    "mark.review": "Vai tā vēl vajadzīga, izlemsim {date}.",
    "rest.title": "Jautājumi un sūdzības",
    "rest.text":
      "Ja šeit kaut kā trūkst vai kas nav saprotams, rakstiet uz <mail>{email}</mail>. Ja atbilde neapmierina, varat iesniegt sūdzību uzraudzības iestādei ({authority}) vai vērsties tiesā. Ko vēl glabājam, pastāsta <a>privātuma paziņojums</a>.",

    "out.title": "Lapa ir aizvērta",
    "out.lead": "Šajā pārlūkā tā vairs neatvērsies.",
  },
  en: {
    title: "My data",
    "ask.lead":
      "You can see everything we hold about your address, choose what you receive, and correct, download and delete the data.",
    "ask.over": "Your visit is over. To open the page again, ask for a new link.",
    "ask.text": "Enter your address. If we hold anything about it, we mail it a link.",
    email: "E-mail address",
    "email.hint": "Example: name@example.com.",
    send: "Send the link",

    "asked.title": "Check your mailbox",
    "asked.lead": "If we hold anything about this address, we mail it a link.",
    "asked.open": "Open the e-mail “{subject}” and the link in it.",
    "asked.press": "Press the button “{button}”. The link works for one hour, and only once.",
    "asked.missing": "If there is no e-mail",
    "asked.missing.text":
      "Look into the spam folder. If we hold nothing about the address, there will be no e-mail. You can ask for a new link after an hour; in a week we send one address at most three e-mails whose links are not used.",
    "asked.silent":
      "If you asked us never to write to you again, or marked an e-mail of ours as spam, we do not send the link. Then ask us about your data: <mail>{email}</mail>.",
    "asked.kept": "We delete the request with the address after the visit, and after 7 days at the latest.",
    "asked.same": "This page is the same for everybody, so that nobody can find out which addresses are on our lists.",

    "mail.subject": "The link to your lists and proofs",
    "mail.title": "Your link",
    "mail.lead":
      "On {date} at {time} somebody – most likely you – asked on our site for a link to see which lists of ours hold this address and which answers about it are recorded.",
    "mail.until": "The link works until",
    "mail.until.value": "{date} at {time}, once",
    "mail.button": "Open the link",
    "mail.opens": "The link opens a page with one button. Opening it changes nothing.",
    "mail.not-me": "If you did not ask for it",
    "mail.not-me.text":
      "There is nothing to do: a link that is not used stops working. Do not pass it on: it shows your lists and your answers.",
    "mail.why": "A single e-mail that was asked for on our site.",

    "link.lead": "Behind this button are the lists that hold the address {address}, and the answers recorded about it.",
    "link.aside": "About the link",
    "link.address": "Address",
    "link.until": "The link works until",
    "link.until.value": "{date} at {time}",
    "link.button": "Open my page",
    "link.once":
      "The link works once. The page stays open for 30 minutes, in this browser only. If others use this device, press “Sign out” at the end.",
    "used.title": "This link has been used",
    "used.lead": "Each link works once. Nothing was changed.",
    "gone.title": "This link is not valid",
    "gone.lead": "A link works for an hour. Perhaps the hour is over, or the link was not copied whole.",
    "gone.again": "Ask for a new link",
    "gone.open": "If the page is still open in this browser, <a>go on with it</a>.",

    "page.lead": "Everything we hold about the address {address}, and everything you can do with it.",
    "page.lead.left":
      "The address {address} is on none of our lists. Here are the proofs and marks that we still keep.",
    "page.aside": "On this page",
    "page.until": "The page is open until {time}.",
    "page.out": "Sign out",
    "lists.title": "My lists",
    "lists.none": "Your address is on none of our lists.",
    "list.purpose": "Purpose: {purpose}",
    "list.unproven":
      "There is no proof of your consent. Until you consent, nothing but the question may be sent to your address.",
    "marks.title": "Marks so that we do not write to you",
    "marks.text":
      "The address cannot be read from these marks, but whoever knows it can find them, so they are personal data too.",
    "mark.purpose": "Mark of {date}: we do not write for the purpose “{purpose}”.",
    "mark.all": "Mark of {date}: we do not write for any purpose.",
    "mark.review": "On {date} we decide whether it is still needed.",
    "rest.title": "Questions and complaints",
    "rest.text":
      "If something is missing here, or is not clear, write to <mail>{email}</mail>. If the answer does not satisfy you, you can complain to the supervisory authority ({authority}) or go to court. What else we keep stands in the <a>privacy notice</a>.",

    "out.title": "The page is closed",
    "out.lead": "It no longer opens in this browser.",
  },
});
