/** Whether the last days of the access log agree with the proof log; only what does not agree is coloured. */

import { anythingWrong, type CheckedDay } from "../../../domain/read-log/acts/verify.ts";
import { checkRecent } from "../../../domain/read-log/check-recent.ts";
import { RECENT_DAYS } from "../../../domain/read-log/rules/watch.ts";
import { isRefusal } from "../../../refusal.ts";
import { showDate, showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { Alert, DataTable, Empty, Tag } from "../parts.tsx";
import { READ_LOG, voice } from "./shared.tsx";

export async function checkPage(c: StaffContext): Promise<Response> {
  const checked = await checkRecent(c.var.deps, c.var.actor);
  if (isRefusal(checked)) return refusedPage(c, checked, "desk");
  const t = voice(c);
  const { lang, institution } = c.var;
  const { days, open, late, before } = checked;
  const wrong = anythingWrong(checked);
  const day = (text: string) => showDate(text, { lang, zone: institution.timeZone, form: "table" });
  const state = (one: CheckedDay) =>
    one.state === "agrees" || one.state === "aged" ? (
      t(`state.${one.state}`)
    ) : (
      <Tag color="danger">{t(`state.${one.state}`)}</Tag>
    );
  return deskPage(c, {
    title: t("check.title"),
    current: "reading",
    back: { href: READ_LOG, label: t("title") },
    lede: t(days.length === 0 ? "check.none" : wrong ? "check.bad" : "check.good"),
    children: (
      <>
        {(late || before > 0) && (
          <Alert color="danger">
            {late && <p>{t("check.late")}</p>}
            {before > 0 && <p>{t("check.before", { n: before })}</p>}
          </Alert>
        )}
        <p class="above-3">{t("check.open", { n: open })}</p>
        {days.length === 0 ? (
          <Empty title={t("lines.none")} text={t("check.none")} />
        ) : (
          <DataTable
            label={t("check.title")}
            width="narrow"
            columns={[
              { head: t("check.day") },
              { head: t("check.count"), num: true },
              { head: t("check.there"), num: true },
              { head: t("check.state") },
            ]}
            rows={[...days].reverse().map((one) => ({
              cells: [day(one.day), showNumber(one.count, lang), showNumber(one.there, lang), state(one)],
            }))}
          />
        )}
        <p class="small quiet above-3">{t("check.lede", { n: RECENT_DAYS })}</p>
        <p class="small quiet above-2">{t("check.limits")}</p>
      </>
    ),
  });
}
