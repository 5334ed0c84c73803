/** A person decides about held addresses: how many, at which receiving domains, mail them again or end them. */
import type { Child } from "hono/jsx";
import { decideHeld } from "../../../../domain/messages/decide-held.ts";
import { readHeld, readHeldDomains } from "../../../../domain/messages/views/held.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../../refusal.ts";
import { showNumber } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { problemFor, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DataTable, DeskForm, ErrorSummary, Radios, Section } from "../../parts.tsx";
import { mailingOf, outcomeVoice, pathOf } from "../frame.tsx";

/** So many domains stand on the page; the rest are counted in one line. */
const DOMAINS = 20;

export async function heldPage(c: StaffContext): Promise<Response> {
  return page(c);
}

export async function heldDecided(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const mailingId = c.req.param("id") ?? "";
  const decision = (["release", "end"] as const).find((one) => one === form.text("decision"));
  if (!decision) return page(c, refuseForm([{ field: "decision", code: "form.choose" }]));
  const shown = Number(form.text("n")) || 0;
  const { people } = await readHeld(c.var.deps.db, mailingId);
  // Deleting more than the page said would not be what was decided.
  if (people !== shown && people > 0) return page(c, refuse("messages.held_stale", { values: { n: people } }));
  const done = await decideHeld(c.var.deps, c.var.actor, { mailingId, decision });
  if (isRefusal(done)) return page(c, done);
  return c.redirect(`${pathOf(mailingId)}?done=${decision === "release" ? "released" : "ended"}`, 303);
}

async function page(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const t = outcomeVoice(c);
  const { lang, deps } = c.var;
  const no = may(c.var.actor, "delivery.decide");
  const mailing = await mailingOf(c);
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const [{ people }, { domains, more }] = await Promise.all([
    readHeld(deps.db, mailing.id),
    readHeldDomains(deps, mailing.id),
  ]);
  const problems = refusal && problemsOf(refusal, lang);
  const back = { href: pathOf(mailing.id), label: mailing.title };
  const head = { title: t("decide.held.title"), current: "mailings" as const, back };
  if (people === 0) return deskPage(c, { ...head, lede: t("decide.held.none"), children: <></> });
  const lede = t.rich<Child>("decide.held.lede", { n: people, b: (inner) => <strong>{inner}</strong> });
  const counted = domains.reduce((sum, { n }) => sum + n, 0);
  const shown = domains.slice(0, DOMAINS);
  const rest = counted - shown.reduce((sum, { n }) => sum + n, 0);
  return deskPage(c, {
    ...head,
    lede: <>{lede}</>,
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("decide.failed")} />
        <Section title={t("decide.held.domains")}>
          <DataTable
            label={t("decide.held.domains")}
            width="narrow"
            columns={[{ head: t("decide.held.domain") }, { head: t("decide.held.addresses"), num: true }]}
            rows={[
              ...shown.map(({ domain, n }) => ({ cells: [domain, showNumber(n, lang)] })),
              ...(rest > 0 ? [{ cells: [t("decide.held.others"), showNumber(rest, lang)] }] : []),
            ]}
            foot={[t("why.total"), showNumber(counted, lang)]}
          />
          {more && <p class="small quiet">{t("decide.held.more", { n: counted })}</p>}
        </Section>
        <div class="above-6">
          <DeskForm action={pathOf(mailing.id, "held")}>
            <input type="hidden" name="n" value={String(people)} />
            <Radios
              name="decision"
              legend={t("decide.held.choice")}
              problem={problemFor(problems, "decision")}
              options={(["release", "end"] as const).map((value) => ({
                value,
                label: t(`decide.held.${value}`, { n: people }),
                hint: t(`decide.held.${value}.hint`),
              }))}
            />
            <Actions>
              <Button>{t("decide.held.act")}</Button>
              <a href={pathOf(mailing.id)}>{t("decide.back")}</a>
            </Actions>
          </DeskForm>
        </div>
      </>
    ),
  });
}
