/** A run that is not done: it waits for a person, who is told the number, or is under way. */
import { leftOf, type Run, sumOf } from "../../../domain/retention/views.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, Decide, Progress } from "../parts.tsx";
import { can, runPath, voice } from "./shared.tsx";

export function OpenRun({ c, run }: { c: StaffContext; run: Run }) {
  const t = voice(c);
  if (run.state === "running" || run.state === "confirmed")
    return <Progress label={t("running.title")} value={sumOf(run.deleted)} max={sumOf(run.planned)} id="running" />;
  const planned = leftOf(run);
  return (
    <Decide title={t("held.title")} danger>
      <p>{t("held.text", { planned, ceiling: run.ceiling })}</p>
      {can(c, "retention.decide") ? (
        <form method="post" action={runPath(run.id)}>
          <input type="hidden" name="planned" value={String(planned)} />
          <p>{t("held.undone")}</p>
          <Actions>
            <Button danger>{t("held.act", { planned })}</Button>
            <a href={runPath(run.id)}>{t("ahead.title")}</a>
          </Actions>
        </form>
      ) : (
        <p class="quiet">{t("held.decides")}</p>
      )}
    </Decide>
  );
}
