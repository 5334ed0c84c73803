/** A person decides about the e-mails of a mailing whose outcome nobody knows: what is known, why it is not more, two ways. */
import type { Child } from "hono/jsx";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { decideUnknown } from "../../../../domain/messages/decide-unknown.ts";
import { askingOf, wantedStates } from "../../../../domain/messages/rules/permission.ts";
import { mayDecideUnknown, UNKNOWN_DECISIONS } from "../../../../domain/messages/rules/unknown.ts";
import { readUnknown, type Unknown } from "../../../../domain/messages/views/unknown.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../../refusal.ts";
import { refusalText } from "../../../../texts/refusals/index.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { problemFor, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Radios } from "../../parts.tsx";
import { isSendingOver, mailingOf, outcomeVoice, pathOf } from "../frame.tsx";
import { Why } from "./why.tsx";

export async function unknownPage(c: StaffContext): Promise<Response> {
  return page(c);
}

/** Decides what the page showed, about as many as it showed; otherwise the page is shown again, with what is so now. */
export async function unknownDecided(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const mailingId = c.req.param("id") ?? "";
  const decision = UNKNOWN_DECISIONS.find((one) => one === form.text("decision"));
  if (!decision) return page(c, refuseForm([{ field: "decision", code: "form.choose" }]));
  const n = Number(form.text(`n.${decision}`)) || 0;
  const done = await decideUnknown(c.var.deps, c.var.actor, { mailingId, decision, n });
  if (isRefusal(done)) return page(c, done);
  return c.redirect(`${pathOf(mailingId)}?done=${decision === "sent" ? "treated" : "again"}`, 303);
}

async function page(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  const no = may(c.var.actor, "delivery.decide");
  const mailing = await mailingOf(c);
  if (no || !mailing?.frozen) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const unknown = await readUnknown(c.var.deps.db, mailing.id, wantedStates(askingOf(mailing)));
  const closed = mayDecideUnknown("sent", mailing.state, false) ?? (unknown.n === 0 && refuse("messages.nothing_left"));
  if (closed) return refusedPage(c, closed, "desk");
  const problems = refusal && problemsOf(refusal, lang);
  const lede = t.rich<Child>("decide.unknown.lede", { n: unknown.n, b: (inner) => <strong>{inner}</strong> });
  return deskPage(c, {
    title: t("decide.unknown.title"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: <>{lede}</>,
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("decide.failed")} />
        <p class="desk-text">{t("decide.unknown.advice")}</p>
        <Why c={c} title={t("decide.unknown.why")} state="unknown" reasons={unknown.reasons} n={unknown.n} />
        <Choice c={c} mailing={mailing} unknown={unknown} problem={problemFor(problems, "decision")} />
      </>
    ),
  });
}

interface ChoiceProps {
  c: StaffContext;
  mailing: Mailing;
  unknown: Unknown;
  problem: string | undefined;
}

/** Sending again is offered only where it is possible; where it is not, the page says why. */
function Choice({ c, mailing, unknown, problem }: ChoiceProps) {
  const t = outcomeVoice(c);
  const not = mayDecideUnknown("again", mailing.state, isSendingOver(c, mailing));
  const { n, allowed } = unknown;
  const gone = t("decide.unknown.gone", { n: n - allowed });
  const again = !not && allowed > 0;
  const closing = mailing.state !== "cancelled" && t("decide.unknown.sent.closing");
  const treated = [t("decide.unknown.sent.hint"), closing].filter(Boolean).join(" ");
  return (
    <div class="above-6">
      <DeskForm action={pathOf(mailing.id, "unknown")}>
        <input type="hidden" name="n.sent" value={String(n)} />
        <input type="hidden" name="n.again" value={String(allowed)} />
        <Radios
          name="decision"
          legend={t("decide.unknown.choice")}
          problem={problem}
          options={[
            { value: "sent", label: t("decide.unknown.sent", { n }), hint: treated },
            ...(again
              ? [
                  {
                    value: "again",
                    label: t("decide.unknown.again", { n: allowed }),
                    hint: [t("decide.unknown.again.hint"), gone].filter(Boolean).join(" "),
                  },
                ]
              : []),
          ]}
        />
        {!again && (
          <p class="small quiet">
            {t("decide.unknown.again.not")}: {not ? refusalText(not, c.var.lang) : gone}
          </p>
        )}
        <Actions>
          <Button>{t("decide.unknown.act")}</Button>
          <a href={pathOf(mailing.id)}>{t("decide.back")}</a>
        </Actions>
      </DeskForm>
    </div>
  );
}
