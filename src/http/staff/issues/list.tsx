/** All issues of newsletters, of all lists or of one, newest first, a page by key. */

import { readNumbers } from "../../../domain/campaigns/views.ts";
import { type IssueRow, readIssues } from "../../../domain/issues/views.ts";
import { readLists } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Button, DataTable, Done, Empty, LinkButton, Pager, Select, Tag } from "../parts.tsx";
import { can, day, ISSUES, issuePath, moment, pagesVoice, stateOf } from "./frame.tsx";

const ROWS = 25;

/** `list`: only this one's. `before` is the key of the last row seen; anything else shows the newest. */
export async function issuesPage(c: StaffContext): Promise<Response> {
  const t = pagesVoice(c);
  const lists = (await readLists(c.var.deps.db)).filter((list) => list.kind !== "press");
  const list = lists.find(({ id }) => id === c.req.query("list"));
  const before = /^\d{1,16}\/[\w-]{1,64}$/.exec(c.req.query("before") ?? "")?.[0];
  const page = { limit: ROWS, ...(list && { listId: list.id }), ...(before && { before }) };
  const { rows, next } = await readIssues(c.var.deps.db, page);
  const begin = can(c, "campaign.write") && (
    <LinkButton href={`${ISSUES}/new${list ? `?list=${list.id}` : ""}`}>{t("list.new")}</LinkButton>
  );
  const dropped = c.req.query("done") === "dropped" && <Done>{t("drop.done")}</Done>;
  const nothing = rows.length === 0 && !before && !list;
  const here = (query: Record<string, string>) => {
    const all = new URLSearchParams({ ...(list && { list: list.id }), ...query }).toString();
    return all ? `${ISSUES}?${all}` : ISSUES;
  };
  return deskPage(c, {
    title: t("list.title"),
    current: "issues",
    lede: t("list.lede"),
    acts: !nothing && begin,
    children: nothing ? (
      <>
        {dropped}
        <Empty title={t("list.empty")} text={t("list.empty.text")} acts={begin} />
      </>
    ) : (
      <>
        {dropped}
        {lists.length > 1 && (
          <form class="desk-filter" method="get" action={ISSUES}>
            <Select
              name="list"
              label={t("list.of")}
              value={list?.id ?? ""}
              options={[
                { value: "", label: t("list.all") },
                ...lists.map(({ id, names }) => ({ value: id, label: inLanguage(names, c.var.lang) })),
              ]}
            />
            <Button variant="secondary">{t("list.show")}</Button>
          </form>
        )}
        {rows.length === 0 ? <p>{t("list.empty")}</p> : <Issues c={c} rows={rows} />}
        <Pager
          prev={before ? { href: here({}), label: t("list.newest") } : undefined}
          next={next ? { href: here({ before: next }), label: t("list.older") } : undefined}
        />
      </>
    ),
  });
}

async function Issues({ c, rows }: { c: StaffContext; rows: IssueRow[] }) {
  const t = pagesVoice(c);
  const { db } = c.var.deps;
  // Of a mailing that is out, its own totals; of a draft there is nobody to count yet.
  const out = (row: IssueRow) => row.sentAt !== null;
  const sent = new Map(
    await Promise.all(rows.filter(out).map(async ({ id }) => [id, (await readNumbers(db, id)).sent] as const)),
  );
  return (
    <DataTable
      label={t("list.title")}
      width="stack"
      columns={[
        { head: t("list.name") },
        { head: t("list.state") },
        { head: t("list.list") },
        { head: t("list.day") },
        { head: t("list.sent"), num: true },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={issuePath(row.id)}>{row.title}</a>,
          <State c={c} row={row} />,
          inLanguage(row.listNames, c.var.lang),
          row.sentAt ? day(c, row.sentAt) : row.notBefore ? moment(c, row.notBefore) : day(c, row.createdAt),
          sent.has(row.id) ? (
            (sent.get(row.id) ?? 0).toLocaleString(c.var.lang)
          ) : (
            <span class="quiet">{t("list.none-yet")}</span>
          ),
        ],
      }))}
    />
  );
}

function State({ c, row }: { c: StaffContext; row: IssueRow }) {
  const { text, color } = stateOf(c, row.state);
  return color ? <Tag color={color}>{text}</Tag> : <span>{text}</span>;
}
