/**
 * Renders the mail of a campaign to one recipient. A pure function of what was frozen at "send" and the member: no clock,
 * no random, so that a retry sends the same bytes. If the shells or words change what renderer 1 makes, a batch of
 * unknown outcome that is retried across that deployment becomes `unknown` for a person to decide (DESIGN 8).
 *
 * What does not depend on the member is made once for each frozen mailing and language, and kept as long as the frozen
 * object itself lives: whoever sends many keeps hold of it.
 */
import type { OutgoingMail, Renderer } from "../deps.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import type { Lang } from "../domain/institution/rules.ts";
import { shownName } from "../domain/people/rules/name.ts";
import type { Tokens } from "../platform/tokens.ts";
import { renderIssue, renderIssueSample } from "./issues/render.ts";
import { renderAlertMail } from "./mails/alert.ts";
import { renderAnswerLinkMail } from "./mails/answer-link.ts";
import type { Prepared } from "./mails/compose.ts";
import { renderConfirmMail } from "./mails/confirm.ts";
import { renderLastMail } from "./mails/last-mail.ts";
import { renderOwnPageMail } from "./mails/own-page.ts";
import { prepareMail } from "./mails/prepare.ts";
import { issueMailProblems, mailProblems } from "./mails/problems.ts";
import { renderReceiptMail } from "./mails/receipt.ts";
import { renderTestMail } from "./mails/test.ts";

/** The renderer of a house. */
export function createRenderer(tokens: Tokens, publicUrl: string): Renderer {
  return {
    reconsent: (frozen, mailingId, member) => renderReconsent(frozen, mailingId, member, tokens),
    preview: (frozen, to) => renderSample(frozen, to, false),
    trial: renderReconsentTrial,
    problems: mailProblems,
    issue: (frozen, mailingId, member) => renderIssue(frozen, mailingId, member, tokens),
    issuePreview: (frozen, to) => renderIssueSample(frozen, to, false),
    issueTrial: (frozen, to) => renderIssueSample(frozen, to, true),
    issueProblems: issueMailProblems,
    confirm: (mail) => renderConfirmMail(mail, publicUrl),
    receipt: (mail) => renderReceiptMail(mail, publicUrl),
    lastMail: (mail) => renderLastMail(mail, publicUrl),
    answerLink: (mail) => renderAnswerLinkMail(mail, publicUrl),
    ownPage: (mail) => renderOwnPageMail(mail, publicUrl),
    test: (mail) => renderTestMail(mail, publicUrl),
    alert: (mail) => renderAlertMail(mail, publicUrl),
  };
}

const ready = new WeakMap<FrozenMailing, Map<string, Prepared>>();

/** The mail of a campaign to one member. Throws if the mailing was frozen by another renderer or its token key is gone. */
export function renderReconsent(
  frozen: FrozenMailing,
  mailingId: string,
  member: Member,
  tokens: Tokens,
): OutgoingMail {
  if (frozen.renderer !== 1) throw new Error("this mailing was frozen for another renderer");
  // A reminder carries the links of its campaign: whatever is answered, is answered there.
  const target = { subscriptionId: member.subscriptionId, mailingId: frozen.answersTo ?? mailingId };
  const name = shownName(member.name);
  const links = {
    address: member.address,
    name: name ?? "",
    since: "",
    answerUrl: `${frozen.publicUrl}/r/${tokens.make("r", target, frozen.tokenKeyId)}`,
    refuseUrl: `${frozen.publicUrl}/u/${tokens.make("u", target, frozen.tokenKeyId)}`,
  };
  const shown = withDay(frozen, member.day);
  return prepared(shown, member.language, name !== undefined)(links, { message: `${mailingId}_${member.personId}` });
}

/** Trial of a campaign's mail for staff: the real mail, marked as a trial, with links that belong to nobody. */
export function renderReconsentTrial(frozen: FrozenMailing, to: { address: string; language: Lang }): OutgoingMail {
  return renderSample(frozen, to, true);
}

/** The real mail with links that belong to nobody; marked as a trial, or as its readers see it. */
function renderSample(frozen: FrozenMailing, to: { address: string; language: Lang }, trial: boolean): OutgoingMail {
  const { address } = to;
  const links = { answerUrl: `${frozen.publicUrl}/r/izmeginajums`, refuseUrl: `${frozen.publicUrl}/u/izmeginajums` };
  const manner = { trial, named: false };
  return prepareMail(
    frozen,
    languageOf(frozen, to.language),
    manner,
  )({ address, name: "", since: "", ...links }, { kind: "trial" });
}

const moved = new WeakMap<FrozenMailing, Map<string, FrozenMailing>>();

/** The mailing with another last day: one object for each, so that what was made for it is found again. */
function withDay(frozen: FrozenMailing, day: string | undefined): FrozenMailing {
  if (day === undefined || day === frozen.deadlineDay) return frozen;
  const known = moved.get(frozen) ?? new Map<string, FrozenMailing>();
  moved.set(frozen, known);
  const made = known.get(day) ?? { ...frozen, deadlineDay: day };
  known.set(day, made);
  return made;
}

function prepared(frozen: FrozenMailing, wanted: Lang, named: boolean): Prepared {
  const known = ready.get(frozen) ?? new Map<string, Prepared>();
  ready.set(frozen, known);
  const key = named ? `${wanted} named` : wanted;
  const made = known.get(key) ?? prepareMail(frozen, languageOf(frozen, wanted), { trial: false, named });
  known.set(key, made);
  return made;
}

/** The reader's language if the campaign is written in it, else the institution's first that it is written in. */
function languageOf(frozen: FrozenMailing, wanted: Lang): Lang {
  const lang = [wanted, ...frozen.institution.languages].find((l) => frozen.texts[l]);
  if (!lang) throw new Error("the frozen mailing has no text");
  return lang;
}
