/**
 * Saving from the composer: by its buttons (a redirect, or the page again with what was typed), and by its script while somebody
 * writes (JSON). Both read the same form and call the same verb. A conflict keeps both texts.
 */
import { uploadImage } from "../../../../domain/images/upload.ts";
import { saveIssue } from "../../../../domain/issues/drafts/save.ts";
import type { IssueBlock, IssueDraft } from "../../../../domain/issues/rules/issue.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../../refusal.ts";
import { refusalText } from "../../../../texts/refusals/index.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { type Form, fieldId, problemsOf, readForm } from "../../../forms.ts";
import { composerVoice, issueOf, issuePath } from "../frame.tsx";
import { pressed } from "./acts.ts";
import { Conflict } from "./conflict.tsx";
import { Findings, readFindings } from "./findings.tsx";
import { composer, savedAt } from "./page.tsx";
import { draftOf } from "./read-form.ts";

/** `POST /staff/issues/:id`: a button of the form. */
export async function save(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.write");
  if (no) return refusedPage(c, no, "desk");
  const issue = await issueOf(c);
  if (!issue) return refusedPage(c, refuse("issues.unknown"), "desk");
  const typed = await readForm(c);
  const { languages } = c.var.institution;
  const draft = draftOf(typed, languages, issue.draft);
  const title = typed.text("title") || issue.title;
  const image = await newImage(c, typed);
  if (isRefusal(image)) return again(c, issue, { title, draft }, image);
  const act = pressed(typed.text("act"), draft, languages, { id: c.var.deps.ids.uuid(), image });
  const input = { id: issue.id, version: Number(typed.text("version")) || 0, title, draft: act.draft, late: true };
  const result = await saveIssue(c.var.deps, c.var.actor, input);
  if (isRefusal(result)) return again(c, issue, input, result);
  const page = issuePath(issue.id, act.next);
  return c.redirect(act.next ? page : `${page}?done=saved${act.at ? `#${fieldId(act.at)}` : ""}`, 303);
}

/** The form with what was typed, and the reason; after a conflict, over the newer version, so that saving again decides. */
async function again(
  c: StaffContext,
  issue: Issue,
  typed: { title: string; draft: IssueDraft },
  no: Refusal,
): Promise<Response> {
  // Sent or planned by a colleague meanwhile: the page of the version shows what was typed, and where it is.
  if (no.code === "issues.sent_already" && no.values?.n)
    return c.redirect(`${issuePath(issue.id, `versions/${no.values.n}`)}?done=kept`, 303);
  if (no.code === "issues.sent_already" || statusOf(no) === 403 || statusOf(no) === 404)
    return refusedPage(c, no, "desk");
  const conflict = no.code === "issues.conflict";
  const now = conflict ? ((await issueOf(c)) ?? issue) : issue;
  const problems = problemsOf(no, c.var.lang);
  return composer(c, now, {
    title: typed.title,
    draft: typed.draft,
    problems,
    status: conflict ? 409 : statusOf(no),
    ...(conflict && { theirs: now }),
  });
}

/** The picture that came with "add an image", stored, as a block. Undefined where another button was pressed. */
async function newImage(c: StaffContext, typed: Form): Promise<IssueBlock | Refusal | undefined> {
  const [, language] = /^add:(\w+):image$/.exec(typed.text("act")) ?? [];
  if (!language) return undefined;
  const field = `new.${language}.file`;
  const file = typed.file(field);
  if (!file) return refuseForm([{ field, code: "form.required" }]);
  const stored = await uploadImage(c.var.deps, c.var.actor, { bytes: new Uint8Array(await file.arrayBuffer()) });
  if (isRefusal(stored))
    return refuseForm([{ field, code: stored.code, ...(stored.values && { values: stored.values }) }]);
  return { id: c.var.deps.ids.uuid(), kind: "image", image: stored.sha256, alt: "" };
}

/** `POST /staff/issues/:id/autosave`: the script. 409 with both texts where somebody else was faster. */
export async function autosave(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.write");
  const issue = no ? undefined : await issueOf(c);
  if (no || !issue) return said(c, no ?? refuse("issues.unknown"));
  const typed = await readForm(c);
  const draft = draftOf(typed, c.var.institution.languages, issue.draft);
  const title = typed.text("title") || issue.title;
  const version = Number(typed.text("version")) || 0;
  const result = await saveIssue(c.var.deps, c.var.actor, { id: issue.id, version, title, draft, auto: true });
  if (!isRefusal(result)) {
    const now = (await issueOf(c)) ?? issue;
    const checks = <Findings c={c} issue={now} findings={await readFindings(c, now)} />;
    return c.json({ version: result.version, saved: savedAt(c), checks: await html(checks) });
  }
  if (result.code !== "issues.conflict") return said(c, result);
  const theirs = (await issueOf(c)) ?? issue;
  const panel = await html(<Conflict c={c} theirs={theirs} mine={draft} />);
  return c.json({ problem: composerVoice(c)("conflict.title"), version: theirs.version, panel }, 409);
}

const html = async (part: unknown) => String(await part);
const said = (c: StaffContext, no: Refusal) =>
  c.json({ problem: problemsOf(no, c.var.lang)[0]?.text ?? refusalText(no, c.var.lang) }, statusOf(no) as 422);

/** `POST /staff/issues/images`: a picture chosen, dropped or pasted; answers with its name. */
export async function takeImage(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const file = typed.file("file");
  if (!file) return said(c, refuseForm([{ field: "file", code: "form.required" }]));
  const stored = await uploadImage(c.var.deps, c.var.actor, { bytes: new Uint8Array(await file.arrayBuffer()) });
  return isRefusal(stored) ? said(c, stored) : c.json({ image: stored.sha256 });
}
