/**
 * `/staff/work`: jobs that failed as often as they may, in plain words, with the two things that can be done; receipts that
 * did not go out; how last mails went; and what the mail service reports.
 */
import { dismissDeadLetter } from "../../../domain/dead-letters/dismiss.ts";
import { retryDeadLetter } from "../../../domain/dead-letters/retry.ts";
import { type DeadLetter, readDeadLetters } from "../../../domain/dead-letters/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { alertTexts } from "../../../texts/alerts.ts";
import { showDateTime, showNumber } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { unsentReceiptTexts } from "../../../texts/unsent-receipts.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Button, DataTable, Done, Empty } from "../parts.tsx";
import { TimeStampBox } from "../time-stamps.tsx";
import { HeardTable, heardOf } from "./heard.tsx";
import { LastMails, lastMailsOf } from "./last-mails.tsx";
import { UnsentReceipts, unsentOf } from "./receipts.tsx";

const WORK = "/staff/work";
type AlertKey = keyof (typeof alertTexts)["lv"];

export async function workPage(c: StaffContext): Promise<Response> {
  const t = say(alertTexts, c.var.lang);
  const [letters, heard, unsent, last] = await Promise.all([
    readDeadLetters(c.var.deps.db),
    heardOf(c),
    unsentOf(c),
    lastMailsOf(c),
  ]);
  const decides = may(c.var.actor, "delivery.decide") === undefined;
  const done = (["retried", "dismissed", "receipts"] as const).find((one) => one === c.req.query("done"));
  return deskPage(c, {
    title: t("work.title"),
    current: "none",
    lede: letters.length > 0 && t("work.lede"),
    children: (
      <>
        {done && <Done>{done === "receipts" ? say(unsentReceiptTexts, c.var.lang)("done") : t(`work.${done}`)}</Done>}
        {unsent && letters.length === 0 ? null : letters.length === 0 ? (
          <Empty title={t("work.none")} text={t("work.none.text")} />
        ) : (
          <>
            <Letters c={c} letters={letters} decides={decides} />
            {!decides && <p class="small quiet above-3">{t("work.decides")}</p>}
          </>
        )}
        {unsent && <UnsentReceipts c={c} unsent={unsent} />}
        {last && <LastMails c={c} counts={last} />}
        {heard && <HeardTable c={c} heard={heard} />}
        <TimeStampBox c={c} />
      </>
    ),
  });
}

function Letters({ c, letters, decides }: { c: StaffContext; letters: readonly DeadLetter[]; decides: boolean }) {
  const { lang, institution } = c.var;
  const t = say(alertTexts, lang);
  const act = (path: string, job: string, label: string) => (
    <form method="post" action={`${WORK}/${path}`}>
      <input type="hidden" name="job" value={job} />
      <Button variant="secondary">{label}</Button>
    </form>
  );
  const kindOf = (kind: string) => t((`kind.${kind}` in alertTexts.lv ? `kind.${kind}` : "kind.other") as AlertKey);
  return (
    <DataTable
      label={t("work.title")}
      width="stack"
      columns={[
        { head: t("work.what") },
        { head: t("work.since") },
        { head: t("work.times"), num: true },
        ...(decides ? [{ head: t("work.act") }] : []),
      ]}
      rows={letters.map(({ job, kind, mailingId, title, times, at }) => ({
        cells: [
          <>
            {kindOf(kind)}
            {mailingId && title && (
              <>
                {": "}
                <a href={`/staff/mailings/${mailingId}`}>{title}</a>
              </>
            )}
          </>,
          showDateTime(at, { lang, zone: institution.timeZone, form: "table" }),
          showNumber(times, lang),
          ...(decides
            ? [
                <div class="desk-acts">
                  {act("retry", job, t("work.retry"))}
                  {act("dismiss", job, t("work.dismiss"))}
                </div>,
              ]
            : []),
        ],
      }))}
    />
  );
}

const back = (c: StaffContext, result: unknown | Refusal, done: string) =>
  isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${WORK}?done=${done}`, 303);

export async function retry(c: StaffContext): Promise<Response> {
  const job = (await readForm(c)).text("job");
  return back(c, await retryDeadLetter(c.var.deps, c.var.actor, { job }), "retried");
}

export async function dismiss(c: StaffContext): Promise<Response> {
  const job = (await readForm(c)).text("job");
  return back(c, await dismissDeadLetter(c.var.deps, c.var.actor, { job }), "dismissed");
}
