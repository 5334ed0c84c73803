/** The forms of suppression: one address, a list, a decision about tags whose day has come; and the answers to them. */
import type { Purpose } from "../../../domain/purposes/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import type { Counts } from "../../../domain/suppressions/acts/silence.ts";
import type { Answer } from "../../../domain/suppressions/look-up.ts";
import type { DueGroup } from "../../../domain/suppressions/views/review.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  DeskForm,
  ErrorSummary,
  LinkButton,
  Radios,
  TextArea,
  TextField,
} from "../parts.tsx";
import { day, ReasonField, reasonName, ScopeField, SUPPRESSION, scopeName, voice } from "./shared.tsx";

interface FormProps {
  purposes: readonly Purpose[];
  values: Record<string, string>;
  problems?: Problem[] | undefined;
}

const back = (c: StaffContext) => ({ href: SUPPRESSION, label: voice(c)("back") });

export function addPage(c: StaffContext, { purposes, values, problems }: FormProps): Promise<Response> {
  const t = voice(c);
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const labels = { address: t("look.address"), scope: t("scope"), reason: t("reason"), source: t("add.source") };
  return deskPage(c, {
    title: t("add.title"),
    current: "suppression",
    back: back(c),
    lede: t("add.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("add.problem")} />
        <p>
          {t("add.person")} <a href="/staff/people/refusal">{t("add.person.link")}</a>
        </p>
        <DeskForm action={`${SUPPRESSION}/add`}>
          <TextField
            {...field("address")}
            label={t("look.address")}
            inputmode="email"
            autocomplete="off"
            spellcheck={false}
          />
          <ScopeField c={c} purposes={purposes} values={values} problems={problems} />
          <ReasonField c={c} purposes={purposes} values={values} problems={problems} legend={t("reason")} />
          <TextField {...field("source")} label={t("add.source")} hint={t("add.source.hint")} maxlength={300} />
          <Actions>
            <Button>{t("add.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

/** The answer to the form; it names no address. */
export function addedPage(c: StaffContext, counts: Counts): Promise<Response> {
  const t = voice(c);
  const known = counts.added === 0;
  return deskPage(c, {
    title: t(known ? "added.known" : "added.title"),
    current: "suppression",
    back: back(c),
    lede: t(known ? "added.known.text" : counts.ended > 0 ? "added.ended" : "added.off"),
    children: <LinkButton href={`${SUPPRESSION}/add`}>{t("add")}</LinkButton>,
  });
}

export function bringPage(c: StaffContext, { purposes, values, problems }: FormProps): Promise<Response> {
  const t = voice(c);
  const labels = { file: t("bring.file"), scope: t("scope"), reason: t("bring.reason"), source: t("bring.source") };
  return deskPage(c, {
    title: t("bring.title"),
    current: "suppression",
    back: back(c),
    lede: t("bring.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("bring.problem")} />
        <DeskForm action={`${SUPPRESSION}/lists`} upload>
          <TextField
            name="source"
            label={t("bring.source")}
            hint={t("bring.source.hint")}
            value={values.source}
            problem={problemFor(problems, "source")}
            maxlength={300}
          />
          <TextField
            name="file"
            type="file"
            label={t("bring.file")}
            hint={`${t("bring.file.hint")} ${t("bring.large")}`}
            problem={problemFor(problems, "file")}
            accept=".csv,.txt,.tsv,.json,.ndjson"
          />
          <TextArea name="text" label={t("bring.text")} hint={t("bring.text.hint")} rows={5} optional mono />
          <ScopeField c={c} purposes={purposes} values={values} problems={problems} />
          <ReasonField c={c} purposes={purposes} values={values} problems={problems} legend={t("bring.reason")} />
          <Radios
            name="proven"
            legend={t("bring.proven")}
            value={values.proven ?? "keep"}
            options={[
              { value: "keep", label: t("bring.proven.keep") },
              { value: "end", label: t("bring.proven.end") },
            ]}
          />
          <Actions>
            <Button>{t("bring.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

/** The answer to a look-up: what it means, in words; the address does not stand in it. */
export function lookedPage(c: StaffContext, { marks, onList }: Answer): Promise<Response> {
  const t = voice(c);
  const all = marks.some((m) => m.purpose === undefined);
  const found = marks.length > 0;
  return deskPage(c, {
    title: t(found ? "look.yes.title" : "look.no.title"),
    current: "suppression",
    back: back(c),
    lede: t(found ? (all ? "look.yes.all" : "look.yes.some") : "look.no.text"),
    children: (
      <>
        {onList && <p>{t("look.on")}</p>}
        {found && (
          <DataTable
            label={t(found ? "look.yes.title" : "look.no.title")}
            width="narrow"
            columns={[{ head: t("scope") }, { head: t("reason") }, { head: t("look.day"), num: true }]}
            rows={marks.map((m) => ({
              cells: [
                m.purpose ? inLanguage(m.purpose.names, c.var.lang) : t("all"),
                reasonName(c, m.reason),
                day(c, m.day),
              ],
            }))}
          />
        )}
        <div class="above-5">
          <LinkButton href={`${SUPPRESSION}#look`} variant="secondary">
            {t("look.again")}
          </LinkButton>
        </div>
      </>
    ),
  });
}

export function reviewPage(
  c: StaffContext,
  { group, purposes, values, problems }: FormProps & { group: DueGroup },
): Promise<Response> {
  const t = voice(c);
  const labels = { note: t("review.note"), months: t("review.months"), decision: t("review.decision") };
  return deskPage(c, {
    title: t("review.title"),
    current: "suppression",
    back: back(c),
    lede: t("review.lede", {
      n: group.n,
      reason: reasonName(c, group.reason),
      scope: scopeName(c, purposes, group.scope),
    }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("review.problem")} />
        <DeskForm action={`${SUPPRESSION}/review`}>
          <input type="hidden" name="scope" value={group.scope} />
          <input type="hidden" name="reason" value={group.reason} />
          <input type="hidden" name="n" value={String(group.n)} />
          <Radios
            name="decision"
            legend={t("review.decision")}
            value={values.decision ?? "prolong"}
            problem={problemFor(problems, "decision")}
            options={(["prolong", "end"] as const).map((value) => ({
              value,
              label: t(`review.${value}`),
              hint: t(`review.${value}.hint`),
            }))}
          />
          <TextField
            name="months"
            label={t("review.months")}
            value={values.months ?? String(c.var.institution.suppressionReviewMonths)}
            problem={problemFor(problems, "months")}
            inputmode="numeric"
            size={5}
            suffix={t("months")}
          />
          <TextArea
            name="note"
            label={t("review.note")}
            hint={t("review.note.hint")}
            value={values.note}
            problem={problemFor(problems, "note")}
            rows={3}
            maxlength={300}
          />
          <Actions>
            <Button>{t("review.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
