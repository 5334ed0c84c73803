/** Joins staff sign-in, which knows whom to let in, with the mail that lets him in. */

import { sendSignInMail } from "../delivery/sign-in-mail.ts";
import type { Deps } from "../deps.ts";
import { readInstitution } from "../domain/institution/views.ts";
import type { SignInMail } from "../platform/auth/index.ts";
import { asLang } from "../texts/say.ts";

/** Sends it once and says whether it was accepted. What the mail service said is logged; the person asks again. */
export async function mailSignIn(deps: Deps, mail: SignInMail): Promise<boolean> {
  if (!mail.code) throw new Error("an invitation has no mail yet; the command line prints its link");
  const institution = await readInstitution(deps.db);
  const handed = await sendSignInMail(deps, {
    to: mail.to,
    language: asLang(mail.language) ?? "lv",
    code: mail.code,
    url: mail.url,
    minutes: mail.minutes,
    institution,
  });
  if (handed.outcome !== "accepted") deps.log.warn("sign-in mail", { outcome: handed.outcome, code: handed.code });
  return handed.outcome === "accepted";
}
