/**
 * Who must show a second factor: whoever can let others in, sees every person, or may take a list or proofs out of the house.
 * Pure. An account that only prepares mail is not asked for one, but may set it up.
 */
import { may, type Permission, type Role } from "../rules.ts";

/** Permissions that ask for it; the roles follow. */
export const STRONG: readonly Permission[] = ["staff.manage", "people.export", "proof.export", "proof.open"];

/** Whether a member of this role must have an authenticator (R033; the setting `secondFactor` switches it on). */
export function needsSecondFactor(role: Role): boolean {
  return STRONG.some((permission) => may({ kind: "staff", id: "", role, via: "desk" }, permission) === undefined);
}
