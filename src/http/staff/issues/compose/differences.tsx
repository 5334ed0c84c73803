/** Two texts of an issue beside each other, as far as they differ: for versions, and for two people who wrote at once. */
import { writeNotation } from "../../../../domain/documents/rules/notation.ts";
import { type BlockDifference, type Difference, wordsOf } from "../../../../domain/issues/rules/compare.ts";
import type { IssueBlock } from "../../../../domain/issues/rules/issue.ts";
import type { StaffContext } from "../../../env.ts";
import { DataTable } from "../../parts.tsx";
import { composerVoice, pagesVoice } from "../frame.tsx";

/** The words of a block as an author would type them. */
const typed = (block: IssueBlock) => (block.kind === "text" ? writeNotation(block.text) : wordsOf(block));

export interface DifferencesProps {
  c: StaffContext;
  found: Difference;
  /** Heads of the two columns. */
  before: string;
  after: string;
}

export function Differences({ c, found, ...heads }: DifferencesProps) {
  const t = pagesVoice(c);
  const kinds = composerVoice(c);
  const lines = (["subject", "preheader"] as const).flatMap((part) => {
    const change = found[part];
    return change ? [{ cells: [kinds(`edit.${part}`), change.before, change.after] }] : [];
  });
  const before = (d: BlockDifference) => ("before" in d ? typed(d.before) : "");
  const after = (d: BlockDifference) => ("after" in d && d.change !== "moved" ? typed(d.after) : "");
  const kind = (d: BlockDifference) => kinds(`block.${"after" in d ? d.after.kind : d.before.kind}`);
  const words = (text: string) => (
    <span class="composer-words" lang={found.language}>
      {text}
    </span>
  );
  return (
    <DataTable
      label={t("versions.of", { lang: kinds(`edit.lang.${found.language}`) })}
      width="stack"
      columns={[{ head: t("versions.part") }, { head: heads.before }, { head: heads.after }]}
      rows={[
        ...lines,
        ...found.blocks.map((d) => ({
          cells: [`${kind(d)}: ${t(`versions.${d.change}`)}`, words(before(d)), words(after(d))],
        })),
      ]}
    />
  );
}
