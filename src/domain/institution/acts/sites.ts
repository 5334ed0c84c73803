/** Whether the sites that may send our sign-up forms are reached as safely as we are. */
import type { Deps } from "../../../deps.ts";
import type { FieldProblem } from "../../../refusal.ts";
import type { Institution } from "../rules.ts";

/** Where people reach us over https, a form in a page without it could be changed on its way: such a site is refused. */
export function sitesProblems(
  { config }: Pick<Deps, "config">,
  { signUpSites = [] }: Pick<Institution, "signUpSites">,
): FieldProblem[] {
  const open = config.publicUrl.startsWith("https:") ? signUpSites.find((site) => site.startsWith("http:")) : undefined;
  return open === undefined ? [] : [{ field: "signUpSites", code: "institution.site_open", values: { site: open } }];
}
