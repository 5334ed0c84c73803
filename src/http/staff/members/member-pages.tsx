/** One member of staff: role, mail, and the question before access ends. */
import type { StaffActor } from "../../../domain/staff/rules.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, Done, ErrorSummary, Facts, Radios } from "../parts.tsx";
import { day, roleChoices, STAFF, stateOf, voice } from "./shared.tsx";

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
          { term: t("staff.state"), value: stateOf(c, member) },
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
      <DeskForm action={`${here}/role`}>
        <Radios
          name="role"
          legend={t("staff.role")}
          hint={t("one.role.note")}
          options={roleChoices(c)}
          value={member.role}
          problem={problemFor(problems, "role")}
        />
        <Actions>
          <Button>{t("one.role.save")}</Button>
        </Actions>
      </DeskForm>
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
