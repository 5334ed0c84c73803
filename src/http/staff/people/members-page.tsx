/** The people on one list: newest or oldest first, by key, masked; a person is opened by POST because that is put on record. */
import type { List } from "../../../domain/lists/rules.ts";
import {
  MEMBER_ORDERS,
  MEMBER_STATES,
  type MemberKey,
  type MemberOrder,
  type MemberPage,
  type MemberState,
} from "../../../domain/people/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { showDateTime } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Button, DataTable, Empty, LinkButton, Pager, Select, Tag } from "../parts.tsx";
import { both, day, PEOPLE, voice } from "./shared.tsx";
import { WhyField } from "./why.tsx";

/** `1795341600000.3f2a…`: a row's time and id, as the pager's links carry it. */
export const keyText = (key: MemberKey) => `${key.addedAt}.${key.id}`;

/** Reads what `keyText` wrote; undefined for anything else. */
export function readKey(text: string | undefined): MemberKey | undefined {
  const [, addedAt, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return addedAt && id ? { addedAt: Number(addedAt), id } : undefined;
}

export interface MembersProps {
  list: List;
  counts: { unproven: number; active: number };
  state: MemberState | undefined;
  order: MemberOrder;
  page: MemberPage;
}

export function membersPage(c: StaffContext, { list, counts, state, order, page }: MembersProps): Promise<Response> {
  const t = voice(c);
  const name = both(c, list.names);
  const own = `/staff/lists/${list.id}/people`;
  const total = counts.active + counts.unproven;
  const back = { href: `/staff/lists/${list.id}`, label: name };
  const mayImport = may(c.var.actor, "people.import") === undefined;
  const bring = <LinkButton href={`/staff/imports/new?list=${list.id}`}>{t("members.import")}</LinkButton>;
  if (total === 0)
    return deskPage(c, {
      title: t("members.title"),
      current: "lists",
      back,
      children: (
        <Empty title={t("members.empty")} text={t("members.empty.text")} acts={mayImport ? bring : undefined} />
      ),
    });
  const at = (key: string, value: MemberKey) =>
    `${own}?${new URLSearchParams({ ...(state ? { state } : {}), order, [key]: keyText(value) })}`;
  return deskPage(c, {
    title: t("members.title"),
    current: "lists",
    back,
    lede: `${t("members.lede", { n: total, list: name })} ${t("members.unproven", { n: counts.unproven })}`.trim(),
    children: (
      <>
        <form class="desk-filter" method="get" action={own}>
          <Select
            name="state"
            label={t("members.state")}
            value={state ?? ""}
            options={[
              { value: "", label: t("members.all") },
              ...MEMBER_STATES.map((s) => ({ value: s, label: t(`state.${s}`) })),
            ]}
          />
          <Select
            name="order"
            label={t("members.order")}
            value={order}
            options={MEMBER_ORDERS.map((o) => ({ value: o, label: t(`members.order.${o}`) }))}
          />
          <Button variant="secondary">{t("members.filter")}</Button>
          {(state || order !== "newest") && <a href={own}>{t("members.clear")}</a>}
        </form>
        <p class="small quiet above-2">
          {t("members.masked")} <a href={PEOPLE}>{t("title")}</a>
        </p>
        {page.rows.length === 0 ? <p class="above-4">{t("members.none")}</p> : <Table c={c} page={page} />}
        <Pager
          next={
            page.next && {
              href: at("after", page.next),
              label: t(order === "newest" ? "members.older" : "members.newer"),
            }
          }
          prev={
            page.prev && {
              href: at("before", page.prev),
              label: t(order === "newest" ? "members.newer" : "members.older"),
            }
          }
        />
      </>
    ),
  });
}

function Table({ c, page }: { c: StaffContext; page: MemberPage }) {
  const t = voice(c);
  const style = { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" } as const;
  const mayImport = may(c.var.actor, "people.import") === undefined;
  const imported = (id: string) =>
    mayImport ? <a href={`/staff/imports/${id}`}>{t("source.imported")}</a> : t("source.imported");
  const mayOpen = may(c.var.actor, "people.look-up") === undefined;
  return (
    <form method="post" action={`${PEOPLE}/open`}>
      {mayOpen && (
        <div class="desk-form above-4">
          <WhyField c={c} />
        </div>
      )}
      <div class="above-4">
        <DataTable
          label={t("members.title")}
          columns={[
            { head: t("members.address") },
            { head: t("members.state") },
            { head: t("card.since") },
            { head: t("members.source") },
            { head: t("members.added") },
            ...(mayOpen ? [{ head: t("members.act") }] : []),
          ]}
          rows={page.rows.map((row) => {
            const added = showDateTime(row.addedAt, style);
            return {
              cells: [
                row.masked,
                row.state === "unproven" ? <Tag>{t("state.unproven")}</Tag> : t("state.active"),
                row.since ? day(c, row.since) : "",
                row.importId ? imported(row.importId) : t("source.own"),
                added,
                ...(mayOpen
                  ? [
                      <button
                        class="ds-button"
                        type="submit"
                        data-variant="tertiary"
                        name="person"
                        value={row.personId}
                        aria-label={t("members.open.label", { address: row.masked, day: added })}
                      >
                        {t("members.open")}
                      </button>,
                    ]
                  : []),
              ],
            };
          })}
        />
      </div>
    </form>
  );
}
