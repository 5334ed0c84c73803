/** The page of the link: one button, so that no machine that opens links comes in. And what stands there when it is spent. */
import type { Child } from "hono/jsx";
import type { OwnLink } from "../../../domain/me/views.ts";
import { ownPageTexts } from "../../../texts/own-page.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { calendar } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { Facts } from "../parts.tsx";

export function buttonPage(c: PublicContext, { maskedAddress, validUntil }: OwnLink): Promise<Response> {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  const { day, time } = calendar(c);
  return publicPage(c, {
    title: t("title"),
    lead: t("link.lead", { address: maskedAddress }),
    side: (
      <Facts
        items={[
          { term: t("link.address"), value: maskedAddress },
          {
            term: t("link.until"),
            value: (
              <span class="when">
                {t("link.until.value", { date: day(validUntil, "dat"), time: time(validUntil) })}
              </span>
            ),
          },
        ]}
      />
    ),
    sideLabel: t("link.aside"),
    noindex: true,
    children: (
      <>
        <form class="actions" method="post" action={`/me/${c.req.param("token") ?? ""}`}>
          <input type="hidden" name="lang" value={lang} />
          <button class="ds-button" type="submit">
            {t("link.button")}
          </button>
        </form>
        <p>{t("link.once")}</p>
      </>
    ),
  });
}

/** `used`: it was ours and has opened a visit; `open`: that visit still goes on in this browser. */
export function linkGonePage(c: PublicContext, { used, open }: { used: boolean; open: boolean }): Promise<Response> {
  const t = say(ownPageTexts, c.var.lang);
  return publicPage(c, {
    title: t(used ? "used.title" : "gone.title"),
    lead: t(used ? "used.lead" : "gone.lead"),
    status: 404,
    noindex: true,
    children: (
      <>
        {open && <p>{t.rich<Child>("gone.open", { a: (inner) => <a href="/me">{inner}</a> })}</p>}
        <Again c={c} />
      </>
    ),
  });
}

export function outPage(c: PublicContext): Promise<Response> {
  const t = say(ownPageTexts, c.var.lang);
  return publicPage(c, { title: t("out.title"), lead: t("out.lead"), noindex: true, children: <Again c={c} /> });
}

function Again({ c }: { c: PublicContext }) {
  return (
    <p class="actions mt4">
      <a class="ds-button" data-variant="secondary" href="/me">
        {say(ownPageTexts, c.var.lang)("gone.again")}
      </a>
    </p>
  );
}
