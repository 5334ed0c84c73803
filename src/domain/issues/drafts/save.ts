/**
 * Saves the draft of an issue, complete or not, over the version that its author had read. If somebody else saved meanwhile,
 * nothing of either is lost: what was typed is kept beside the draft as a version of its author, and the refusal names it.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { titleProblems } from "../../campaigns/rules.ts";
import { commit } from "../../commit.ts";
import { type Actor, actorLabel, authorLabels, may } from "../../staff/rules.ts";
import { readIssueDraft } from "../acts/read.ts";
import { saveAct } from "../acts/saving.ts";
import type { IssueDraft } from "../rules/issue.ts";
import { useWrites, versionWrite } from "../store/drafts.ts";
import { readNewest } from "../views/versions.ts";
import { readIssue } from "../views.ts";

export interface SaveInput {
  id: string;
  /** The version that the author read. */
  version: number;
  title: string;
  /** As it comes from outside. */
  draft: unknown;
  /** Saved by itself while somebody writes. */
  auto?: boolean;
  /** Nothing else holds what was typed: it is kept as a version also where the issue is no draft any more. */
  late?: boolean;
}

/**
 * Saves. `issues.conflict`: somebody was faster; `values.n` is the version in which the typed text is kept (restore or compare
 * it), `values.version` the draft's own now. What did not change is not written again. `issues.sent_already`: no draft any more;
 * with `late`, `values.n` is the version in which the typed text is kept.
 */
export async function saveIssue(deps: Deps, actor: Actor, input: SaveInput): Promise<{ version: number } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const title = input.title.normalize("NFC").trim();
  const problems = titleProblems(title);
  if (problems.length > 0) return refuseForm(problems);
  const draft = readIssueDraft(input.draft);
  if (isRefusal(draft)) return draft;
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  const by = actorLabel(actor);
  const typed = { id: issue.id, title, draft, by, late: input.late === true };
  if (issue.state !== "draft") return keepAside(deps, typed);
  if (isSame(issue, typed)) return { version: issue.version };
  if (issue.version !== input.version) return keepAside(deps, typed);
  const act = await saveAct(deps, issue, {
    title,
    draft,
    by,
    authors: authorLabels(actor),
    how: "saved",
    auto: input.auto === true,
  });
  const done = await commit(deps, { change: act, proof: [] });
  return done === "done" ? { version: issue.version + 1 } : keepAside(deps, typed);
}

type Text = { title: string; draft: IssueDraft };

async function keepAside(
  deps: Deps,
  typed: { id: string; title: string; draft: IssueDraft; by: string; late: boolean },
): Promise<{ version: number } | Refusal> {
  const now = await readIssue(deps.db, typed.id);
  if (!now) return refuse("issues.unknown");
  const open = now.state === "draft";
  // His own save was faster, by itself or by the button: nobody wrote anything else.
  if (open && isSame(now, typed)) return { version: now.version };
  if (!open && (!typed.late || isSame(now, typed))) return refuse("issues.sent_already");
  const { id: mailingId, title, draft, by } = typed;
  const version = versionWrite({ mailingId, how: "aside", auto: false, title, draft, by, at: deps.clock.now() });
  await commit(deps, { change: [version, ...useWrites(mailingId, draft)], proof: [] });
  const n = await readNewest(deps.db, mailingId, { by, how: "aside" });
  return open
    ? refuse("issues.conflict", { values: { n, version: now.version } })
    : refuse("issues.sent_already", { values: { n } });
}

const isSame = (a: Text, b: Text) => a.title === b.title && JSON.stringify(a.draft) === JSON.stringify(b.draft);
