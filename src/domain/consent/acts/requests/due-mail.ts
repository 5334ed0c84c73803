/** Whether a typed address gets a mail at all, before anybody asks how many go out: what there is to ask its owner, and how often he was asked. */
import type { Deps } from "../../../../deps.ts";
import type { Write } from "../../../../platform/db.ts";
import { isRefusal } from "../../../../refusal.ts";
import { ownPageDue } from "../../../me/acts/link.ts";
import { normaliseAddress } from "../../../people/rules.ts";
import type { Counted } from "../../../sign-up-guard/rules/came.ts";
import { isSignUp, listsToAsk, type Mailed, type SignUp } from "../../rules/sign-up.ts";
import { countHolds } from "../../store/sign-up.ts";
import { readOpenLists } from "../../views/offered.ts";
import { type Intake, readMailed, readSuppressed } from "../../views/sign-up.ts";
import { loadStanding } from "../../views/standing.ts";
import { capTags } from "../sign-up-seal.ts";
import { linksDue } from "./answer-links.ts";

/** What the mail is about, and what must not have changed when it is taken up; or why there is none. */
export type Due =
  | { is: "mail"; asks: Partial<SignUp>; holds: Write[] }
  | { is: Extract<Counted, "nothing" | "mailbox" | "trap"> };

export async function dueMail(deps: Deps, { id, state, signUp }: Intake, now: number): Promise<Due> {
  if (state === "mailing") return { is: "mail", asks: {}, holds: [] };
  const address = normaliseAddress(signUp.address);
  if (isRefusal(address)) return { is: "nothing" };
  // A browser that fills in forms by itself must not cost anybody his right to see what is kept about him.
  if (signUp.came?.trapped && isSignUp(signUp)) return { is: "trap" };
  const caps = capTags(deps.vault, address.normalised).map((t) => t.tag);
  const mailed = await readMailed(deps, { caps, but: id }, now);
  const asks = await asksOf(deps, signUp, address.normalised, mailed, now);
  if (asks) return { is: "mail", asks, holds: [countHolds(caps, mailed.length, now)] };
  return { is: mailed.length > 0 && (await asksOf(deps, signUp, address.normalised, [], now)) ? "mailbox" : "nothing" };
}

/** What may be asked of this mailbox now, after so many mails; undefined: nothing. */
async function asksOf(
  deps: Deps,
  signUp: SignUp,
  normalised: string,
  mailed: readonly Mailed[],
  now: number,
): Promise<Partial<SignUp> | undefined> {
  if (signUp.campaigns) {
    const campaigns = await linksDue(deps, signUp, mailed, now);
    return campaigns.length === 0 ? undefined : { campaigns };
  }
  if (signUp.ownPage) return (await ownPageDue(deps, signUp, mailed, now)) ? {} : undefined;
  const suppressionTags = deps.vault.suppressionTags(normalised).map((t) => t.tag);
  const [open, standing, suppressed] = await Promise.all([
    readOpenLists(deps.db),
    loadStanding(deps, { normalised }),
    readSuppressed(deps.db, suppressionTags),
  ]);
  const asked = open
    .filter((o) => signUp.lists.some((l) => l.listId === o.list.id))
    .map((o) => ({
      listId: o.list.id,
      purposeId: o.purpose.id,
      onIt: standing?.subscriptions.some((s) => s.listId === o.list.id && s.state === "active") ?? false,
    }));
  const ask = listsToAsk(asked, suppressed, mailed, now);
  const lists = signUp.lists.filter((l) => ask.includes(l.listId));
  return lists.length === 0 ? undefined : { lists };
}
