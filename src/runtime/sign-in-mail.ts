/** Joins staff sign-in, which knows whom to let in, with the mail that lets him in. */
import { renderSignInMail } from "../delivery/mails/sign-in.ts";
import type { Deps } from "../deps.ts";
import { readInstitution } from "../domain/institution/views.ts";
import type { SignInMail } from "../platform/auth/index.ts";
import { asLang } from "../texts/say.ts";

/** Sends it once and says whether it was accepted. What the mail service said is logged; the person asks again. */
export async function mailSignIn(deps: Deps, { to, code, url, minutes, language }: SignInMail): Promise<boolean> {
  if (!code) throw new Error("an invitation has no mail yet; the command line prints its link");
  const institution = await readInstitution(deps.db);
  const mail = { to, code, url, minutes, language: asLang(language) ?? "lv", institution };
  const handed = await deps.post(renderSignInMail(mail, deps.config.publicUrl), `sign-in/${deps.ids.uuid()}`);
  if (handed.outcome !== "accepted") deps.log.warn("sign-in mail", { outcome: handed.outcome, code: handed.code });
  return handed.outcome === "accepted";
}
