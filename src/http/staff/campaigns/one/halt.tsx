/**
 * Pausing, going on, cancelling. Pausing can be undone, so it happens at once; cancelling cannot, so it asks on a page of its
 * own, with the numbers of this moment: who gets nothing, and what nobody can call back any more.
 */
import { cancelMailing } from "../../../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../../../domain/campaigns/resume.ts";
import { type Mailing, readNumbers, stillToSend } from "../../../../domain/campaigns/views.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, Facts, LinkButton } from "../../parts.tsx";
import { can, haltVoice, mailingOf, pathOf, placeOf } from "../frame.tsx";
import { countToPlan, isPlanning } from "./figures.ts";

/** Whoever may not pause does not see it. */
export function PauseButton({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  if (!can(c, "mailing.pause")) return null;
  return (
    <form method="post" action={pathOf(mailing.id, "pause")}>
      <Button variant="secondary">{haltVoice(c)("act.pause")}</Button>
    </form>
  );
}

export function CancelLink({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  if (!can(c, "mailing.cancel")) return null;
  return (
    <LinkButton variant="secondary" href={pathOf(mailing.id, "cancel")}>
      {haltVoice(c)("act.cancel")}
    </LinkButton>
  );
}

/** The way out of a pause; `heldAt` names the pause that the person has seen. */
export function ResumeButton({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: number }) {
  return (
    <form method="post" action={pathOf(mailing.id, "resume")}>
      <input type="hidden" name="heldAt" value={String(mailing.heldAt ?? 0)} />
      <Button>{haltVoice(c)("act.resume", { n })}</Button>
    </form>
  );
}

const back = (c: StaffContext, id: string, result: { id: string } | Refusal, done: string) =>
  isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${pathOf(id)}?done=${done}`, 303);

export async function pause(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  return back(c, id, await pauseMailing(c.var.deps, c.var.actor, { id }), "paused");
}

export async function resume(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const heldAt = Number((await readForm(c)).text("heldAt")) || 0;
  return back(c, id, await resumeMailing(c.var.deps, c.var.actor, { id, heldAt }), "resumed");
}

export async function cancel(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  return back(c, id, await cancelMailing(c.var.deps, c.var.actor, { id }), "cancelled");
}

/** The question before it is cancelled. */
export async function cancelPage(c: StaffContext): Promise<Response> {
  const t = haltVoice(c);
  const { db } = c.var.deps;
  const mailing = await mailingOf(c);
  const no = may(c.var.actor, "mailing.cancel") ?? mayCancel(mailing);
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const [n, toPlan] = await Promise.all([
    readNumbers(db, mailing.id),
    isPlanning(mailing) ? countToPlan(c, mailing) : 0,
  ]);
  const none = Math.max(stillToSend(n), toPlan);
  const asks = mailing.kind !== "newsletter";
  return deskPage(c, {
    title: t("cancel.title"),
    current: asks ? "mailings" : "issues",
    back: { href: placeOf(mailing), label: mailing.title },
    lede: t("cancel.lede"),
    children: (
      <DeskForm action={pathOf(mailing.id, "cancel")}>
        <Facts
          items={[
            { term: t("cancel.none"), value: t("cancel.none.value", { n: none }) },
            { term: t("cancel.sent"), value: t("cancel.sent.value", { n: n.sent }) },
            n.handed > 0 && { term: t("cancel.handed"), value: t("cancel.handed.value", { n: n.handed }) },
            n.unknown > 0 && { term: t("cancel.doubt"), value: t("cancel.doubt.value", { n: n.unknown }) },
            asks && { term: t("cancel.answers"), value: t("cancel.answers.value") },
            asks && { term: t("cancel.silent"), value: t("cancel.silent.value") },
            { term: t("cancel.never"), value: t(asks ? "cancel.never.value" : "cancel.never.issue") },
          ]}
        />
        <Actions>
          <Button danger>{t("cancel.act", { n: none })}</Button>
          <a href={placeOf(mailing)}>{t("cancel.back")}</a>
        </Actions>
      </DeskForm>
    ),
  });
}

function mayCancel(mailing: Mailing | undefined): Refusal | undefined {
  if (!mailing) return refuse("campaigns.unknown");
  return ["planning", "sending", "paused"].includes(mailing.state) ? undefined : refuse("campaigns.not_under_way");
}
