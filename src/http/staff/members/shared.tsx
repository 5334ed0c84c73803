/** What the pages of staff accounts share: words, roles with what they may do, the state of a member. */
import type { Child } from "hono/jsx";
import { needsSecondFactor } from "../../../domain/staff/rules/second-factor.ts";
import { ROLES } from "../../../domain/staff/rules.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { showDate } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { staffTexts } from "../../../texts/staff.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { Tag } from "../parts.tsx";

export const STAFF = "/staff/staff";

export const voice = (c: StaffContext) => say(staffTexts, c.var.lang);

/** Every role with what it may do. */
export const roleChoices = (c: StaffContext) =>
  ROLES.map((role) => ({ value: role, label: voice(c)(`role.${role}`), hint: voice(c)(`may.${role}`) }));

export function day(c: StaffContext, ms: number): string {
  return showDate(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });
}

/** The usual state is plain text; only the others carry a tag. */
export function stateOf(c: StaffContext, { disabledAt, arrived }: StaffMember): Child {
  const t = voice(c);
  if (disabledAt !== undefined) return <Tag>{t("state.disabled", { date: day(c, disabledAt) })}</Tag>;
  return arrived ? t("state.active") : <Tag color="info">{t("state.invited")}</Tag>;
}

/** Whether an authenticator is set up, and whether the role must have one. */
export function secondState(c: StaffContext, { secondFactor, role, disabledAt }: StaffMember): Child {
  const t = say(staffEndingTexts, c.var.lang);
  if (secondFactor) return t("second.on");
  if (!needsSecondFactor(role) || disabledAt !== undefined) return t("second.off");
  return <Tag color="warning">{t("second.must")}</Tag>;
}
