/** A person decides about those whom the question did not reach: how many, why, keep them or take them off the list. */
import { decideUnreached } from "../../../../domain/campaigns/ending/decide-unreached.ts";
import { mayDecideUnreached, UNREACHED_DECISIONS } from "../../../../domain/campaigns/rules/ending.ts";
import type { ReasonCount } from "../../../../domain/messages/views/figures.ts";
import { readUnreached } from "../../../../domain/messages/views/silent.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../../refusal.ts";
import { showNumber } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { problemFor, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DataTable, DeskForm, ErrorSummary, Radios, Section } from "../../parts.tsx";
import { endingVoice, mailingOf, outcomeVoice, pathOf } from "../frame.tsx";
import { reasonKey } from "../one/reasons.tsx";

export const unreachedPage = (c: StaffContext) => page(c);

export async function unreachedDecided(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const id = c.req.param("id") ?? "";
  const decision = UNREACHED_DECISIONS.find((one) => one === form.text("decision"));
  if (!decision) return page(c, refuseForm([{ field: "decision", code: "form.choose" }]));
  const people = Number(form.text("n")) || 0;
  const done = await decideUnreached(c.var.deps, c.var.actor, { id, decision, people });
  if (!isRefusal(done)) return c.redirect(`${pathOf(id)}?done=unreached`, 303);
  return statusOf(done) === 403 ? refusedPage(c, done, "desk") : page(c, done);
}

async function page(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const t = endingVoice(c);
  const o = outcomeVoice(c);
  const { lang, deps } = c.var;
  const no = may(c.var.actor, "campaign.unreached");
  const mailing = await mailingOf(c);
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const { people, reasons } = await readUnreached(deps.db, mailing.id);
  const problems = refusal && problemsOf(refusal, lang);
  const back = { href: pathOf(mailing.id), label: mailing.title };
  const head = { title: t("unreached.page"), current: "mailings" as const, back };
  if (mayDecideUnreached(mailing, people)) return deskPage(c, { ...head, lede: t("unreached.none"), children: <></> });
  return deskPage(c, {
    ...head,
    lede: t("unreached.text"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("failed")} />
        <Section title={t("unreached.why")}>
          <DataTable
            label={t("unreached.why")}
            width="narrow"
            columns={[{ head: t("unreached.reason") }, { head: t("unreached.people"), num: true }]}
            rows={reasons.map(({ state, reason, n }) => ({
              cells: [o(reasonKey(state as ReasonCount["state"], reason)), showNumber(n, lang)],
            }))}
            foot={[t("unreached.total"), showNumber(people, lang)]}
          />
        </Section>
        <div class="above-6">
          <DeskForm action={pathOf(mailing.id, "unreached")}>
            <input type="hidden" name="n" value={String(people)} />
            <Radios
              name="decision"
              legend={t("unreached.choice")}
              problem={problemFor(problems, "decision")}
              options={UNREACHED_DECISIONS.map((value) => ({
                value,
                label: t(`unreached.${value}`),
                hint: t(`unreached.${value}.hint`),
              }))}
            />
            <Actions>
              <Button>{t("unreached.act")}</Button>
              <a href={pathOf(mailing.id)}>{t("unreached.back")}</a>
            </Actions>
          </DeskForm>
        </div>
      </>
    ),
  });
}
