/** A "no" by telephone, letter, reply or in person: one form, under a minute, no identity document. */
import { HOW_ASKED, type RecordedRefusal, WHO_ASKED } from "../../../domain/consent/record-refusal.ts";
import type { Certificate } from "../../../domain/consent/rules/certificate.ts";
import type { Purpose } from "../../../domain/purposes/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { certificateTexts } from "../../../texts/certificate.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Done, ErrorSummary, Facts, LinkButton, Radios, TextField } from "../parts.tsx";
import { both, day, lastMail, PEOPLE, REFUSAL, voice } from "./shared.tsx";

export function refusalPage(
  c: StaffContext,
  purposes: readonly Purpose[],
  values: Record<string, string>,
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const labels = {
    address: t("refusal.address"),
    purpose: t("refusal.scope"),
    who: t("refusal.who"),
    how: t("refusal.how"),
    day: t("refusal.day"),
  };
  return deskPage(c, {
    title: t("refusal.title"),
    current: "people",
    back: { href: PEOPLE, label: t("title") },
    lede: t("refusal.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("refusal.problem")} />
        <DeskForm action={REFUSAL}>
          <TextField
            {...field("address")}
            inputmode="email"
            autocomplete="off"
            spellcheck={false}
            label={t("refusal.address")}
          />
          <Radios
            {...field("purpose")}
            legend={t("refusal.scope")}
            options={[
              { value: "everything", label: t("scope.everything"), hint: t("scope.everything.hint") },
              ...purposes.map((p) => ({ value: p.id, label: both(c, p.sheet.names) })),
            ]}
          />
          <div class="above-5">
            <Radios
              {...field("who")}
              legend={t("refusal.who")}
              options={WHO_ASKED.map((who) => ({
                value: who,
                label: t(`who.${who}`),
                ...(who === "relative-of-deceased" ? { hint: t("who.relative-of-deceased.hint") } : {}),
              }))}
            />
          </div>
          <div class="above-5">
            <Radios
              {...field("how")}
              legend={t("refusal.how")}
              options={HOW_ASKED.map((how) => ({ value: how, label: t(`how.${how}`) }))}
            />
          </div>
          <div class="above-5">
            <TextField {...field("day")} type="date" label={t("refusal.day")} />
          </div>
          <p class="above-5">
            {c.var.institution.lastMail ? say(lastMailTexts, c.var.lang)("desk.consequence") : t("refusal.consequence")}
          </p>
          <Actions>
            <Button danger>{t("refusal.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

export function refusedDonePage(c: StaffContext, done: RecordedRefusal): Promise<Response> {
  const t = voice(c);
  const namesOf = (lists: RecordedRefusal["ended"]) => lists.map((names) => both(c, names)).join(", ");
  return deskPage(c, {
    title: t("refused.title"),
    current: "people",
    back: { href: PEOPLE, label: t("title") },
    children: (
      <>
        <Done>
          {t("refused.done")}{" "}
          {done.lastMailUntil !== undefined
            ? lastMail(c, "desk.erased", done.lastMailUntil)
            : t(!done.onList ? "refused.ahead" : done.erased ? "refused.erased" : "refused.kept")}
        </Done>
        <Facts
          items={[
            done.ended.length > 0 && { term: t("refused.ended"), value: namesOf(done.ended) },
            done.remaining.length > 0 && { term: t("refused.remaining"), value: namesOf(done.remaining) },
            { term: t("refused.proof"), value: day(c, done.proofUntilDay) },
            ...toldOf(c, done.certificate),
          ]}
        />
        <div class="above-5">
          <Actions>
            <LinkButton href={REFUSAL} variant="secondary">
              {t("refused.another")}
            </LinkButton>
            <a href="/staff/">{t("refused.home")}</a>
          </Actions>
        </div>
      </>
    ),
  });
}

/** Who else had the address: for the answer to the person, and so that a recipient of a file is told. */
function toldOf(c: StaffContext, certificate: Certificate | undefined) {
  const t = say(certificateTexts, c.var.lang);
  const { providers = [], exports = [] } = certificate ?? {};
  return [
    ...providers.map(({ name, until }) => ({
      term: t("mail.provider"),
      value: t("mail.provider.value", { name, date: day(c, until) }),
    })),
    ...exports.map(({ id, day: given, recipient, recipientName }) => ({
      term: t("mail.export"),
      value: (
        <>
          {t("desk.export.value", { date: day(c, given), recipient: recipientName || t(`recipient.${recipient}`) })}{" "}
          {!may(c.var.actor, "people.export") && <a href={`/staff/exports/${id}`}>{t("desk.tell")}</a>}
        </>
      ),
    })),
  ];
}
