/**
 * What is wrong with a draft, as its author can mend it: what stops it (`stop`) and what its readers would be better without
 * (`advise`). Looks at the data alone; what the finished mail has against it is added by acts/problems.ts. Asked at every save, so it is cheap. Pure.
 */

import { SUBJECT_MAX } from "../../campaigns/rules.ts";
import type { Lang } from "../../institution/rules.ts";
import { type Finding, type Images, type Note, shouts } from "./finding.ts";
import { fitText } from "./fit.ts";
import type { IssueDraft, IssueText } from "./issue.ts";
import { blockFindings } from "./problems-of-block.ts";

export { type Finding, type Images, type Note, shouts };

/** Longer ones are cut by telephones, shorter than `SUBJECT_MAX` though they are. */
const SUBJECT_SHORT = 60;
const PREHEADER_MAX = 140;
const WEIGHT_MAX = 2_000_000;

/** A language that nobody has begun is no text of the issue: its readers get the other one. */
export const isWritten = (text: IssueText | undefined): text is IssueText =>
  text !== undefined && (text.subject.trim() !== "" || text.blocks.length > 0);

/** Everything there is to say, language by language, from the top of the text to its end. */
export function issueFindings(
  draft: IssueDraft,
  office: { languages: readonly Lang[]; images: Images; publicUrl: string },
): Finding[] {
  const { languages, images, publicUrl } = office;
  const written = languages.filter((lang) => isWritten(draft.texts[lang]));
  const found: Finding[] = [];
  const noteAt =
    (language: Lang, at: string, block?: string): Note =>
    (level, code, values) =>
      found.push({
        level,
        language,
        field: `${language}.${at}`,
        code,
        ...(values && { values }),
        ...(block && { block }),
      });
  for (const lang of languages) {
    const text = draft.texts[lang];
    if (!isWritten(text)) {
      const first = written.length === 0 && lang === languages[0];
      if (first) noteAt(lang, "subject")("stop", "form.required");
      else if (written.length > 0) noteAt(lang, "blocks")("advise", "issues.language_missing", { language: lang });
      continue;
    }
    headFindings(text, noteAt(lang, "subject"), noteAt(lang, "preheader"));
    bodyFindings(text, images, noteAt(lang, "blocks"));
    let level = 1;
    for (const block of text.blocks)
      level = blockFindings(block, { images, level, publicUrl }, noteAt(lang, block.id, block.id));
  }
  const [first, ...others] = written;
  for (const lang of others)
    if (first && draft.texts[first]?.blocks.length !== draft.texts[lang]?.blocks.length)
      noteAt(lang, "blocks")("advise", "issues.languages_differ", { language: lang });
  return found;
}

function headFindings({ subject, preheader }: IssueText, onSubject: Note, onPreheader: Note): void {
  if (subject.trim() === "") onSubject("stop", "form.required");
  else if (subject.length > SUBJECT_MAX) onSubject("stop", "form.too_long", { max: SUBJECT_MAX });
  else if (subject.length > SUBJECT_SHORT) onSubject("advise", "issues.subject_long", { max: SUBJECT_SHORT });
  if (shouts(subject)) onSubject("advise", "issues.capitals");
  if (preheader.trim() === "") onPreheader("advise", "issues.preheader_missing");
  else if (preheader.trim() === subject.trim()) onPreheader("advise", "issues.preheader_same");
  else if (preheader.length > PREHEADER_MAX) onPreheader("advise", "issues.preheader_long", { max: PREHEADER_MAX });
}

function bodyFindings(text: IssueText, images: Images, note: Note): void {
  const shown = fitText(text, new Set(images.keys())).blocks;
  if (shown.every((block) => block.kind === "divider")) note("stop", "issues.empty");
  const pictures = new Set(shown.flatMap((block) => (block.kind === "image" ? [block.image] : [])));
  const weight = [...pictures].reduce((sum, sha) => sum + (images.get(sha)?.size ?? 0), 0);
  if (weight > WEIGHT_MAX) note("advise", "issues.images_heavy", { mb: Math.ceil(weight / 1_000_000) });
}
