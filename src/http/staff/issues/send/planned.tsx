/** An issue that waits for its time: when, to whom, another time, or back to the draft. */

import { dayOf } from "../../../../domain/consent/rules/days.ts";
import { moveIssue } from "../../../../domain/issues/sending/move.ts";
import { takeBackIssue } from "../../../../domain/issues/sending/take-back.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import { readLists } from "../../../../domain/lists/views.ts";
import { countIssueAudience } from "../../../../domain/messages/views/recipients/left-out.ts";
import { wallOf } from "../../../../domain/periods/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../../refusal.ts";
import { showDateTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { problemFor, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, LinkButton, Section } from "../../parts.tsx";
import { can, ISSUES, issueOf, issuePath, pagesVoice, stateOf } from "../frame.tsx";
import { JustDone, sendingVoice } from "./shared.tsx";
import { DayAndTime } from "./when.tsx";
import { Who } from "./who.tsx";

/** Another time for it. */
export async function move(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const from = Number(typed.text("from")) || 0;
  const input = { id, from, day: typed.text("day"), time: typed.text("time") };
  const result = await moveIssue(c.var.deps, c.var.actor, input);
  if (!isRefusal(result)) return c.redirect(`${issuePath(id, "send")}?done=moved`, 303);
  const issue = await issueOf(c);
  if (statusOf(result) === 403 || issue?.state !== "scheduled") return refusedPage(c, result, "desk");
  return plannedPage(c, issue, { refusal: result, values: typed.values });
}

/** Back to the draft. */
export async function takeBack(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const result = await takeBackIssue(c.var.deps, c.var.actor, { id, from: Number(typed.text("from")) || 0 });
  if (isRefusal(result)) return refusedPage(c, result, "desk");
  return c.redirect(`${issuePath(id, "send")}?done=taken-back`, 303);
}

export async function plannedPage(
  c: StaffContext,
  issue: Issue,
  tried?: { refusal: Refusal; values: Record<string, string> },
): Promise<Response> {
  const t = sendingVoice(c);
  const { deps, institution, lang } = c.var;
  const { id, frozen, notBefore, listId, title } = issue;
  if (!frozen || notBefore === null) return refusedPage(c, refuse("issues.not_scheduled"), "desk");
  const zone = institution.timeZone;
  const { segment, list } = frozen;
  const today = dayOf(deps.clock.now(), zone);
  const [lists, audience] = await Promise.all([
    readLists(deps.db),
    countIssueAudience(deps.db, { listId, listKind: list.kind, segment, timeZone: zone, today }),
  ]);
  const problems = tried && problemsOf(tried.refusal, lang);
  const { text, color } = stateOf(c, issue.state);
  const was = wallOf(notBefore, zone);
  const about = (name: string) => ({
    name,
    value: tried?.values[name] ?? (name === "day" ? was.day : was.time),
    problem: problemFor(problems, name),
  });
  return deskPage(c, {
    title,
    current: "issues",
    back: { href: ISSUES, label: pagesVoice(c)("list.title") },
    tag: { text, ...(color && { color }) },
    lede: t("planned.lede", { when: showDateTime(notBefore, { lang, zone }) }),
    acts: (
      <LinkButton variant="secondary" href={issuePath(id, "preview")}>
        {t("mail.see")}
      </LinkButton>
    ),
    status: tried ? statusOf(tried.refusal) : 200,
    error: tried !== undefined,
    children: (
      <>
        <JustDone c={c} />
        <ErrorSummary problems={problems} title={t("planned.failed")} />
        <Who c={c} issue={issue} audience={audience} lists={lists} />
        {can(c, "campaign.send") && (
          <Section title={t("planned.move")}>
            <DeskForm action={issuePath(id, "send/time")}>
              <input type="hidden" name="from" value={notBefore} />
              <DayAndTime c={c} about={about} />
              <Actions>
                <Button variant="secondary">{t("planned.move.act")}</Button>
              </Actions>
            </DeskForm>
          </Section>
        )}
        {can(c, "mailing.pause") && (
          <Section title={t("planned.back")}>
            <p>{t("planned.back.text")}</p>
            <form class="above-3" method="post" action={issuePath(id, "send/back")}>
              <input type="hidden" name="from" value={notBefore} />
              <Button variant="secondary">{t("planned.back.act")}</Button>
            </form>
          </Section>
        )}
      </>
    ),
  });
}
