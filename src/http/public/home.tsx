/** `GET /`: the institution's open news lists, what each sends and why. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { readLists } from "../../domain/lists/views.ts";
import { inLanguage } from "../../domain/purposes/rules.ts";
import { readPurposes } from "../../domain/purposes/views.ts";
import { homeTexts } from "../../texts/home.ts";
import { runningTexts } from "../../texts/running.ts";
import { say } from "../../texts/say.ts";
import type { PublicEnv } from "../env.ts";
import { nameOf } from "../page.tsx";
import { publicPage } from "./layout.tsx";
import { MailLink } from "./parts.tsx";

export const homePages = new Hono<PublicEnv>().get("/", async (c) => {
  const { deps, lang, institution } = c.var;
  const t = say(homeTexts, lang);
  const asked = say(runningTexts, lang);
  const [lists, purposes] = await Promise.all([readLists(deps.db), readPurposes(deps.db)]);
  const active = new Map(purposes.filter((p) => p.state === "active").map((p) => [p.id, p]));
  const open = lists.filter((l) => l.kind === "newsletter" && l.state === "active" && active.has(l.purposeId));
  const purposeOf = (id: string) => inLanguage(active.get(id)?.sheet.names ?? { lv: "", en: "" }, lang);
  return publicPage(c, {
    title: t("title"),
    lead: t("lead", { inst: nameOf(institution, lang) }),
    children: (
      <>
        {open.length === 0 ? (
          <div class="note mt6">
            <h2>{t("none")}</h2>
            <p>{t("none.text")}</p>
          </div>
        ) : (
          <ul class="rows with-act mt6">
            {open.map((list) => (
              <li>
                <div>
                  <h2 class="row-title">{inLanguage(list.names, lang)}</h2>
                  <p>{inLanguage(list.promise, lang)}</p>
                  <p class="meta">{t("purpose", { purpose: purposeOf(list.purposeId) })}</p>
                </div>
                <a
                  class="ds-button"
                  data-variant="secondary"
                  href={`/subscribe?list=${list.id}`}
                  aria-label={t("sign-up.to", { list: inLanguage(list.names, lang) })}
                >
                  {t("sign-up")}
                </a>
              </li>
            ))}
          </ul>
        )}
        <h2>{asked("home.title")}</h2>
        <p>{asked.rich<Child>("home.text", { a: (inner) => <a href="/campaigns">{inner}</a> })}</p>
        <h2>{t("leave.title")}</h2>
        <p>{t("leave.text")}</p>
        <h2>{t("data.title")}</h2>
        <p>
          {t.rich<Child>("data.text", {
            email: institution.email,
            a: (inner) => <a href="/privacy">{inner}</a>,
            mail: () => <MailLink address={institution.email} />,
          })}
        </p>
      </>
    ),
  });
});
