/** `GET /`: the institution's open news lists by purpose: what each sends and how often, an example, the way to sign up. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Offered, readOffer } from "../../domain/consent/views/offered.ts";
import { inLanguage } from "../../domain/purposes/rules.ts";
import { homeTexts } from "../../texts/home.ts";
import { runningTexts } from "../../texts/running.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { nameOf } from "../page.tsx";
import { publicPage } from "./layout.tsx";
import { MailLink } from "./parts.tsx";
import { type Example, examplesOf } from "./sign-up/example.ts";

export const homePages = new Hono<PublicEnv>().get("/", async (c) => {
  const { deps, lang, institution } = c.var;
  const t = say(homeTexts, lang);
  const asked = say(runningTexts, lang);
  const offer = await readOffer(deps.db);
  const examples = await examplesOf(
    c,
    offer.map((o) => o.list.id),
  );
  return publicPage(c, {
    title: t("title"),
    lead: t("lead", { inst: nameOf(institution, lang) }),
    children: (
      <>
        {offer.length === 0 ? (
          <div class="note mt6">
            <h2>{t("none")}</h2>
            <p>{t("none.text")}</p>
          </div>
        ) : (
          <Lists c={c} offer={offer} examples={examples} />
        )}
        <h2>{asked("home.title")}</h2>
        <p>{asked.rich<Child>("home.text", { a: (inner) => <a href="/campaigns">{inner}</a> })}</p>
        <h2>{t("leave.title")}</h2>
        <p>{t.rich<Child>("leave.text", { a: (inner) => <a href="/me">{inner}</a> })}</p>
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

interface ListsProps {
  c: PublicContext;
  offer: readonly Offered[];
  examples: ReadonlyMap<string, Example>;
}

/** Every list with its purpose; more than one can be chosen in the form about all of them. */
function Lists({ c, offer, examples }: ListsProps) {
  const { lang } = c.var;
  const t = say(homeTexts, lang);
  return (
    <>
      <ul class="rows with-act mt6">
        {offer.map(({ list, purpose }) => {
          const example = examples.get(list.id);
          const { ageFrom } = purpose.sheet;
          return (
            <li>
              <div>
                <h2 class="row-title">{inLanguage(list.names, lang)}</h2>
                <p>{inLanguage(list.promise, lang)}</p>
                <p class="meta">{t("purpose", { purpose: inLanguage(purpose.sheet.names, lang) })}</p>
                {ageFrom !== undefined && <p class="meta">{t("age", { n: ageFrom })}</p>}
                {example && (
                  <p>
                    <a href={example.href}>{t("example", { title: example.title })}</a>
                  </p>
                )}
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
          );
        })}
      </ul>
      {offer.length > 1 && (
        <p class="mt4">
          <a href="/subscribe">{t("sign-up.all")}</a>
        </p>
      )}
    </>
  );
}
