/** The mail by which staff check the settings. */
import type { OutgoingMail } from "../deps.ts";
import type { Lang } from "../domain/institution/rules.ts";
import { mailTexts } from "../texts/mail.ts";
import { say } from "../texts/say.ts";
import { fill } from "./fill.ts";
import { SYSTEM_HEADERS } from "./headers.ts";
import { type Letterhead, letterhead } from "./letterhead.ts";
import { SHELLS, type TestMailSlot } from "./shells.gen.ts";
import { blocks, heading, RULE, wrap } from "./text/wrap.ts";

export interface TestMail {
  to: string;
  language: Lang;
  institution?: Letterhead | undefined;
}

/** The mail that proves that sender, provider and replies work. Pure. */
export function renderTestMail(mail: TestMail, publicUrl: string): OutgoingMail {
  const t = say(mailTexts, mail.language);
  const head = letterhead(mail.institution, mail.language, publicUrl);
  const words: Record<TestMailSlot, string> = {
    ...head.slots,
    subject: t("test.subject"),
    title: t("test.title"),
    lead: t("test.lead"),
    reply: t("test.reply"),
    fromName: t("test.from"),
    from: `${head.from.name} <${head.from.address}>`,
    repliesName: t("test.replies"),
    replies: head.replyTo ?? head.from.address,
    siteName: t("test.site"),
    site: new URL(publicUrl).host,
    siteUrl: publicUrl,
    why: t("test.why"),
  };
  return {
    to: mail.to,
    from: head.from,
    replyTo: head.replyTo,
    subject: words.subject,
    html: fill(SHELLS.testMail, words),
    text: blocks(
      wrap(words.institution),
      heading(words.title, mail.language),
      wrap(words.lead),
      wrap(words.reply),
      [
        wrap(`${words.fromName}: ${words.from}`, 2),
        wrap(`${words.repliesName}: ${words.replies}`, 2),
        `${words.siteName}: ${publicUrl}`,
      ].join("\n"),
      `${RULE}\n${wrap(words.why)}`,
      wrap(`${words.institution}, ${words.legalAddress}`),
    ),
    headers: { ...SYSTEM_HEADERS },
    tags: { kind: "test" },
  };
}
