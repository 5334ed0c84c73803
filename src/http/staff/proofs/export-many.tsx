/**
 * `/staff/proofs/export`: the bundle of a campaign, or of a purpose between two days. First what is asked for and how much it
 * is, then the reason, then a button for each part. The bytes go out as they are written; nothing waits in the house.
 */
import { readMailings } from "../../../domain/campaigns/views.ts";
import { dayOf, later } from "../../../domain/consent/rules/days.ts";
import { exportMany, measureExport } from "../../../domain/proofs/export-many.ts";
import type { ManyAsked } from "../../../domain/proofs/rules/many.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Facts, Section, Select, TextField } from "../parts.tsx";
import { GroundFields } from "./desk.tsx";
import { download, zipName } from "./export.tsx";
import { both, day, PROOFS, voice } from "./shared.tsx";

const EXPORT = `${PROOFS}/export`;
const MAILINGS_SHOWN = 100;

/** What a query or a form asks for; undefined where it asks for nothing yet. */
function askedBy(text: (name: string) => string): ManyAsked | undefined {
  const [mailingId, purposeId] = [text("mailing"), text("purpose")];
  if (mailingId) return { kind: "campaign", mailingId };
  if (purposeId) return { kind: "purpose", purposeId, firstDay: text("firstDay"), lastDay: text("lastDay") };
  return undefined;
}

/** `GET`: the choice, or what was chosen with its size. */
export async function exportPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "proof.export");
  if (no) return refusedPage(c, no, "desk");
  const asked = askedBy((name) => c.req.query(name) ?? "");
  return asked ? chosenPage(c, asked, {}) : choicePage(c);
}

/** `POST`: one part. */
export async function exportPart(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const asked = askedBy(form.text);
  if (!asked) return exportPage(c);
  const part = Number(form.text("part")) || 1;
  const why = { part, ground: form.text("ground"), reason: form.values.reason ?? "" };
  const result = await exportMany(c.var.deps, c.var.actor, asked, why);
  if (!isRefusal(result)) return download(c, streamOf(result.bytes), zipName(c, { n: part, of: result.parts }));
  return result.fields
    ? chosenPage(c, asked, form.values, problemsOf(result, c.var.lang))
    : refusedPage(c, result, "desk");
}

async function choicePage(
  c: StaffContext,
  values: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const { deps, institution } = c.var;
  const [{ rows }, purposes] = await Promise.all([
    readMailings(deps.db, { limit: MAILINGS_SHOWN }),
    readPurposes(deps.db),
  ]);
  const sent = rows.filter(({ sentAt, kind }) => sentAt !== null && kind !== "newsletter");
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const shown: Record<string, string> = { firstDay: later(today, { months: -12 }), lastDay: today, ...values };
  return deskPage(c, {
    title: t("many.title"),
    current: "proofs",
    back: { href: PROOFS, label: t("back") },
    lede: t("many.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("export.problem")} />
        <Section title={t("many.campaign")}>
          {sent.length === 0 ? (
            <p>{t("many.campaign.none")}</p>
          ) : (
            <DeskForm action={EXPORT} method="get">
              <Select
                name="mailing"
                label={t("campaign")}
                value={sent[0]?.id}
                options={sent.map((one) => ({ value: one.id, label: `${one.title} (${day(c, one.sentAt ?? 0)})` }))}
              />
              <Actions>
                <Button variant="secondary">{t("many.measure")}</Button>
              </Actions>
            </DeskForm>
          )}
        </Section>
        <Section title={t("many.purpose")}>
          <DeskForm action={EXPORT} method="get">
            <Select
              name="purpose"
              label={t("many.purpose.name")}
              value={shown.purpose}
              options={purposes
                .filter(({ state }) => state !== "draft")
                .map((one) => ({ value: one.id, label: both(c, one.sheet.names) }))}
            />
            <TextField
              name="firstDay"
              type="date"
              label={t("many.first")}
              value={shown.firstDay}
              problem={problemFor(problems, "firstDay")}
            />
            <TextField
              name="lastDay"
              type="date"
              label={t("many.last")}
              hint={t("many.last.hint")}
              value={shown.lastDay}
              problem={problemFor(problems, "lastDay")}
            />
            <Actions>
              <Button variant="secondary">{t("many.measure")}</Button>
            </Actions>
          </DeskForm>
        </Section>
      </>
    ),
  });
}

async function chosenPage(
  c: StaffContext,
  asked: ManyAsked,
  values: Record<string, string>,
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const { lang } = c.var;
  const size = await measureExport(c.var.deps, c.var.actor, asked);
  if (isRefusal(size)) {
    if (!size.fields || asked.kind !== "purpose") return refusedPage(c, size, "desk");
    const { purposeId: purpose, firstDay, lastDay } = asked;
    return choicePage(c, { purpose, firstDay, lastDay }, problemsOf(size, lang));
  }
  const { named, records, parts } = size;
  const hidden =
    asked.kind === "campaign"
      ? { mailing: asked.mailingId }
      : { purpose: asked.purposeId, firstDay: asked.firstDay, lastDay: asked.lastDay };
  const name = "title" in named ? named.title : both(c, named.names);
  return deskPage(c, {
    title: t(asked.kind === "campaign" ? "many.campaign" : "many.purpose"),
    current: "proofs",
    back: { href: EXPORT, label: t("many.title") },
    lede: t("many.records", { n: records }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          labels={{ ground: t("ground"), reason: t("reason") }}
          title={t("export.problem")}
        />
        <Facts
          items={[
            { term: t(asked.kind === "campaign" ? "campaign" : "many.purpose.name"), value: name },
            asked.kind === "purpose" && { term: t("many.first"), value: day(c, asked.firstDay) },
            asked.kind === "purpose" && { term: t("many.last"), value: day(c, asked.lastDay) },
            { term: t("many.size"), value: showNumber(records, lang) },
            parts > 1 && { term: t("many.parts"), value: showNumber(parts, lang) },
          ]}
        />
        {records > 0 && (
          <Section title={t("export.title")} lede={t("many.text")}>
            <DeskForm action={EXPORT}>
              {Object.entries(hidden).map(([field, value]) => (
                <input type="hidden" name={field} value={value} />
              ))}
              <GroundFields c={c} values={values} problems={problems} leaves />
              <Actions>
                {Array.from({ length: parts }, (_, i) => (
                  <Button name="part" value={String(i + 1)} variant={i === 0 ? undefined : "secondary"}>
                    {parts === 1 ? t("export.act") : t("many.part", { n: i + 1, of: parts })}
                  </Button>
                ))}
              </Actions>
            </DeskForm>
          </Section>
        )}
      </>
    ),
  });
}

/** Asked for piece by piece; whoever goes away takes no more. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
