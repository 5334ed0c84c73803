/** Records of the institution: the place of each campaign in the file index, and the act by which it may be destroyed. */
import { readRecords } from "../../../domain/retention/views/records.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DataTable, Decide, DeskForm, Done, Empty, ErrorSummary, TextField } from "../parts.tsx";
import { can, day, RETENTION, voice } from "./shared.tsx";

export const RECORDS = `${RETENTION}/records`;
const MOST = 200;

interface Given {
  id?: string;
  values?: Record<string, string>;
  problems?: Problem[];
}

export async function recordsPage(c: StaffContext, given: Given = {}): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const records = await readRecords(c.var.deps.db, MOST);
  const asked = records.find(({ id }) => id === (given.id ?? c.req.query("campaign")));
  const values: Record<string, string | undefined> = given.values ?? {
    code: asked?.code ?? "",
    disposal: asked?.disposal ?? "",
    disposalDay: asked?.disposalDay ?? "",
  };
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(given.problems, name) });
  const labels = { code: t("record.code"), disposal: t("record.disposal"), disposalDay: t("record.day") };
  const acts = can(c, "retention.decide");
  return deskPage(c, {
    title: t("records.title"),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    lede: t("records.lede"),
    status: given.problems ? 422 : 200,
    error: given.problems !== undefined,
    children: (
      <>
        {c.req.query("done") && <Done>{t("record.done")}</Done>}
        <ErrorSummary problems={given.problems} labels={labels} title={t("record.problem")} />
        {asked && acts && (
          <Decide title={t("record.title", { of: asked.title })}>
            <DeskForm action={`${RECORDS}/${asked.id}`}>
              <TextField {...field("code")} label={labels.code} hint={t("record.code.hint")} size={12} maxlength={40} />
              <TextField {...field("disposal")} label={labels.disposal} hint={t("record.disposal.hint")} optional />
              <TextField {...field("disposalDay")} type="date" label={labels.disposalDay} optional />
              <Actions>
                <Button>{t("record.act")}</Button>
              </Actions>
            </DeskForm>
          </Decide>
        )}
        {records.length === 0 ? (
          <Empty title={t("records.title")} text={t("records.none")} />
        ) : (
          <DataTable
            label={t("records.title")}
            width="stack"
            columns={[
              { head: t("records.campaign") },
              { head: t("records.sent"), num: true },
              { head: t("records.code") },
              { head: t("records.disposal") },
            ]}
            rows={records.map(({ id, title, sentAt, code, disposal, disposalDay }) => ({
              current: id === asked?.id,
              cells: [
                acts ? <a href={`${RECORDS}?campaign=${id}`}>{title}</a> : title,
                sentAt === null ? "" : day(c, sentAt),
                code ?? <span class="quiet">{t("records.unfiled")}</span>,
                disposal && disposalDay ? `${disposal}, ${day(c, disposalDay)}` : "",
              ],
            }))}
          />
        )}
      </>
    ),
  });
}
