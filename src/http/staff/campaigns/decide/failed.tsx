/** "Send again": the e-mails that failed through a fault of ours, reason by reason, and the one act that plans them anew. */
import type { Child } from "hono/jsx";
import { planAnew } from "../../../../domain/messages/plan-anew.ts";
import { mayDecideUnknown } from "../../../../domain/messages/rules/unknown.ts";
import { readFailedOfOurs } from "../../../../domain/messages/views/failed.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Facts } from "../../parts.tsx";
import { isSendingOver, mailingOf, outcomeVoice, pathOf } from "../frame.tsx";
import { Why } from "./why.tsx";

export async function failedPage(c: StaffContext): Promise<Response> {
  return page(c);
}

/** Plans as many as the page showed; otherwise the page is shown again, with what is so now. */
export async function failedPlanned(c: StaffContext): Promise<Response> {
  const mailingId = c.req.param("id") ?? "";
  const n = Number((await readForm(c)).text("n")) || 0;
  const done = await planAnew(c.var.deps, c.var.actor, { mailingId, n });
  return isRefusal(done) ? page(c, done) : c.redirect(`${pathOf(mailingId)}?done=planned-anew`, 303);
}

async function page(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  const no = may(c.var.actor, "delivery.decide");
  const mailing = await mailingOf(c);
  if (no || !mailing?.frozen) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const closed = mayDecideUnknown("again", mailing.state, isSendingOver(c, mailing));
  if (closed) return refusedPage(c, closed, "desk");
  const failed = await readFailedOfOurs(c.var.deps.db, mailing.id);
  const back = { href: pathOf(mailing.id), label: mailing.title };
  const status = refusal ? statusOf(refusal) : 200;
  const head = { title: t("decide.failed.title"), current: "mailings" as const, back, status };
  // Pressed twice, or somebody else was faster: it is done.
  if (failed.n === 0) return deskPage(c, { ...head, lede: t("decide.failed.none"), children: null });
  const lede = t.rich<Child>("decide.failed.lede", { n: failed.n, b: (inner) => <strong>{inner}</strong> });
  const when = mailing.state === "paused" ? t("decide.failed.when.paused") : t("decide.failed.when.now");
  return deskPage(c, {
    ...head,
    lede,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={refusal && problemsOf(refusal, lang)} title={t("decide.failed.not")} />
        <Why c={c} title={t("decide.failed.why")} state="failed" reasons={failed.reasons} n={failed.n} />
        <div class="above-6">
          <DeskForm action={pathOf(mailing.id, "failed")}>
            <input type="hidden" name="n" value={String(failed.n)} />
            <Facts
              items={[
                { term: t("decide.failed.first"), value: t("decide.failed.first.value") },
                { term: t("decide.failed.who"), value: t("decide.failed.who.value") },
                { term: t("decide.failed.when"), value: when },
              ]}
            />
            <Actions>
              <Button>{t("decide.failed.act", { n: failed.n })}</Button>
              <a href={pathOf(mailing.id)}>{t("decide.failed.back")}</a>
            </Actions>
          </DeskForm>
        </div>
      </>
    ),
  });
}
