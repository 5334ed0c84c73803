/** All requests: what awaits an answer, the first to be due first, and what was answered. No address, no words. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { type RightsRequest, urgencyOf } from "../../../domain/rights-requests/rules.ts";
import { readAnsweredRequests, readOpenRequests } from "../../../domain/rights-requests/views.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, LinkButton, Section, Tag } from "../parts.tsx";
import { can, day, REQUESTS, requestPath, voice } from "./shared.tsx";

const MOST = 200;
const LAST = 50;
const COLOUR = { over: "danger", soon: "warning" } as const;

export async function requestList(c: StaffContext): Promise<Response> {
  const t = voice(c);
  const { deps, institution } = c.var;
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const [open, answered] = await Promise.all([readOpenRequests(deps.db, MOST), readAnsweredRequests(deps.db, LAST)]);
  const name = (r: RightsRequest) => <a href={requestPath(r.id)}>{t("one.title", { n: String(r.n) })}</a>;
  return deskPage(c, {
    title: t("title"),
    current: "requests",
    lede: t("lede"),
    acts: can(c, "request.note") && <LinkButton href={`${REQUESTS}/new`}>{t("note.link")}</LinkButton>,
    children: (
      <>
        <Section title={t("open.title")}>
          {open.length === 0 ? (
            <p class="quiet">{t("open.none")}</p>
          ) : (
            <DataTable
              label={t("open.title")}
              width="stack"
              columns={[
                { head: t("head.n") },
                { head: t("head.right") },
                { head: t("head.received"), num: true },
                { head: t("head.due"), num: true },
                { head: t("head.state") },
              ]}
              rows={open.map((r) => {
                const urgency = urgencyOf(r, today);
                const state = t(`state.${urgency}`);
                const tag =
                  urgency === "over" || urgency === "soon" ? <Tag color={COLOUR[urgency]}>{state}</Tag> : state;
                return { cells: [name(r), t(`right.${r.right}`), day(c, r.receivedDay), day(c, r.dueDay), tag] };
              })}
            />
          )}
        </Section>
        <Section title={t("answered.title")}>
          {answered.length === 0 ? (
            <p class="quiet">{t("answered.none")}</p>
          ) : (
            <DataTable
              label={t("answered.title")}
              width="stack"
              columns={[
                { head: t("head.n") },
                { head: t("head.right") },
                { head: t("head.received"), num: true },
                { head: t("head.answered"), num: true },
                { head: t("head.outcome") },
              ]}
              rows={answered.map((r) => ({
                cells: [
                  name(r),
                  t(`right.${r.right}`),
                  day(c, r.receivedDay),
                  r.answeredDay ? day(c, r.answeredDay) : "",
                  r.outcome ? t(`outcome.${r.outcome}`) : "",
                ],
              }))}
            />
          )}
        </Section>
      </>
    ),
  });
}
