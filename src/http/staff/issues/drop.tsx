/** A draft that nobody wants any more: what goes with it, asked once, on a page of its own. */
import { dropIssue } from "../../../domain/issues/drafts/drop.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Decide, DeskForm, LinkButton } from "../parts.tsx";
import { ISSUES, issueOf, issuePath, pagesVoice, stateOf } from "./frame.tsx";

/** `GET /staff/issues/:id/drop`. */
export async function dropPage(c: StaffContext): Promise<Response> {
  const issue = await issueOf(c);
  const no = may(c.var.actor, "campaign.write");
  if (no || !issue) return refusedPage(c, no ?? refuse("issues.unknown"), "desk");
  if (issue.state !== "draft") return refusedPage(c, refuse("issues.sent_already"), "desk");
  const t = pagesVoice(c);
  const { text, color } = stateOf(c, issue.state);
  return deskPage(c, {
    title: issue.title,
    current: "issues",
    back: { href: issuePath(issue.id), label: issue.title },
    tag: { text, ...(color && { color }) },
    children: (
      <Decide title={t("drop.ask")} danger>
        <p>{t("drop.text")}</p>
        <DeskForm action={issuePath(issue.id, "drop")}>
          <input type="hidden" name="version" value={issue.version} />
          <Actions>
            <Button danger>{t("drop.act")}</Button>
            <LinkButton variant="secondary" href={issuePath(issue.id)}>
              {t("drop.back")}
            </LinkButton>
          </Actions>
        </DeskForm>
      </Decide>
    ),
  });
}

/** `POST`: the version that the page showed. What a colleague saved since is not deleted unseen. */
export async function drop(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const input = { id: c.req.param("id") ?? "", version: Number(typed.text("version")) || 0 };
  const result = await dropIssue(c.var.deps, c.var.actor, input);
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${ISSUES}?done=dropped`, 303);
}
