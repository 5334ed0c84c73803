/** The second person's word on an issue: given, open, or one's own to give. */

import { isAuthor, validApproval } from "../../../../domain/campaigns/rules/review.ts";
import type { Ready } from "../../../../domain/issues/acts/ready.ts";
import { approvalProblems, shownOf } from "../../../../domain/issues/rules/approval.ts";
import { actorLabel } from "../../../../domain/staff/rules.ts";
import { readMember } from "../../../../domain/staff/views.ts";
import { showDateTime } from "../../../../texts/dates.ts";
import { refusalText } from "../../../../texts/refusals/index.ts";
import type { StaffContext } from "../../../env.ts";
import { Actions, Button, DeskForm, Section } from "../../parts.tsx";
import { can, issuePath } from "../frame.tsx";
import { sendingVoice } from "./shared.tsx";

export async function Approval({ c, ready }: { c: StaffContext; ready: Ready }) {
  const t = sendingVoice(c);
  const { issue, frozen, problems } = ready;
  const { lang, institution } = c.var;
  const [old] = approvalProblems(issue, frozen, { approval: true });
  const given = validApproval(issue.review, issue.version);
  if (given && !old) {
    const when = showDateTime(given.at, { lang, zone: institution.timeZone, form: "table" });
    return (
      <Section title={t("approval.title")} id="approval">
        <p>{t("approval.given", { name: await nameOf(c, given.by), when })}</p>
      </Section>
    );
  }
  const whole = problems.every(({ field }) => field === "approval");
  const own = isAuthor(actorLabel(c.var.actor), issue);
  return (
    <Section title={t("approval.title")} id="approval">
      <p>{t("approval.wanted")}</p>
      {given && old && <p>{refusalText(old, lang)}</p>}
      {own && <p>{t("approval.own")}</p>}
      {!own && whole && can(c, "campaign.approve") && (
        <DeskForm action={issuePath(issue.id, "approve")}>
          <input type="hidden" name="version" value={issue.version} />
          <input type="hidden" name="shown" value={shownOf(frozen)} />
          <p>{t("approval.means")}</p>
          <Actions>
            <Button>{t("approval.act")}</Button>
          </Actions>
        </DeskForm>
      )}
    </Section>
  );
}

/** The name of who is still known, otherwise the id. */
export async function nameOf(c: StaffContext, label: string): Promise<string> {
  const id = label.replace(/^staff:/, "");
  return (await readMember(c.var.deps, id))?.name ?? id;
}
