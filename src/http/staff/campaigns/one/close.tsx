/** The question before a campaign is closed: how many addresses go now, what stays, that nothing brings them back. */
import type { Child } from "hono/jsx";
import { closeCampaign } from "../../../../domain/campaigns/close.ts";
import { mayClose } from "../../../../domain/campaigns/rules/ending.ts";
import { readNumbers } from "../../../../domain/campaigns/views.ts";
import { countSilent, readUnreached } from "../../../../domain/messages/views/silent.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, Facts } from "../../parts.tsx";
import { isLastDayOver, mailingOf, pageVoice, pathOf } from "../frame.tsx";

/** Begins the closing; the number is counted at that moment. */
export async function close(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const result = await closeCampaign(c.var.deps, c.var.actor, { id });
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${pathOf(id)}?done=closing`, 303);
}

export async function closePage(c: StaffContext): Promise<Response> {
  const t = pageVoice(c);
  const { db } = c.var.deps;
  const mailing = await mailingOf(c);
  const no: Refusal | undefined =
    may(c.var.actor, "campaign.close") ??
    (mailing
      ? mayClose(mailing.state, isLastDayOver(c, mailing), mailing.ending?.opinion)
      : refuse("campaigns.unknown"));
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const [n, { silent, erased }, { people: unreached }] = await Promise.all([
    readNumbers(db, mailing.id),
    countSilent(db, mailing.id),
    readUnreached(db, mailing.id),
  ]);
  const fact = (key: "delete" | "leave" | "stay" | "unreached", count: number) => ({
    term: t(`close.${key}`),
    value: t(`close.${key}.value`, { n: count }),
  });
  const lede = t.rich<Child>("close.lede", { n: silent, b: (inner) => <strong>{inner}</strong> });
  return deskPage(c, {
    title: t(silent > 0 ? "close.title" : "close.title.none"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: silent > 0 ? lede : t("close.lede.none"),
    children: (
      <DeskForm action={pathOf(mailing.id, "close")}>
        <Facts
          items={[
            fact("delete", erased),
            silent > erased && fact("leave", silent - erased),
            fact("stay", n.yes),
            fact("unreached", unreached),
            { term: t("close.keep"), value: t("close.keep.value") },
            silent > 0 && { term: t("close.never"), value: t("close.never.value") },
          ]}
        />
        <Actions>
          <Button danger={silent > 0}>{t("close.act", { n: erased })}</Button>
          <a href={pathOf(mailing.id)}>{t("close.back")}</a>
        </Actions>
      </DeskForm>
    ),
  });
}
