/** All mailings, newest first, a page by key. */
import { type MailingRow, readMailings } from "../../../domain/campaigns/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, Empty, LinkButton, Pager, Tag } from "../parts.tsx";
import { can, day, JustDone, MAILINGS, pathOf, stateOf, voice } from "./frame.tsx";

const ROWS = 50;

/** `before` is the key of the last row seen; anything else shows the newest. */
export async function mailingsPage(c: StaffContext): Promise<Response> {
  const t = voice(c);
  const before = /^\d{1,16}\/[\w-]{1,64}$/.exec(c.req.query("before") ?? "")?.[0];
  const { rows, next } = await readMailings(c.var.deps.db, { ...(before && { before }), limit: ROWS });
  const mayWrite = can(c, "campaign.write");
  const begin = mayWrite && <LinkButton href={`${MAILINGS}/new`}>{t("list.new")}</LinkButton>;
  const empty = rows.length === 0 && !before;
  return deskPage(c, {
    title: t("list.title"),
    current: "mailings",
    lede: t("list.lede"),
    acts: !empty && begin,
    children: (
      <>
        <JustDone c={c} />
        {empty ? <NoMailings c={c} begin={begin} /> : <Mailings c={c} rows={rows} />}
        <Pager
          prev={before ? { href: MAILINGS, label: t("list.newest") } : undefined}
          next={next ? { href: `${MAILINGS}?before=${encodeURIComponent(next)}`, label: t("list.older") } : undefined}
        />
      </>
    ),
  });
}

function NoMailings({ c, begin }: { c: StaffContext; begin: unknown }) {
  const t = voice(c);
  const acts = (
    <>
      {begin as string}
      {can(c, "people.import") && (
        <LinkButton variant="secondary" href="/staff/imports/new">
          {t("list.empty.import")}
        </LinkButton>
      )}
    </>
  );
  return <Empty title={t("list.empty")} text={t("list.empty.text")} acts={acts} />;
}

function Mailings({ c, rows }: { c: StaffContext; rows: MailingRow[] }) {
  const t = voice(c);
  return (
    <DataTable
      label={t("list.title")}
      width="stack"
      columns={["name", "state", "list", "sent", "deadline"].map((key) => ({ head: t(`list.${key as "name"}`) }))}
      rows={rows.map((row) => ({
        cells: [
          <a href={pathOf(row.id)}>{row.title}</a>,
          <State c={c} row={row} />,
          inLanguage(row.listNames, c.var.lang),
          row.sentAt ? day(c, row.sentAt) : <span class="quiet">{t("list.not-sent")}</span>,
          row.lastDay ? day(c, row.lastDay) : <span class="quiet">{t("list.no-deadline")}</span>,
        ],
      }))}
    />
  );
}

function State({ c, row }: { c: StaffContext; row: MailingRow }) {
  const { text, color } = stateOf(c, row);
  return color ? <Tag color={color}>{text}</Tag> : <span>{text}</span>;
}
