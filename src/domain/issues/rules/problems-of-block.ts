/** What is wrong with one block of an issue. Pure. */
import { linkTarget } from "../../documents/rules/link.ts";
import { isPersonalLink } from "../../documents/rules/personal-link.ts";
import type { Block, RichText, Run } from "../../documents/rules.ts";
import { type Images, type Note, shouts } from "./finding.ts";
import type { IssueBlock } from "./issue.ts";

interface Around {
  images: Images;
  /** Level of the heading before it; 1 is the title. */
  level: number;
  /** Where our own pages lie. */
  publicUrl: string;
}

const HEAVY = 500_000;
const ALT_MAX = 200;
const WIDE = 3;
const WORDS_MIN = 3;

/** Notes everything, and gives the level of the last heading. */
export function blockFindings(block: IssueBlock, { images, level, publicUrl }: Around, note: Note): number {
  const href = (typed: string) => hrefFindings(typed, publicUrl, note);
  switch (block.kind) {
    case "text":
      return textFindings(block.text, level, note, href);
    case "image":
      imageFindings(block, images, note);
      if (block.href !== undefined) href(block.href);
      return level;
    case "button":
      wordsFindings(block.label, note);
      href(block.href);
      return level;
    case "links":
      if (block.items.length === 0) note("stop", "issues.block_empty");
      for (const item of block.items) {
        wordsFindings(item.title, note);
        href(item.href);
      }
      return block.heading?.trim() ? 2 : level;
    case "event":
      if (!block.title.trim() || !block.when.trim()) note("stop", "issues.event_incomplete");
      else if (!block.place.trim()) note("advise", "issues.event_place");
      if (block.href !== undefined) href(block.href);
      return level;
    case "divider":
      return level;
  }
}

function imageFindings(block: IssueBlock & { kind: "image" }, images: Images, note: Note): void {
  const { alt, decorative, href } = block;
  const image = images.get(block.image);
  if (!image) note("stop", "issues.image_missing");
  else if (image.size > HEAVY) note("advise", "issues.image_heavy", { kb: Math.round(image.size / 1_000) });
  // A linked picture is a link: without words nobody knows where it leads.
  if (decorative && href) note("stop", "issues.alt_linked");
  else if (!decorative && !alt.trim()) note("stop", "issues.alt_missing");
  else if (!decorative && /^\S+\.(jpe?g|png|gif|webp|heic)$|^(img|dsc|image|attēls)[\s_-]*\d*$/i.test(alt.trim()))
    note("stop", "issues.alt_file");
  else if (!decorative && alt.length > ALT_MAX) note("advise", "issues.alt_long", { max: ALT_MAX });
}

function textFindings(text: RichText, before: number, note: Note, href: (typed: string) => void): number {
  let level = before;
  const says = text.some((part) =>
    part.kind === "heading"
      ? part.text.trim()
      : part.kind === "table" || runsOf(part).some((run) => run.kind !== "break" && run.text.trim()),
  );
  if (!says) note("advise", "issues.block_empty");
  for (const part of text) {
    if (part.kind === "heading") {
      if (!part.text.trim()) continue;
      if (part.level > level + 1) note("stop", "documents.headings");
      level = part.level;
      if (shouts(part.text)) note("advise", "issues.capitals");
    }
    if (part.kind === "table") {
      if (part.head.some((cell) => cell.every((run) => run.kind === "break" || !run.text.trim())))
        note("stop", "issues.table_head");
      if (part.head.length > WIDE) note("advise", "issues.table_wide", { max: WIDE });
    }
    for (const run of runsOf(part)) {
      if (run.kind !== "link") continue;
      wordsFindings(run.text, note);
      href(run.href);
    }
  }
  return level;
}

function runsOf(part: Block): readonly Run[] {
  switch (part.kind) {
    case "heading":
      return [];
    case "list":
      return part.items.flat();
    case "table":
      return [...part.head, ...part.rows.flat()].flat();
    default:
      return part.runs;
  }
}

function hrefFindings(href: string, publicUrl: string, note: Note): void {
  if (href.trim() === "" || /^https?:\/\/$/i.test(href.trim())) note("stop", "issues.link_empty");
  else if (isPersonalLink(href.trim(), publicUrl)) note("stop", "issues.link_personal");
  else if (linkTarget(href) === undefined)
    note("stop", /^http:/i.test(href.trim()) ? "issues.link_http" : "documents.link");
}

/** Words that say nothing once they are read out of their sentence (WCAG 2.4.4). */
const VAGUE = new Set(
  (
    "šeit|te|spied šeit|spiediet šeit|klikšķini šeit|klikšķiniet šeit|klikšķinot šeit|vairāk|lasīt vairāk|lasi vairāk|uzzināt vairāk|uzzini vairāk|saite|šī saite|" +
    "here|click here|click|more|read more|learn more|link|this link|see more|find out more"
  ).split("|"),
);

function wordsFindings(words: string, note: Note): void {
  const said = words.trim();
  if (said === "") note("stop", "issues.words_empty");
  else if (said.length < WORDS_MIN || /^(https?:\/\/|www\.)\S+$/.test(said)) note("stop", "documents.link_words");
  else if (VAGUE.has(said.toLocaleLowerCase("lv").replace(/[\s.…»>→:]+$/u, ""))) note("advise", "issues.words_vague");
  else if (shouts(said)) note("advise", "issues.capitals");
}
