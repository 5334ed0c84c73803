/** A new link for the address of a visit that is too old for what cannot be undone: the same request as typing the address again. */
import { requestOwnPage } from "../../../../domain/me/request-link.ts";
import type { PublicContext } from "../../../env.ts";
import { readForm } from "../../../forms.ts";
import { speakTo } from "../../answers/links.tsx";
import { askedPage } from "../ask.tsx";
import { visitOf } from "../cookie.ts";

export async function freshPost(c: PublicContext): Promise<Response> {
  const form = await readForm(c);
  const visit = await visitOf(c);
  if (!visit) return c.redirect("/me", 303);
  const language = speakTo(c, visit.language, form.text("lang"));
  // Nobody types an address here: whoever is on the visit has opened a link that went to it.
  await requestOwnPage(c.var.deps, { address: visit.address, language });
  return askedPage(c);
}
