/** Somebody new may sign in. The first admin is invited at the command line, everybody later by an admin. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { checkInvitation, type Invitation } from "./rules/members.ts";
import { type Actor, may } from "./rules.ts";

export interface Invited {
  userId: string;
  /** At the command line: a link that needs no mail, good for a day, once. */
  signInUrl: string;
}

/** At the desk nobody sees another's link: it is mailed, and `mailed` says whether the mail was accepted. */
export interface InvitedByMail {
  userId: string;
  mailed: boolean;
}

/** Adds the member, then lets the operator hand over a link. Only at the command line, see sign-in-link.ts. */
export async function inviteStaff(deps: Deps, actor: Actor, input: Invitation): Promise<Invited | Refusal> {
  if (actor.kind !== "staff" || actor.via !== "cli") return refuse("staff.forbidden");
  const added = await add(deps, actor, input);
  if (isRefusal(added)) return added;
  const signInUrl = await deps.auth.makeSignInLink(added.email);
  if (!signInUrl) throw new Error("the member who was just invited is gone");
  return { userId: added.userId, signInUrl };
}

/** Adds the member, then mails him a code and a link. */
export async function inviteStaffByMail(deps: Deps, actor: Actor, input: Invitation): Promise<InvitedByMail | Refusal> {
  const added = await add(deps, actor, input);
  if (isRefusal(added)) return added;
  return { userId: added.userId, mailed: await deps.auth.mailSignIn(added.email) };
}

async function add(deps: Deps, actor: Actor, input: Invitation): Promise<{ userId: string; email: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const fine = checkInvitation(input);
  if (isRefusal(fine)) return fine;
  const taken = refuseForm([{ field: "email", code: "staff.email_taken" }]);
  if (await deps.auth.users.byEmail(fine.email)) return taken;

  const userId = deps.ids.uuid();
  const done = await commit(deps, {
    change: deps.auth.users.add({ id: userId, ...fine }),
    proof: await staffEvidence(deps, actor, { typ: "staff.invited", user: userId, role: fine.role }),
  });
  return done === "done" ? { userId, email: fine.email } : taken;
}
