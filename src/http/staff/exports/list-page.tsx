/** `/staff/exports`: what was handed out, to whom, and whom the office still has to tell. */
import { type Export, stageOf } from "../../../domain/exports/rules.ts";
import { readExports } from "../../../domain/exports/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { DataTable, Done, Empty, LinkButton, Tag } from "../parts.tsx";
import { exportPath, moment, recipientOf, voice, whatOf } from "./shared.ts";

const SHOWN = 200;

export async function exportsPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "people.export");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const { deps, lang } = c.var;
  const exports = await readExports(deps.db, SHOWN);
  const dropped = c.req.query("dropped") !== undefined && <Done>{t("dropped")}</Done>;
  const named = await Promise.all(exports.map(async (one) => ({ one, what: await whatOf(c, one) })));
  return deskPage(c, {
    title: t("title"),
    current: "exports",
    ...(exports.length > 0 && { lede: t("lede") }),
    children: (
      <>
        {dropped}
        {exports.length === 0 ? (
          <Empty
            title={t("empty.title")}
            text={t("empty.text")}
            acts={<LinkButton href="/staff/lists">{t("empty.act")}</LinkButton>}
          />
        ) : (
          <DataTable
            label={t("title")}
            width="stack"
            columns={[
              { head: t("col.what") },
              { head: t("col.recipient") },
              { head: t("col.people"), num: true },
              { head: t("col.stage") },
              { head: t("col.when") },
            ]}
            rows={named.map(({ one, what }) => ({
              cells: [
                <a href={exportPath(one.id)}>{what}</a>,
                recipientOf(c, one),
                showNumber(one.people, lang),
                <Stage c={c} one={one} untold={one.untold} />,
                moment(c, one.askedAt),
              ],
            }))}
          />
        )}
      </>
    ),
  });
}

/** What is to be done comes first; what was fetched stays handed out when its day is over. */
export function Stage({ c, one, untold }: { c: StaffContext; one: Export; untold: number }) {
  const t = voice(c);
  if (untold > 0) return <Tag color="warning">{t("stage.tell")}</Tag>;
  const stage = stageOf(one, c.var.deps.clock.now());
  if (stage === "making") return <Tag color="info">{t("stage.making")}</Tag>;
  if (stage === "ready") return <Tag color="info">{t("stage.ready")}</Tag>;
  return <span>{t(one.fetches > 0 ? "stage.handed" : "stage.over")}</span>;
}
