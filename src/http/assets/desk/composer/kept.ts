/**
 * The draft in this browser while the server cannot be reached: one entry for each author and issue, nothing but the draft, and
 * gone as soon as it is saved. A browser that keeps nothing is no fault.
 */
import type { IssueDraft } from "../../../../domain/issues/rules/issue.ts";

export interface Kept {
  title: string;
  draft: IssueDraft;
}

export interface Keeping {
  keep(kept: Kept): void;
  find(): Kept | undefined;
  forget(): void;
}

export function keepingOf(issue: string, author: string): Keeping {
  const key = `pieteka/issue/${issue}/${author}`;
  const safely = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    keep: (kept) => void safely(() => localStorage.setItem(key, JSON.stringify(kept))),
    find: () => safely(() => JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined),
    forget: () => void safely(() => localStorage.removeItem(key)),
  };
}
