/** `/staff/lists`: the lists with their figures, and the page of one. */
import { Hono } from "hono";
import type { List } from "../../../domain/lists/rules.ts";
import { type ListCounts, readList, readListCounts, readLists, readMove } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurpose, readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import { showDate, showNumber } from "../../../texts/dates.ts";
import { embedTexts } from "../../../texts/embed.ts";
import { exportTexts } from "../../../texts/exports.ts";
import { moveTexts } from "../../../texts/list-move.ts";
import { listsTexts } from "../../../texts/lists.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { DataTable, Done, Empty, Facts, LinkButton, Section, Tag } from "../parts.tsx";
import { basisWords } from "../purposes/sheet-facts.tsx";

const NOBODY: ListCounts = { active: 0, unproven: 0, ended: 0 };

export const listPages = new Hono<StaffEnv>()
  .get("/lists", async (c) => {
    const { lang, deps, actor } = c.var;
    const t = say(listsTexts, lang);
    const [lists, counts, purposes] = await Promise.all([
      readLists(deps.db),
      readListCounts(deps.db),
      readPurposes(deps.db),
    ]);
    const changes = !may(actor, "list.change");
    const ready = purposes.some((p) => p.state === "active");
    const create = changes && ready && <LinkButton href="/staff/lists/new">{t("new")}</LinkButton>;
    return deskPage(c, {
      title: t("title"),
      current: "lists",
      lede: t("lede"),
      acts: lists.length > 0 && create,
      children:
        lists.length > 0 ? (
          <>
            <ListTable lists={lists} counts={counts} lang={lang} />
            <p class="small above-5">
              <a href="/staff/sign-up-forms">{say(embedTexts, lang)("title")}</a>
            </p>
          </>
        ) : (
          <Empty
            title={t("empty.title")}
            text={ready ? t("empty.text") : t("empty.purpose")}
            acts={create || (!ready && <LinkButton href="/staff/purposes/new">{t("empty.purpose.act")}</LinkButton>)}
          />
        ),
    });
  })
  .get("/lists/:id", (c) => listPage(c, c.req.param("id")));

function ListTable(p: { lists: readonly List[]; counts: Map<string, ListCounts>; lang: Lang }) {
  const t = say(listsTexts, p.lang);
  const of = (l: List) => p.counts.get(l.id) ?? NOBODY;
  const figure = (n: number) => showNumber(n, p.lang);
  const sum = (state: keyof ListCounts) => figure(p.lists.reduce((n, l) => n + of(l)[state], 0));
  return (
    <DataTable
      label={t("title")}
      width="stack"
      columns={[
        { head: t("col.name") },
        { head: t("col.kind") },
        { head: t("col.active"), num: true },
        { head: t("col.unproven"), num: true },
        { head: t("col.ended"), num: true },
      ]}
      rows={p.lists.map((l) => ({
        cells: [
          <>
            <a href={`/staff/lists/${l.id}`}>{inLanguage(l.names, p.lang)}</a>
            {l.state === "ended" && <Tag>{t("state.ended")}</Tag>}
          </>,
          t(`kind.${l.kind}`),
          figure(of(l).active),
          figure(of(l).unproven),
          figure(of(l).ended),
        ],
      }))}
      foot={[t("total"), "", sum("active"), sum("unproven"), sum("ended")]}
    />
  );
}

/** The page of one list; an act that was refused comes back to it with its sentence. */
export async function listPage(c: StaffContext, id: string, refusedBy?: string): Promise<Response> {
  const { lang, deps, institution, actor } = c.var;
  const t = say(listsTexts, lang);
  const list = await readList(deps.db, id);
  if (!list) return refusedPage(c, refuse("lists.unknown"), "desk");
  const [purpose, all, moved] = await Promise.all([
    readPurpose(deps.db, list.purposeId),
    readListCounts(deps.db, id),
    readMove(deps.db, list.slug),
  ]);
  const m = say(moveTexts, lang);
  const counts = all.get(id) ?? NOBODY;
  const people = counts.active + counts.unproven;
  const open = list.state === "active";
  const can = {
    change: !may(actor, "list.change"),
    import: !may(actor, "people.import"),
    export: !may(actor, "people.export"),
    write: !may(actor, "campaign.write"),
    move: !may(actor, "list.move") && list.kind === "newsletter",
  };
  const query = c.req.query();
  const row = (state: keyof ListCounts, more: string) => ({
    cells: [t(`detail.${state}`), showNumber(counts[state], lang), more],
  });
  const first = open && people === 0;
  const importing = can.import && open && (
    <LinkButton href={`/staff/imports/new?list=${id}`} variant={first ? "primary" : "secondary"}>
      {t("detail.import")}
    </LinkButton>
  );
  return deskPage(c, {
    title: inLanguage(list.names, lang),
    current: "lists",
    back: { href: "/staff/lists", label: t("back") },
    tag: open ? undefined : { text: t("state.ended") },
    lede: t("lede.people", { n: people }),
    status: refusedBy ? 422 : 200,
    acts: (
      <>
        {can.write && open && people > 0 && (
          <LinkButton href={`/staff/mailings/new?list=${id}`}>{t("detail.mailing")}</LinkButton>
        )}
        {importing}
      </>
    ),
    aside: (
      <>
        <h2 class="desk-h">{t("detail.facts")}</h2>
        <Facts
          inline={false}
          items={[
            { term: t("detail.kind"), value: t(`kind.${list.kind}`) },
            purpose && {
              term: t("detail.purpose"),
              value: <a href={`/staff/purposes/${purpose.id}`}>{inLanguage(purpose.sheet.names, lang)}</a>,
            },
            purpose && { term: t("detail.basis"), value: basisWords(purpose.basis, lang) },
            { term: t("detail.promise"), value: inLanguage(list.promise, lang) },
            list.kind === "staff" && { term: t("detail.domains"), value: institution.ownDomains.join(", ") },
            moved && {
              term: m("moved"),
              value: m("moved.value", {
                date: showDate(moved.at, { lang, zone: institution.timeZone, form: "table" }),
                reason: moved.reason,
              }),
            },
            {
              term: t("detail.since"),
              value: showDate(list.createdAt, { lang, zone: institution.timeZone, form: "table" }),
            },
          ]}
        />
        {can.move && open && people > 0 && (
          <p class="above-4 small no-print">
            <a href={`/staff/lists/${id}/move`}>{m("link")}</a>
          </p>
        )}
        {can.export && people > 0 && (
          <p class="above-4 small no-print">
            <a href={`/staff/lists/${id}/export`}>{say(exportTexts, lang)("list.link")}</a>
          </p>
        )}
        {can.change && open && list.kind === "newsletter" && (
          <p class="above-4 small no-print">
            <a href={`/staff/sign-up-forms?list=${id}`}>{say(embedTexts, lang)("link")}</a>
          </p>
        )}
        {can.change && open && (
          <p class="above-4 small no-print">
            <a href={`/staff/lists/${id}/edit`}>{t("detail.edit")}</a>
            {people === 0 && (
              <>
                {" · "}
                <a href={`/staff/lists/${id}/end`}>{t("end.link")}</a>
              </>
            )}
          </p>
        )}
      </>
    ),
    children: (
      <>
        {refusedBy && (
          <div class="ds-alert" data-color="danger" role="alert">
            <p>{refusedBy}</p>
          </div>
        )}
        {(["created", "saved", "ended"] as const).map((act) => query[act] !== undefined && <Done>{t(act)}</Done>)}
        {query.moved !== undefined && <Done>{m("done")}</Done>}
        <Section title={t("detail.counts")}>
          <DataTable
            label={t("detail.counts")}
            width="narrow"
            columns={[{ head: t("col.state") }, { head: t("col.count"), num: true }, { head: t("col.means") }]}
            rows={[
              row("active", t(list.kind === "newsletter" ? "detail.active.newsletter" : "detail.active.other")),
              row("unproven", list.kind === "service" ? m("unproven.more") : t("detail.unproven.more")),
              row("ended", t("detail.ended.more")),
            ]}
          />
          {people + counts.ended > 0 && (
            <p class="above-4">
              <a href={`/staff/lists/${id}/people`}>{t("detail.people")}</a>
            </p>
          )}
        </Section>
      </>
    ),
  });
}
