/** A member who did not get, or did not use, the mail of his invitation gets a new one. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { type Actor, may } from "./rules.ts";

/** Mails a code and a link. No evidence: nobody's access changes. */
export async function mailStaffAgain(
  deps: Deps,
  actor: Actor,
  input: { userId: string },
): Promise<{ mailed: boolean } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const member = await deps.auth.users.byId(input.userId);
  if (!member) return refuse("staff.unknown");
  if (member.disabledAt !== undefined) return refuse("staff.disabled");
  return { mailed: await deps.auth.mailSignIn(member.email) };
}
