/** Every kind of mail that the house sends, in both languages, for tests that look at all of them. */

import { renderSignInMail } from "../../src/delivery/mails/sign-in.ts";
import { createRenderer } from "../../src/delivery/render.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import { ALERTS } from "../../src/domain/alerts/rules.ts";
import type { Institution, Lang } from "../../src/domain/institution/rules.ts";
import type { LastMail } from "../../src/domain/last-mails/rules.ts";
import { frozen, MAILING, member, tokens } from "./mailing.ts";

const { publicUrl } = frozen;
const institution = frozen.institution as Institution;
const render = createRenderer(tokens, publicUrl);
const NINE_TWENTY = Date.UTC(2026, 10, 22, 9, 20);
const TEXT_SHA256 = "9c31f20e".repeat(8);

/** The mail that asks, to member n. */
export const reconsent = (language: Lang, n = 1) => render.reconsent(frozen, MAILING, member(n, { language }));

export const trial = (language: Lang) => render.trial(frozen, { address: "ieva@ministrija.example", language });

export const confirm = (language: Lang, lists = ["Nedēļas apskats", "Sabiedriskās apspriešanas"]) =>
  render.confirm({
    to: "liga@pasts.example",
    language,
    lists,
    at: NINE_TWENTY,
    validUntil: Date.UTC(2026, 10, 29, 9, 20),
    url: `${publicUrl}/c/${"9xT4bN7vKq2LmW8sPz3R".padEnd(43, "a")}`,
    institution,
  });

export const receipt = (language: Lang, method = "reconsent-page.post") =>
  render.receipt({
    to: "liga@pasts.example",
    language,
    institution,
    eid: "5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11",
    at: NINE_TWENTY,
    method,
    lists: language === "lv" ? ["Nedēļas apskats"] : ["Weekly Review"],
    purpose: language === "lv" ? "Ziņas par ministrijas darbu" : "News of the ministry's work",
    noticeSha256: TEXT_SHA256,
    index: 18_204,
    file: { name: "receipt-5f0c7a52.json", text: '{ "@type": ["dpv:ConsentReceipt"] }\n' },
    verifyUrl: `${publicUrl}/log/verify`,
    textUrl: `${publicUrl}/privacy/${TEXT_SHA256}`,
    leaveUrl: `${publicUrl}/u/${"x".repeat(71)}`,
    notMeUrl: `${publicUrl}/n/${"x".repeat(71)}`,
  });

export const lastMail = (language: Lang, change: Partial<LastMail> = {}) =>
  render.lastMail({
    to: "liga@pasts.example",
    language,
    institution: {
      ...institution,
      dataProtectionOfficer: { name: "Līga Paraudziņa", email: "dati@ministrija.example", phone: "" },
      supervisoryAuthority: {
        name: { lv: "Datu valsts inspekcija", en: "Data State Inspectorate" },
        address: "",
        email: "",
        website: "",
      },
    },
    eid: "5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11",
    at: NINE_TWENTY,
    answer: "withdrawn",
    ended: language === "lv" ? ["Nedēļas apskats"] : ["Weekly Review"],
    everything: false,
    kept: { proofUntilDay: "2029-11-22", suppressionReviewDay: "2029-11-22", backupsCleanDay: "2026-12-22" },
    files: [{ name: "receipt-5f0c7a52.json", text: '{ "@type": ["dpv:ConsentReceipt"] }\n' }],
    fileUrl: `${publicUrl}/u/${"x".repeat(71)}/receipt`,
    verifyUrl: `${publicUrl}/log/verify`,
    signUpUrl: `${publicUrl}/subscribe`,
    ...change,
  });

export const answerLink = (language: Lang) =>
  render.answerLink({
    to: "liga@pasts.example",
    language,
    institution,
    at: NINE_TWENTY,
    questions: [
      {
        list: language === "lv" ? "Nedēļas apskats" : "Weekly Review",
        heading: language === "lv" ? "Vai vēlaties saņemt jaunumus?" : "Do you want our news?",
        deadlineDay: "2026-12-15",
        url: `${publicUrl}/r/${"x".repeat(71)}`,
      },
    ],
  });

export const ownPage = (language: Lang) =>
  render.ownPage({
    to: "liga@pasts.example",
    language,
    institution,
    at: NINE_TWENTY,
    validUntil: Date.UTC(2026, 10, 22, 10, 20),
    url: `${publicUrl}/me/${"x".repeat(43)}`,
  });

export const signIn = (language: Lang) =>
  renderSignInMail(
    {
      to: "ieva@ministrija.example",
      language,
      code: "482913",
      url: `${publicUrl}/staff/sign-in/link?code=482913`,
      minutes: 10,
      institution,
    },
    publicUrl,
  );

export const check = (language: Lang) => render.test({ to: "ieva@ministrija.example", language, institution });

export const alert = (language: Lang, code: string = "mailing.paused") =>
  render.alert({
    institution,
    to: "ieva@ministrija.example",
    language,
    code,
    url: `${publicUrl}/staff/mailings/${MAILING}`,
    at: NINE_TWENTY,
    ...(code in ALERTS && ALERTS[code as keyof typeof ALERTS] === "mailing"
      ? { mailing: { title: "Nedēļas apskats: rudens", heldReason: "outage" } }
      : {}),
  });

const both = (name: string, make: (language: Lang) => OutgoingMail): [string, OutgoingMail][] =>
  (["lv", "en"] as const).map((language) => [`${name}.${language}`, make(language)]);

/** Those whose bytes are golden. */
export const goldenMails = [
  ...both("reconsent", reconsent),
  ...both("sign-in", signIn),
  ...both("test", check),
  ...both("confirm", (language) => confirm(language, language === "lv" ? undefined : ["Weekly Review"])),
  ...both("alert", alert),
  ...both("receipt", receipt),
  ...both("last-mail", lastMail),
  ...both("answer-link", answerLink),
  ...both("own-page", ownPage),
];

/** All there are. */
export const allMails = [
  ...goldenMails,
  ...both("trial", trial),
  ...both("last-mail without a file", (language) =>
    lastMail(language, { answer: "invalidated", everything: true, files: [] }),
  ),
  ...[...Object.keys(ALERTS), "test", "of another version"].flatMap((code) =>
    both(`alert ${code}`, (language) => alert(language, code)),
  ),
];
