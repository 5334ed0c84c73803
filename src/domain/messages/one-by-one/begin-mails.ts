/**
 * Mails that go one by one: those that ask may begin, and what became of others is written, in one commit. The mark that a
 * mail has begun is its last permission, and what a later process goes by: of an attempt that is given up only the begun
 * are in doubt (store/outcome.ts).
 */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { type Addressed, type MailOutcome, sortOut } from "../rules/outcome.ts";
import type { Attempt } from "../store/batch.ts";
import { beginWrite } from "../store/begin.ts";
import { toldWrites } from "../store/outcome.ts";

/** A mail of an attempt. */
export interface OneMail {
  of: Attempt;
  member: Addressed;
}

type Told = OneMail & { outcome: MailOutcome };

/** `stale`: one of those that ask may not begin; nothing was written. Without any it is always `done`. */
export async function beginMails(
  deps: Pick<Deps, "db" | "ids" | "clock">,
  { begin, told }: { begin: readonly OneMail[]; told: readonly Told[] },
): Promise<"done" | "stale"> {
  const now = deps.clock.now();
  return commit(deps, {
    change: [
      ...byAttempt(told).flatMap(([of, mails]) => toldWrites(of, sorted(mails, now), now)),
      ...byAttempt(begin).map(([of, mails]) =>
        beginWrite({ ...of, personIds: mails.map((mail) => mail.member.personId) }, now),
      ),
    ],
    proof: [],
  });
}

const sorted = (mails: readonly Told[], now: number) =>
  sortOut(
    mails.map(({ member }) => member),
    mails.map(({ outcome }) => outcome),
    now,
  );

function byAttempt<T extends OneMail>(mails: readonly T[]): [Attempt, T[]][] {
  const found = new Map<string, [Attempt, T[]]>();
  for (const mail of mails) {
    const [, of] = found.get(mail.of.id) ?? [];
    if (of) of.push(mail);
    else found.set(mail.of.id, [mail.of, [mail]]);
  }
  return [...found.values()];
}
