/** Who may become a member of staff, and what may be done to one. Pure. */
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { type Actor, ROLES, type Role } from "../rules.ts";

const MAX_NAME = 100;

export interface Invitation {
  email: string;
  name: string;
  role: string;
  /** Language of the desk and of sign-in mails. */
  language: string;
}

/** What of a member these rules look at. */
export interface Member {
  id: string;
  role: Role;
  disabledAt: number | undefined;
}

/** The role of this name, or undefined. */
export function asRole(name: string): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** Checks an invitation field by field; the address comes back as it will be stored, in lower case. */
export function checkInvitation(
  typed: Invitation,
): { email: string; name: string; role: Role; language: "lv" | "en" } | Refusal {
  const problems: FieldProblem[] = [];
  const name = typed.name.trim();
  if (name === "") problems.push({ field: "name", code: "form.required" });
  else if (name.length > MAX_NAME) problems.push({ field: "name", code: "form.too_long", values: { max: MAX_NAME } });
  const address = normaliseAddress(typed.email);
  if (isRefusal(address)) problems.push({ field: "email", code: address.code });
  const role = asRole(typed.role);
  if (!role) problems.push({ field: "role", code: "form.choose" });
  const language = typed.language === "lv" || typed.language === "en" ? typed.language : undefined;
  if (!language) problems.push({ field: "language", code: "form.choose" });
  if (isRefusal(address) || !role || !language || problems.length > 0) return refuseForm(problems);
  return { email: address.normalised, name, role, language };
}

/** Access is changed by somebody else, and somebody must be left who can let people in. */
export function mayChangeAccess(
  actor: Actor,
  member: Member,
  everybody: readonly Member[],
  becomes: Role | "disabled",
): Refusal | undefined {
  if (actor.kind === "staff" && actor.id === member.id) return refuse("staff.own_account");
  if (member.disabledAt !== undefined) return refuse("staff.disabled");
  const remains = (role: Role) =>
    everybody.some((m) => m.role === role && m.disabledAt === undefined && m.id !== member.id);
  if (becomes !== "admin" && member.role === "admin" && !remains("admin")) return refuse("staff.last_admin");
  return becomes !== "dpo" && member.role === "dpo" && !remains("dpo") ? refuse("staff.last_dpo") : undefined;
}
