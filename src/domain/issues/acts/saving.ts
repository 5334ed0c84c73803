/** What commits when a draft becomes another text, whoever wrote it and in whatever way. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { IssueDraft } from "../rules/issue.ts";
import { thinned, type VersionHead } from "../rules/versions.ts";
import { saveWrite, thinWrites, useWrites, versionWrite } from "../store/drafts.ts";
import { readVersions } from "../views/versions.ts";
import type { Issue } from "../views.ts";

export interface Saved {
  title: string;
  draft: IssueDraft;
  by: string;
  /** Everybody who wrote it, where that is more than one (the key of a program and its maker). */
  authors?: readonly string[];
  how: VersionHead["how"];
  auto: boolean;
}

/** The draft, its version, its images, and the versions that go. Stale if the issue is not as it was read. */
export async function saveAct(deps: Pick<Deps, "db" | "clock">, issue: Issue, saved: Saved): Promise<Write[]> {
  const at = deps.clock.now();
  const { id, version } = issue;
  const { title, draft, by, how, auto } = saved;
  const authors = [...new Set([...(issue.review?.authors ?? []), ...(saved.authors ?? [by])])];
  const heads = await readVersions(deps.db, id);
  const next = { n: (heads[0]?.n ?? 0) + 1, how, auto, by, at };
  return [
    saveWrite(deps.db, { id, version, title, draft, authors }),
    versionWrite({ mailingId: id, how, auto, title, draft, by, at }),
    ...useWrites(id, draft),
    ...thinWrites(id, thinned([...heads, next], at)),
  ];
}
