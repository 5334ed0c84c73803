/**
 * Two people wrote at once. What was typed stays in the form, and the program has kept it among the versions; what the other
 * one saved stands below it. Whoever saves now chooses: nothing of either is lost.
 */
import { writeNotation } from "../../../../domain/documents/rules/notation.ts";
import { compareDrafts, wordsOf } from "../../../../domain/issues/rules/compare.ts";
import type { IssueBlock, IssueDraft } from "../../../../domain/issues/rules/issue.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import type { StaffContext } from "../../../env.ts";
import { Alert, Button, LinkButton } from "../../parts.tsx";
import { composerVoice, issuePath } from "../frame.tsx";

/** The words of a block as an author would type them. */
export const blockWords = (block: IssueBlock) => (block.kind === "text" ? writeNotation(block.text) : wordsOf(block));

/** Both choices and the other version, as far as it differs. Stands in the composer's form. */
export function Conflict({ c, theirs, mine }: { c: StaffContext; theirs: Issue; mine: IssueDraft }) {
  const t = composerVoice(c);
  const { texts } = compareDrafts(mine, theirs.draft);
  return (
    <div class="composer-conflict" data-conflict>
      <Alert color="warning" title={t("conflict.title")}>
        <p>{t("conflict.text")}</p>
        <div class="desk-acts">
          <Button name="act" value="save">
            {t("conflict.keep")}
          </Button>
          <LinkButton variant="secondary" href={issuePath(theirs.id)}>
            {t("conflict.take")}
          </LinkButton>
        </div>
        <h3 class="above-4">{t("conflict.theirs")}</h3>
        {texts.map(({ language, subject, preheader, blocks }) => (
          <div lang={language}>
            {subject && <p>{subject.after}</p>}
            {preheader && <p>{preheader.after}</p>}
            {blocks.map((block) =>
              "after" in block ? (
                <pre class="desk-plain">{blockWords(block.after) || t(`block.${block.after.kind}`)}</pre>
              ) : null,
            )}
          </div>
        ))}
      </Alert>
    </div>
  );
}
