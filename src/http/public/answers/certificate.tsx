/**
 * "No" on record: the certificate of what ended, what goes on, what is kept and until when (promise P4). The address is
 * said to be deleted only where it is. "By mistake" stands below for ten minutes, where consent can be given again.
 */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Certificate } from "../../../domain/consent/rules/certificate.ts";
import type { Decided } from "../../../domain/consent/rules/outcome.ts";
import type { LinkView, ShownText } from "../../../domain/consent/views.ts";
import { certificateTexts } from "../../../texts/certificate.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import { receiptTexts } from "../../../texts/receipt.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { nameOf } from "../../page.tsx";
import { publicPage } from "../layout.tsx";
import { Facts, MailLink } from "../parts.tsx";
import { FileOffer } from "../receipt-file.tsx";
import { calendar, named, quoted, quotedAll, receiptLink } from "./links.tsx";
import { SheetHead } from "./receipt.tsx";

/** How long "by mistake" works. */
const RETURN_MS = 10 * 60 * 1000;

/** The page after a "no" (`answer`) or after leaving (`leave`), which is also its receipt. */
export function certificatePage(
  c: PublicContext,
  done: Decided,
  view: LinkView,
  door: "answer" | "leave",
  scope: "list" | "everything" = "list",
): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(leaveTexts, lang);
  const { moment, time, day } = calendar(c);
  const { erased } = done;
  const email = institution.dataProtectionOfficer.email || institution.email;
  const answer =
    done.decision === "withdrawn" ? "answer.withdrawn" : door === "answer" ? "answer.refused" : "answer.left";
  const title = door === "answer" ? (erased ? "no.erased" : "no.kept") : erased ? "left.erased" : "left.kept";
  // A last mail goes out: until then one sealed row still holds the address, and the page says so.
  const last = done.lastMailUntil;
  const later = say(lastMailTexts, lang);
  const heldOn = last !== undefined || (done.certificate?.requests.length ?? 0) > 0;
  return publicPage(c, {
    title: !heldOn ? t(title) : later(door === "answer" ? "page.no" : "page.left"),
    lead: t("lead.ended", { lists: quotedAll(done.ended, lang) }),
    wide: true,
    noindex: true,
    children: (
      <>
        <article class="sheet mt6" aria-labelledby="certificate">
          <SheetHead
            id="certificate"
            title={erased ? t("sheet.erased") : t("sheet.kept")}
            number={done.eid ? t("number", { eid: done.eid }) : undefined}
            mark={institution.look.markSvg}
          />
          <Facts
            items={[
              {
                term: t("issuer"),
                value: t("issuer.value", { inst: nameOf(institution, lang), number: institution.registrationNumber }),
              },
              {
                term: t("answer"),
                value:
                  done.decision === "invalidated"
                    ? say(receiptTexts, lang)("done", { when: moment(done.at) })
                    : t(answer, { when: moment(done.at) }),
              },
            ]}
          />
          <h3>{t("gone.title")}</h3>
          <ul class="gone">
            {done.ended.map((list) => (
              <Gone text={t("gone.list", { list: quoted(list, lang) })} at={time(done.at)} ms={done.at} />
            ))}
            {scope === "everything" && <Gone text={t("gone.everything")} at={time(done.at)} ms={done.at} />}
            {erased && <Gone text={heldOn ? later("page.gone") : t("gone.address")} at={time(done.at)} ms={done.at} />}
            {done.certificate?.deleted.includes("circumstances") && (
              <Gone text={say(certificateTexts, lang)("gone.rest")} at={time(done.at)} ms={done.at} />
            )}
            <Gone text={t("gone.queue")} at={time(done.at)} ms={done.at} />
          </ul>
          {done.remaining.length > 0 && (
            <>
              <h3>{t("stays.title")}</h3>
              <p>{t("stays.text", { lists: quotedAll(done.remaining, lang) })}</p>
            </>
          )}
          <h3>{t("kept.title")}</h3>
          <div class="kept">
            {last !== undefined && (
              <Kept
                title={later("page.kept")}
                text={later("page.kept.text")}
                what={later("page.until")}
                when={time(last)}
              />
            )}
            <Kept
              title={t("kept.proof")}
              text={t("kept.proof.text")}
              what={t("until.destroy")}
              when={day(done.kept.proofUntilDay)}
            />
            <Kept
              title={t("kept.tag")}
              text={t("kept.tag.text")}
              what={t("until.review")}
              when={day(done.kept.suppressionReviewDay)}
            />
            {done.certificate && <HeldOn c={c} certificate={done.certificate} />}
            <Kept title={t("kept.log")} text={t("kept.log.text")} what={t("until.stays")} when={t("until.always")} />
          </div>
          {done.certificate && <Told c={c} certificate={done.certificate} />}
          {erased && (
            <>
              <h3>{t("backups.title")}</h3>
              <p>
                {t.rich<Child>("backups.text", {
                  date: day(done.kept.backupsCleanDay, "dat"),
                  b: (inner) => <b>{inner}</b>,
                })}{" "}
                {done.certificate &&
                  say(certificateTexts, lang)(done.certificate.overwritten ? "bytes.own" : "bytes.server")}
              </p>
            </>
          )}
        </article>
        <div class="col flow">
          {done.returnSeal && <Mistake c={c} seal={done.returnSeal} done={done} view={view} />}
          <h2>{t("next.title")}</h2>
          <ul>
            <li>{last === undefined ? t("next.keep") : later("page.keep")}</li>
            {done.eid && (
              <li class="no-print">
                <FileOffer c={c} link={receiptLink(c, view)} when="certificate" />
              </li>
            )}
            <li>{t("sent-already", { time: time(done.at) })}</li>
            <li>{t("next.others")}</li>
            <li>
              {t.rich<Child>("next.ask", {
                email,
                mail: () => <MailLink address={email} />,
                authority: named(institution.supervisoryAuthority.name, lang),
              })}
            </li>
          </ul>
        </div>
      </>
    ),
  });
}

function Gone(p: { text: string; at: string; ms: number }) {
  return (
    <li>
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        aria-hidden="true"
      >
        <path d="M5 12.500l4.500 4.500L19 7.500" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      <span>{p.text}</span>
      <time datetime={new Date(p.ms).toISOString()}>{p.at}</time>
    </li>
  );
}

function Kept(p: { title: string; text: string; what: string; when: string }) {
  return (
    <div>
      <div>
        <h4>{p.title}</h4>
        <p>{p.text}</p>
      </div>
      <p class="until">
        <span>{p.what}</span>
        {p.when}
      </p>
    </div>
  );
}

/** What holds the address on for a while, sealed: a request that waits for its answer, a file that waits to be imported. */
function HeldOn({ c, certificate: { requests, filesUntil } }: { c: PublicContext; certificate: Certificate }) {
  const t = say(certificateTexts, c.var.lang);
  return (
    <>
      {requests.map((n) => (
        <Kept
          title={t("kept.request", { n: String(n) })}
          text={t("kept.request.text")}
          what={t("kept.request.what")}
          when={t("kept.request.when")}
        />
      ))}
      {filesUntil && (
        <Kept
          title={t("kept.files")}
          text={t("kept.files.text")}
          what={t("kept.files.what")}
          when={calendar(c).day(filesUntil)}
        />
      )}
    </>
  );
}

/** Who else had the address: whoever delivered our mail, and whoever was handed a file. */
function Told({ c, certificate }: { c: PublicContext; certificate: Certificate }) {
  const t = say(certificateTexts, c.var.lang);
  const { day } = calendar(c);
  const { erased, providers, exports } = certificate;
  if (!erased && exports.length === 0) return null;
  return (
    <>
      <h3>{t("told.title")}</h3>
      <div class="kept">
        {providers.map(({ name, until }) => (
          <Kept
            title={t("told.mail", { name })}
            text={t("told.mail.text")}
            what={t("told.mail.until")}
            when={day(until)}
          />
        ))}
        {exports.map(({ kind, day: given, recipient, recipientName }) => (
          <Kept
            title={t("told.list", { recipient: recipientName || t(`recipient.${recipient}`) })}
            text={t(kind === "person" ? "told.person.text" : "told.list.text")}
            what={t("told.given")}
            when={day(given)}
          />
        ))}
      </div>
      {exports.length === 0 && <p>{t("told.nobody")}</p>}
    </>
  );
}

/** The way back: a new consent to the text that stands above its button. */
function Mistake(p: { c: PublicContext; seal: string; done: Decided; view: LinkView }) {
  const { lang } = p.c.var;
  const t = say(leaveTexts, lang);
  const { at, erased, lastMailUntil } = p.done;
  const time = calendar(p.c).time(at + RETURN_MS);
  const where = erased ? t("mistake.text", { time }) : t("mistake.text.kept", { time });
  // The seal names the statement in the person's own language, whatever language this page speaks.
  const text: ShownText | undefined = p.view.statement[p.view.language] ?? Object.values(p.view.statement)[0];
  if (!text) return null;
  return (
    <section class="note mt6 no-print" aria-labelledby="mistake">
      <h2 id="mistake">{t("mistake.title")}</h2>
      <p>{lastMailUntil === undefined ? where : say(lastMailTexts, lang)("page.mistake", { time })}</p>
      <p>{t("mistake.list", { list: quoted(p.view.list.names, lang) })}</p>
      <div class="quoted">{raw(text.body)}</div>
      <form class="actions mt4" method="post" action="/return">
        <input type="hidden" name="seal" value={p.seal} />
        <input type="hidden" name="lang" value={lang} />
        <button class="ds-button" data-variant="secondary" type="submit">
          {t("mistake.button")}
        </button>
      </form>
    </section>
  );
}
