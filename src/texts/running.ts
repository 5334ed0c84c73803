/**
 * The public page of campaigns under way, the form that mails an answer link, and that mail. {date} stands in the locative,
 * in `until` in the dative, in `until.longer` in the nominative; {list} is a name in quotes.
 */
import { texts } from "./say.ts";

export const runningTexts = texts({
  lv: {
    title: "Kam pašlaik jautājam",
    lead: "Šeit var pārbaudīt, vai vēstule ar jautājumu par piekrišanu tiešām ir no mums, un atbildēt arī bez vēstules.",
    none: "Pašlaik nevienam nejautājam",
    "none.text":
      "Ja šajās dienās saņēmāt vēstuli ar lūgumu piekrist jaunumu saņemšanai, tā nav no mums. Neatveriet tajā saites un, lūdzu, paziņojiet mums: <mail>{email}</mail>.",
    sender: "Sūtītājs",
    subject: "Temats",
    sent: "Sūtām kopš",
    until: "Atbildi gaidām līdz",
    "until.value": "{date} plkst.\u00a023.59",
    "until.longer": "Termiņš ir pagarināts. Vēstulē var būt minēta agrākā diena: {date}.",
    purpose: "Nolūks",
    "notice.until": "Iebildumus gaidām līdz",
    check: "Kā pārbaudīt vēstuli",
    "check.address": "Sūtītāja adrese un temats sakrīt ar šeit redzamajiem.",
    "check.link": "Visas saites vēstulē ved uz šo vietni: {host}.",
    "check.never": "Nekad neprasām paroli, personas kodu vai bankas datus.",
    "answer.title": "Atbildēt bez vēstules",
    "answer.text":
      "Ierakstiet adresi, uz kuru saņemat mūsu jaunumus. Ja par to gaidām atbildi, uz šo adresi nosūtīsim saiti uz lapu ar divām pogām.",
    email: "E-pasta adrese",
    "email.hint": "Piemērs: vards@pasts.example.",
    send: "Nosūtīt saiti",
    problems: "Saite nav nosūtīta",

    "asked.title": "Pārbaudiet pastkasti",
    "asked.lead": "Ja par šo adresi gaidām atbildi, uz to nosūtīsim saiti.",
    "asked.open": "Atveriet vēstuli „{subject}” un tajā saiti.",
    "asked.press": "Izlasiet jautājumu un nospiediet vienu no divām pogām.",
    "asked.missing": "Ja vēstules nav",
    "asked.missing.text":
      "Pārbaudiet surogātpasta mapi. Par vienu jautājumu saiti nosūtām ne biežāk kā reizi dienā. Ja uz šo adresi mūsu jaunumus nesaņemat vai atbilde jau ir saņemta, vēstules nebūs.",
    "asked.same": "Šo lapu rādām vienādu visiem, lai neviens nevarētu uzzināt, kuras adreses ir mūsu sarakstos.",

    "mail.subject": "Saite, lai atbildētu par jaunumu saņemšanu",
    "mail.title": "Jūsu saite atbildei",
    "mail.lead": "{date} {time} kāds – visticamāk, Jūs – mūsu vietnē lūdza saiti, lai atbildētu uz šādu jautājumu.",
    "mail.question": "Jautājums",
    "mail.list": "Saraksts",
    "mail.until": "Atbildiet līdz",
    "mail.button": "Atbildēt „jā” vai „nē”",
    "mail.opens": "Poga atver lapu ar paziņojumu par datu apstrādi un divām pogām. Saites atvēršana vien neko nemaina.",
    "mail.not-me": "Ja saiti nelūdzāt",
    "mail.not-me.text": "Nekas nav jādara: bez Jūsu atbildes nekas nemainīsies. Saiti citiem nepārsūtiet.",
    "mail.why": "Vienreizēja vēstule, ko lūdza mūsu vietnē.",
    "home.title": "Ja saņēmāt jautājumu par piekrišanu",
    "home.text":
      "Pārbaudiet, <a>kam pašlaik jautājam</a>: tur ir sūtītāja adrese, temats un termiņš. Turpat varat atbildēt arī bez vēstules.",
  },
  en: {
    title: "Whom we are asking now",
    lead: "Here you can check whether an e-mail that asks for your consent is really from us, and answer without that e-mail.",
    none: "We are asking nobody at present",
    "none.text":
      "If you have just received an e-mail that asks you to consent to news, it is not from us. Do not open its links, and please tell us: <mail>{email}</mail>.",
    sender: "Sender",
    subject: "Subject",
    sent: "Sent since",
    until: "Answers until",
    "until.value": "{date}, 23:59",
    "until.longer": "The deadline was moved. The e-mail may still name the earlier day, {date}.",
    purpose: "Purpose",
    "notice.until": "Objections until",
    check: "How to check the e-mail",
    "check.address": "The sender's address and the subject are the ones shown here.",
    "check.link": "All links in the e-mail lead to this site: {host}.",
    "check.never": "We never ask for a password, an identity number or bank details.",
    "answer.title": "Answer without the e-mail",
    "answer.text":
      "Enter the address at which you receive our news. If we are waiting for an answer about it, we mail it a link to the page with the two buttons.",
    email: "E-mail address",
    "email.hint": "Example: name@example.com.",
    send: "Send the link",
    problems: "The link was not sent",

    "asked.title": "Check your mailbox",
    "asked.lead": "If we are waiting for an answer about this address, we mail it a link.",
    "asked.open": "Open the e-mail “{subject}” and the link in it.",
    "asked.press": "Read the question and press one of the two buttons.",
    "asked.missing": "If there is no e-mail",
    "asked.missing.text":
      "Look into the spam folder. We send the link for one question at most once a day. If this address does not receive our news, or has answered already, there will be no e-mail.",
    "asked.same": "Everybody sees this same page, so that nobody can find out which addresses are on our lists.",

    "mail.subject": "Link to answer about receiving news",
    "mail.title": "Your link to answer",
    "mail.lead":
      "On {date} at {time} somebody – most likely you – asked on our site for the link to answer this question.",
    "mail.question": "Question",
    "mail.list": "List",
    "mail.until": "Answer by",
    "mail.button": "Answer “yes” or “no”",
    "mail.opens": "The button opens a page with the privacy notice and two buttons. Opening the link changes nothing.",
    "mail.not-me": "If you did not ask for it",
    "mail.not-me.text": "There is nothing to do: without your answer nothing changes. Do not pass the link on.",
    "mail.why": "A single e-mail that was asked for on our site.",
    "home.title": "If you have received a question about consent",
    "home.text":
      "Check <a>whom we are asking now</a>: the sender's address, the subject and the deadline are there. You can also answer there without the e-mail.",
  },
});
