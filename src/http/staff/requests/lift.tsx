/** The form that ends a restriction which was granted. It shows nobody: the way to it stands beside who asked. */
import { readRequest } from "../../../domain/rights-requests/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Checkbox, DeskForm, ErrorSummary, TextArea } from "../parts.tsx";
import { requestPath, voice } from "./shared.tsx";

type Values = Readonly<Record<string, string | undefined>>;

export async function liftPage(
  c: StaffContext,
  id: string,
  values: Values = {},
  problems?: Problem[],
): Promise<Response> {
  const no = may(c.var.actor, "request.answer");
  if (no) return refusedPage(c, no, "desk");
  const request = await readRequest(c.var.deps.db, id);
  if (!request) return refusedPage(c, refuse("page.not_found"), "desk");
  if (request.closedAt === null) return refusedPage(c, refuse("requests.still_open"), "desk");
  const t = voice(c);
  const labels = { reason: t("lift.reason"), told: t("lift.told") };
  return deskPage(c, {
    title: t("lift.title"),
    current: "requests",
    back: { href: requestPath(id), label: t("back.one", { n: String(request.n) }) },
    lede: t("lift.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("lift.problem")} />
        <DeskForm action={`${requestPath(id)}/lift`}>
          <TextArea
            name="reason"
            value={values.reason}
            problem={problemFor(problems, "reason")}
            label={labels.reason}
            hint={t("lift.reason.hint")}
            rows={3}
          />
          <Checkbox
            name="told"
            label={labels.told}
            checked={values.told === "yes"}
            problem={problemFor(problems, "told")}
          />
          <Actions>
            <Button>{t("lift.act")}</Button>
            <a href={requestPath(id)}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
