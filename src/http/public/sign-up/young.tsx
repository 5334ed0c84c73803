/** The page for somebody who said that he is too young for what he chose: kind, short, and nothing was kept. */
import type { Child } from "hono/jsx";
import type { Both } from "../../../domain/institution/rules.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext } from "../../env.ts";
import { quotedAll } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";

/** The same for everybody: it depends on what was chosen in the form alone. */
export function youngPage(
  c: PublicContext,
  { age, lists }: { age: number; lists: readonly Both[] },
): Promise<Response> {
  const t = say(signUpTexts, c.var.lang);
  return publicPage(c, {
    title: t("young.title", { n: age }),
    lead: t("young.lead", { lists: quotedAll(lists, c.var.lang) }),
    status: 422,
    noindex: true,
    children: (
      <>
        <p>{t("young.parent")}</p>
        <p>{t.rich<Child>("young.others", { a: (inner) => <a href="/subscribe">{inner}</a> })}</p>
      </>
    ),
  });
}
