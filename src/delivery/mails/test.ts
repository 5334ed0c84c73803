/** The mail by which staff check the settings: that sender, provider and replies work. */
import type { OutgoingMail } from "../../deps.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { mailTexts } from "../../texts/mail.ts";
import { say } from "../../texts/say.ts";
import { paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { type Letterhead, letterhead } from "./letterhead.ts";

export interface TestMail {
  to: string;
  language: Lang;
  institution?: Letterhead | undefined;
}

/** Renders it. Pure. */
export function renderTestMail(mail: TestMail, publicUrl: string): OutgoingMail {
  const t = say(mailTexts, mail.language);
  const head = letterhead(mail.institution, mail.language, publicUrl);
  return composeLetter(head, {
    to: mail.to,
    subject: t("test.subject"),
    heading: t("test.title"),
    parts: [
      paragraph(t("test.lead")),
      paragraph(t("test.reply")),
      {
        kind: "facts",
        facts: [
          { name: t("test.from"), value: `${head.from.name} <${head.from.address}>` },
          { name: t("test.replies"), value: head.replyTo ?? head.from.address },
          { name: t("test.site"), value: new URL(publicUrl).host, url: publicUrl },
        ],
      },
    ],
    why: t("test.why"),
    kind: "test",
  });
}
