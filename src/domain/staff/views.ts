/** Reads of staff: for their page at the desk and for the names beside what somebody did. */
import type { Deps } from "../../deps.ts";
import type { StaffUser } from "../../platform/auth/index.ts";

export type StaffMember = StaffUser;

/** Everybody: who has access first, then by name. */
export async function readStaff(deps: Pick<Deps, "auth">): Promise<StaffMember[]> {
  const all = await deps.auth.users.list();
  return [...all.filter((m) => m.disabledAt === undefined), ...all.filter((m) => m.disabledAt !== undefined)];
}

/** One member, or undefined. */
export function readMember(deps: Pick<Deps, "auth">, id: string): Promise<StaffMember | undefined> {
  return deps.auth.users.byId(id);
}

/** Who may decide whether proofs and tags are still needed: data protection and approval, with access. */
export async function readReviewers(deps: Pick<Deps, "auth">): Promise<StaffMember[]> {
  return (await readStaff(deps)).filter((m) => m.disabledAt === undefined && (m.role === "dpo" || m.role === "head"));
}
