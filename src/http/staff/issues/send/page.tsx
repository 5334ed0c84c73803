/**
 * `/staff/issues/:id/send`: the page before an issue goes out. Who gets it and who does not, what is still to do, the second
 * person, when. Everything is counted and checked anew by what sends it.
 */
import type { Child } from "hono/jsx";
import { readReady } from "../../../../domain/issues/acts/ready.ts";
import type { Segment } from "../../../../domain/issues/rules/segment.ts";
import { approveIssue } from "../../../../domain/issues/sending/approve.ts";
import { chooseSegment } from "../../../../domain/issues/sending/choose-segment.ts";
import { scheduleIssue } from "../../../../domain/issues/sending/schedule.ts";
import { sendIssue } from "../../../../domain/issues/sending/send.ts";
import { readLists } from "../../../../domain/lists/views.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { type Form, type Problem, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Checks, ErrorSummary, Links, Section } from "../../parts.tsx";
import { can, issueOf, issuePath, stateOf } from "../frame.tsx";
import { Approval } from "./approval.tsx";
import { Part, partTyped } from "./part.tsx";
import { plannedPage } from "./planned.tsx";
import { JustDone, OlderCopy, sendingVoice } from "./shared.tsx";
import { pilotTyped, When } from "./when.tsx";
import { Who } from "./who.tsx";

/** What came back, from which of the forms. */
interface Tried {
  of: "send" | "part" | "approval";
  refusal: Refusal;
  values?: Record<string, string>;
  segment?: Segment | undefined;
}

export async function sendIssuePage(c: StaffContext): Promise<Response> {
  return page(c);
}

/** Sends or plans what the page showed: this version, to about this many. Anything else shows the page again, with what is so now. */
export async function sendOrPlan(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const pilot = pilotTyped(typed);
  const common = { id, version: Number(typed.text("version")) || 0, ...(pilot && { pilot }) };
  const { deps, actor } = c.var;
  if (typed.text("when") === "later") {
    const { day, time } = { day: typed.text("day"), time: typed.text("time") };
    const result = await scheduleIssue(deps, actor, { ...common, day, time });
    return answered(c, result, "scheduled", issuePath(id, "send"), sent(typed));
  }
  if (typed.text("when") !== "now")
    return answered(c, refuseForm([{ field: "when", code: "form.choose" }]), "sent", "", sent(typed));
  const result = await sendIssue(deps, actor, { ...common, audience: Number(typed.text("audience")) || 0 });
  return answered(c, result, "sent", issuePath(id, "sent"), sent(typed));
}

const sent = (typed: Form) => ({ of: "send" as const, values: typed.values });

export async function choosePart(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const segment = partTyped(typed);
  const input = { id, version: Number(typed.text("version")) || 0, segment };
  const result = await chooseSegment(c.var.deps, c.var.actor, input);
  return answered(c, result, "part", issuePath(id, "send"), { of: "part", segment });
}

export async function approve(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const input = { id, version: Number(typed.text("version")) || 0, shown: typed.text("shown") };
  const result = await approveIssue(c.var.deps, c.var.actor, input);
  return answered(c, result, "approved", issuePath(id, "send"), { of: "approval" });
}

function answered(
  c: StaffContext,
  result: object | Refusal,
  done: string,
  place: string,
  tried: Omit<Tried, "refusal">,
): Response | Promise<Response> {
  if (!isRefusal(result)) return c.redirect(`${place}?done=${done}`, 303);
  return statusOf(result) === 403 ? refusedPage(c, result, "desk") : page(c, { ...tried, refusal: result });
}

async function page(c: StaffContext, tried?: Tried): Promise<Response> {
  const t = sendingVoice(c);
  const { deps, actor } = c.var;
  const no = may(actor, "desk.see");
  const issue = await issueOf(c);
  if (no || !issue) return refusedPage(c, no ?? refuse("issues.unknown"), "desk");
  if (issue.state === "scheduled") return plannedPage(c, issue);
  // Pressed twice, or the way back in the browser: it is done, and its own page says so.
  if (issue.state !== "draft") return c.redirect(issuePath(issue.id, "sent"), 303);
  const [ready, lists] = await Promise.all([readReady(deps, { id: issue.id }), readLists(deps.db)]);
  if (isRefusal(ready)) return refusedPage(c, ready, "desk");
  const { audience, problems, institution } = ready;
  const wrong = tried && problemsOf(tried.refusal, c.var.lang);
  const open = problems.filter(({ field }) => field !== "approval");
  const { text, color } = stateOf(c, issue.state);
  const goes = problems.length === 0 && can(c, "campaign.send");
  return deskPage(c, {
    title: t("send.title"),
    current: "issues",
    back: { href: issuePath(issue.id), label: issue.title },
    tag: { text, ...(color && { color }) },
    lede: t.rich<Child>("send.lede", { n: audience.mailed, b: (inner) => <strong>{inner}</strong> }),
    status: tried ? statusOf(tried.refusal) : 200,
    error: tried !== undefined,
    children: (
      <>
        <JustDone c={c} />
        <OlderCopy c={c} issue={issue} />
        <ErrorSummary problems={wrong} title={t(tried ? `${tried.of}.failed` : "send.failed")} />
        <Who c={c} issue={issue} audience={audience} lists={lists} />
        <Part
          c={c}
          issue={issue}
          lists={lists}
          {...(tried?.of === "part" && { typed: tried.segment ?? {}, problems: wrong })}
        />
        <Section title={t("mail.title")}>
          <Links items={[{ href: issuePath(issue.id, "preview"), label: t("mail.see") }]} />
        </Section>
        {open.length > 0 && <Open c={c} id={issue.id} problems={problemsOf(refuseOf(open), c.var.lang)} />}
        {institution.secondPerson && <Approval c={c} ready={ready} />}
        {goes && (
          <When
            c={c}
            issue={issue}
            mailed={audience.mailed}
            {...(tried?.of === "send" && { values: tried.values, problems: wrong })}
          />
        )}
      </>
    ),
  });
}

const refuseOf = (fields: Refusal["fields"]): Refusal => ({ ...refuse("form.invalid"), fields });

function Open({ c, id, problems }: { c: StaffContext; id: string; problems: Problem[] }) {
  const t = sendingVoice(c);
  return (
    <Section title={t("open.title")} id="open">
      <Checks items={problems.map(({ text }) => ({ text, state: "open" }))} />
      {can(c, "campaign.write") && <Links items={[{ href: issuePath(id), label: t("open.edit") }]} />}
    </Section>
  );
}
