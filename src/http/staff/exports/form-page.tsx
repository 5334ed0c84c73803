/** `/staff/lists/:id/export`: columns, people, recipient and reason. Nothing is ticked by itself but the least: the address. */
import { COLUMNS, RECIPIENTS, WHOM } from "../../../domain/exports/rules.ts";
import { readList } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Checkbox, DeskForm, ErrorSummary, Fieldset, Radios, TextArea, TextField } from "../parts.tsx";
import { voice } from "./shared.ts";

export interface Typed {
  columns: readonly string[];
  values: Record<string, string>;
  problems?: Problem[];
}

export async function exportForm(c: StaffContext, listId: string, typed?: Typed): Promise<Response> {
  const { deps, actor, lang } = c.var;
  const no = may(actor, "people.export");
  if (no) return refusedPage(c, no, "desk");
  const list = await readList(deps.db, listId);
  if (!list) return refusedPage(c, refuse("lists.unknown"), "desk");
  const t = voice(c);
  const { columns, values, problems } = typed ?? { columns: ["address"], values: {}, problems: undefined };
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const here = `/staff/lists/${list.id}`;
  const hinted = { processor: t("recipient.processor.hint"), authority: t("recipient.authority.hint") };
  return deskPage(c, {
    title: t("new.title"),
    current: "lists",
    back: { href: here, label: inLanguage(list.names, lang) },
    lede: t("new.lede", { list: inLanguage(list.names, lang) }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          labels={{
            column: t("f.column"),
            whom: t("f.whom"),
            recipient: t("f.recipient"),
            recipientName: t("f.recipientName"),
            reason: t("f.reason"),
          }}
          title={t("new.problem")}
        />
        <DeskForm action={`${here}/export`}>
          <Fieldset name="column" legend={t("f.column")} hint={t("h.column")} problem={problemFor(problems, "column")}>
            {COLUMNS.map((one) => (
              <Checkbox name="column" value={one} label={t(`column.${one}`)} checked={columns.includes(one)} />
            ))}
          </Fieldset>
          <Radios
            {...field("whom")}
            legend={t("f.whom")}
            hint={t("new.restricted")}
            options={WHOM.map((one) => ({
              value: one,
              label: t(`whom.${one}`),
              ...(one === "all" && { hint: t("whom.all.hint") }),
            }))}
          />
          <Radios
            {...field("recipient")}
            legend={t("f.recipient")}
            options={RECIPIENTS.map((one) => ({
              value: one,
              label: t(`recipient.${one}`),
              ...(one in hinted && { hint: hinted[one as keyof typeof hinted] }),
            }))}
          />
          <TextField {...field("recipientName")} label={t("f.recipientName")} hint={t("h.recipientName")} />
          <TextArea {...field("reason")} label={t("f.reason")} hint={t("h.reason")} rows={3} />
          <Actions>
            <Button>{t("new.act")}</Button>
            <a href={here}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
