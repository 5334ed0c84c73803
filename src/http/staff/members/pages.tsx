/** Everybody who has or had access, and the invitation. */
import type { StaffMember } from "../../../domain/staff/views.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DataTable, DeskForm, ErrorSummary, LinkButton, Radios, TextField } from "../parts.tsx";
import { roleChoices, STAFF, stateOf, voice } from "./shared.tsx";

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
        width="stack"
        columns={[
          { head: t("staff.name") },
          { head: t("staff.role") },
          { head: t("staff.email") },
          { head: t("staff.state") },
        ]}
        rows={members.map((member) => ({
          cells: [
            <a href={`${STAFF}/${member.id}`}>{member.name}</a>,
            t(`role.${member.role}`),
            member.email,
            stateOf(c, member),
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
        <ErrorSummary problems={problems} labels={{ name: t("staff.name"), role: t("staff.role") }} />
        <DeskForm action={`${STAFF}/new`}>
          <TextField
            name="name"
            label={t("staff.name")}
            hint={t("new.name.hint")}
            value={values.name}
            autocomplete="off"
            maxlength={100}
            problem={problemFor(problems, "name")}
          />
          <TextField
            name="email"
            type="email"
            label={t("staff.email")}
            value={values.email}
            autocomplete="off"
            problem={problemFor(problems, "email")}
          />
          <Radios
            name="role"
            legend={t("staff.role")}
            options={roleChoices(c)}
            value={values.role}
            problem={problemFor(problems, "role")}
          />
          <div class="above-5">
            <Radios
              name="language"
              legend={t("new.language")}
              hint={t("new.language.hint")}
              options={languages}
              value={values.language}
              problem={problemFor(problems, "language")}
            />
          </div>
          <Actions>
            <Button>{t("new.send")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
