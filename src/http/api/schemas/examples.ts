/** The house of the examples: invented, under reserved names. The contract test builds it and makes every call that the document shows. */
export const PURPOSE = "3f2c8a9e-6b1d-4c57-9d0a-2f6f0c1b7e11";
export const LIST = "7d1b0c2e-94f3-4a86-8e5d-1c2b3a4d5e6f";
export const CAMPAIGN = "b6a1f0d3-2c4e-4f58-a9b7-0d1e2f3a4b5c";
export const ISSUE = "c1d2e3f4-a5b6-4c7d-8e9f-0a1b2c3d4e5f";
export const IMPORT = "e0c9d8b7-a6f5-4e4d-9c3b-2a1908f7e6d5";
export const PERSON = "5a4b3c2d-1e0f-4a9b-8c7d-6e5f4a3b2c1d";
export const NOTICE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const none = { lv: "", en: "" };

export const exampleSheet = {
  names: { lv: "Ministrijas jaunumi", en: "News of the ministry" },
  description: {
    lv: "reizi nedēļā nosūtītu ziņas par ministrijas lēmumiem, pasākumiem un konkursiem",
    en: "send you news about decisions, events and calls of the ministry once a week",
  },
  basisReason: "Cilvēks pats izvēlas, vai jaunumus saņemt, un var jebkurā brīdī atteikties.",
  whyNotOther: "Jaunumi nav vajadzīgi uzdevuma izpildei, tāpēc cits pamats neder.",
  norm: none,
  interests: none,
  outsideTasks: "",
  subjects: { lv: "Cilvēki, kas pieteikušies jaunumiem", en: "People who signed up for the news" },
  dataCategories: ["email", "name", "language", "answers", "delivery"],
  source: { lv: "No paša cilvēka", en: "From the person" },
  duty: { lv: "Adrese nav jāsniedz; bez tās jaunumus nevar nosūtīt.", en: "No duty; without it no news can be sent." },
  recipients: none,
  transfers: none,
  retention: { kind: "until-withdrawal" },
  owner: "Preses nodaļa",
};

export const exampleList = {
  kind: "newsletter",
  names: { lv: "Preses ziņas", en: "Press news" },
  promise: { lv: "Svarīgākais no ministrijas, reizi nedēļā.", en: "The most important of the ministry, once a week." },
};

export const exampleStatement = {
  lv: "Piekrītu, ka Paraugu ministrija uz manu e-pasta adresi sūta ministrijas jaunumus. Piekrišanu varu jebkurā brīdī atsaukt ar saiti katrā vēstulē.",
  en: "I agree that the Ministry of Samples sends news of the ministry to my e-mail address. I can withdraw my consent at any time by the link in every e-mail.",
};

export const exampleCampaign = {
  title: "Jaunumu piekrišanas 2026",
  deadlineDay: "2026-12-20",
  draft: {
    texts: {
      lv: {
        subject: "Vai turpmāk saņemsiet mūsu jaunumus? Atbildiet līdz 20. decembrim",
        heading: "Vai vēlaties arī turpmāk saņemt mūsu jaunumus?",
        lead: "Jūsu adrese mūsu sarakstā ir vairākus gadus, un mums vajadzīga Jūsu piekrišana.",
      },
      en: {
        subject: "Will you go on getting our news? Answer by 20 December",
        heading: "Do you want to go on getting our news?",
        lead: "Your address has been on our list for years, and we need your consent.",
      },
    },
    reasonToAsk: "Cilvēki paši pieteicās jaunumiem, bet piekrišanas pierādījumi nav saglabājušies.",
    askBasis: "e",
    askNorm: "Valsts pārvaldes iekārtas likuma 10. pants",
  },
};

export const exampleIssue = {
  title: "Novembra jaunumi",
  draft: {
    texts: {
      lv: {
        subject: "Novembra jaunumi",
        preheader: "Trīs lēmumi un viens pasākums",
        blocks: [
          {
            id: "a1",
            kind: "text",
            text: [{ kind: "paragraph", runs: [{ kind: "text", text: "Šomēnes pieņemti trīs lēmumi." }] }],
          },
          { id: "a2", kind: "button", label: "Lasīt lēmumus", href: "https://ministrija.example/lemumi" },
        ],
      },
      en: {
        subject: "News of November",
        preheader: "Three decisions and an event",
        blocks: [
          {
            id: "a1",
            kind: "text",
            text: [{ kind: "paragraph", runs: [{ kind: "text", text: "Three decisions were made this month." }] }],
          },
          { id: "a2", kind: "button", label: "Read the decisions", href: "https://ministrija.example/lemumi" },
        ],
      },
    },
    salutation: "general",
  },
};
