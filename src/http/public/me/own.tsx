/** A person's own page: the lists that he is on with the way out, what is recorded about him with its files, what else is kept. */
import type { Child } from "hono/jsx";
import { type OwnState, readOwnState } from "../../../domain/me/acts/own.ts";
import type { Visit } from "../../../domain/me/views.ts";
import { NO_MAILING } from "../../../platform/tokens.ts";
import { ownPageTexts } from "../../../texts/own-page.ts";
import { ownProofsTexts } from "../../../texts/own-proofs.ts";
import { ownReadersTexts } from "../../../texts/own-readers.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { calendar, named, speakTo } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { MailLink } from "../parts.tsx";
import { OwnProofs } from "./proofs.tsx";
import { OwnReadersPart } from "./readers.tsx";

export async function ownPage(c: PublicContext, visit: Visit): Promise<Response> {
  const lang = speakTo(c, visit.language);
  const t = say(ownPageTexts, lang);
  const own = await readOwnState(c.var.deps, visit);
  const { address } = visit;
  return publicPage(c, {
    title: t("title"),
    lead: t(own.held ? "page.lead" : "page.lead.left", { address }),
    side: <Side c={c} visit={visit} own={own} />,
    sideLabel: t("page.aside"),
    noindex: true,
    children: (
      <>
        <Lists c={c} own={own} />
        <OwnProofs
          lang={lang}
          zone={c.var.institution.timeZone}
          proofs={own.proofs}
          fileOf={(id) => `/me/proofs/${id}`}
        />
        <OwnReadersPart c={c} readers={own.readers} />
        <Marks c={c} own={own} />
        <Rest c={c} />
      </>
    ),
  });
}

function Side({ c, visit, own }: { c: PublicContext; visit: Visit; own: OwnState }) {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  return (
    <>
      <ul class="toc">
        <li>
          <a href="#own-lists">{t("lists.title")}</a>
        </li>
        <li>
          <a href="#own-proofs">{say(ownProofsTexts, lang)("title")}</a>
        </li>
        <li>
          <a href="#own-readers">{say(ownReadersTexts, lang)("title")}</a>
        </li>
        {own.marks.length > 0 && (
          <li>
            <a href="#own-marks">{t("marks.title")}</a>
          </li>
        )}
        <li>
          <a href="#own-rest">{t("rest.title")}</a>
        </li>
      </ul>
      <p class="small soft mt4">{t("page.until", { time: calendar(c).time(visit.until) })}</p>
      <form method="post" action="/me/sign-out">
        <input type="hidden" name="lang" value={lang} />
        <button class="linkish" type="submit">
          {t("page.out")}
        </button>
      </form>
    </>
  );
}

function Lists({ c, own }: { c: PublicContext; own: OwnState }) {
  const { lang, deps } = c.var;
  const t = say(ownPageTexts, lang);
  return (
    <section class="flow" aria-labelledby="own-lists">
      <h2 id="own-lists">{t("lists.title")}</h2>
      {own.lists.length === 0 ? (
        <p>{t("lists.none")}</p>
      ) : (
        <>
          <ul class="rows with-act">
            {own.lists.map((one) => {
              const list = named(one.listNames, lang);
              const link = deps.tokens.make("u", { subscriptionId: one.id, mailingId: NO_MAILING });
              return (
                <li>
                  <div>
                    <h3>{list}</h3>
                    <p>{t(one.state === "active" ? "list.active" : "list.unproven")}</p>
                    <p class="meta">{t("list.purpose", { purpose: named(one.purposeNames, lang) })}</p>
                  </div>
                  <a
                    class="ds-button"
                    data-variant="secondary"
                    href={`/u/${link}`}
                    aria-label={t("list.change.of", { list })}
                  >
                    {t("list.change")}
                  </a>
                </li>
              );
            })}
          </ul>
          <p class="small">{t("lists.about")}</p>
        </>
      )}
    </section>
  );
}

function Marks({ c, own }: { c: PublicContext; own: OwnState }) {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  const { day } = calendar(c);
  if (own.marks.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="own-marks">
      <h2 id="own-marks">{t("marks.title")}</h2>
      <ul>
        {own.marks.map((mark) => (
          <li>
            {mark.purpose
              ? t("mark.purpose", { purpose: named(mark.purpose.names, lang), date: day(mark.day, "gen") })
              : t("mark.all", { date: day(mark.day, "gen") })}
          </li>
        ))}
      </ul>
      <p>{t("marks.text")}</p>
    </section>
  );
}

function Rest({ c }: { c: PublicContext }) {
  const { lang, institution } = c.var;
  const t = say(ownPageTexts, lang);
  const email = institution.dataProtectionOfficer.email || institution.email;
  return (
    <section class="flow" aria-labelledby="own-rest">
      <h2 id="own-rest">{t("rest.title")}</h2>
      <p>
        {t.rich<Child>("rest.text", {
          email,
          authority: named(institution.supervisoryAuthority.name, lang),
          mail: () => <MailLink address={email} />,
          a: (inner) => <a href="/privacy">{inner}</a>,
        })}
      </p>
    </section>
  );
}
