/** Text part of the re-consent mail: the same content in the same order as emails/reconsent.mjml, written by hand. */
import type { ReconsentSlot } from "../shells.gen.ts";
import { blocks, heading, item, link, paragraphs, RULE, wrap } from "./wrap.ts";

/** `w` holds the words of the HTML; `refuseText` is the refusal button's words where nothing can be drawn. */
export function reconsentText(w: Record<ReconsentSlot, string>, refuseText: string): string {
  return blocks(
    wrap(w.institution),
    `${wrap(w.why)}\n${link(w.refuseButton, w.refuseUrl)}`,
    heading(w.heading, w.lang),
    w.hello,
    ...paragraphs(w.lead).map((p) => wrap(p)),
    [
      wrap(`${w.deadlineName}: ${w.deadline}`, 2),
      wrap(`${w.addressName}: ${w.address}`, 2),
      wrap(`${w.listName}: ${w.list}`, 2),
      wrap(`${w.promiseName}: ${w.promise}`, 2),
      wrap(`${w.purposeName}: ${w.purpose}`, 2),
    ].join("\n"),
    link(w.answerButton, w.answerUrl),
    wrap(w.opens),
    heading(w.meaningTitle, w.lang),
    [item(`${w.yes} ${w.yesText}`), item(`${w.no} ${w.noText}`), item(`${w.silence} ${w.silenceText}`)].join("\n"),
    wrap(w.free),
    `${w.regards}\n${wrap(w.institution)}`,
    link(refuseText, w.refuseUrl),
    `${RULE}\n${wrap(`${w.reply} ${w.tracking}`)}`,
    `${wrap(`${w.institution}, ${w.legalAddress}`)}\n${link(w.notice, w.noticeUrl)}`,
  );
}
