/** One member of staff: role, mail, second factor. */

import type { StaffActor } from "../../../domain/staff/rules.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { say } from "../../../texts/say.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, Done, ErrorSummary, Facts, Radios, Section, TextField } from "../parts.tsx";
import { ResetAsked } from "./reset-asked.tsx";
import { day, roleChoices, STAFF, secondState, stateOf, voice } from "./shared.tsx";

/** What has just been done to a member, as the address says it after the redirect. */
export const DONE = ["invited", "role", "disabled", "enabled", "mailed"] as const;
/** The same of the second factor. */
export const SECOND_DONE = ["second-asked", "second-off", "second-dropped"] as const;

export interface MemberPage {
  member: StaffMember;
  done?: (typeof DONE)[number] | (typeof SECOND_DONE)[number] | "not-mailed" | undefined;
  /** The open request to take the second factor off, with the name of whoever asked. */
  reset?: { askedAt: number; asker: string; reason: string; own: boolean } | undefined;
  problems?: Problem[];
}

export function memberPage(c: StaffContext, p: MemberPage): Promise<Response> {
  const t = voice(c);
  const ending = say(staffEndingTexts, c.var.lang);
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
          { term: ending("second.term"), value: secondState(c, member) },
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
        {p.done && p.done !== "not-mailed" && <Done>{said(c, p.done)}</Done>}
        <ErrorSummary problems={p.problems} />
        <MemberActs c={c} actor={c.var.actor} {...p} />
        {p.reset && <ResetAsked c={c} id={member.id} {...p.reset} />}
        {!p.reset &&
          (member.secondFactor || member.enrolUntil !== undefined) &&
          member.disabledAt === undefined &&
          c.var.actor.id !== member.id && <AskReset c={c} id={member.id} problem={problemFor(p.problems, "reason")} />}
      </>
    ),
  });
}

function said(c: StaffContext, done: (typeof DONE)[number] | (typeof SECOND_DONE)[number]): string {
  const second = SECOND_DONE.find((one) => one === done);
  return second
    ? say(staffEndingTexts, c.var.lang)(`done.${second}`)
    : voice(c)(`done.${done as (typeof DONE)[number]}`);
}

/** Whoever has lost it: an admin asks, a second person decides. */
function AskReset(p: { c: StaffContext; id: string; problem: string | undefined }) {
  const t = say(staffEndingTexts, p.c.var.lang);
  return (
    <Section title={t("second.lost")} lede={t("second.lost.lede")}>
      <DeskForm action={`${STAFF}/${p.id}/second/ask`}>
        <TextField
          name="reason"
          label={t("second.reason")}
          hint={t("second.reason.hint")}
          maxlength={300}
          autocomplete="off"
          problem={p.problem}
        />
        <Actions>
          <Button variant="secondary">{t("second.ask")}</Button>
        </Actions>
      </DeskForm>
    </Section>
  );
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
