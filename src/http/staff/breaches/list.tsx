/** All breaches and exercises, newest first; whoever may not see them all, his own. */
import { readBreaches } from "../../../domain/breaches/views.ts";
import { actorLabel } from "../../../domain/staff/rules.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, Empty, LinkButton } from "../parts.tsx";
import { namesOf } from "../proofs/shared.tsx";
import { breachPath, can, moment, REPORT, voice } from "./shared.tsx";

export async function breachList(c: StaffContext): Promise<Response> {
  const t = voice(c);
  const all = can(c, "breach.see");
  const breaches = await readBreaches(c.var.deps.db, all ? undefined : actorLabel(c.var.actor));
  const names = await namesOf(
    c,
    breaches.map(({ reportedBy }) => reportedBy),
  );
  const when = (at: number | null) => (at === null ? t("list.pending") : moment(c, at));
  return deskPage(c, {
    title: t("list.title"),
    current: "breaches",
    lede: t(all ? "list.lede" : "list.own"),
    acts: (
      <LinkButton href={REPORT} variant={breaches.length > 0 ? "secondary" : undefined}>
        {t("report.link")}
      </LinkButton>
    ),
    children:
      breaches.length === 0 ? (
        <Empty title={t("list.none.title")} text={t("list.none.text")} />
      ) : (
        <DataTable
          label={t("list.title")}
          width="stack"
          columns={[
            { head: t("list.n") },
            { head: t("list.aware") },
            { head: t("list.authority") },
            { head: t("list.persons") },
            { head: t("list.state") },
            { head: t("list.reporter") },
          ]}
          rows={breaches.map((breach) => ({
            cells: [
              <a href={breachPath(breach.id)}>{t(`one.title.${breach.kind}`, { n: String(breach.n) })}</a>,
              moment(c, breach.awareAt),
              when(breach.authorityAt),
              when(breach.personsAt),
              breach.closedAt === null ? t("state.open") : t("state.closed", { when: moment(c, breach.closedAt) }),
              names.get(breach.reportedBy) ?? t("nobody"),
            ],
          }))}
        />
      ),
  });
}
