/** Mails by which staff check the house: one for the settings, one for a campaign before it goes out. */
import type { Deps, Handover, OutgoingMail } from "../deps.ts";
import type { FrozenMailing } from "../domain/campaigns/rules.ts";
import type { Lang } from "../domain/institution/rules.ts";
import { mailTexts } from "../texts/mail.ts";
import { say } from "../texts/say.ts";
import { fill } from "./fill.ts";
import { SYSTEM_HEADERS } from "./headers.ts";
import { type Letterhead, letterhead } from "./letterhead.ts";
import { renderReconsentTrial } from "./render.ts";
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

type Sending = Pick<Deps, "mailer" | "ids" | "config">;

/** Sends the check of the settings. */
export function sendTestMail(deps: Sending, mail: TestMail): Promise<Handover> {
  return deps.mailer.handOver([renderTestMail(mail, deps.config.publicUrl)], `test/${deps.ids.uuid()}`);
}

/** Sends the trial of a campaign to one staff address; its links belong to nobody. */
export function sendTrial(
  deps: Sending,
  frozen: FrozenMailing,
  to: { address: string; language: Lang },
): Promise<Handover> {
  return deps.mailer.handOver([renderReconsentTrial(frozen, to)], `trial/${deps.ids.uuid()}`);
}
