/** An invented office to try things out with: everything under `ministrija.example`, nobody real (RFC 2606). */
import type { Both, Institution, Lang } from "../../../domain/institution/rules.ts";
import type { ListKind } from "../../../domain/lists/rules.ts";
import type { Basis, PurposeSheet } from "../../../domain/purposes/rules.ts";

export const demoInstitution: Institution = {
  names: {
    lv: {
      nom: "Paraugu ministrija",
      gen: "Paraugu ministrijas",
      dat: "Paraugu ministrijai",
      acc: "Paraugu ministriju",
      loc: "Paraugu ministrijā",
    },
    en: "Ministry of Samples",
  },
  registrationNumber: "00000000000",
  legalAddress: "Paraugu iela 1, Rīga, LV-0000",
  phone: "+371 6000 0000",
  email: "pasts@ministrija.example",
  dataProtectionOfficer: { name: "Līga Paraudziņa", email: "dati@ministrija.example", phone: "+371 6000 0001" },
  supervisoryAuthority: {
    name: { lv: "Paraugu datu inspekcija", en: "Data Inspectorate of Samples" },
    address: "Paraugu iela 2, Rīga, LV-0000",
    email: "pasts@inspekcija.example",
    website: "https://www.inspekcija.example",
  },
  languages: ["lv", "en"],
  timeZone: "Europe/Riga",
  sender: {
    name: { lv: "Paraugu ministrija", en: "Ministry of Samples" },
    address: "jaunumi@ministrija.example",
    replyTo: "prese@ministrija.example",
  },
  ownDomains: ["ministrija.example"],
  publicAuthority: true,
  look: { link: "#1e4577", accent: "#9d2b38", markSvg: "" },
  processors: [
    {
      role: "host",
      name: "SIA „Krātuve”",
      country: "LV",
      contract: "Nr. 1-12/4, 02.02.2026.",
      transfer: "",
      logRetentionDays: 30,
    },
    {
      role: "database",
      name: "SIA „Krātuve”",
      country: "LV",
      contract: "Nr. 1-12/4, 02.02.2026.",
      transfer: "",
      logRetentionDays: 30,
    },
    {
      role: "mail",
      name: "UAB „Siuntėjas”",
      country: "LT",
      contract: "Nr. 1-12/7, 16.02.2026.",
      transfer: "",
      logRetentionDays: 14,
    },
  ],
  restoreWindowDays: 30,
  proofMonths: 36,
  suppressionReviewMonths: 36,
};

const none: Both = { lv: "", en: "" };
const common = {
  whyNotOther: "",
  norm: none,
  interests: none,
  outsideTasks: "",
  dataCategories: ["email", "name", "language", "answers", "delivery"] as PurposeSheet["dataCategories"],
  recipients: none,
  transfers: none,
  owner: "Komunikācijas nodaļa",
};

export interface DemoPurpose {
  basis: Basis;
  sheet: PurposeSheet;
  statement: Record<Lang, string>;
  lists: { kind: ListKind; names: Both; promise: Both }[];
}

export const demoPurposes: DemoPurpose[] = [
  {
    basis: "a",
    sheet: {
      ...common,
      names: { lv: "Iknedēļas jaunumu vēstule", en: "Weekly newsletter" },
      description: {
        lv: "reizi nedēļā atsūtīt vēstuli par ministrijas lēmumiem, pasākumiem un sabiedriskajām apspriedēm",
        en: "send a weekly e-mail about the ministry’s decisions, events and public consultations",
      },
      basisReason: "Jaunumu vēstule nav ministrijas uzdevums; to sūta tikai tiem, kuri paši to vēlas.",
      whyNotOther:
        "Nav līguma un nav pienākuma sūtīt jaunumus; ministrijas nolikums neparedz vēstules konkrētiem cilvēkiem.",
      subjects: { lv: "cilvēki, kuri pieteicās jaunumiem", en: "people who signed up for news" },
      source: {
        lv: "no Jums, kad pieteicāties; adreses, kas sarakstā ir jau sen, – no ministrijas iepriekšējā saraksta",
        en: "from you when you signed up; addresses that have long been on the list come from the ministry’s earlier list",
      },
      duty: {
        lv: "nē; bez adreses jaunumus nevaram atsūtīt, bet citus pakalpojumus tas neietekmē",
        en: "no; without an address we cannot send the news, but no other service depends on it",
      },
      retention: { kind: "until-withdrawal" },
    },
    statement: {
      lv: "Piekrītu, ka Paraugu ministrija uz manu e-pasta adresi reizi nedēļā sūta jaunumu vēstuli „Nedēļas apskats” par ministrijas lēmumiem, pasākumiem un sabiedriskajām apspriedēm.\n\nŠim nolūkam Paraugu ministrija izmanto manu e-pasta adresi, vārdu, ja to norādīju, un saziņas valodu. Piekrišanu varu atsaukt jebkurā laikā ar saiti katrā vēstulē, un tad adresi uzreiz dzēš. Atteikums neietekmē citus ministrijas pakalpojumus.",
      en: "I consent to the Ministry of Samples sending the weekly newsletter “Weekly overview” about its decisions, events and public consultations to my e-mail address.\n\nFor this the Ministry of Samples uses my e-mail address, my name if I gave it, and my language. I can withdraw my consent at any time with the link in every e-mail; the address is then deleted at once. Saying no does not affect any other service of the ministry.",
    },
    lists: [
      {
        kind: "newsletter",
        names: { lv: "Nedēļas apskats", en: "Weekly overview" },
        promise: {
          lv: "Reizi nedēļā, piektdienās: ministrijas lēmumi, pasākumi un sabiedriskās apspriedes.",
          en: "Once a week, on Fridays: the ministry’s decisions, events and public consultations.",
        },
      },
    ],
  },
  {
    basis: "e",
    sheet: {
      ...common,
      names: { lv: "Ziņas par pakalpojumu pieejamību", en: "News of service availability" },
      description: {
        lv: "laikus pavēstīt par ministrijas pakalpojumu pārtraukumiem un izmaiņām tiem, kuri šos pakalpojumus lieto",
        en: "tell users of the ministry’s services in good time about interruptions and changes",
      },
      basisReason: "Ministrijai jāinformē pakalpojumu lietotāji; to nosaka tās nolikums.",
      norm: { lv: "Paraugu ministrijas nolikuma 5. punkts", en: "Statute of the Ministry of Samples, paragraph 5" },
      subjects: { lv: "ministrijas pakalpojumu lietotāji", en: "users of the ministry’s services" },
      source: { lv: "no Jums, kad pieteicāt pakalpojumu", en: "from you when you applied for the service" },
      duty: {
        lv: "nē; bez adreses par pārtraukumiem uzzināsiet tikai tīmekļvietnē",
        en: "no; without an address you will learn of interruptions on the website only",
      },
      retention: {
        kind: "until-event",
        event: { lv: "pakalpojuma lietošanas beigas", en: "the end of using the service" },
      },
    },
    statement: {
      lv: "Paraugu ministrija uz Jūsu e-pasta adresi sūta ziņas par tās pakalpojumu pārtraukumiem un izmaiņām: tas ir uzdevums, ko ministrija veic sabiedrības interesēs.\n\nJums ir tiesības jebkurā laikā pret to iebilst: pietiek ar saiti vēstulē, un vairs nerakstīsim.",
      en: "The Ministry of Samples sends news of interruptions and changes of its services to your e-mail address: this is a task that the ministry carries out in the public interest.\n\nYou have the right to object to it at any time: the link in the e-mail is enough, and we will not write again.",
    },
    lists: [
      {
        kind: "service",
        names: { lv: "Pakalpojumu ziņas", en: "Service news" },
        promise: {
          lv: "Tikai tad, kad pakalpojums nedarbosies vai mainīsies: dažas reizes gadā.",
          en: "Only when a service will be interrupted or changed: a few times a year.",
        },
      },
    ],
  },
  {
    basis: "e",
    sheet: {
      ...common,
      names: { lv: "Iekšējā informācija darbiniekiem", en: "Internal information for staff" },
      description: {
        lv: "nosūtīt darbiniekiem rīkojumus, darba kārtības izmaiņas un ministrijas iekšējos jaunumus",
        en: "send orders, changes of working arrangements and internal news of the ministry to its staff",
      },
      basisReason: "Bez iekšējās informācijas ministrija nevar pildīt savus uzdevumus.",
      norm: { lv: "Paraugu ministrijas nolikuma 9. punkts", en: "Statute of the Ministry of Samples, paragraph 9" },
      subjects: { lv: "ministrijas darbinieki", en: "staff of the ministry" },
      source: { lv: "no ministrijas personāla uzskaites", en: "from the ministry’s staff records" },
      duty: { lv: "darba adresi piešķir ministrija", en: "the work address is given by the ministry" },
      retention: {
        kind: "until-event",
        event: { lv: "darba vai dienesta attiecību beigas", en: "the end of employment or service" },
      },
    },
    statement: {
      lv: "Paraugu ministrija uz darba e-pasta adresi sūta darbiniekiem rīkojumus, darba kārtības izmaiņas un iekšējos jaunumus.\n\nPret iekšējo jaunumu saņemšanu var iebilst jebkurā laikā ar saiti vēstulē.",
      en: "The Ministry of Samples sends orders, changes of working arrangements and internal news to the work addresses of its staff.\n\nStaff may object to internal news at any time with the link in the e-mail.",
    },
    lists: [
      {
        kind: "staff",
        names: { lv: "Darbinieku jaunumi", en: "Staff news" },
        promise: {
          lv: "Reizi nedēļā, pirmdienās: rīkojumi un iekšējie jaunumi.",
          en: "Once a week, on Mondays: orders and internal news.",
        },
      },
    ],
  },
];
