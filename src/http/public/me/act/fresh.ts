/** A new link for the address of a visit that is too old for what cannot be undone: the same request as typing the address again. */
import { requestOwnPage } from "../../../../domain/me/request-link.ts";
import type { PublicContext } from "../../../env.ts";
import { readForm } from "../../../forms.ts";
import { speakTo } from "../../answers/links.tsx";
import { cameWith } from "../../sign-up/guard.tsx";
import { askedPage } from "../ask.tsx";
import { visitOf } from "../cookie.ts";

export async function freshPost(c: PublicContext): Promise<Response> {
  const form = await readForm(c);
  const visit = await visitOf(c);
  if (!visit) return c.redirect("/me", 303);
  const language = speakTo(c, visit.language, form.text("lang"));
  const came = cameWith(c, (name) => form.text(name));
  await requestOwnPage(c.var.deps, { address: visit.address, language, came });
  return askedPage(c);
}
