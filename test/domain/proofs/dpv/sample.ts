/** A record of three acts as the house writes them, and the settings that stand beside it. Invented. */

import { type RecordEventInput, readEvent, recordEvent } from "../../../../src/domain/proof-log/rules/event.ts";
import type { Catalogue } from "../../../../src/domain/proofs/rules/dpv/catalogue.ts";
import type { Statement } from "../../../../src/domain/proofs/rules/dpv/statement.ts";
import { utf8 } from "../../../../src/platform/encoding.ts";

export const CTL = "https://jaunumi.ministrija.example/#org";
export const REC = "0b7d3b1e-92d4-4a1c-9b53-6c2f7f1d2a90";
export const SUBJECT = "7e0d2f4c-3a5b-4e7f-8b1a-9c2d3e4f5a6b";
const SHOWN = "9d4c1f0e7b2a6c5d8e3f4a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d";
const FORM = "1d2c3b4a5f6e7d8c9b0a1f2e3d4c5b6a7f8e9d0c1b2a3f4e5d6c7b8a9f0e1d2c";

type Act = Pick<RecordEventInput, "typ" | "at"> & Partial<RecordEventInput>;

/** The event of one act as its bytes say it. */
export function eventOf(act: Act): Statement {
  const made = recordEvent({
    log: "jaunumi.ministrija.example/log",
    ctl: CTL,
    eid: "5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11",
    rec: REC,
    version: 1,
    prev: null,
    key: new Uint8Array(32).fill(7),
    email: "anna@pasts.example",
    subject: SUBJECT,
    purposes: [{ id: "jaunumi", ver: "2", broader: "dpv:CommunicationManagement", decision: "given" }],
    basis: "eu-gdpr:A6-1-a",
    lists: ["jaunumi"],
    ...act,
  });
  return readEvent(utf8(made.body)) as unknown as Statement;
}

const notice = { id: "jaunumi/consent", ver: "3", lang: "lv", sha256: SHOWN };

/** A confirmed sign-up, its renewal by a campaign, and the withdrawal on the page. */
export const EVENTS: readonly Statement[] = [
  eventOf({
    typ: "consent.given",
    at: Date.UTC(2026, 10, 22, 9),
    requested: Date.UTC(2026, 10, 22, 8, 58),
    method: "double-opt-in.post",
    channel: "page",
    class: "doi",
    type: "dpv:ExpressedConsent",
    until: "withdrawal",
    notice,
  }),
  eventOf({
    eid: "6a1d8b63-7f1f-4b54-8b69-1e9b5a7a0c22",
    version: 2,
    prev: "A".repeat(42) + "A",
    typ: "consent.renewed",
    at: Date.UTC(2027, 0, 10, 12),
    method: "reconsent-page.post",
    channel: "page",
    class: "doi",
    type: "dpv:ExpressedConsent",
    until: "withdrawal",
    mailing: "c3a6f7f0-1c1f-4c56-8a3e-2b7a4f1d9e55",
    notice,
  }),
  eventOf({
    eid: "7b2e9c74-8a2a-4c65-9c7a-2fac6b8b1d33",
    version: 3,
    prev: "B".repeat(42) + "A",
    typ: "consent.withdrawn",
    at: Date.UTC(2027, 4, 2, 7, 30),
    method: "unsubscribe-page.post",
    channel: "page",
    scope: "purpose",
    form: { id: "unsubscribe", ver: "1", sha256: FORM },
    purposes: [{ id: "jaunumi", ver: "2", broader: "dpv:CommunicationManagement", decision: "withdrawn" }],
  }),
];

/** Told to staff on the telephone by somebody on a list that rests on a public task. */
export const OBJECTION = eventOf({
  typ: "dsr.objected",
  at: Date.UTC(2026, 10, 23),
  method: "staff.phone",
  channel: "staff",
  class: "staff",
  by: "staff:1b1f6d3e-2f6a-4f3e-9d55-6b1b0a3f7c11",
  basis: "eu-gdpr:A6-1-e",
  purposes: [{ id: "pakalpojumi", ver: "1", broader: "dpv:CommunicationManagement", decision: "objected" }],
});

const none = { lv: "", en: "" };
const sheet: Catalogue["purposes"][number]["sheet"] = {
  names: { lv: "Ministrijas jaunumi", en: "News of the ministry" },
  description: { lv: "sūtītu Jums jaunumus", en: "send you news" },
  basisReason: "",
  whyNotOther: "",
  norm: none,
  interests: none,
  outsideTasks: "",
  subjects: { lv: "jaunumu saņēmēji", en: "subscribers" },
  dataCategories: ["email", "name", "language"],
  source: { lv: "no Jums", en: "from you" },
  duty: none,
  recipients: { lv: "iestādes arhīvs", en: "the archive of the institution" },
  transfers: none,
  retention: { kind: "until-withdrawal" },
  owner: "Preses nodaļa",
};

export const CATALOGUE: Catalogue = {
  ctl: CTL,
  institution: {
    names: { lv: { nom: "Paraugu ministrija", gen: "", dat: "", acc: "", loc: "" }, en: "Ministry of Examples" },
    registrationNumber: "00000000000",
    legalAddress: "Paraugu iela 1, Rīga, LV-1000",
    phone: "+371 60000000",
    email: "pasts@ministrija.example",
    dataProtectionOfficer: { name: "Līga Paraudziņa", email: "dati@ministrija.example", phone: "" },
    supervisoryAuthority: {
      name: { lv: "Datu valsts inspekcija", en: "Data State Inspectorate" },
      address: "",
      email: "",
      website: "https://inspekcija.example/",
    },
    processors: [
      {
        role: "mail",
        name: "Pasta pakalpojums",
        country: "IE",
        contract: "1/2026",
        transfer: "",
        logRetentionDays: 30,
      },
      { role: "host", name: "Datu centrs", country: "LV", contract: "2/2026", transfer: "", logRetentionDays: 7 },
    ],
    restoreWindowDays: 30,
  },
  purposes: [
    { slug: "jaunumi", basis: "a", version: 2, sheet },
    {
      slug: "pakalpojumi",
      basis: "e",
      version: 1,
      sheet: { ...sheet, recipients: none, retention: { kind: "months", months: 24, event: { lv: "x", en: "y" } } },
    },
  ],
};
