/** The mail with a staff member's one-time code and link. The code stands first in the subject, for a phone's notice. */
import type { OutgoingMail } from "../../deps.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { mailTexts } from "../../texts/mail.ts";
import { say } from "../../texts/say.ts";
import { paragraph, strong } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { type Letterhead, letterhead } from "./letterhead.ts";

export interface SignInMail {
  to: string;
  language: Lang;
  code: string;
  /** Page that signs in with a button; it opens with nothing but this address. */
  url: string;
  /** Minutes for which code and link are valid. */
  minutes: number;
  /** Absent before set-up. */
  institution?: Letterhead | undefined;
}

/** Renders it. Pure. */
export function renderSignInMail(mail: SignInMail, publicUrl: string): OutgoingMail {
  const t = say(mailTexts, mail.language);
  return composeLetter(letterhead(mail.institution, mail.language, publicUrl), {
    to: mail.to,
    subject: t("code.subject", { code: mail.code }),
    heading: t("code.title"),
    parts: [
      { kind: "code", text: mail.code },
      paragraph(t("code.valid", { minutes: mail.minutes })),
      paragraph(t("code.link")),
      { kind: "button", words: t("code.button"), url: mail.url },
      paragraph(strong(t("code.secret")), ` ${t("code.never")}`),
      paragraph(t("code.other")),
    ],
    why: t("code.why"),
    kind: "sign-in",
  });
}
