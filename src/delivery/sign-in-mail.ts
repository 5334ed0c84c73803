/** The mail with a staff member's one-time code and link. The code stands first in the subject, for a phone's notice. */
import type { Deps, OutgoingMail } from "../deps.ts";
import type { Lang } from "../domain/institution/rules.ts";
import { mailTexts } from "../texts/mail.ts";
import { say } from "../texts/say.ts";
import { fill } from "./fill.ts";
import { SYSTEM_HEADERS } from "./headers.ts";
import { type Letterhead, letterhead } from "./letterhead.ts";
import { SHELLS, type SignInSlot } from "./shells.gen.ts";
import { blocks, heading, link, RULE, wrap } from "./text/wrap.ts";

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
  const head = letterhead(mail.institution, mail.language, publicUrl);
  const words: Record<SignInSlot, string> = {
    ...head.slots,
    subject: t("code.subject", { code: mail.code }),
    title: t("code.title"),
    code: mail.code,
    valid: t("code.valid", { minutes: mail.minutes }),
    orLink: t("code.link"),
    button: t("code.button"),
    signInUrl: mail.url,
    secret: t("code.secret"),
    never: t("code.never"),
    other: t("code.other"),
    why: t("code.why"),
  };
  return {
    to: mail.to,
    from: head.from,
    replyTo: head.replyTo,
    subject: words.subject,
    html: fill(SHELLS.signIn, words),
    text: blocks(
      wrap(words.institution),
      heading(words.title, mail.language),
      mail.code,
      wrap(words.valid),
      wrap(words.orLink),
      link(words.button, mail.url),
      wrap(`${words.secret} ${words.never}`),
      wrap(words.other),
      `${RULE}\n${wrap(words.why)}`,
      wrap(`${words.institution}, ${words.legalAddress}`),
    ),
    headers: { ...SYSTEM_HEADERS },
    tags: { kind: "sign-in" },
  };
}

/** Renders it and hands it over once. The caller tells the person to ask again if it was not accepted. */
export function sendSignInMail(
  deps: Pick<Deps, "post" | "ids" | "config">,
  mail: SignInMail,
): ReturnType<Deps["post"]> {
  return deps.post(renderSignInMail(mail, deps.config.publicUrl), `sign-in/${deps.ids.uuid()}`);
}
