/**
 * Open sign-ups of an older copy. Those that nobody has mailed yet may have been mailed and answered since, so none is
 * followed up; whose owner has left since is deleted with its link, and so is one whose key is gone, as nobody can tell whose
 * it was. Who is wrongly among them signs up again.
 */
import type { Deps } from "../../../deps.ts";
import { unlessKeyMissing } from "../../../platform/vault.ts";
import { isRefusal } from "../../../refusal.ts";
import { openSignUp } from "../../consent/acts/sign-up-seal.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { readOpenRequests, readSuppressedSince } from "../views.ts";

const PAGE = 200;

/** Ids of the requests that go. */
export async function staleRequests(deps: Pick<Deps, "db" | "vault">, timeZone: string): Promise<string[]> {
  const stale: string[] = [];
  for (let after = ""; ; ) {
    const page = await readOpenRequests(deps.db, after, PAGE);
    const waiting = page.filter(({ state }) => state === "mailed");
    stale.push(...page.filter(({ state }) => state !== "mailed").map(({ id }) => id));
    const asked = waiting.flatMap(({ id, sealed, createdAt }) => {
      const opened = unlessKeyMissing(() => openSignUp(deps.vault, id, sealed));
      if (!opened) {
        stale.push(id);
        return [];
      }
      const checked = normaliseAddress(opened.address);
      if (isRefusal(checked)) return [];
      return deps.vault
        .suppressionTags(checked.normalised)
        .map(({ tag }) => ({ id, tag, day: dayOf(createdAt, timeZone) }));
    });
    stale.push(...(await readSuppressedSince(deps.db, asked)));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return [...new Set(stale)];
    after = last.id;
  }
}
