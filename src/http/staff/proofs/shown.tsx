/**
 * What was before the person, exactly as it was: the text of the page, bytes that the event names by hash, and the mail that
 * held the link, made again from what was frozen when it was sent.
 */
import { raw } from "hono/html";
import { questionParts } from "../../../domain/campaigns/rules/question.ts";
import type { Notice } from "../../../domain/notices/rules.ts";
import type { ChainEvent } from "../../../domain/proofs/acts/chains.ts";
import type { StaffContext } from "../../env.ts";
import { Details, Facts, Links } from "../parts.tsx";
import { voice } from "./shared.tsx";

/** Our own fragments, whose texts are escaped: these tags are headings and nothing else. They stand lower on this page. */
const lower = (fragment: string) =>
  fragment.replace(/<(\/?)h([12])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 2}>`);

export function ShownTexts({ c, event }: { c: StaffContext; event: ChainEvent }) {
  const t = voice(c);
  const { said, notice, form } = event;
  return (
    <>
      {said.noticeSha256 && (
        <Shown
          c={c}
          title={t("text.shown", { version: said.noticeVersion ?? "?" })}
          notice={notice}
          sha256={said.noticeSha256}
        />
      )}
      {said.formSha256 && <Shown c={c} title={t("text.form")} notice={form} sha256={said.formSha256} />}
      <ShownMail c={c} event={event} />
    </>
  );
}

function Shown(p: { c: StaffContext; title: string; notice: Notice | undefined; sha256: string }) {
  const t = voice(p.c);
  const parts = p.notice && questionParts(p.notice.body);
  return (
    <Details summary={p.title}>
      {p.notice ? (
        <div class="desk-paper desk-question">
          {parts ? (
            <>
              <div lang={p.notice.language}>{raw(lower(parts.head))}</div>
              <p class="quiet">{t("text.facts")}</p>
              <div lang={p.notice.language}>{raw(lower(parts.answer))}</div>
              <p class="quiet">{t("text.buttons", { yes: plain(parts.yesButton), no: plain(parts.noButton) })}</p>
              <div lang={p.notice.language}>{raw(lower(parts.after))}</div>
            </>
          ) : (
            <div lang={p.notice.language}>{raw(lower(p.notice.body))}</div>
          )}
        </div>
      ) : (
        <p>{t("text.missing")}</p>
      )}
      <p class="small quiet above-2 desk-hash">{t("text.hash", { hash: spaced(p.sha256) })}</p>
    </Details>
  );
}

/** The mail of the mailing whose link was pressed, in the language of the page. */
function ShownMail({ c, event }: { c: StaffContext; event: ChainEvent }) {
  const t = voice(c);
  const { mailing, notice } = event;
  if (!mailing?.frozen) return null;
  const lang = notice?.language ?? mailing.frozen.institution.languages[0] ?? "lv";
  const mail = c.var.deps.render.preview(mailing.frozen, {
    address: mailing.frozen.institution.sender.replyTo,
    language: lang,
  });
  return (
    <Details summary={t("text.mail")}>
      <Facts items={[{ term: t("text.subject"), value: <span lang={lang}>{mail.subject}</span> }]} />
      <pre class="desk-plain mono" lang={lang}>
        {mail.text}
      </pre>
      <div class="no-print">
        <Links items={[{ href: `/staff/mailings/${mailing.id}/preview?mail=${lang}`, label: t("mail.view") }]} />
      </div>
    </Details>
  );
}

/** Sixty-four digits in groups of eight, so that an eye can compare them and a line can break. */
const spaced = (hash: string) => hash.replace(/(.{8})(?=.)/g, "$1 ");

/** Markers of a question are escaped twice over; they are shown as text here. */
const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
