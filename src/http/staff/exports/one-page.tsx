/** `/staff/exports/:id`: being made, ready for a day, handed out; and the recipient who is to be told of those who have gone. */
import { type Export, stageOf } from "../../../domain/exports/rules.ts";
import { countRows, readExport, readGone } from "../../../domain/exports/views.ts";
import { readListCounts } from "../../../domain/lists/views.ts";
import { actorLabel, may } from "../../../domain/staff/rules.ts";
import { readMember } from "../../../domain/staff/views.ts";
import { refuse } from "../../../refusal.ts";
import { showNumber, showTime } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import type { Problem } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, ConnectionLost, Decide, Done, Facts, Progress } from "../parts.tsx";
import { EXPORTS, exportPath, moment, recipientOf, voice, whatOf } from "./shared.ts";
import { TellSection, ToldSection } from "./tell.tsx";

export async function exportPage(
  c: StaffContext,
  id: string,
  values: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const { deps, actor } = c.var;
  const no = may(actor, "people.export");
  if (no) return refusedPage(c, no, "desk");
  const one = await readExport(deps.db, id);
  if (!one) return refusedPage(c, refuse("exports.unknown"), "desk");
  const t = voice(c);
  const now = deps.clock.now();
  const stage = stageOf(one, now);
  // The progress of what is ready asks for a part that this page does not have.
  if (stage !== "making" && c.req.header("HX-Request") && c.req.method === "GET") c.header("HX-Refresh", "true");
  const [what, gone] = await Promise.all([whatOf(c, one), readGone(deps.db, id, now)]);
  const lede =
    stage === "making"
      ? t("making.lede")
      : stage === "over"
        ? t(one.fetches > 0 ? "over.lede" : "over.unfetched")
        : t("ready.lede", { until: moment(c, one.until ?? now, "dat") });
  return deskPage(c, {
    title: one.kind === "list" ? t("one.title", { list: what }) : t("one.title.proofs"),
    current: "exports",
    back: { href: EXPORTS, label: t("title") },
    lede,
    status: problems ? 422 : 200,
    error: problems !== undefined,
    aside: <ExportFacts c={c} one={one} what={what} />,
    children: (
      <>
        {c.req.query("told") !== undefined && <Done>{t("tell.done.said")}</Done>}
        {gone.untold.length > 0 && (
          <TellSection c={c} one={one} numbers={gone.untold} upTo={now} values={values} problems={problems} />
        )}
        {stage === "making" && <Making c={c} one={one} />}
        {(stage === "ready" || stage === "fetched") && (
          <div class={gone.untold.length > 0 ? "above-6" : undefined}>
            <Fetch c={c} one={one} />
          </div>
        )}
        {gone.told.length > 0 && <ToldSection c={c} told={gone.told} />}
      </>
    ),
  });
}

/** htmx asks for the page every two seconds and takes this part of it. */
async function Making({ c, one }: { c: StaffContext; one: Export }) {
  const t = voice(c);
  const { deps, lang, institution } = c.var;
  const counts = (await readListCounts(deps.db, one.subject ?? "")).get(one.subject ?? "");
  const all = (counts?.active ?? 0) + (one.form.whom === "all" ? (counts?.unproven ?? 0) : 0);
  const own = exportPath(one.id);
  return (
    <>
      <div id="run" hx-get={own} hx-trigger="every 2s" hx-select="#run" hx-swap="outerHTML">
        <Progress label={t("making.progress")} value={one.people} max={Math.max(all, one.people)} />
        <ConnectionLost since={showTime(deps.clock.now(), { lang, zone: institution.timeZone })} />
      </div>
      <p class="above-3">
        <a href={own}>{t("making.reload")}</a>
      </p>
      <Drop c={c} one={one} />
    </>
  );
}

async function Fetch({ c, one }: { c: StaffContext; one: Export }) {
  const t = voice(c);
  const n = await countRows(c.var.deps.db, one.id);
  const own = one.askedBy === actorLabel(c.var.actor);
  return (
    <>
      <Decide title={t("fetch.title", { n })}>
        <p>{t("fetch.text")}</p>
        <p>{t("fetch.formula")}</p>
        {own && n > 0 ? (
          <form method="post" action={`${exportPath(one.id)}/file`}>
            <Actions>
              <Button>{t(one.fetches > 0 ? "fetch.again" : "fetch.act")}</Button>
            </Actions>
          </form>
        ) : (
          !own && <p>{t("fetch.other")}</p>
        )}
      </Decide>
      {one.fetches === 0 && <Drop c={c} one={one} />}
    </>
  );
}

function Drop({ c, one }: { c: StaffContext; one: Export }) {
  return (
    <form method="post" action={`${exportPath(one.id)}/drop`} class="above-5">
      <Actions>
        <Button variant="secondary">{voice(c)("drop.act")}</Button>
      </Actions>
    </form>
  );
}

async function ExportFacts({ c, one, what }: { c: StaffContext; one: Export; what: string }) {
  const t = voice(c);
  const { lang } = c.var;
  const asker = await readMember(c.var.deps, one.askedBy.replace(/^staff:/, ""));
  const columns = one.form.columns ?? [];
  return (
    <>
      <h2 class="desk-h">{t("facts")}</h2>
      <Facts
        inline={false}
        items={[
          { term: t("fact.list"), value: what },
          columns.length > 0 && { term: t("fact.columns"), value: columns.map((k) => t(`column.${k}`)).join(", ") },
          one.form.whom && { term: t("fact.whom"), value: t(`whom.${one.form.whom}`) },
          { term: t("fact.recipient"), value: recipientOf(c, one) },
          { term: t("fact.reason"), value: one.reason },
          { term: t("fact.asked"), value: `${asker?.name ?? one.askedBy}, ${moment(c, one.askedAt)}` },
          one.handedOutAt !== null && { term: t("fact.handed"), value: moment(c, one.handedOutAt) },
          one.fetches > 0 && { term: t("fact.fetches"), value: showNumber(one.fetches, lang) },
          one.fetches > 0 && { term: t("fact.kept"), value: t("fact.kept.value") },
        ]}
      />
    </>
  );
}
