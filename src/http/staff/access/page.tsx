/** Who can do what: people with their roles, roles with their permissions, and when somebody last looked. Prints as it stands. */
import type { Child } from "hono/jsx";
import type { AccessReview, Verdict } from "../../../domain/staff/rules/review.ts";
import { STRONG } from "../../../domain/staff/rules/second-factor.ts";
import { may, PERMISSIONS, type Permission, ROLES } from "../../../domain/staff/rules.ts";
import type { Access } from "../../../domain/staff/views/access.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { accessTexts } from "../../../texts/access.ts";
import { apiKeyTexts } from "../../../texts/api-keys.ts";
import { showDate } from "../../../texts/dates.ts";
import { permissionTexts } from "../../../texts/permissions.ts";
import { say } from "../../../texts/say.ts";
import { staffTexts } from "../../../texts/staff.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { ResetAsked } from "../members/reset-asked.tsx";
import { STAFF, secondState, stateOf } from "../members/shared.tsx";
import { Actions, DataTable, Decide, Done, LinkButton, Links, Section, Timeline } from "../parts.tsx";

export const ACCESS = "/staff/access";

export interface AccessPage extends Access {
  today: string;
  reviewed: boolean;
  resets: readonly { id: string; askedAt: number; of: string; asker: string; reason: string; own: boolean }[];
}

export function accessPage(c: StaffContext, p: AccessPage): Promise<Response> {
  const { lang, institution, actor } = c.var;
  const t = say(accessTexts, lang);
  const date = (at: number | string) => showDate(at, { lang, zone: institution.timeZone, form: "table" });
  const reviews = may(actor, "access.review") === undefined;
  const due = p.due <= p.today;
  return deskPage(c, {
    title: t("title"),
    current: "access",
    lede: t("lede", {
      n: p.everybody.filter((m) => m.disabledAt === undefined).length,
      date: showDate(p.due, { lang, zone: institution.timeZone, form: "nom" }),
    }),
    acts: (
      <>
        {reviews && !due && (
          <LinkButton href={`${ACCESS}/review`} variant="secondary">
            {t("review.act")}
          </LinkButton>
        )}
        {signsOf(c) && <a href={`${ACCESS}/sign-ins`}>{t("signs")}</a>}
        <a href={`${ACCESS}/keys`}>{t("keys")}</a>
      </>
    ),
    children: (
      <>
        {p.reviewed && <Done>{t("done.reviewed")}</Done>}
        {due && (
          <Decide title={t("due.title")}>
            <p>{t("due.text")}</p>
            {reviews && (
              <Actions>
                <LinkButton href={`${ACCESS}/review`}>{t("review.act")}</LinkButton>
              </Actions>
            )}
          </Decide>
        )}
        {reviews && p.resets.map((one) => <ResetAsked c={c} {...one} />)}
        <ToDo c={c} {...p} />
        <People c={c} {...p} date={date} />
        <Keys c={c} {...p} date={date} />
        <Matrix c={c} />
        <Section title={t("log.title")}>
          {p.reviews.length === 0 ? <p>{t("log.none")}</p> : <Reviews c={c} {...p} date={date} />}
        </Section>
      </>
    ),
  });
}

/** Sign-ins of everybody are for those who answer for accounts and for data protection. */
export const signsOf = (c: StaffContext): boolean =>
  may(c.var.actor, "staff.manage") === undefined || c.var.actor.role === "dpo";

function ToDo({ c, toDo, everybody, keys, keysToEnd }: AccessPage & { c: StaffContext }) {
  const t = say(accessTexts, c.var.lang);
  const ending = keys.filter(({ id }) => keysToEnd.includes(id));
  if (toDo.length + ending.length === 0) return null;
  const ends = (name: string) => say(apiKeyTexts, c.var.lang)("todo.end", { name });
  const manages = may(c.var.actor, "staff.manage") === undefined;
  const nameOf = (id: string) => everybody.find((m) => m.id === id)?.name ?? "";
  const words = (verdict: Verdict, name: string) =>
    verdict === "end" ? t("todo.end", { name }) : t("todo.change", { name });
  return (
    <Section title={t("todo.title")} lede={manages ? undefined : t("todo.who")}>
      {manages ? (
        <Links
          items={[
            ...toDo.map(({ user, verdict }) => ({
              href: verdict === "end" ? `${STAFF}/${user}/disable` : `${STAFF}/${user}`,
              label: words(verdict, nameOf(user)),
            })),
            ...ending.map(({ id, name }) => ({ href: `${ACCESS}/keys/${id}/revoke`, label: ends(name) })),
          ]}
        />
      ) : (
        <ul>
          {toDo.map(({ user, verdict }) => (
            <li>{words(verdict, nameOf(user))}</li>
          ))}
          {ending.map(({ name }) => (
            <li>{ends(name)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Dated = AccessPage & { c: StaffContext; date: (at: number | string) => string };

function People({ c, everybody, lastIn, reviews, date }: Dated) {
  const t = say(accessTexts, c.var.lang);
  const staff = say(staffTexts, c.var.lang);
  const manages = may(c.var.actor, "staff.manage") === undefined;
  const name = (m: StaffMember): Child => (manages ? <a href={`${STAFF}/${m.id}`}>{m.name}</a> : m.name);
  return (
    <Section title={t("people.title")}>
      <DataTable
        label={t("people.title")}
        width="stack"
        columns={[
          { head: t("people.name") },
          { head: t("people.role") },
          { head: t("people.second") },
          { head: t("people.last") },
          { head: t("people.reviewed") },
        ]}
        rows={everybody.map((m) => {
          const last = lastIn.get(m.id);
          return {
            cells: [
              name(m),
              m.disabledAt === undefined ? staff(`role.${m.role}`) : stateOf(c, m),
              secondState(c, m),
              last === undefined ? t("never") : date(last),
              lastReview(c, m.id, reviews, date),
            ],
          };
        })}
      />
    </Section>
  );
}

/** Programs can do something too. */
function Keys({ c, keys, everybody, reviews, date }: Dated) {
  const t = say(accessTexts, c.var.lang);
  const k = say(apiKeyTexts, c.var.lang);
  const words = say(permissionTexts, c.var.lang);
  if (keys.length === 0) return null;
  return (
    <Section title={t("keys")}>
      <DataTable
        label={t("keys")}
        width="stack"
        columns={[
          { head: k("col.name") },
          { head: k("col.maker") },
          { head: k("col.permissions") },
          { head: k("col.used") },
          { head: t("people.reviewed") },
        ]}
        rows={keys.map((key) => ({
          cells: [
            <a href={`${ACCESS}/keys`}>{key.name}</a>,
            everybody.find(({ id }) => `staff:${id}` === key.createdBy)?.name ?? k("gone"),
            key.permissions.map((one) => words(one)).join("; "),
            key.lastUsedDay ? date(key.lastUsedDay) : k("used.never"),
            lastReview(c, `api:${key.id}`, reviews, date),
          ],
        }))}
      />
    </Section>
  );
}

function lastReview(c: StaffContext, id: string, reviews: readonly AccessReview[], date: Dated["date"]): string {
  const t = say(accessTexts, c.var.lang);
  for (const { at, people } of reviews) {
    const found = people.find(({ user }) => user === id);
    if (found) return t(`reviewed.${found.verdict}`, { date: date(at) });
  }
  return t("never");
}

function Matrix({ c }: { c: StaffContext }) {
  const t = say(accessTexts, c.var.lang);
  const staff = say(staffTexts, c.var.lang);
  const words = say(permissionTexts, c.var.lang);
  const all = Object.keys(PERMISSIONS) as Permission[];
  const has = (permission: Permission, role: (typeof ROLES)[number]) =>
    (PERMISSIONS[permission] as readonly string[]).includes(role);
  return (
    <Section title={t("matrix.title")} lede={t("matrix.lede")}>
      <DataTable
        label={t("matrix.title")}
        width="wide"
        columns={[{ head: t("matrix.permission") }, ...ROLES.map((role) => ({ head: staff(`role.${role}`) }))]}
        rows={all.map((permission) => ({
          cells: [
            `${words(permission)}${STRONG.includes(permission) ? "\u00a0*" : ""}`,
            ...ROLES.map((role) =>
              has(permission, role) ? t("matrix.yes") : <span class="quiet">{t("matrix.no")}</span>,
            ),
          ],
        }))}
      />
    </Section>
  );
}

function Reviews({ c, reviews, everybody, date }: Dated) {
  const t = say(accessTexts, c.var.lang);
  const nameOf = (label: string) => everybody.find((m) => `staff:${m.id}` === label)?.name ?? label;
  const count = (r: AccessReview, verdict: Verdict) => r.people.filter((one) => one.verdict === verdict).length;
  return (
    <Timeline
      items={reviews.map((r) => ({
        when: date(r.at),
        iso: new Date(r.at).toISOString(),
        what: t("log.line", {
          name: nameOf(r.by),
          keep: count(r, "keep"),
          change: count(r, "change"),
          end: count(r, "end"),
        }),
      }))}
    />
  );
}
