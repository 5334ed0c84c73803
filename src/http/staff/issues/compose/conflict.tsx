/**
 * Two people wrote at once. What was typed stays in the form, and the program has kept it among the versions; what the other
 * one saved stands beside it. Whoever saves now chooses: nothing of either is lost.
 */
import { compareDrafts } from "../../../../domain/issues/rules/compare.ts";
import type { IssueDraft } from "../../../../domain/issues/rules/issue.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import type { StaffContext } from "../../../env.ts";
import { Actions, Button, Decide, LinkButton } from "../../parts.tsx";
import { composerVoice, issuePath } from "../frame.tsx";
import { Differences } from "./differences.tsx";

/** Both choices and both texts, as far as they differ. Stands in the composer's form. */
export function Conflict({ c, theirs, mine }: { c: StaffContext; theirs: Issue; mine: IssueDraft }) {
  const t = composerVoice(c);
  return (
    <div class="composer-conflict" data-conflict>
      <Decide title={t("conflict.title")} id="conflict">
        <p>{t("conflict.text")}</p>
        {compareDrafts(mine, theirs.draft).texts.map((found) => (
          <Differences c={c} found={found} before={t("conflict.mine")} after={t("conflict.theirs")} />
        ))}
        <Actions>
          <Button name="act" value="save">
            {t("conflict.keep")}
          </Button>
          <LinkButton variant="secondary" href={issuePath(theirs.id)}>
            {t("conflict.take")}
          </LinkButton>
        </Actions>
      </Decide>
    </div>
  );
}
