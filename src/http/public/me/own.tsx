/**
 * A person's own page: the lists with on and off, what is held about him with its source, his proofs, who looked, and his rights.
 * Where several people read the address it shows lists, not persons.
 */
import type { Child } from "hono/jsx";
import { readOffer } from "../../../domain/consent/views/offered.ts";
import { type Dossier, readDossier } from "../../../domain/me/held/dossier.ts";
import type { Visit } from "../../../domain/me/views.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { ownChoiceTexts } from "../../../texts/own-choices.ts";
import { ownDataTexts } from "../../../texts/own-data.ts";
import { ownPageTexts } from "../../../texts/own-page.ts";
import { ownProofsTexts } from "../../../texts/own-proofs.ts";
import { ownReadersTexts } from "../../../texts/own-readers.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import type { Problem } from "../../forms.ts";
import { calendar, named, speakTo } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { MailLink } from "../parts.tsx";
import { Held } from "./page/held.tsx";
import { Lists } from "./page/lists.tsx";
import { DoneNote, Problems } from "./page/parts.tsx";
import { Rights } from "./page/rights.tsx";
import { OwnProofs } from "./proofs.tsx";
import { OwnReadersPart } from "./readers.tsx";

/** `problems`: what was wrong with an act of this page; `lang`: the language of the form that was posted. */
export async function ownPage(
  c: PublicContext,
  visit: Visit,
  { problems = [], lang: posted }: { problems?: readonly Problem[]; lang?: string } = {},
): Promise<Response> {
  const lang = speakTo(c, visit.language, posted);
  const { deps } = c.var;
  const t = say(ownPageTexts, lang);
  const [own, offer, purposes] = await Promise.all([
    readDossier(deps, visit, { mails: 0 }),
    readOffer(deps.db),
    readPurposes(deps.db),
  ]);
  const { address, shared } = own;
  const subscriptions = own.standing?.subscriptions ?? [];
  return publicPage(c, {
    title: t("title"),
    lead: t(own.held ? "page.lead" : "page.lead.left", { address }),
    status: problems.length > 0 ? 422 : 200,
    error: problems.length > 0,
    side: <Side c={c} visit={visit} own={own} />,
    sideLabel: t("page.aside"),
    noindex: true,
    children: (
      <>
        <Problems c={c} problems={problems} />
        <DoneNote c={c} />
        {shared && <p>{say(ownChoiceTexts, lang)("share.is")}</p>}
        <Lists c={c} own={{ subscriptions, purposes, offer }} />
        <Held c={c} dossier={own} />
        <OwnProofs
          lang={lang}
          zone={c.var.institution.timeZone}
          proofs={own.proofs}
          fileOf={shared ? undefined : (id) => `/me/proofs/${id}`}
        />
        {!shared && <OwnReadersPart c={c} readers={own.readers} />}
        <Marks c={c} own={own} />
        <Rights c={c} dossier={own} />
        <Rest c={c} />
      </>
    ),
  });
}

function Side({ c, visit, own }: { c: PublicContext; visit: Visit; own: Dossier }) {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  const parts: [string, string, boolean][] = [
    ["own-lists", t("lists.title"), true],
    ["own-data", say(ownDataTexts, lang)("title"), true],
    ["own-proofs", say(ownProofsTexts, lang)("title"), true],
    ["own-readers", say(ownReadersTexts, lang)("title"), !own.shared],
    ["own-marks", t("marks.title"), own.marks.length > 0],
    ["own-rights", say(ownChoiceTexts, lang)("rights.title"), true],
    ["own-rest", t("rest.title"), true],
  ];
  return (
    <>
      <ul class="toc">
        {parts.flatMap(([id, title, there]) =>
          there
            ? [
                <li>
                  <a href={`#${id}`}>{title}</a>
                </li>,
              ]
            : [],
        )}
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

function Marks({ c, own }: { c: PublicContext; own: Dossier }) {
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
              : t("mark.all", { date: day(mark.day, "gen") })}{" "}
            {t("mark.review", { date: day(mark.reviewDay) })}
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
