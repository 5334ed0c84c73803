/** The wait after the pilot: what is out, when the rest follows by itself, and the button that lets it go at once. */

import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { releaseRest } from "../../../../domain/campaigns/waves/release.ts";
import { isRefusal } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { Button, Section } from "../../parts.tsx";
import { can, dateTime, endingVoice, pathOf } from "../frame.tsx";
import type { Figures } from "./figures.ts";

export function Waves({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = endingVoice(c);
  const { wave, state, notBefore, draft } = mailing;
  if (wave === null || state !== "sending") return null;
  const out = n.audience - n.waiting - n.skipped;
  return (
    <Section title={t("pilot.title")}>
      {wave === "pilot" ? (
        <p>{t("pilot.sending", { n: draft.pilot?.size ?? 0 })}</p>
      ) : (
        <p>{t("pilot.waiting", { n: out, when: dateTime(c, notBefore ?? 0) })}</p>
      )}
      <p class="small">{t("pilot.so-far", { bounced: n.told.bounced, complained: n.told.complained, no: n.no })}</p>
      <p class="small quiet">{t("pilot.rule")}</p>
      {wave === "waiting" && can(c, "campaign.send") && (
        <form class="above-3" method="post" action={pathOf(mailing.id, "release")}>
          <Button variant="secondary">{t("pilot.act", { n: n.waiting })}</Button>
        </form>
      )}
    </Section>
  );
}

export async function release(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const result = await releaseRest(c.var.deps, c.var.actor, { id });
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${pathOf(id)}?done=released-rest`, 303);
}
