/** Every key: those that hold first, with what they may do and when they were last used. */
import { WARN_DAYS } from "../../../domain/api-keys/rules.ts";
import type { Key } from "../../../domain/api-keys/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, Done, Facts, LinkButton, Section, Tag } from "../parts.tsx";
import { date, KEYS, lastDay, permissionWords, voice } from "./shared.ts";

const DAY_MS = 24 * 3_600_000;

export interface KeysPage {
  keys: readonly Key[];
  everybody: readonly StaffMember[];
  now: number;
  revoked: boolean;
}

export function keysPage(c: StaffContext, p: KeysPage): Promise<Response> {
  const t = voice(c);
  const holds = (key: Key) => key.revokedAt === null && key.expiresAt > p.now;
  const live = p.keys.filter(holds);
  const over = p.keys.filter((key) => !holds(key)).reverse();
  return deskPage(c, {
    title: t("title"),
    current: "access",
    back: { href: "/staff/access", label: t("back") },
    lede: t("lede"),
    acts: (
      <>
        {may(c.var.actor, "api-key.make") === undefined && <LinkButton href={`${KEYS}/new`}>{t("new")}</LinkButton>}
        <a href="/api/docs">{t("docs")}</a>
      </>
    ),
    children: (
      <>
        {p.revoked && <Done>{t("done.revoked")}</Done>}
        <Section title={t("live.title")}>
          {live.length === 0 ? (
            <p>{p.keys.length === 0 ? t("none") : t("live.none")}</p>
          ) : (
            <Live c={c} {...p} keys={live} />
          )}
        </Section>
        {over.length > 0 && (
          <Section title={t("over.title")}>
            <Over c={c} {...p} keys={over} />
          </Section>
        )}
      </>
    ),
  });
}

function makerOf({ createdBy }: Key, everybody: readonly StaffMember[]): StaffMember | undefined {
  return everybody.find(({ id }) => `staff:${id}` === createdBy);
}

/** One key after the other: what one may do is too long for a cell of a table. */
function Live({ c, keys, everybody, now }: KeysPage & { c: StaffContext }) {
  const t = voice(c);
  const revokes = may(c.var.actor, "access.review") === undefined;
  return keys.map((key) => {
    const maker = makerOf(key, everybody);
    const soon = key.expiresAt <= now + WARN_DAYS * DAY_MS;
    return (
      <>
        <h3 class="above-5">{key.name}</h3>
        <Facts
          items={[
            { term: t("col.purpose"), value: key.purpose },
            {
              term: t("col.permissions"),
              value: (
                <ul>
                  {key.permissions.map((one) => (
                    <li>{permissionWords(c, one, maker?.role)}</li>
                  ))}
                </ul>
              ),
            },
            { term: t("col.maker"), value: maker?.name ?? t("gone") },
            {
              term: t("col.until"),
              value: soon ? <Tag color="warning">{t("soon", { date: lastDay(c, key) })}</Tag> : lastDay(c, key),
            },
            { term: t("col.used"), value: key.lastUsedDay ? date(c, key.lastUsedDay) : t("used.never") },
          ]}
        />
        {revokes && (
          <p class="above-4">
            <a href={`${KEYS}/${key.id}/revoke`} aria-label={t("revoke.title", { name: key.name })}>
              {t("revoke")}
            </a>
          </p>
        )}
      </>
    );
  });
}

function Over({ c, keys, everybody }: KeysPage & { c: StaffContext }) {
  const t = voice(c);
  return (
    <DataTable
      label={t("over.title")}
      width="stack"
      columns={[{ head: t("col.name") }, { head: t("col.purpose") }, { head: t("col.maker") }, { head: t("col.over") }]}
      rows={keys.map((key) => ({
        cells: [
          key.name,
          key.purpose,
          makerOf(key, everybody)?.name ?? t("gone"),
          date(c, Math.min(key.revokedAt ?? key.expiresAt, key.expiresAt)),
        ],
      }))}
    />
  );
}
