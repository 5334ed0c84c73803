/** What the pages of staff accounts show: everybody, the invitation, one member, the end of access. */
import { type StaffActor, ROLES } from "../../../domain/staff/rules.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { showDate } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { staffTexts } from "../../../texts/staff.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Alert,
  Button,
  DataTable,
  DeskForm,
  Done,
  ErrorSummary,
  Facts,
  LinkButton,
  Radios,
  Section,
  Tag,
  TextField,
} from "../parts.tsx";

export const STAFF = "/staff/staff";

const voice = (c: StaffContext) => say(staffTexts, c.var.lang);

/** Every role with what it may do. */
const roleChoices = (c: StaffContext) =>
  ROLES.map((role) => ({ value: role, label: voice(c)(`role.${role}`), hint: voice(c)(`may.${role}`) }));

function day(c: StaffContext, ms: number): string {
  return showDate(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });
}

function State(p: { c: StaffContext; member: StaffMember }) {
  const t = voice(p.c);
  const { disabledAt, arrived } = p.member;
  if (disabledAt !== undefined) return <Tag>{t("state.disabled", { date: day(p.c, disabledAt) })}</Tag>;
  return arrived ? <>{t("state.active")}</> : <Tag color="info">{t("state.invited")}</Tag>;
}

export function everybodyPage(c: StaffContext, members: readonly StaffMember[]): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("staff.title"),
    current: "staff",
    lede: t("staff.lede", { n: members.filter((m) => m.disabledAt === undefined).length }),
    acts: <LinkButton href={`${STAFF}/new`}>{t("staff.invite")}</LinkButton>,
    children: (
      <DataTable
        label={t("staff.title")}
        columns={[{ head: t("staff.name") }, { head: t("staff.email") }, { head: t("staff.role") }, { head: t("staff.state") }]}
        rows={members.map((member) => ({
          cells: [
            <a href={`${STAFF}/${member.id}`}>{member.name}</a>,
            member.email,
            t(`role.${member.role}`),
            <State c={c} member={member} />,
          ],
        }))}
      />
    ),
  });
}

export function invitePage(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const t = voice(c);
  const languages = (["lv", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }));
  return deskPage(c, {
    title: t("new.title"),
    current: "staff",
    back: { href: STAFF, label: t("staff.title") },
    lede: t("new.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} />
        <DeskForm action={`${STAFF}/new`}>
          <TextField name="name" label={t("staff.name")} hint={t("new.name.hint")} value={values.name} autocomplete="off" maxlength={100} problem={problemFor(problems, "name")} />
          <TextField name="email" type="email" label={t("staff.email")} value={values.email} autocomplete="off" problem={problemFor(problems, "email")} />
          <Radios name="role" legend={t("staff.role")} options={roleChoices(c)} value={values.role} problem={problemFor(problems, "role")} />
          <Radios name="language" legend={t("new.language")} hint={t("new.language.hint")} options={languages} value={values.language} problem={problemFor(problems, "language")} />
          <Actions>
            <Button>{t("new.send")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

/** What has just been done to a member, as the address says it after the redirect. */
export const DONE = ["invited", "role", "disabled", "enabled", "mailed"] as const;

export interface MemberPage {
  member: StaffMember;
  done?: (typeof DONE)[number] | "not-mailed" | undefined;
  problems?: Problem[];
}

export function memberPage(c: StaffContext, p: MemberPage): Promise<Response> {
  const t = voice(c);
  const { member } = p;
  return deskPage(c, {
    title: member.name,
    current: "staff",
    back: { href: STAFF, label: t("staff.title") },
    lede: member.email,
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    aside: (
      <Facts
        inline={false}
        items={[
          { term: t("staff.state"), value: <State c={c} member={member} /> },
          { term: t("one.facts.since"), value: day(c, member.invitedAt) },
          { term: t("one.facts.language"), value: member.language === "en" ? t("language.en") : t("language.lv") },
        ]}
      />
    ),
    children: (
      <>
        {p.done === "not-mailed" && (
          <Alert color="warning">
            <p>{t("warn.not-mailed")}</p>
          </Alert>
        )}
        {p.done && p.done !== "not-mailed" && <Done>{t(`done.${p.done}`)}</Done>}
        <ErrorSummary problems={p.problems} />
        <MemberActs c={c} actor={c.var.actor} {...p} />
      </>
    ),
  });
}

function MemberActs({ c, actor, member, problems }: MemberPage & { c: StaffContext; actor: StaffActor }) {
  const t = voice(c);
  const here = `${STAFF}/${member.id}`;
  if (actor.id === member.id) return <p>{t("one.own")}</p>;
  if (member.disabledAt !== undefined)
    return (
      <DeskForm action={`${here}/enable`}>
        <Facts items={[{ term: t("staff.role"), value: t(`role.${member.role}`) }]} />
        <Actions>
          <Button variant="secondary">{t("one.enable")}</Button>
        </Actions>
      </DeskForm>
    );
  return (
    <>
      <Section title={t("one.role.title")}>
        <DeskForm action={`${here}/role`}>
          <Radios name="role" legend={t("staff.role")} hint={t("one.role.note")} options={roleChoices(c)} value={member.role} problem={problemFor(problems, "role")} />
          <Actions>
            <Button>{t("one.role.save")}</Button>
          </Actions>
        </DeskForm>
      </Section>
      <form method="post" action={`${here}/mail`} class="above-6">
        <Actions>
          <Button variant="secondary">{t("one.mail")}</Button>
          <a href={`${here}/disable`}>{t("one.disable")}</a>
        </Actions>
      </form>
    </>
  );
}

/** The question before access ends: what stops, what stays, what can be undone. */
export function endAccessPage(c: StaffContext, member: StaffMember, problems?: Problem[]): Promise<Response> {
  const t = voice(c);
  const here = `${STAFF}/${member.id}`;
  return deskPage(c, {
    title: t("off.title"),
    current: "staff",
    back: { href: here, label: member.name },
    lede: t("off.ask", { name: member.name, email: member.email, role: t(`role.${member.role}`) }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} />
        <ul>
          <li>{t("off.ends")}</li>
          <li>{t("off.stays")}</li>
          <li>{t("off.undo")}</li>
        </ul>
        <DeskForm action={`${here}/disable`}>
          <Actions>
            <Button danger>{t("off.act")}</Button>
            <a href={here}>{t("off.back")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
