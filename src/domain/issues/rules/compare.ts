/** What differs between two versions of an issue, block by block. Blocks are the same where their ids are. Pure. */
import type { RichText, Run } from "../../documents/rules.ts";
import type { Lang } from "../../institution/rules.ts";
import type { IssueBlock, IssueDraft, IssueText } from "./issue.ts";

export interface Difference {
  language: Lang;
  subject?: Change<string>;
  preheader?: Change<string>;
  /** In the order of the newer text; what is gone stands where it stood. Blocks that are equal are left out. */
  blocks: BlockDifference[];
}

export interface Change<T> {
  before: T;
  after: T;
}

export type BlockDifference = { id: string } & (
  | { change: "added"; after: IssueBlock }
  | { change: "removed"; before: IssueBlock }
  | { change: "changed"; before: IssueBlock; after: IssueBlock; moved: boolean }
  | { change: "moved"; after: IssueBlock }
);

/** From `before` to `after`; a language without differences is absent, and so is a salutation that is the same. */
export function compareDrafts(
  before: IssueDraft,
  after: IssueDraft,
): { texts: Difference[]; salutation?: Change<IssueDraft["salutation"]> } {
  const languages = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])] as Lang[];
  const texts = languages.flatMap((language) => {
    const found = compareTexts(language, before.texts[language] ?? NOTHING, after.texts[language] ?? NOTHING);
    return found.subject || found.preheader || found.blocks.length > 0 ? [found] : [];
  });
  const salutation = before.salutation !== after.salutation && {
    salutation: { before: before.salutation, after: after.salutation },
  };
  return { texts, ...(salutation || {}) };
}

const NOTHING: IssueText = { subject: "", preheader: "", blocks: [] };

function compareTexts(language: Lang, before: IssueText, after: IssueText): Difference {
  const differs = (part: "subject" | "preheader") =>
    before[part] === after[part] ? {} : { [part]: { before: before[part], after: after[part] } };
  return {
    language,
    ...differs("subject"),
    ...differs("preheader"),
    blocks: compareBlocks(before.blocks, after.blocks),
  };
}

function compareBlocks(before: readonly IssueBlock[], after: readonly IssueBlock[]): BlockDifference[] {
  const old = new Map(before.map((block) => [block.id, block]));
  const kept = new Set(after.map((block) => block.id));
  const still = longestRise(
    after.flatMap(({ id }) => {
      const place = before.findIndex((block) => block.id === id);
      return place < 0 ? [] : [{ id, place }];
    }),
  );
  const gone = before.flatMap((block, place) => (kept.has(block.id) ? [] : [{ block, place }]));
  const found: BlockDifference[] = [];
  const takeGone = (before: number) => {
    while (gone[0] && gone[0].place < before) {
      const { block } = gone.shift() as (typeof gone)[number];
      found.push({ id: block.id, change: "removed", before: block });
    }
  };
  for (const block of after) {
    const was = old.get(block.id);
    if (!was) {
      found.push({ id: block.id, change: "added", after: block });
      continue;
    }
    const moved = !still.has(block.id);
    if (!moved) takeGone(before.indexOf(was));
    if (JSON.stringify(was) !== JSON.stringify(block))
      found.push({ id: block.id, change: "changed", before: was, after: block, moved });
    else if (moved) found.push({ id: block.id, change: "moved", after: block });
  }
  takeGone(Number.POSITIVE_INFINITY);
  return found;
}

/** The ids of the longest run that is in order in both: everything else was moved. */
function longestRise(places: readonly { id: string; place: number }[]): Set<string> {
  const best: { length: number; from: number }[] = [];
  for (const [i, { place }] of places.entries()) {
    let [length, from] = [1, -1];
    for (let j = 0; j < i; j++) {
      const { length: so } = best[j] as (typeof best)[number];
      if ((places[j]?.place ?? 0) < place && so + 1 > length) [length, from] = [so + 1, j];
    }
    best.push({ length, from });
  }
  let at = best.reduce((top, { length }, i) => (length > (best[top]?.length ?? 0) ? i : top), best.length > 0 ? 0 : -1);
  const ids = new Set<string>();
  for (; at >= 0; at = best[at]?.from ?? -1) ids.add(places[at]?.id ?? "");
  return ids;
}

/** What a block says, in words, for a page that compares. */
export function wordsOf(block: IssueBlock): string {
  switch (block.kind) {
    case "text":
      return richWords(block.text);
    case "image":
      return [block.decorative ? "" : block.alt, block.caption ?? "", block.href ?? ""].filter(Boolean).join(" · ");
    case "button":
      return `${block.label} (${block.href})`;
    case "links":
      return [block.heading ?? "", ...block.items.map((i) => `${i.title} (${i.href}) ${i.summary ?? ""}`.trim())]
        .join("\n")
        .trim();
    case "event":
      return [block.title, block.when, block.place, block.href ?? ""].filter(Boolean).join(" · ");
    case "divider":
      return "";
  }
}

/** Rich text as lines. */
export function richWords(text: RichText): string {
  const line = (runs: readonly Run[]) => runs.map((run) => (run.kind === "break" ? " " : run.text)).join("");
  return text
    .map((part) => {
      if (part.kind === "heading") return part.text;
      if (part.kind === "list") return part.items.map(line).join("\n");
      if (part.kind === "table") return [part.head, ...part.rows].map((row) => row.map(line).join(" | ")).join("\n");
      return line(part.runs);
    })
    .join("\n");
}
