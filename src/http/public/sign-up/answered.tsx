/** Pages after an answer to a confirmation link: the receipt of a consent, a request that is gone, how things stand now. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Confirmed } from "../../../domain/consent/confirm.ts";
import type { Declined } from "../../../domain/consent/decline.ts";
import type { JoinedList } from "../../../domain/consent/rules/sign-up.ts";
import { NO_MAILING } from "../../../platform/tokens.ts";
import { answerTexts } from "../../../texts/answer.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext } from "../../env.ts";
import { nameOf } from "../../page.tsx";
import { calendar, named, quotedAll } from "../answers/links.tsx";
import { SheetHead } from "../answers/receipt.tsx";
import { publicPage } from "../layout.tsx";
import { Facts, MailLink } from "../parts.tsx";

type Given = Extract<Confirmed, { decision: "given" }>;

/** The receipt. Withdrawing stands as near as giving did. */
export function givenPage(c: PublicContext, done: Given): Promise<Response> {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const a = say(answerTexts, lang);
  const lists = quotedAll(
    done.given.flatMap((g) => g.lists),
    lang,
  );
  return publicPage(c, {
    title: a("yes.title"),
    lead: t("given.lead", { lists, address: done.maskedAddress }),
    wide: true,
    noindex: true,
    children: (
      <>
        {done.given.map((given, index) => (
          <Sheet c={c} given={given} at={done.at} id={`receipt-${index}`} />
        ))}
        <div class="col flow">
          <h2>{a("yes.next")}</h2>
          <p>{a("yes.keep")}</p>
          <p>{t("given.change")}</p>
          <p class="actions">
            {done.given.map(({ subscriptionId, purpose }) => (
              <a
                class="ds-button"
                data-variant="secondary"
                href={`/u/${c.var.deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}`}
              >
                {done.given.length === 1
                  ? a("yes.withdraw")
                  : t("given.withdraw.of", { purpose: named(purpose, lang) })}
              </a>
            ))}
          </p>
        </div>
      </>
    ),
  });
}

function Sheet({ c, given, at, id }: { c: PublicContext; given: Given["given"][number]; at: number; id: string }) {
  const { lang, institution } = c.var;
  const t = say(signUpTexts, lang);
  const a = say(answerTexts, lang);
  const { notice } = given;
  const office = { inst: nameOf(institution, lang), number: institution.registrationNumber };
  return (
    <article class="sheet mt6" aria-labelledby={id}>
      <SheetHead
        id={id}
        title={a("yes.sheet")}
        number={a("number", { eid: given.eid })}
        mark={institution.look.markSvg}
      />
      <Facts
        items={[
          { term: a("yes.answer"), value: a("yes.answer.value", { when: calendar(c).moment(at) }) },
          { term: a("yes.how"), value: t("given.how") },
          { term: a("yes.to"), value: a("yes.to.value", office) },
          {
            term: a("yes.for"),
            value: t("given.for", { lists: quotedAll(given.lists, lang), purpose: named(given.purpose, lang) }),
          },
          { term: a("yes.valid"), value: a("yes.valid.value") },
        ]}
      />
      <details class="seen">
        <summary>{a("yes.text")}</summary>
        <div class="seen-text" lang={notice.language}>
          {raw(notice.body)}
        </div>
        <p class="small">{a.rich<Child>("yes.hash", { hash: notice.sha256, code: (inner) => <code>{inner}</code> })}</p>
      </details>
    </article>
  );
}

/** The link was confirmed before: how things stand now. It grants nothing again. */
export function joinedPage(c: PublicContext, lists: readonly JoinedList[]): Promise<Response> {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const names = (live: boolean) =>
    quotedAll(
      lists.filter((l) => l.live === live).map((l) => l.names),
      lang,
    );
  const live = names(true);
  const ended = names(false);
  return publicPage(c, {
    title: live ? t("joined.title") : t("left.title"),
    lead: live ? t("joined.lead", { lists: live }) : t("left.lead", { lists: ended }),
    noindex: true,
    children: (
      <>
        {live && <p>{t("joined.leave")}</p>}
        {live && ended && <p>{t("left.some", { lists: ended })}</p>}
        {ended && <Again c={c} />}
      </>
    ),
  });
}

/** "That was not me" is done. */
export function declinedPage(c: PublicContext, done: Extract<Declined, { decision: "declined" }>): Promise<Response> {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const silenced = done.silenced.length > 0;
  return publicPage(c, {
    title: t("declined.title"),
    lead: silenced ? t("declined.lead", { lists: quotedAll(done.silenced, lang) }) : t("declined.on-list"),
    noindex: true,
    children: (
      <>
        {silenced && <p>{t("declined.kept", { date: calendar(c).day(done.reviewDay) })}</p>}
        {silenced && done.onList && <p>{t("declined.on-list")}</p>}
        <Questions c={c} />
      </>
    ),
  });
}

/** "That was not me" was said before. */
export function declinedBeforePage(c: PublicContext): Promise<Response> {
  const t = say(signUpTexts, c.var.lang);
  const lead = t("declined.already.lead", { no: t("ask.no") });
  return publicPage(c, { title: t("declined.already"), lead, noindex: true, children: <></> });
}

/** The link is not ours, has expired, or its request is gone. */
export const gonePage = (c: PublicContext): Promise<Response> => startAgain(c, "gone.lead");

/** A list of the request asks for an age since then: the form asks, and "not me" is still the link in the mail. */
export const olderPage = (c: PublicContext): Promise<Response> => startAgain(c, "gone.age");

function startAgain(c: PublicContext, why: "gone.lead" | "gone.age"): Promise<Response> {
  const t = say(signUpTexts, c.var.lang);
  return publicPage(c, {
    title: t("gone.title"),
    lead: t(why),
    status: 404,
    noindex: true,
    children: (
      <>
        <Again c={c} />
        <Questions c={c} />
      </>
    ),
  });
}

function Again({ c }: { c: PublicContext }) {
  const t = say(signUpTexts, c.var.lang);
  return <p>{t.rich<Child>("again", { a: (inner) => <a href="/subscribe">{inner}</a> })}</p>;
}

function Questions({ c }: { c: PublicContext }) {
  const { email } = c.var.institution;
  const t = say(signUpTexts, c.var.lang);
  return <p>{t.rich<Child>("questions", { email, mail: () => <MailLink address={email} /> })}</p>;
}
